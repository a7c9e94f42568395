import PipelineDefinition
import SourceText
import StatisticalModel

/// What a document's title and date say of the figures in it.
struct DocumentContext: Sendable {
    /// The year that the document is for: 2023年…计划 is 2023, a plan of the “十四五” 2025.
    var year: Int?
    var yearOrigin = ContextOrigin.none
    var issueYear: Int?
    var kind: StatementKind?
    var citation: String

    /// A document without a year in title and date takes the year that its text names most.
    mutating func complete(from blocks: [TextBlock], scanner: ProseScanner) {
        guard year == nil else { return }
        var counts: [Int: Int] = [:]
        for block in blocks {
            let bytes = block.text.bytes
            var index = 0
            while let start = bytes[index...].firstIndex(where: UTF8Scanning.isDigit) {
                let found = scanner.year(in: bytes, at: start)
                if let found { counts[found.year, default: 0] += 1 }
                index = found?.end ?? start + 1
                while index < bytes.count, UTF8Scanning.isDigit(bytes[index]) { index += 1 }
            }
        }
        year = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
        if year != nil { yearOrigin = .date }
    }

    init(_ document: BulletinDocument, scanner: ProseScanner) {
        citation = document.citation
        issueYear = document.date?.year
        let marks = HeadingContext(text: Array(document.title.utf8), scanner: scanner, scope: .titleKind)
        kind = marks.kind
        if let titled = marks.year {
            year = titled
            yearOrigin = .title
            issueYear = issueYear ?? (marks.isPlan ? nil : marks.firstYear)
        } else if let dated = document.date?.year {
            year = dated
            yearOrigin = .date
        }
    }
}

/// The year and the kind that a heading or a title gives to what stands under it.
struct HeadingContext: Sendable {
    var year: Int?
    var firstYear: Int?
    var isPlan = false
    var kind: StatementKind?

    init(text: [UInt8], scanner: ProseScanner, scope: LexemeRoles = .headingKind) {
        let list = scanner.scan(text, 0..<text.count)
        for token in list.tokens {
            switch token.kind {
            case .date(let index):
                guard let found = list.dates[index].year else { continue }
                year = year.map { max($0, found) } ?? found
                firstYear = firstYear ?? list.dates[index].first
                isPlan = isPlan || list.dates[index].isPlan
            case .word(let index) where list.words[index].roles.contains(scope):
                kind = kind == .actual ? kind : list.words[index].kind ?? kind
            default: break
            }
        }
    }
}
