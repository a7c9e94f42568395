import PipelineDefinition
import SourceText
import StatisticalModel
import TestSupport

/// Short ways to make a library and bulletins for the tests of Normalization.
enum BulletinBuilder {
    static let city = ReferenceArea(code: AreaCode("150600")!, name: "鄂尔多斯市")
    static let district = ReferenceArea(code: AreaCode("150602")!, name: "东胜区")

    static func library(corrections: [Correction] = [], figures: [SuppliedFigure] = []) -> PipelineLibrary {
        var library = PipelineLibrary()
        var problems: [Diagnostic] = []
        library.units = UnitTable(path: ProjectFolder.pipelines + "/common/units.csv", problems: &problems)
        library.names = NameLexicon(
            path: ProjectFolder.pipelines + "/common/name-words.csv", problems: &problems)
        library.areas.insert(city, names: ["鄂尔多斯市", "鄂尔多斯"])
        library.areas.insert(district, names: ["东胜区"])
        let id = PipelineID("goals")
        func indicator(_ code: String, _ name: String, _ unit: UnitCode, aliases: [String] = []) -> Indicator {
            Indicator(
                pipeline: id, code: IndicatorCode(code), name: name, englishName: "", unit: unit, direction: .up,
                aliases: aliases)
        }
        library.pipelines = [
            Pipeline(
                id: id, name: "目标", englishName: "Goals",
                indicators: [
                    indicator("G-1", "煤制油产量", "吨", aliases: ["煤制油年产量"]), indicator("G-2", "新能源装机容量", "千瓦"),
                    indicator("G-3", "托育服务覆盖率", "%"),
                ], suppliedFigures: figures, corrections: corrections)
        ]
        return library
    }

    static func statement(
        _ indicator: String, _ value: DecimalNumber?, _ unit: String = "", year: Int? = 2025, line: Int = 1,
        file: String = "a.txt", table: String? = nil, row: Int? = nil, document: Int = 0, wording: String? = nil,
        responsible: String = "", area: String? = nil
    ) -> Statement {
        Statement(
            provenance: Provenance(
                bulletin: file, document: document, line: line, lineEnd: line, table: table, row: row, quote: "",
                rule: .clause),
            source: table == nil ? .prose : .table, indicator: indicator, kind: .target,
            quantity: value.map { Quantity(value: $0, unit: unit) }, wording: wording, year: year.map(Year.init),
            responsible: responsible, areaMention: area)
    }

    static func text(_ text: String) -> PlacedText {
        let file = SourceFile(name: "a.txt", bytes: Array(text.utf8))
        return PlacedText(file, 0..<file.bytes.count)
    }

    static func bulletin(
        _ statements: [Statement], file: String = "a.txt", title: String = "鄂尔多斯市人民政府办公室通知",
        date: CalendarDate? = CalendarDate(year: 2022, month: 12, day: 1)
    ) -> (layout: BulletinLayout, extract: BulletinExtract) {
        let document = BulletinDocument(title: title, date: date, firstLine: 1, lastLine: 9)
        return (
            BulletinLayout(file: SourceFile(name: file, text: ""), documents: [document]),
            BulletinExtract(statements: statements)
        )
    }
}
