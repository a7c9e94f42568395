import SourceText
public import StatisticalModel

/// What a person decided of two names: a row of a `matches.csv`.
public struct NameDecision: Sendable, Hashable {
    public enum Verdict: Sendable, Hashable {
        /// The outturn's name is an alias of the target's.
        case yes
        /// The names are apart: never proposed again.
        case no
        /// The outturn's name is that indicator's.
        case code(IndicatorCode)
    }

    public var target: String
    public var outturn: String
    /// `nil` holds everywhere.
    public var area: AreaCode?
    public var verdict: Verdict

    public init(target: String, outturn: String, area: AreaCode?, verdict: Verdict) {
        self.target = target
        self.outturn = outturn
        self.area = area
        self.verdict = verdict
    }
}

/// Reads matches.csv: `target,outturn,area,facets,target_example,outturn_example,decision,by,date,reason`.
///
/// A row without a decision is a proposal that still waits.
public enum MatchFile {
    public static let columns = [
        "target", "outturn", "area", "facets", "target_example", "outturn_example", "decision", "by", "date", "reason",
    ]

    static func read(path: String, areas: AreaTable, _ problems: inout [Diagnostic]) -> [NameDecision] {
        let table = DefinitionTable(path: path, required: columns, optional: [], problems: &problems)
        return table.rows.compactMap { row in
            let decision = String(row("decision").trimmed)
            let area = AreaCode(row("area"))
            if !row("area").isEmpty, area.flatMap({ areas.areas[$0] }) == nil {
                problems.append(
                    table.problem(
                        row, column: "area", "unknown area code ‘\(row("area"))’\(areas.hint(for: row("area")))"))
            }
            for column in ["target", "outturn"] where row(column).trimmed.isEmpty {
                problems.append(table.problem(row, column: column, "the field ‘\(column)’ is empty"))
            }
            if decision.isEmpty { return nil }
            let verdict: NameDecision.Verdict =
                decision == "yes" ? .yes : decision == "no" ? .no : .code(IndicatorCode(decision))
            return NameDecision(target: row("target"), outturn: row("outturn"), area: area, verdict: verdict)
        }
    }
}
