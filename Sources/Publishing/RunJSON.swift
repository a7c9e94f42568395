import PipelineDefinition
import StatisticalModel

/// run.json: what went into the run and how much came out. No clock, no host, no path.
public enum RunJSON {
    public static func file(_ report: EditionReport) -> EditionFile {
        EditionFile(path: "run.json", bytes: document(report).bytes)
    }

    static func document(_ report: EditionReport) -> JSONValue {
        let fixed = [
            ("as_of", report.asOf.description), ("edition", report.edition), ("language", report.language.rawValue),
        ]
        let further = report.settings.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
            ($0.key, $0.value)
        }
        let settings: [(String, JSONValue)] = (fixed + further).map { ($0.0, .text($0.1)) }
        return .object([
            ("program", .object([("name", .text("gongbao")), ("version", .text(report.programVersion))])),
            ("settings", .object(settings)),
            ("inputs", .array(sortedByKey(report.inputs) { [$0.name, $0.digest] }.map(input))),
            ("unread", .array(sortedByKey(report.unread) { [$0.name] }.map(unread))),
            ("pipelines", .array(report.pipelines.map { .text($0.id.text) })),
            ("counts", .object(counts(report))),
        ])
    }

    private static func input(_ file: InputFile) -> JSONValue {
        .object([
            ("name", .text(file.name)), ("digest", .text(file.digest)), ("bytes", .integer(file.bytes)),
            ("lines", .integer(file.lines)),
        ])
    }

    /// `{"name": "a/plan.pdf", "reason": "ending"}`; a duplicate names the file that is read in its stead.
    private static func unread(_ file: UnreadFile) -> JSONValue {
        let members: [(String, JSONValue)] = [("name", .text(file.name)), ("reason", .text(file.reason.code))]
        guard case .duplicate(of: let kept) = file.reason else { return .object(members) }
        return .object(members + [("same_as", .text(kept))])
    }

    private static func counts(_ report: EditionReport) -> [(String, JSONValue)] {
        let numbers: [(String, Int)] = [
            ("statements", report.statements.count), ("observations", report.observations.count),
            ("assessments", report.assessments.count), ("tables", report.tables.count), ("tasks", report.tasks.count),
            ("projects", report.projects.count), ("conflicts", report.conflicts.count), ("checks", report.checks.count),
            ("checks_error", report.checks.filter { $0.severity == .error }.count),
            ("numerals", report.ledger.count),
            ("numerals_unexplained", report.ledger.filter { $0.fate == .unexplained }.count),
        ]
        return numbers.map { ($0.0, .integer($0.1)) }
    }
}
