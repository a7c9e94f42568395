import PipelineDefinition
public import Publishing
public import StatisticalModel

/// Finds the statement that an id of an edition names among the bulletins below some paths.
///
/// An id begins with the name of its bulletin below the paths of the run that wrote it, and counts its lines. The
/// edition's run.json keeps each bulletin's digest: it tells a bulletin that has changed since, and finds one that lies
/// under another name.
public struct StatementSearch: Sendable {
    /// What a reader of the explanation must know of its bulletin.
    public enum Remark: Sendable, Hashable, CustomStringConvertible {
        /// The edition read other bytes under this name.
        case changed(name: String, edition: String)
        /// The edition read the same bytes under another name.
        case renamed(name: String, edition: String, old: String)
        /// The edition read it, and nothing below the paths has its name or its bytes.
        case missing(name: String, edition: String)

        public var description: String { ReportWords(.english)(self) }
    }

    public let explanation: StatementExplanation?
    public let remark: Remark?
    /// Ids that resemble one that was not found, the nearest first; of bulletins where none has its name.
    public let near: [String]

    /// - Parameter edition: `nil` where none is known; then the bulletin's name alone counts.
    public init(
        _ id: StatementID, below paths: [String], edition: EditionEntry?, reader: BulletinReader,
        language: ReportLanguage
    ) async {
        let stem = id.bulletinStem ?? ""
        let input = edition?.input(stem)
        let read = await reader.readAll(paths) { file, digest in
            file.stem == stem || input?.digest == "sha256:\(digest)"
        }
        let bulletin = read.bulletins.first { $0.stem == stem } ?? read.bulletins.first
        explanation = bulletin.flatMap { bulletin in
            let own = StatementID(bulletin.stem + id.text.dropFirst(stem.count))
            return StatementExplanation(own, in: bulletin, language: language)
        }
        if let edition, let input {
            remark =
                bulletin.map { bulletin in
                    if bulletin.stem != stem {
                        .renamed(name: bulletin.name, edition: edition.name, old: input.name)
                    } else if input.digest != "sha256:\(bulletin.digest)" {
                        .changed(name: bulletin.name, edition: edition.name)
                    } else {
                        nil
                    }
                } ?? .missing(name: input.name, edition: edition.name)
        } else {
            remark = nil
        }
        guard explanation == nil else {
            near = []
            return
        }
        let known =
            bulletin.map { $0.extract.statements.map(\.id.text) }
            ?? BulletinFiles(paths).files.map { BulletinName($0.name).stem }
        near = NearestName.nearest(to: bulletin == nil ? stem : id.text, among: known)
    }
}
