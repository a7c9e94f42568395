import BulletinSource
import Extraction
import Ingestion
import Layout
import PipelineDefinition
import SourceText
import StatisticalModel

/// Any bytes through Ingestion, Layout, Extraction and the ledger: nothing may trap or hang, and what is claimed must
/// lie within the file.
struct BulletinFuzzer {
    private let analyzer: LayoutAnalyzer
    private let extractor: Extractor
    private let repairs: RepairLexicon

    static let shared = BulletinFuzzer()

    private init() {
        let root = #filePath.dropLast("/Tests/Fuzzing/Sources/gongbao-fuzz/BulletinFuzzer.swift".count)
        let (library, problems) = PipelineLibrary.load(from: root + "/Pipelines")
        precondition(problems.isEmpty, "Pipelines/ is wrong: run `gongbao check`")
        analyzer = LayoutAnalyzer(library: library)
        extractor = Extractor(library: library)
        repairs = library.repairs
    }

    func read(_ bytes: [UInt8]) {
        if bytes.starts(with: "<document".utf8) { return readTrace(bytes) }
        guard let file = Ingestion.ingest(bytes: bytes, name: "fuzz.txt", repairs: repairs).file else { return }
        let layout = analyzer.layout(of: file)
        let extract = extractor.extract(from: layout).numbered(fileName: file.name)
        for statement in extract.statements {
            precondition(statement.numeralRanges.allSatisfy { $0.upperBound <= file.bytes.count })
        }
        _ =
            NumeralLedger(
                file: file, claims: layout.claims + extract.claims,
                statementIDs: extract.statements.map(\.id)
            ).entries
    }
}

extension BulletinFuzzer {
    /// The trace of a PDF: places come in order and within the text.
    private func readTrace(_ bytes: [UInt8]) {
        var trace = PDFTrace()
        trace.read(bytes)
        guard let text = try? trace.text() else { return }
        precondition(text.places.ranges.allSatisfy { $0.upperBound <= text.bytes.count })
    }
}

/// libFuzzer calls it with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzBulletin(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    BulletinFuzzer.shared.read(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
