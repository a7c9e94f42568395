public import PipelineDefinition
public import StatisticalModel

/// The areas that the documents of one bulletin are of, by the bulletin alone: what records of it state.
///
/// A run over several bulletins may know more: one that names no area takes that of all the others.
public struct DocumentAreas: Sendable {
    private let areas: BulletinAreas

    public init(library: PipelineLibrary) { areas = BulletinAreas(library.areas, words: library.layout) }

    /// The area of each document, in their order: its own, else its gazette's; `nil` where neither says one.
    public func areas(of layout: BulletinLayout) -> [ReferenceArea?] {
        let context = areas.context(of: layout)
        return context.documents.map { $0 ?? context.gazette }
    }
}
