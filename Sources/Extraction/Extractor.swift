public import PipelineDefinition
public import StatisticalModel

/// The third stage: a bulletin's layout to statements as written, tasks and claims on numerals.
public struct Extractor: Sendable {
    private let library: PipelineLibrary

    public init(library: PipelineLibrary) {
        self.library = library
    }

    public func extract(from layout: BulletinLayout) -> BulletinExtract {
        BulletinExtract()
    }
}
