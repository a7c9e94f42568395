import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// What the title of a document says: who issues it, what sort of text it is, of which year, and the names of the
/// plan that it hands down.
enum DocumentTitle {
    /// The words before 关于.
    static func issuer(in title: [UInt8], lexicon: LayoutLexicon) -> String? {
        let starts = lexicon.words(.titleStart)
        for index in title.indices where title[index] >= 0xE0 {
            if index > 0, starts.longestMatch(in: title, at: index) != nil {
                return String(decoding: title[0..<index], as: UTF8.self)
            }
        }
        return nil
    }

    /// The names by which lines of the document can be its inner title.
    static func names(in title: [UInt8]) -> [[UInt8]] { quotedNames(title) + [subject(of: title)].compactMap { $0 } }

    /// The names in 《》.
    static func quotedNames(_ bytes: [UInt8]) -> [[UInt8]] {
        var result: [[UInt8]] = []
        var index = 0
        while let open = bytes.firstIndex(of: Array("《".utf8), from: index),
            let close = bytes.firstIndex(of: Array("》".utf8), from: open)
        {
            if close - open > 12 { result.append(Array(bytes[open + 3..<close])) }
            index = close + 3
        }
        return result
    }

    /// What a title says is handed down: the words between 印发 and 的通知.
    private static func subject(of title: [UInt8]) -> [UInt8]? {
        for verb in ["印发", "下达", "转发", "公布"] {
            guard let start = title.firstIndex(of: Array(verb.utf8)) else { continue }
            let end = title.firstIndex(of: Array("的通知".utf8), from: start) ?? title.count
            let words = Array(title[start + 6..<end])
            if words.count > 12 { return words }
        }
        return nil
    }

    // MARK: - Register

    /// The register of the whole title: of its last word that tells, where 通知 and the like count only alone.
    ///
    ///     …工作报告重点任务分工方案的通知            plan: 方案 stands last
    ///     …计划执行情况的审查意见                   review: 审查意见 is no plan, and what it judges lies behind
    ///     …计划执行情况与2026年计划草案的报告        report: it looks back and ahead
    ///     …预算执行情况的报告                       review: a report on nothing but what was done
    ///     …统计公报解读                             news
    ///     …完成绿化任务超1亿亩                       review
    static func register(of title: [UInt8], lexicon: LayoutLexicon) -> DocumentRegister? {
        var (index, last, reviews, looksAhead, isDone) = (0, TitleWord?.none, false, false, false)
        while index < title.count {
            guard let match = word(in: title, at: index, lexicon) else {
                if lexicon.words(.doneWord).longestMatch(in: title, at: index) != nil { isDone = true }
                index += 1
                continue
            }
            defer { isDone = false }
            index += match.length
            switch match.word {
            case .register(.notice) where last != nil: continue
            // 去年完成绿化任务1亿亩: what was aimed at has been done.
            case .register(.plan) where isDone:
                reviews = true
                continue
            case .register(.review): reviews = true
            case .ahead:
                looksAhead = true
                continue
            case .register: break
            }
            last = match.word
        }
        guard case .register(let register)? = last else {
            return looksAhead ? .report : reviews ? .review : nil
        }
        switch register {
        case .review where looksAhead: return .report
        case .report where reviews && !looksAhead: return .review
        default: return register
        }
    }

    private enum TitleWord: Equatable {
        case register(DocumentRegister)
        /// 计划草案, which is neither a plan nor a report.
        case ahead
    }

    private static let roles: [(LayoutLexicon.Role, TitleWord)] = [
        (.planWord, .register(.plan)), (.reportWord, .register(.report)), (.communiqueWord, .register(.communique)),
        (.noticeWord, .register(.notice)), (.reviewWord, .register(.review)), (.newsWord, .register(.news)),
        (.aheadWord, .ahead),
    ]

    private static func word(
        in title: [UInt8], at index: Int, _ lexicon: LayoutLexicon
    ) -> (length: Int, word: TitleWord)? {
        var result: (length: Int, word: TitleWord)?
        for (role, word) in roles {
            guard let match = lexicon.words(role).longestMatch(in: title, at: index) else { continue }
            if match.length > (result?.length ?? 0) { result = (match.length, word) }
        }
        return result
    }

    // MARK: - Year

    /// The latest year that the text names: 2025 of `2025年…统计公报`, 2026 of `2025年…和2026年…草案的报告`.
    static func year(in text: [UInt8]) -> Int? {
        var (index, latest) = (0, Int?.none)
        while index < text.count {
            var end = index
            while end < text.count, UInt32(text[end]).isDigit { end += 1 }
            if end - index == 4, end < text.count, text.hasPrefix(Array("年".utf8), at: end) {
                let year = text[index..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
                if (1949...2100).contains(year) { latest = max(latest ?? year, year) }
            }
            index = max(end, index + 1)
        }
        return latest
    }

    /// The last of the months from January on that the text opens with: 4 of `1-4月全市财政收支情况`.
    static func monthsSoFar(in text: [UInt8]) -> Int? {
        guard text.first == UInt8(ascii: "1"), let date = DateReader.read(in: text, at: 0)?.date, date.year == nil,
            date.firstMonth == 1, date.month > 1
        else { return nil }
        return date.month
    }

    /// The year among the digits of a file's name: 2025 of `tjgb-2025-layout`, none of `20250331`.
    static func year(inFileName name: String) -> Int? {
        let groups = name.utf8.split { !UInt32($0).isDigit }.filter { $0.count == 4 }
        return groups.compactMap { Int(String(decoding: Array($0), as: UTF8.self)) }.last { (1949...2100).contains($0) }
    }
}
