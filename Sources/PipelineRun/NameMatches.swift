import DelimitedText
internal import Normalization
public import PipelineDefinition
internal import Publishing
public import SourceText
import StatisticalModel

/// What `gongbao matches` does: verdicts on pairs of names, proposals that wait, decisions.
public struct NameMatches {
    private let library: PipelineLibrary

    public init(library: PipelineLibrary) {
        self.library = library
    }

    /// `target,outturn,verdict,facets` of a CSV file with the columns target and outturn.
    public func judgedPairs(path: String) -> (bytes: [UInt8], problems: [Diagnostic]) {
        var problems: [Diagnostic] = []
        let table = DefinitionTable(path: path, required: ["target", "outturn"], problems: &problems)
        let matcher = NameMatcher(library: library)
        var writer = CSVWriter(header: ["target", "outturn", "verdict", "facets"])
        for row in table.rows {
            let match = matcher.match(row("target"), row("outturn"))
            writer.write([
                row("target"), row("outturn"), match.verdict.rawValue, match.differences.joined(separator: "; "),
            ])
        }
        return (writer.bytes, problems)
    }

    /// The names of the catalogue that contradict one another: an alias whose facets are not its indicator's.
    ///
    /// Aliases that only say more or less (`ask`) are the office's to know.
    public func contradictingAliases() -> [String] {
        let matcher = NameMatcher(library: library)
        return library.pipelines.flatMap(\.indicators).flatMap { indicator in
            indicator.aliases.compactMap { alias in
                let match = matcher.match(indicator.name, alias)
                guard match.verdict == .apart, match.contradictsFacet else { return nil }
                return "\(indicator.code) \(indicator.name) | \(alias): \(match.differences.joined(separator: "; "))"
            }
        }
    }

    /// The rows of the newest edition's matches-proposed.csv that nobody has decided on.
    public func waiting(output: String) throws(FileError) -> [UInt8] {
        var writer = CSVWriter(header: MatchesCSV.header)
        for row in try proposed(output: output) where !isDecided(row) { writer.write(row) }
        return writer.bytes
    }

    /// A decision as the command line gives it.
    public struct Decision: Sendable {
        public var target: String
        public var outturn: String
        /// yes, no, or the code of the indicator that the outturn is of.
        public var decision: String
        public var area = ""
        public var by = ""
        public var date = ""
        public var reason = ""

        public init(target: String, outturn: String, decision: String) {
            self.target = target
            self.outturn = outturn
            self.decision = decision
        }
    }

    /// Adds `decision` to the matches.csv of the pipeline that knows the target, else to common/matches.csv, with the
    /// facets and examples of the proposal that it answers; gives the file's path.
    public func add(_ decision: Decision, pipelines: String, output: String) throws(FileError) -> String {
        let owner = IndicatorCatalogue(library: library).match(name: decision.target)?.pipeline.text ?? "common"
        let path = "\(pipelines)/\(owner)/matches.csv"
        let proposal = (try? proposed(output: output))?.first {
            $0[0] == decision.target && $0[1] == decision.outturn && (decision.area.isEmpty || $0[2] == decision.area)
        }
        var file = try OfficeFile(path, columns: MatchesCSV.header)
        let fields =
            [decision.target, decision.outturn, decision.area] + (proposal.map { Array($0[3...5]) } ?? ["", "", ""])
            + [decision.decision, decision.by, decision.date, decision.reason]
        file.add(Dictionary(zip(MatchesCSV.header, fields)) { first, _ in first })
        try file.write()
        return path
    }

    private func proposed(output: String) throws(FileError) -> [[String]] {
        guard let edition = try EditionList(output: output).editions.last(where: \.isRecorded) else { return [] }
        return try rows("\(edition.path)/matches-proposed.csv")
    }

    /// The rows of a file, in the order of our columns and whatever its encoding; none where there is no file.
    private func rows(_ path: String) throws(FileError) -> [[String]] {
        guard FileBytes.exists(path) else { return [] }
        var problems: [Diagnostic] = []
        let table = DefinitionTable(path: path, required: MatchesCSV.header, problems: &problems)
        // What cannot be read must not be written anew without it.
        guard problems.isEmpty else { throw FileError(path: path, cause: .changing) }
        return table.rows.map { row in MatchesCSV.header.map { row($0) } }
    }

    private func isDecided(_ row: [String]) -> Bool {
        library.matches.contains {
            $0.target == row[0] && $0.outturn == row[1] && ($0.area == nil || $0.area?.description == row[2])
        }
    }
}
