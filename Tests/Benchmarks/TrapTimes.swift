import Extraction
import Ingestion
import Layout
import PipelineDefinition
import SourceText
import StatisticalModel

/// Input that invites quadratic time, at one size and at twice the size: linear reading takes twice as long.
struct TrapTimes {
    private let analyzer: LayoutAnalyzer
    private let extractor: Extractor
    private let repairs: RepairLexicon

    init(library: PipelineLibrary) {
        analyzer = LayoutAnalyzer(library: library)
        extractor = Extractor(library: library)
        repairs = library.repairs
    }

    private static let traps: [(name: String, unit: String, bytes: Int)] = [
        ("a sentence without end", "产量达到3万吨，", 300_000), ("a clause without end", "产量达到3万吨", 150_000),
        ("a list without end", "3万吨、", 150_000), ("a list of and", "水和3万吨", 150_000), ("digits", "7", 500_000),
        ("digits and commas", "1,234", 300_000), ("Chinese numerals", "三百", 300_000),
        ("opened brackets", "（3个", 150_000),
        ("closed brackets", "3个）", 150_000), ("brackets in pairs", "（3个）", 150_000),
        ("quotation marks", "“3个", 150_000),
        ("punctuation", "，。；：、", 300_000), ("labels", "责任单位：", 150_000), ("dates", "2025年", 150_000),
        ("ranges", "3—", 150_000), ("products", "2×", 150_000), ("spaces", " ", 500_000),
        ("empty lines", "\n", 500_000),
        ("lines of a character", "字\n", 200_000), ("lines of a figure", "3个\n", 200_000),
        ("rows of TABs", "甲\t3\n", 150_000),
        ("Markdown rows", "| 甲 | 3 |\n", 150_000), ("tags", "<td>3", 150_000),
        ("numbered lines", "（一）完成3个。\n", 200_000),
        ("document numbers", "某政发〔2022〕19号\n", 100_000),
    ]

    func print() {
        Swift.print("traps: the whole reading, ledger included, at one size and at twice the size")
        for trap in Self.traps {
            let small = text(trap.unit, trap.bytes)
            let one = Stopwatch.best(of: 2) { read(small) }
            let large = text(trap.unit, 2 * trap.bytes)
            let two = Stopwatch.best(of: 1) { read(large) }
            let ratio = (two / one * 10).rounded() / 10
            printLine(trap.name, one.milliseconds, two.milliseconds, "ratio \(ratio)\(ratio > 3 ? "  NOT LINEAR" : "")")
        }
        Swift.print("")
    }

    private func text(_ unit: String, _ bytes: Int) -> [UInt8] {
        let unit = Array(unit.utf8)
        return Array("一、总体目标\n".utf8) + (0..<bytes / unit.count).flatMap { _ in unit }
    }

    private func read(_ bytes: [UInt8]) {
        guard let file = Ingestion.ingest(bytes: bytes, name: "trap.txt", repairs: repairs).file else { return }
        let layout = analyzer.layout(of: file)
        let extract = extractor.extract(from: layout).numbered(fileName: file.name)
        _ = NumeralLedger(
            file: file, claims: layout.claims + extract.claims,
            statementIDs: extract.statements.map(\.id))
    }
}
