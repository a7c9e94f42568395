import PipelineDefinition
import SourceText
import StatisticalModel

/// Tasks told as a numbered clause and labelled lines under it: 牵头单位：…, 完成时限：….
struct LabelledTaskReader {
    let layout: BulletinLayout
    let lexicon: ListColumnLexicon

    /// In bytes: twenty characters, blanks between them taken in.
    private static let longestLabel = 80

    func tasks() -> [PlanTask] {
        var tasks: [PlanTask] = []
        var clause: TextBlock?
        var fields: [ListColumnLexicon.Field: String] = [:]
        func close() {
            if let clause, fields[.leadUnit] != nil || fields[.responsible] != nil {
                tasks.append(task(clause, fields))
            }
            fields = [:]
        }
        for block in layout.blocks {
            if let (field, value) = label(block.text.bytes), clause != nil {
                fields[field] = fields[field].map { $0 + "、" + value } ?? value
                continue
            }
            close()
            if isClause(block) {
                clause = block
            } else if case .heading = block.role {
                clause = nil
            }
        }
        close()
        return tasks
    }

    /// A block with a printed number, or the sentence after which the labels stand.
    private func isClause(_ block: TextBlock) -> Bool {
        switch block.role {
        case .paragraph: true
        case .heading: block.markerLength > 0
        default: false
        }
    }

    /// `牵头单位：市农牧局`; the label is the whole text before the colon.
    private func label(_ text: [UInt8]) -> (ListColumnLexicon.Field, String)? {
        guard let (colon, width) = Self.colon(in: text) else { return nil }
        let word = CellPieces.compact(String(decoding: text[..<colon], as: UTF8.self))
        guard let field = lexicon.words.value(of: word.utf8),
            [.leader, .leadUnit, .responsible, .cooperating, .deadline].contains(field)
        else { return nil }
        var value = String(decoding: text[(colon + width)...], as: UTF8.self)[...]
        while let last = value.last, last == "。" || last == " " || last == "；" { value = value.dropLast() }
        return (field, String(value))
    }

    /// The first `：` or `:` and its width in bytes, where a label's length stands before it.
    private static func colon(in text: [UInt8]) -> (Int, Int)? {
        for index in 0..<min(text.count, longestLabel) {
            if text[index] == UInt8(ascii: ":") { return (index, 1) }
            // U+FF1A
            if text[index] == 0xEF, text[index...].starts(with: [0xEF, 0xBC, 0x9A]) { return (index, 3) }
        }
        return nil
    }

    private func task(_ clause: TextBlock, _ fields: [ListColumnLexicon.Field: String]) -> PlanTask {
        let text = clause.text.string
        let mark = clause.text.string(in: 0..<clause.markerLength)
        let deadline = fields[.deadline] ?? ""
        let section = clause.headings.last.map { layout.blocks[$0].text.string } ?? ""
        let document = layout.documents.indices.contains(clause.document) ? layout.documents[clause.document] : nil
        let provenance = Provenance(
            bulletin: layout.file.name, document: clause.document, documentTitle: document?.citation ?? "",
            line: clause.line, lineEnd: clause.lineEnd, quote: clause.text.quotation(of: layout.file),
            rule: .labelledLines)
        return PlanTask(
            provenance: provenance, number: mark, text: String(text.dropFirst(mark.count)), section: section,
            leader: fields[.leader] ?? "", leadUnit: fields[.leadUnit] ?? "",
            responsible: fields[.responsible] ?? "", cooperating: fields[.cooperating] ?? "",
            deadlineText: deadline, deadline: DeadlineText.date(in: deadline))
    }
}
