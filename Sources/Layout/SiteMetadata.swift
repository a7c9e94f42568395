import PipelineDefinition
import SourceText
import StatisticalModel

/// The lines that a government's site sets over a document: `发文字号：…`, `成文日期：…`.
struct SiteMetadata {
    private(set) var number: String?
    private(set) var issuer: String?
    private(set) var date: CalendarDate?
    /// The lines, as indices.
    private(set) var lines: [Int] = []

    /// Reads the first forty lines of a file.
    init(_ text: [TextLine], lexicon: LayoutLexicon) {
        for index in text.indices.prefix(40) { read(text[index].bytes, at: index, lexicon) }
        // One such word may begin any sentence.
        if lines.count < 2 { self = SiteMetadata() }
    }

    private init() {}

    private mutating func read(_ bytes: [UInt8], at index: Int, _ lexicon: LayoutLexicon) {
        let issuers = lexicon.words(.metadataIssuer).longestMatch(in: bytes, at: 0)
        guard let word = issuers ?? lexicon.words(.metadata).longestMatch(in: bytes, at: 0), bytes.count <= 240,
            let start = valueStart(bytes, from: word.length)
        else { return }
        lines.append(index)
        let value = Array(bytes[start...])
        if issuers != nil, !value.isEmpty { issuer = String(decoding: value, as: UTF8.self) }
        if let found = DocumentNumber.parse(value) { number = found.text }
        if let found = DocumentDate.parse(value, from: 0) { date = date ?? found.date }
    }

    /// The offset after the colon that ends the word.
    private func valueStart(_ bytes: [UInt8], from end: Int) -> Int? {
        if bytes.lastScalar(before: end) == UInt32(scalar: "：") { return end }
        guard end < bytes.count else { return nil }
        let sign = bytes.scalar(at: end)
        return sign.value == UInt32(scalar: "：") || sign.value == UInt32(scalar: ":") ? end + sign.length : nil
    }
}
