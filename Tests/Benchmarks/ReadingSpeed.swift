import Extraction
import Ingestion
import Layout
import PipelineDefinition
import PipelineRun
import SourceText
import StatisticalModel

/// Bytes a second from Ingestion to statements on one core, and how the time grows with the text.
struct ReadingSpeed {
    private let analyzer: LayoutAnalyzer
    private let extractor: Extractor
    private let repairs: RepairLexicon

    init(library: PipelineLibrary) {
        analyzer = LayoutAnalyzer(library: library)
        extractor = Extractor(library: library)
        repairs = library.repairs
    }

    func print(_ input: BenchmarkInput) {
        Swift.print("Ingestion to statements, one core")
        for file in input.files { printSpeed(BulletinFiles.name(of: file.path), file.bytes) }
        let whole = Stopwatch.best { for file in input.files { statements(of: file.bytes) } }
        printLine("all", whole.milliseconds, Self.rate(input.byteCount, whole))
        printSpeed("dense text, figures in every sentence", DenseText.bytes(sentences: 10_000))
        printSpeed("plain text, no figure", DenseText.plain(sentences: 10_000))
        Swift.print("")
    }

    /// A gazette against ten of it: linear reading takes ten times as long.
    func printGrowth(_ input: BenchmarkInput) {
        Swift.print("growth: ten times the text")
        for file in input.files { printGrowth(BulletinFiles.name(of: file.path), file.bytes) }
        printGrowth("dense text", DenseText.bytes(sentences: 2_000))
        Swift.print("")
    }

    private func printGrowth(_ name: String, _ bytes: [UInt8]) {
        let tenfold = Array((0..<10).map { _ in bytes }.joined())
        let one = Stopwatch.best(of: 3) { statements(of: bytes) }
        let ten = Stopwatch.best(of: 2) { statements(of: tenfold) }
        printLine(name, one.milliseconds, ten.milliseconds, "ratio \((ten / one * 10).rounded() / 10)")
    }

    private func printSpeed(_ name: String, _ bytes: [UInt8]) {
        let time = Stopwatch.best { statements(of: bytes) }
        printLine(name, time.milliseconds, Self.rate(bytes.count, time))
    }

    private func statements(of bytes: [UInt8]) {
        guard let file = Ingestion.ingest(bytes: bytes, name: "bench.txt", repairs: repairs).file else { return }
        _ = extractor.extract(from: analyzer.layout(of: file)).numbered(fileName: file.name)
    }

    private static func rate(_ bytes: Int, _ time: Duration) -> String {
        "\((Double(bytes) / time.seconds / 100_000).rounded() / 10) MB/s"
    }
}
