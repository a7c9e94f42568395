import PipelineDefinition
import Reading
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import Assessment
@testable import Extraction
@testable import Layout
@testable import Normalization

/// The gate of this module: a printed value says the same wherever it stands.
@Suite struct EqualReadingTests {
    static let library = ProjectFolder.library

    @Test func thereAreValuesEnough() {
        #expect(PrintedValues.values.count >= 80)
        #expect(PrintedValues.dates.count >= 30)
    }

    // MARK: values

    @Test(arguments: PrintedValues.values) func prose(printed: String, reading: String) {
        let lead = Self.hasOwnLead(printed) ? "" : "达到"
        let name = printed.contains("−") || printed.contains("-3") || printed.contains("－") ? "增长率为" : "指标\(lead)"
        #expect(Self.statements("2025年，\(name)\(printed)。") == [reading], "prose")
    }

    @Test(arguments: PrintedValues.values) func cell(printed: String, reading: String) {
        let found = CellReader.quantities(in: Self.whole(Self.file(printed)).widthFolded.bytes, library: Self.library)
        #expect(found.map { Self.text($0.comparator, $0.value, $0.upper, $0.unit) } == [reading], "table cell")
    }

    /// A scope has no comparators, and money, time and shares are no capacity.
    @Test(arguments: PrintedValues.values) func scope(printed: String, reading: String) {
        let found = CapacityScanner(library: Self.library).quantities(in: "建设规模\(printed)")
        for quantity in found {
            #expect(
                Self.text(nil, quantity.value, quantity.upper, quantity.unit) == Self.bare(reading), "project scope")
        }
        #expect(found.count <= 1)
    }

    /// A check over printed cells reads no words; what it reads, it reads equally.
    @Test(arguments: PrintedValues.values) func check(printed: String, reading: String) throws {
        guard let figure = PrintedFigure(printed, library: Self.library) else { return }
        let parts = reading.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        let factor = Self.library.units.resolve(String(parts[2]))?.factor ?? 1
        let value = try #require(DecimalNumber(String(parts[1])))
        #expect(figure.value == value.multiplied(by: factor), "check of a table's total")
    }

    private static func hasOwnLead(_ printed: String) -> Bool {
        ["累", "超", "不", ">", "<", "≥", "≤", "＞"].contains { printed.hasPrefix($0) }
    }

    private static func file(_ text: String) -> SourceFile { SourceFile(name: "sample.txt", text: text) }
    private static func whole(_ file: SourceFile) -> PlacedText { PlacedText(file, 0..<file.bytes.count) }

    private static func statements(_ text: String) -> [String] {
        let file = file(text)
        let block = TextBlock(role: .paragraph, text: whole(file), line: 1, lineEnd: 1)
        let document = BulletinDocument(title: "", firstLine: 1, lastLine: 1)
        let layout = BulletinLayout(file: file, documents: [document], blocks: [block])
        return Extractor(library: library).extract(from: layout).statements.map { statement in
            let quantity = statement.quantity
            return Self.text(statement.comparator, quantity?.value ?? 0, quantity?.upper, quantity?.unit ?? "")
        }
    }

    private static func text(
        _ comparator: Comparator?, _ value: DecimalNumber, _ upper: DecimalNumber?, _ unit: String
    ) -> String {
        let range = upper.map { "-\($0)" } ?? ""
        return "\(comparator.map { "\($0.rawValue) " } ?? "")\(value)\(range) \(unit)"
    }

    private static func bare(_ reading: String) -> String {
        String(reading.drop { $0 != " " }.dropFirst())
    }

    // MARK: dates

    @Test(arguments: PrintedValues.dates) func dateOfProse(printed: String, iso: String) {
        let bytes = Array("到\(printed)，".utf8)
        let dates = ProseScanner(library: Self.library).scan(bytes, 0..<bytes.count).dates
        #expect(dates.map { $0.calendarDate?.description } == [iso], "prose")
    }

    @Test(arguments: PrintedValues.dates) func deadline(printed: String, iso: String) {
        #expect(DeadlineText.date(in: printed)?.description == iso, "deadline")
    }

    /// A column's head and a title name years alone.
    @Test(arguments: PrintedValues.dates) func yearOfHeadAndTitle(printed: String, iso: String) {
        #expect(ColumnReading(title: printed, library: Self.library).year?.description == String(iso.prefix(4)), "head")
        #expect(PlanYears.span(ofTitle: "规划（\(printed)）")?.last.description == String(iso.prefix(4)), "title")
    }

    /// A document head names a month at least, and words such as 底前 are none of it.
    @Test(arguments: PrintedValues.dates.filter { $0.iso.count > 4 }) func documentHead(printed: String, iso: String) {
        #expect(DocumentDate.parse(Array(printed.utf8), from: 0)?.date.description == iso, "document head")
    }
}
