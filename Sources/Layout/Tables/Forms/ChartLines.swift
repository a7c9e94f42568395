import PipelineDefinition
import SourceText

/// Finds the lines that a chart leaves in text: the figures of its axes and of its points, without words.
///
/// ```
/// 500                                        12%
///         7.8%      7.0%
///         253.18    285.71    309.26
///   0     2020      2021      2022            0%
/// ```
/// Which figure is whose is lost, so that the lines are taken out and nothing is stated of them.
struct ChartLines {
    private let file: SourceFile
    private let lines: [SourceLine]
    private let lexicon: TableLexicon

    /// Fewer lines, or fewer years in a row, are no chart.
    private static let fewestLines = 4
    private static let fewestYears = 3

    /// The lines of each chart among those of text that no table has.
    static func find(
        _ file: SourceFile, lines: [SourceLine], taken: [Bool], lexicon: TableLexicon
    ) -> [ClosedRange<Int>] {
        let free = lines.filter { $0.role == .text && !taken[$0.number - 1] }
        return ChartLines(file: file, lines: free, lexicon: lexicon).charts()
    }

    private func charts() -> [ClosedRange<Int>] {
        var result: [ClosedRange<Int>] = []
        var run: [FieldLine] = []
        func close() {
            if run.count >= Self.fewestLines, hasYears(run), let first = run.first, let last = run.last {
                result.append(first.number...last.number)
            }
            run = []
        }
        for line in lines {
            guard couldBeFigures(line.range), case let read = FieldLine(file, line, lexicon: lexicon),
                read.fields.allSatisfy(\.isValue)
            else {
                close()
                continue
            }
            run.append(read)
        }
        close()
        return result
    }

    /// A quick look: digits, signs and blanks alone.
    private func couldBeFigures(_ range: Range<Int>) -> Bool {
        !range.isEmpty && file.bytes[range].allSatisfy { $0 < 0x40 }
    }

    /// Years that follow each other, in one line or at the head of lines.
    private func hasYears(_ run: [FieldLine]) -> Bool {
        let across = run.contains { Self.longestRun($0.fields.map { Self.year($0.line) }) >= Self.fewestYears }
        let down = run.compactMap { line in line.fields.count > 1 ? Self.year(line.fields[0].line) : nil }
        return across || Self.longestRun(down) >= Self.fewestYears
    }

    private static func longestRun(_ years: [Int?]) -> Int {
        var (longest, current) = (0, 0)
        for (index, year) in years.enumerated() {
            let goesOn = index > 0 && year != nil && years[index - 1].map { abs($0 - (year ?? 0)) == 1 } ?? false
            current = goesOn ? current + 1 : year == nil ? 0 : 1
            longest = max(longest, current)
        }
        return longest
    }

    private static func year(_ line: TableLine) -> Int? {
        guard line.kind == .span, line.scalars.count == 4 else { return nil }
        return Int(line.text)
    }
}
