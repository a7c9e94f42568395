import Assessment
import Extraction
import Foundation
import Ingestion
import Layout
import Normalization
import PipelineDefinition
import PipelineRun
import Publishing
import SourceText
import StatisticalModel

/// The warm time of each stage over all bulletins, one after the other on one core, and of the whole run.
struct StageTimes {
    let library: PipelineLibrary
    let input: BenchmarkInput
    private let asOf = CalendarDate(year: 2024, month: 12, day: 31)

    func print() async {
        Swift.print("stages, one core")
        printLine("definitions (Pipelines/)", time { _ = PipelineLibrary.load(from: BenchmarkInput.pipelines) })
        printLine("Ingestion", time { _ = ingested() })
        let files = ingested()
        let analyzer = LayoutAnalyzer(library: library)
        printLine("Layout", time { _ = files.map { analyzer.layout(of: $0) } })
        let layouts = files.map { analyzer.layout(of: $0) }
        let extractor = Extractor(library: library)
        printLine(
            "Extraction", time { _ = layouts.map { extractor.extract(from: $0).numbered(fileName: $0.file.name) } })
        let extracts = layouts.map { extractor.extract(from: $0).numbered(fileName: $0.file.name) }
        let read = zip(layouts, extracts).map { (layout: $0, extract: $1) }
        printLine("ledger", time { _ = read.map { ledger($0.layout, $0.extract) } })
        let normalizer = Normalizer(library: library)
        printLine("Normalization", time { _ = normalizer.normalize(read) })
        let normalized = normalizer.normalize(read)
        let assessor = Assessor(library: library)
        printLine("Assessment", time { _ = assessor.assess(normalized.observations, asOf: asOf) })
        await printPublishing()
        Swift.print("")
    }

    private func printPublishing() async {
        let folder = FileManager.default.temporaryDirectory.path + "/gongbao-bench-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let options = ReportOptions(bulletins: [input.folder], output: folder, asOf: asOf)
        let run = ReportRun(library: library, options: options)
        guard let outcome = try? await run.run() else {
            printLine("Publishing, whole run", "the run failed")
            return
        }
        printLine("Publishing, CSV and JSON", time { _ = EditionFiles.files(of: outcome.report) })
        let path = folder + "/bench.xlsx"
        printLine("Publishing, workbook", time { try? ProgressWorkbook(outcome.report).write(to: path) })
        let whole = await Stopwatch.best { _ = try? await run.run() }
        printLine("whole run, all cores, files written", whole.milliseconds)
    }

    private func time(_ work: () -> Void) -> String { Stopwatch.best(work).milliseconds }

    private func ingested() -> [SourceFile] {
        input.files.compactMap {
            Ingestion.ingest(
                bytes: $0.bytes, name: BulletinFiles.name(of: $0.path), repairs: library.repairs
            ).file
        }
    }

    private func ledger(_ layout: BulletinLayout, _ extract: BulletinExtract) -> Int {
        NumeralLedger(
            file: layout.file, claims: layout.claims + extract.claims,
            statementIDs: extract.statements.map(\.id)
        ).entries.count
    }
}
