public import PipelineDefinition
public import SourceText
public import StatisticalModel

/// The second stage: clean lines to documents, headings, paragraphs and tables.
public struct LayoutAnalyzer: Sendable {
    private let library: PipelineLibrary

    public init(library: PipelineLibrary) {
        self.library = library
    }

    public func layout(of file: SourceFile) -> BulletinLayout {
        BulletinLayout(file: file)
    }
}
