import Assessment
import Extraction
import Ingestion
import Layout
import Normalization
import PipelineDefinition
import SourceText
import StatisticalModel

/// Input that invites quadratic time, at one size and at twice the size: linear reading takes twice as long.
struct TrapTimes {
    private let analyzer: LayoutAnalyzer
    private let extractor: Extractor
    private let normalizer: Normalizer
    private let assessor: Assessor
    private let repairs: RepairLexicon

    init(library: PipelineLibrary) {
        analyzer = LayoutAnalyzer(library: library)
        extractor = Extractor(library: library)
        normalizer = Normalizer(library: library)
        assessor = Assessor(library: library)
        repairs = library.repairs
    }

    private enum Encoding {
        case utf16
        /// GB18030 with every character in four bytes, as only rare ones are: the slowest to tell from others.
        case fourBytes
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
        ("document heads", "某政发〔2022〕19号\n关于印发工作方案的通知\n\n各区人民政府：\n", 60_000),
        ("an indicator restated", "到2025年，养老床位达到3张。\n", 60_000),
        ("totals of parts", "合计12万元，其中甲3万元、乙4万元、丙5万元。\n", 60_000),
        ("totals in one sentence", "合计12万元，其中甲3万元，", 60_000),
        ("lists of respectively", "甲、乙、丙分别达到1万吨、2万吨、3万吨，", 60_000),
    ]

    /// A paragraph without end in other encodings.
    private static let encoded: [(name: String, encoding: Encoding)] = [
        ("a paragraph of UTF-16", .utf16), ("a paragraph of GB18030, four bytes each", .fourBytes),
    ]

    func print() {
        Swift.print("traps: from bytes to verdicts, ledger included, at one size and at twice the size")
        for trap in Self.traps { print(trap.name, text(trap.unit, trap.bytes), text(trap.unit, 2 * trap.bytes)) }
        for trap in Self.encoded {
            let (small, large) = (text("到2025年，床位达到3张，", 120_000), text("到2025年，床位达到3张，", 240_000))
            print(trap.name, Self.encode(small, trap.encoding), Self.encode(large, trap.encoding))
        }
        Swift.print("")
    }

    private func print(_ name: String, _ small: [UInt8], _ large: [UInt8]) {
        let one = Stopwatch.best(of: 2) { read(small) }
        let two = Stopwatch.best(of: 1) { read(large) }
        let ratio = (two / one * 10).rounded() / 10
        printLine(name, one.milliseconds, two.milliseconds, "ratio \(ratio)\(ratio > 3 ? "  NOT LINEAR" : "")")
    }

    private static func encode(_ bytes: [UInt8], _ encoding: Encoding) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        switch encoding {
        case .utf16: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .fourBytes:
            // Plane 2 begins at 95 32 82 36; where Han characters stood, its characters stand.
            return text.unicodeScalars.flatMap { scalar -> [UInt8] in
                guard scalar.value >= 0x80 else { return [UInt8(scalar.value)] }
                return [0x95, 0x32, 0x82 + UInt8(scalar.value % 8), 0x30 + UInt8(scalar.value % 10)]
            }
        }
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
        let normalized = normalizer.normalize([(layout: layout, extract: extract)])
        _ = assessor.assess(normalized.observations, asOf: CalendarDate(year: 2024, month: 12, day: 31))
    }
}
