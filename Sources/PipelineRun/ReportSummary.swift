import Publishing

/// What a run tells at its end, in the report's language: how much came out, and what changed.
public struct ReportSummary: Sendable {
    public let text: String

    /// Differences told of each kind; `gongbao report --changes` writes them all.
    private static let differences = 10
    private static let files = 12

    public init(_ outcome: ReportOutcome) {
        let report = outcome.report
        let words = ReportWords(report.language)
        var lines = [
            words(
                "run.summary", outcome.path, "\(report.inputs.count)", "\(report.statements.count)",
                "\(report.tables.count)", "\(report.assessments.count)", "\(report.asOf)")
        ]
        switch outcome.replacement {
        case .first: break
        case .missingInputs:
            // The counts are those of an edition that is not written.
            lines = [words("run.kept")]
        case .unchanged: lines.append(words("run.unchanged"))
        case .changed(let run, let files):
            lines += [words("run.replaced", Self.listed(files)), run.terminalText(rows: Self.differences)]
        case .unreadable(let reason, let files):
            lines += [words("run.replaced", Self.listed(files)), words("run.not-compared", reason)]
        }
        if let edited = outcome.edited, !outcome.foreignFiles.isEmpty {
            lines.append(words("run.edited", Self.listed(outcome.foreignFiles), edited.folder))
        } else if !outcome.foreignFiles.isEmpty, case .unchanged = outcome.replacement {
            lines.append(words("run.beside", Self.listed(outcome.foreignFiles)))
        }
        if outcome.isDryRun { lines.append(words("run.dry")) }
        text = lines.joined(separator: "\n")
    }

    private static func listed(_ names: [String]) -> String {
        names.prefix(files).joined(separator: ", ") + (names.count > files ? ", … (\(names.count))" : "")
    }
}
