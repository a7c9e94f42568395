import PipelineDefinition
import SourceText
import StatisticalModel
import TestSupport

@testable import Extraction

/// Sentences as blocks, read with the project's own word lists.
enum ProseFixture {
    static let loaded = PipelineLibrary.load(from: ProjectFolder.pipelines)
    static let library = loaded.library

    static func extract(
        _ text: String, title: String = "", date: CalendarDate? = nil, heading: String? = nil
    ) -> BulletinExtract {
        let head = heading.map { $0 + "\n" } ?? ""
        let file = SourceFile(name: "sample.txt", text: head + text)
        let start = head.utf8.count
        var blocks: [TextBlock] = []
        if start > 0 {
            blocks.append(
                TextBlock(role: .heading(level: 1), text: PlacedText(file, 0..<start - 1), line: 1, lineEnd: 1))
        }
        blocks.append(
            TextBlock(
                role: .paragraph, text: PlacedText(file, start..<file.bytes.count), headings: start > 0 ? [0] : [],
                line: start > 0 ? 2 : 1, lineEnd: start > 0 ? 2 : 1))
        let document = BulletinDocument(title: title, date: date, firstLine: 1, lastLine: file.lineCount)
        return Extractor(library: library).extract(
            from: BulletinLayout(file: file, documents: [document], blocks: blocks))
    }

    /// `name|comparator value[-upper] unit|year|kind|measure`, one for each statement.
    static func lines(
        _ text: String, title: String = "", date: CalendarDate? = nil, heading: String? = nil
    ) -> [String] {
        extract(text, title: title, date: date, heading: heading).statements.map { statement in
            let quantity = statement.quantity
            let upper = quantity?.upper.map { "-\($0)" } ?? ""
            let value = quantity.map { "\($0.value)\(upper)\($0.unit)" } ?? ""
            let year = statement.year?.description ?? "-"
            return "\(statement.indicator)|\(statement.comparator.rawValue) \(value)|\(year)|\(statement.kind)|"
                + "\(statement.measure)"
        }
    }
}
