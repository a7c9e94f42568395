public import StatisticalModel

/// What the text of one bulletin says of all its figures: where they are of, and which stand on a new base.
///
/// It is all that Normalization takes of a text beside its statements, so that a run over many bulletins can let each
/// text go when it has been read.
public struct BulletinSetting: Sendable {
    let name: String
    let documents: [BulletinDocument]
    /// By this bulletin alone; ``BulletinAreas`` knows what a run of several adds.
    var areas: BulletinAreas.Context
    /// The sentences of each document that tell of a new base.
    let revisions: [Int: [String]]

    /// The area of each document, in their order: its own, else its gazette's; `nil` where neither says one.
    ///
    /// A run over several bulletins may know more: one that names no area takes that of all the others.
    public var documentAreas: [ReferenceArea?] { areas.documents.map { $0 ?? areas.gazette } }
}
