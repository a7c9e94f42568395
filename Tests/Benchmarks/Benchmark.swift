import Foundation
import PipelineDefinition
import SourceText

/// Prints how long each stage takes and what the parts reach: `make bench`, or `gongbao-bench [PART…]`.
///
/// Parts: stages, speed, growth, traps, pages, comparison, spreadsheet, large; without one all of them. The numbers are for a
/// reader to judge: nothing fails here, since a busy machine is no fault of the program.
@main
struct Benchmark {
    static func main() async {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.first == LargeInput.childArgument { return await LargeInput.runChild(Array(arguments)) }
        let (library, problems) = PipelineLibrary.load(from: BenchmarkInput.pipelines)
        guard problems.isEmpty else {
            for problem in problems { print(problem) }
            exit(2)
        }
        func wants(_ part: String) -> Bool { arguments.isEmpty || arguments.contains(part) }
        let input = BenchmarkInput.bulletins()
        print("input: \(input.description)\n")
        if wants("stages") { await StageTimes(library: library, input: input).print() }
        if wants("speed") { ReadingSpeed(library: library).print(input) }
        if wants("growth") { ReadingSpeed(library: library).printGrowth(input) }
        if wants("traps") { TrapTimes(library: library).print() }
        if wants("pages") { PageSpeed.print() }
        if wants("comparison") { ComparisonSpeed.print() }
        if wants("spreadsheet") { SpreadsheetSpeed.print() }
        if wants("large") { LargeInput.print() }
    }
}
