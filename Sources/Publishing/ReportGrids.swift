import PipelineDefinition
import Spreadsheet
import StatisticalModel

/// The plain sheets of the workbook: conflicts, checks and the figures of no pipeline, each one table.
struct ReportGrids {
    let report: EditionReport
    let sources: SourceIndex
    var style = WorkbookStyle.office
    let words: ReportWords

    var conflicts: GridSheet {
        var rows: [[GridSheet.Cell]] = []
        let names = words.language == .chinese ? [:] : englishNames
        for conflict in report.conflicts {
            let name = names[conflict.indicator] ?? conflict.indicator
            for statement in conflict.statements {
                rows.append([
                    .text(words.named(name, conflict.qualifier)),
                    .text(words.area(conflict.area)), .integer(conflict.year?.number),
                    .text(words("kind.\(conflict.kind.rawValue)")), .text(Self.value(of: statement, words)),
                    .text(statement.id == conflict.taken ? words("yes") : words("no")),
                    .text(Self.reason(conflict.reason, words)),
                    source(statement), .text(ShortText.cut(statement.provenance.quote, columns: 150)),
                ])
            }
        }
        return grid(
            "conflicts",
            [
                ("indicator", 32), ("area", 16), ("year", 8), ("kind", 8), ("value", 14), ("taken", 7), ("reason", 22),
                ("source", 29), ("quote", 54),
            ], GridRows(rows))
    }

    /// The catalogue's English names by the Chinese ones.
    private var englishNames: [String: String] {
        let named = report.pipelines.flatMap(\.indicators).filter { !$0.englishName.isEmpty }
        return Dictionary(named.map { ($0.name, $0.englishName) }) { first, _ in first }
    }

