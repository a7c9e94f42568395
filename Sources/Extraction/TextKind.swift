import PipelineDefinition
import StatisticalModel

/// What the figures of a text state that no word, section or title decides.
///
/// A news item (`全年支出4亿元。税收增长6%，比上年加快1个百分点。…`) seldom says of each figure that it is a fact. Where it states
/// some facts by words of its own and aims at nothing anywhere, the others are facts as well. A plan and a report on
/// both sides leave them open.
struct TextKind {
    let evidence: EvidenceTable

    /// Facts by words of their own that a text states at least: two may stand beside figures of any kind.
    static let leastFacts = 3

    /// Settles the statements of prose that stayed open, those of each document by themselves.
    func complete(_ statements: inout [Statement], of documents: [DocumentContext]) {
        let weight = evidence.weight(of: .text, for: .kind)
        guard weight > 0 else { return }
        var counts = [(facts: Int, intentions: Int, open: Int)](repeating: (0, 0, 0), count: documents.count)
        for statement in statements where counts.indices.contains(statement.provenance.document) {
            let document = statement.provenance.document
            switch statement.kind {
            case .actual: if statement.role != .oldLevel { counts[document].facts += 1 }
            case .undetermined: counts[document].open += 1
            case .target, .forecast: counts[document].intentions += 1
            case .reference: break
            }
        }
        guard counts.contains(where: { $0.open > 0 }) else { return }
        for index in statements.indices where statements[index].kind == .undetermined {
            let document = statements[index].provenance.document
            guard counts.indices.contains(document), documents[document].mayTellFactsAlone,
                counts[document].facts >= Self.leastFacts, counts[document].intentions == 0,
                statements[index].evidence?.kind.winner == nil
            else { continue }
            statements[index].kind = .actual
            statements[index].evidence?.kind = ContextDecision(
                winner: ContextCandidate(.actual, .text, weight: weight), runnerUp: nil, isOpen: false)
        }
    }
}

extension DocumentContext {
    /// It says of itself neither that it plans nor that it reports on two years.
    fileprivate var mayTellFactsAlone: Bool { kind == nil && !isPlan && !plansAhead && register != .plan }
}
