import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// Dates of title pages and signatures in all the ways they are printed.
///
/// `2024年3月5日`, `二〇二四年三月五日`, `2024年3月` (day 0), `2024-03-05`, `2024/3/5`, `2024.3.5`.
enum DocumentDate {
    /// The date of a line that holds nothing else, brackets and a time of day left aside.
    static func ofLine(_ bytes: [UInt8]) -> CalendarDate? {
        guard bytes.count <= 60 else { return nil }
        let (start, end) = inner(bytes)
        guard let found = parse(bytes, from: start) else { return nil }
        let isClock = bytes[min(found.end, end)..<end].allSatisfy { UInt32($0).isDigit || $0 == 0x20 || $0 == 0x3A }
        return isClock ? found.date : nil
    }

    /// The date of `（2025年1月15日在…会议上）` and `——2025年1月15日在…会议上`.
    static func ofSession(_ bytes: [UInt8], lexicon: LayoutLexicon) -> CalendarDate? {
        guard bytes.count <= 300 else { return nil }
        let (start, end) = inner(bytes)
        guard let found = parse(bytes, from: start), found.end < end else { return nil }
        return lexicon.ends(.session, Array(bytes[start..<end])) ? found.date : nil
    }

    /// The date in a newspaper's masthead: `某某日报 2024年2月6日 星期二`.
    static func inMasthead(_ line: TextLine) -> CalendarDate? {
        guard line.bytes.count <= 120, !line.endsSentence else { return nil }
        for index in line.bytes.indices where UInt32(line.bytes[index]).isDigit {
            if index > 0, UInt32(line.bytes[index - 1]).isDigit { continue }
            if let found = parse(line.bytes, from: index), found.date.day > 0 { return found.date }
        }
        return nil
    }

    /// The line without brackets around it and a dash before it.
    private static func inner(_ bytes: [UInt8]) -> (start: Int, end: Int) {
        var (start, end) = (0, bytes.count)
        while start < end {
            let scalar = bytes.scalar(at: start)
            guard ["（", "(", "—", "-", "【", "["].contains(Unicode.Scalar(scalar.value)) else { break }
            start += scalar.length
        }
        while end > start {
            let scalar = bytes.lastScalar(before: end)
            guard ["）", ")", "】", "]"].contains(Unicode.Scalar(scalar)) else { break }
            end -= scalar < 0x80 ? 1 : 3
        }
        return (start, end)
    }

    /// The date at `start` and its end; a day may be missing after 年 and 月.
    static func parse(_ bytes: [UInt8], from start: Int) -> (date: CalendarDate, end: Int)? {
        guard let found = DateReader.point(in: bytes, at: start), found.date.year >= 1949, found.date.month > 0 else {
            return nil
        }
        return found
    }
}
