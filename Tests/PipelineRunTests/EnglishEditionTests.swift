import BulletinSource
import DelimitedText
import Foundation
import PipelineDefinition
import Publishing
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import PipelineRun

/// The English edition of the samples: what is Chinese in it is a name or a quotation of the bulletins, or a code.
struct EnglishEditionTests {
    /// A run of Chinese characters and signs in a cell, and whether a digit stands right before it.
    private struct Words: Hashable {
        let text: String
        let followsDigit: Bool
    }

    private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
        (0x3400...0x9FFF).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value) || scalar.value == 0x3007
    }

    private static func words(in text: String) -> [Words] {
        var result: [Words] = []
        var run = String.UnicodeScalarView()
        var (before, last): (Unicode.Scalar?, Unicode.Scalar?) = (nil, nil)
        for scalar in Array(text.unicodeScalars) + [" "] {
            if isChinese(scalar) {
                if run.isEmpty { before = last }
                run.append(scalar)
            } else if !run.isEmpty {
                let isDigit = before.map { ("0"..."9").contains($0) } ?? false
                result.append(Words(text: String(run), followsDigit: isDigit))
                run = String.UnicodeScalarView()
            }
            last = scalar
        }
        return result
    }

    /// Columns of codes, which are the same in all languages.
    private static let codes: Set<String> = [
        "unit", "base_unit", "capacity_unit", "attribute", "status", "value", "UNIT_MEASURE",
    ]
    /// Where figures stand as the bulletins print them.
    private static let printed: Set<String> = [
        "quote", "text", "wording", "task", "project", "section", "scope", "deadline_text", "document", "title",
        "notes",
        "Quotation", "Task", "Project", "Section", "Scope", "Deadline as printed", "Period", "Document and number",
        "Plan", "Value", "indicator", "qualifier", "table", "Place in table", "Indicator", "target", "outturn",
        "target_example", "outturn_example",
    ]

    @Test func whatIsChineseIsANameOrAQuotation() async throws {
        let output = NSTemporaryDirectory() + "gongbao-english-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: output) }
        let options = ReportOptions(
            bulletins: [ProjectFolder.pipelines + "/bulletins"], output: output, language: .english)
        let library = ProjectFolder.library
        let outcome = try await ReportRun(library: library, options: options).run()
        var said = library.pipelines.flatMap(\.indicators).flatMap { [$0.name] + $0.aliases }
        said += library.areas.areas.values.map(\.name)
        said += outcome.report.statements.flatMap { row in
            let place = row.statement.provenance
            return [
                place.quote, place.documentTitle, place.table ?? "", row.statement.indicator, row.statement.qualifier,
                row.statement.responsible, row.statement.cooperating, row.area?.name ?? "",
            ] + place.headings
        }
        said += outcome.report.tasks.flatMap { item in
            let task = item.task
            return [
                task.text, task.section, task.leadUnit, task.responsible, task.cooperating, task.number,
                task.provenance.documentTitle, task.provenance.quote, task.deadlineText, item.status?.remark ?? "",
            ]
        }
        said += outcome.report.projects.flatMap {
            [$0.name, $0.section, $0.scope, $0.responsible, $0.provenance.quote, $0.deadlineText]
        }
        said += outcome.report.tables.flatMap { [$0.table.title] }
        said += try FileBytes.list(ProjectFolder.pipelines + "/bulletins").map { name in
            (try? FileBytes.read(ProjectFolder.pipelines + "/bulletins/" + name)).map {
                String(decoding: $0, as: UTF8.self).filter { !$0.isWhitespace }
            } ?? ""
        }
        // A search of Foundation's: a String's own compares characters.
        let all = said.joined(separator: "\n") as NSString
        var known: [String: Bool] = [:]
        func isSaid(_ words: String) -> Bool {
            if let isKnown = known[words] { return isKnown }
            let found = all.range(of: words, options: .literal).location != NSNotFound
            known[words] = found
            return found
        }
        var strange: Set<String> = []
        func look(_ file: String, _ column: String, _ text: String) {
            for words in Self.words(in: text) {
                let isUnit = words.followsDigit && library.units.resolve(words.text) != nil
                guard isUnit && !Self.printed.contains(column) || !isSaid(words.text) else { continue }
                strange.insert("\(file) \(column): \(words.text)")
            }
        }
        for file in EditionFiles.files(of: outcome.report) where file.path.hasSuffix(".csv") {
            if file.path.hasPrefix("tables/"), file.path != "tables/tables.csv" { continue }
            let records = try CSVReader.records(file.bytes)
            let header = try #require(records.first).fields
            for record in records.dropFirst() {
                for (column, text) in zip(header, record.fields) where !Self.codes.contains(column) {
                    look(file.path, column, text)
                }
            }
        }
        let workbook = try BulletinSource.Workbook.sheets(of: try FileBytes.read("\(outcome.path)/progress.xlsx"))
        #expect(workbook.count > 10)
        for sheet in workbook {
            let rows = Dictionary(grouping: sheet.all, by: \.row)
            let head = (0..<8).first { (rows[$0]?.count ?? 0) >= 5 && rows[$0]?.first?.column == 0 } ?? 0
            for cell in sheet.all {
                let column = cell.row > head ? sheet[head, cell.column].text : ""
                // What programs read.
                if cell.text.hasPrefix("G1|") || cell.text.hasPrefix("T1|") { continue }
                look(sheet.name, column, cell.text)
            }
        }
        #expect(strange.sorted() == [])
    }
}