    var checks: GridSheet {
        let notes = ChecksCSV.sorted(report)
        let unlisted = notes.filter { $0.check == Self.unlisted }
        // What stands on sheets of its own is a count here.
        let elsewhere = unlistedSheets
        let shown = elsewhere.isEmpty ? notes : notes.filter { $0.check != Self.unlisted }
        var rows = shown.map { note in
            [
                GridSheet.Cell(
                    .text(words("severity.\(note.severity.rawValue)")), style: ReportPalette.severity(note.severity)),
                .text(name(of: note.check)), .text(note.bulletin),
                .integer(note.line),
                .text(ShortText.cut(words(note.subject), columns: 120)),
                .text(ShortText.cut(words(note.expected), columns: 120)),
                .text(ShortText.cut(words(note.found), columns: 120)),
            ]
        }
        if !elsewhere.isEmpty, let first = unlisted.first {
            rows.append([
                GridSheet.Cell(
                    .text(words("severity.\(first.severity.rawValue)")), style: ReportPalette.severity(first.severity)),
                .text(name(of: first.check)), .text(""), .text(""),
                .text(
                    words("checks.elsewhere", String(unlisted.count), elsewhere.joined(separator: words("checks.and")))),
                .text(""), .text(""),
            ])
        }
        var grid = grid(
            "checks",
            [
                ("severity", 9), ("check", 24), ("bulletin", 26), ("line", 9), ("subject", 40), ("expected-value", 36),
                ("found", 36),
            ], GridRows(rows))
        let counts = kinds(notes)
        if style == .office {
            // The name last, where it has room.
            grid.summary = counts.map { [$0.severity, .text(words("checks.count", String($0.count))), .text($0.name)] }
        } else if !counts.isEmpty {
            // One line, which is not to run over the page.
            let comma = words.language == .chinese ? "，" : ", "
            let severities = FindingNote.Severity.allCases.map { severity in
                (words("severity.\(severity.rawValue)"), notes.count { $0.severity == severity })
            }
            grid.note += words.language == .chinese ? "" : " "
            grid.note += severities.filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: comma)
        }
        for column in [2, 3, 5, 6] { grid.columns[column].blank = .notApplicable }
        return grid
    }

    private static let unlisted = "unknown-indicator"

    /// How many findings each check has, in the order of `notes`: the gravest first.
    private func kinds(_ notes: [FindingNote]) -> [(severity: GridSheet.Cell, name: String, count: Int)] {
        var order: [[String]] = []
        var counts: [[String]: Int] = [:]
        for note in notes {
            let key = [note.severity.rawValue, note.check]
            if counts[key] == nil { order.append(key) }
            counts[key, default: 0] += 1
        }
        return order.compactMap { key in
            guard let severity = FindingNote.Severity(rawValue: key[0]) else { return nil }
            let cell = GridSheet.Cell(
                .text(words("severity.\(key[0])")), style: ReportPalette.severity(severity))
            return (cell, name(of: key[1]), counts[key] ?? 0)
        }
    }

    /// Figures that no pipeline claims and no sheet of targets shows: kept, since a further pipeline may want them.
    var unclaimed: [StatementRow] {
        let figures = tracked.flatMap { [$0.base, $0.latest, $0.target] }.compactMap { $0 }
        let shown = Set(figures.flatMap(\.sources).map(\.id))
        return report.statements.filter { $0.pipeline == nil && !shown.contains($0.statement.id) }
    }

    /// Targets that no pipeline knows, which have a sheet of their own.
    private var tracked: [ProgressAssessment] { report.assessments.filter { $0.pipeline == NameSignature.pipeline } }

    /// The sheets on which indicators without a code stand.
    private var unlistedSheets: [String] {
        let others = report.pipelines.first { $0.id == NameSignature.pipeline }
        return (tracked.isEmpty ? [] : [others.map(words.name(of:)) ?? ""].filter { !$0.isEmpty })
            + (unclaimed.isEmpty ? [] : [words("sheet.others")])
    }

    var others: GridSheet {
        let sorted = sortedByKey(unclaimed) {
            [$0.statement.provenance.bulletin, sortable($0.statement.provenance.line), $0.statement.id.text]
        }
        let rows = GridRows(sorted) { row in
            let statement = row.statement
            let name = words.named(statement.indicator, statement.qualifier)
            return [
                .text(ShortText.cut(name, columns: 120)), .text(words.area(row.area)),
                .integer(statement.year?.number), .text(words("kind.\(statement.kind.rawValue)")),
                .text(Self.value(of: statement, words)), .text(ShortText.cut(statement.responsible, columns: 80)),
                source(statement),
            ]
        }
        return grid(
            "others",
            [
                ("indicator", 56), ("area", 16), ("year", 8), ("kind", 8), ("value", 18), ("responsible", 36),
                ("source", 30),
            ], rows)
    }

    /// A check's name as Pipelines/common/checks.csv words it; one without a row stands as it is.
    private func name(of check: String) -> String {
        guard let setting = report.checkSettings[check] else { return check }
        let name = words.language == .chinese ? setting.chinese : setting.english
        return name.isEmpty ? check : name
    }

    static func reason(_ name: String, _ words: ReportWords) -> String {
        ReportWordTable.entries["taken.\(name)"] == nil ? name : words("taken.\(name)")
    }

    /// As printed, the unit in the report's language: comparator signs are left to the quotation.
    static func value(of statement: Statement, _ words: ReportWords) -> String {
        guard let quantity = statement.quantity else { return statement.wording ?? "" }
        return words.figure(quantity.value.description + (quantity.upper.map { "–\($0)" } ?? ""), quantity.unit)
    }

    /// As printed.
    static func value(of statement: Statement) -> String {
        guard let quantity = statement.quantity else { return statement.wording ?? "" }
        return quantity.value.description + (quantity.upper.map { "–\($0)" } ?? "") + quantity.unit
    }

    private func source(_ statement: Statement) -> GridSheet.Cell {
        let statement = SourceIndex.named(statement)
        return sources.link(to: statement.id, at: statement.provenance, words: words)
    }

    private func grid(_ key: String, _ columns: [(key: String, width: Double)], _ rows: GridRows) -> GridSheet {
        var grid = GridSheet(key, columns: columns, rows: rows, words: words)
        if key == "conflicts" || key == "checks" { grid.emptyText = words("\(key).empty") }
        return grid
    }
}
