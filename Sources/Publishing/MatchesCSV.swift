import PipelineDefinition
public import StatisticalModel

/// matches-proposed.csv: names for a person to decide on, in the form of the `matches.csv` that keeps the decisions.
///
/// The empty columns are for the office: decision (yes, no or a code), by, date, reason.
public enum MatchesCSV {
    public static let header = MatchFile.columns

    static func rows(_ report: EditionReport) -> [[String]] { rows(report.proposals) }

    /// By pipeline, target and area; of one target the nearest name first.
    public static func rows(_ proposals: [NameProposal]) -> [[String]] {
        sortedByKey(proposals.enumerated().map { $0 }) { number, proposal in
            [
                proposal.series.pipeline.text, proposal.series.indicator.text, proposal.series.area?.name ?? "",
                proposal.series.qualifier, sortable(number),
            ]
        }.map { _, proposal in
            [
                proposal.target, proposal.outturn, proposal.series.area?.code?.description ?? "",
                proposal.differences.joined(separator: "; "), example(proposal.targetExample),
                example(proposal.outturnExample), "", "", "", "",
            ]
        }
    }

    /// 2025: 44% (plan:3.1)
    private static func example(_ statement: Statement) -> String {
        let year = statement.year.map { "\($0): " } ?? ""
        return "\(year)\(ReportGrids.value(of: statement)) (\(statement.id))"
    }
}
