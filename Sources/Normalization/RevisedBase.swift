import PipelineDefinition
import SourceText
import StatisticalModel

/// Notes that say which figures stand on a changed base of statistics: `注：[2] 地区生产总值已按第五次全国经济普查的结果修订。`
///
/// The levels that a document's note names get the status B in that document: no completion goes across it. A growth
/// is computed on one base and stays.
struct RevisedBase {
    let words: AssessmentSettings
    let catalogue: IndicatorCatalogue

    /// The sentences of a bulletin that say so, by document.
    func notes(of layout: BulletinLayout) -> [Int: [String]] {
        var result: [Int: [String]] = [:]
        for block in layout.blocks where block.role != .documentHead {
            let bytes = block.text.bytes[...]
            guard words.isRevision(bytes) || words.holds(bytes, .newBase) else { continue }
            let text = block.text.string
            let isNote = block.role == .note || words[.noteOpening].contains { text.begins(with: $0) }
            for sentence in text.split(separator: "。").map(String.init)
            where words.isRevision(Array(sentence.utf8)[...])
                || isNote && words.holds(Array(sentence.utf8)[...], .newBase)
            {
                result[block.document, default: []].append(sentence)
            }
        }
        return result
    }

    /// Whether the figure of `normalized` stands on a base that `notes` call new.
    func isRevised(_ normalized: NormalizedStatement, by notes: [Int: [String]]) -> Bool {
        let statement = normalized.statement
        guard let said = notes[statement.provenance.document], statement.kind == .actual, statement.measure == .level,
            statement.quantity != nil, !(normalized.baseUnit.map { UnitCode.sharesAndPoints.contains($0) } ?? false)
        else { return false }
        let indicator = normalized.indicator.flatMap { catalogue[$0] }
        let names = [statement.indicator] + (indicator.map { [$0.name] + $0.aliases } ?? [])
        return said.contains { note in names.contains { !$0.isEmpty && note.contains($0) } }
    }
}
