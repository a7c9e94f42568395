import PipelineDefinition
import SourceText

/// What the title of a document says: who issues it, and the names of the plan that it hands down.
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
}
