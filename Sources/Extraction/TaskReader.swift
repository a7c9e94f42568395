import SourceText
import StatisticalModel

/// Numbered measures with the units that answer for them: rows of tasks.csv.
struct TaskReader {
    let file: SourceFile

    func tasks(_ layout: BulletinLayout, _ duties: [Responsibility], _ documents: [DocumentContext]) -> [PlanTask] {
        var tasks: [PlanTask] = []
        for (index, block) in layout.blocks.enumerated() where !duties[index].isEmpty {
            guard block.role != .documentHead, let text = text(of: block, duties[index]) else { continue }
            tasks.append(task(block, duties[index], text, layout, documents))
        }
        return tasks
    }

    /// The measure's own words; `nil` for a line that only names units.
    private func text(of block: TextBlock, _ duty: Responsibility) -> Range<Int>? {
        let end = duty.range?.lowerBound ?? block.text.bytes.count
        return end > block.markerLength + 12 ? block.markerLength..<end : nil
    }

    private func task(
        _ block: TextBlock, _ duty: Responsibility, _ text: Range<Int>, _ layout: BulletinLayout,
        _ documents: [DocumentContext]
    ) -> PlanTask {
        let citation = documents.indices.contains(block.document) ? documents[block.document].citation : ""
        let section = block.headings.last.map { layout.blocks[$0].text.string } ?? ""
        return PlanTask(
            provenance: Provenance(
                bulletin: file.name, document: block.document, documentTitle: citation, line: block.line,
                lineEnd: block.lineEnd, quote: block.text.quotation(in: text, of: file), rule: .task),
            number: number(of: block), text: block.text.string(in: text), section: section, leadUnit: duty.leadUnit,
            responsible: duty.responsible, cooperating: duty.cooperating, deadlineText: duty.deadlineText,
            deadline: duty.deadline)
    }

    /// The printed clause number without its point: `12`, `（3）`.
    private func number(of block: TextBlock) -> String {
        var marker = block.text.string(in: 0..<block.markerLength)
        while let last = marker.last, last == "." || last == "、" || last == " " || last == "．" { marker.removeLast() }
        return marker
    }
}
