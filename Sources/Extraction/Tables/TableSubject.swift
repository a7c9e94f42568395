import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// What a table is about, from its title: 表1 世界级能源产业产值预期目标表 is about 世界级能源产业产值.
enum TableSubject {
    /// The title without table number, years and the words that only say that it is a table of targets.
    static func text(of title: String, library: PipelineLibrary) -> String {
        let bytes = Array(title.utf8)
        var range = CellText.trimmed(afterTableNumber(bytes)..<bytes.count, of: bytes)
        // 禾州市分县区一般公共预算收入: what stands up to 分县区 is whose the parts are.
        var index = range.lowerBound
        while index < range.upperBound {
            if let lead = library.headers.titleLeads.longestMatch(in: bytes, at: index, limit: range.upperBound) {
                let rest = CellText.trimmed(index + lead.length..<range.upperBound, of: bytes)
                let filler = library.headers.titleFillers.longestMatch(
                    in: bytes, at: rest.lowerBound, limit: rest.upperBound)
                // 一般公共预算收入分县区完成情况表: with nothing but a filler behind, the subject stands before.
                if filler?.length ?? 0 == rest.count {
                    range = CellText.trimmed(range.lowerBound..<index, of: bytes)
                    break
                }
                (range, index) = (rest, rest.lowerBound)
            } else if let bracket = CellText.bracket(in: bytes, at: index) {
                index = bracket.whole.upperBound
            } else {
                index += CellText.width(bytes[index])
            }
        }
        if let rest = withoutYearInBracket(range, of: bytes) { range = CellText.trimmed(rest, of: bytes) }
        while let rest = withoutFiller(range, of: bytes, library: library) { range = CellText.trimmed(rest, of: bytes) }
        return withoutYears(bytes[range])
    }

    private static func afterTableNumber(_ bytes: [UInt8]) -> Int {
        var index = 0
        for word in ["附表", "附件", "表", "专栏"] where bytes.starts(with: word.utf8) {
            index = word.utf8.count
            break
        }
        guard index > 0 else { return 0 }
        while index < bytes.count, CellText.isDigit(bytes[index]) || bytes[index] == UInt8(ascii: "-") { index += 1 }
        return index
    }

    /// `range` without the filler that ends it; `nil` where none does or nothing would be left.
    private static func withoutFiller(
        _ range: Range<Int>, of bytes: [UInt8], library: PipelineLibrary
    ) -> Range<Int>? {
        var start = max(range.lowerBound, range.upperBound - 36)
        while start < range.upperBound {
            if bytes[start] & 0xC0 != 0x80,
                let match = library.headers.titleFillers.longestMatch(in: bytes, at: start, limit: range.upperBound),
                start + match.length == range.upperBound, start > range.lowerBound
            {
                return range.lowerBound..<start
            }
            start += 1
        }
        return nil
    }

    /// `range` without the bracket of nothing but years that ends it: 全市收入情况（2024年）.
    private static func withoutYearInBracket(_ range: Range<Int>, of bytes: [UInt8]) -> Range<Int>? {
        var index = range.lowerBound
        while index < range.upperBound {
            if let bracket = CellText.bracket(in: bytes, at: index), bracket.whole.upperBound == range.upperBound,
                bracket.whole.lowerBound > range.lowerBound
            {
                return withoutYears(bytes[bracket.content]).isEmpty ? range.lowerBound..<index : nil
            }
            index += CellText.width(bytes[index])
        }
        return nil
    }

    private static func withoutYears(_ bytes: ArraySlice<UInt8>) -> String {
        let bytes = Array(bytes)
        var kept: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if let years = DateReader.years(in: bytes, at: index) {
                index = years.end
            } else if let plan = DateReader.plan(in: bytes, at: index) {
                index += plan.length
            } else {
                let width = CellText.width(bytes[index])
                let scalar = bytes[index..<min(index + width, bytes.count)]
                if !["“", "”"].contains(where: { scalar.elementsEqual($0.utf8) }) { kept += scalar }
                index += width
            }
        }
        return CellText.string(CellText.trimmed(0..<kept.count, of: kept), of: kept)
    }
}
