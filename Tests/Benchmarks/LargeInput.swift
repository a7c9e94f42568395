import Foundation
import PipelineDefinition
import PipelineRun
import Publishing
import SourceText
import StatisticalModel

/// The whole report over bulletins of our own with some 120,000 statements, and over a tenth of them: time and
/// memory, each in a process of its own.
enum LargeInput {
    static let childArgument = "--report-bulletins"

    static func print() {
        Swift.print("large input, the whole report")
        let folder = FileManager.default.temporaryDirectory.path + "/gongbao-bench-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for bulletins in ["30", "300"] {
            let output = ChildProcess.output(CommandLine.arguments[0], [childArgument, folder, bulletins])
            guard let output else { return printLine("FAILED", "the report stopped") }
            printLine("\(bulletins) bulletins", output.split(separator: "\n").joined())
        }
        Swift.print("")
    }

    /// `--report-bulletins FOLDER COUNT`: writes the bulletins, runs the report and prints what it took.
    static func runChild(_ arguments: [String]) async {
        guard arguments.count == 3, let count = Int(arguments[2]) else { exit(64) }
        let folder = arguments[1] + "/\(count)"
        let library = PipelineLibrary.load(from: BenchmarkInput.pipelines).library
        write(count, library, to: folder + "/bulletins")
        let options = ReportOptions(
            bulletins: [folder + "/bulletins"], output: folder + "/output",
            asOf: CalendarDate(year: 2024, month: 12, day: 31))
        let start = ContinuousClock.now
        guard let outcome = try? await ReportRun(library: library, options: options).run() else { exit(1) }
        let time = (ContinuousClock.now - start).milliseconds
        let usage = ProcessUsage.now
        let (statements, targets) = (outcome.report.statements.count, outcome.report.assessments.count)
        Swift.print(
            "\(statements) statements, \(targets) targets   \(time), user \(Int(usage.userMilliseconds)) ms   "
                + "\(usage.kilobytes / 1024) MB")
    }

    /// A plan for each of `count` areas with 400 figures, half of them of the catalogues' indicators.
    private static func write(_ count: Int, _ library: PipelineLibrary, to folder: String) {
        let indicators = library.pipelines.flatMap(\.indicators)
        let areas = library.areas.areas.values.sorted()
        for (number, area) in areas.prefix(count).enumerated() {
            var text = "\(area.name)人民政府关于印发\(area.name)发展规划的通知\n\n"
            for index in 0..<200 {
                let indicator = indicators[index % indicators.count]
                let (name, unit) = index % 2 == 0 ? (indicator.name, indicator.unit.name) : ("第\(index)类设施数量", "个")
                let value = (index * 7 + number) % 80 + 10
                text += "2021年，\(name)为\(value)\(unit)。到2025年，\(name)达到\(value + 5)\(unit)以上。\n"
            }
            try? EditionFolder.writeFile(Array(text.utf8), path: "\(folder)/plan-\(number).txt")
        }
    }
}
