import StatisticalModel

extension OutcomeCheck {
    /// How many figures of a document have a kind that is open or was decided by little; `explain` tells of each.
    static let closeCall = OutcomeCheck("close-call") { run, context in
        var counts: [DocumentKey: (count: Int, first: Statement)] = [:]
        var keys: [DocumentKey] = []
        for statement in run.statements.map(\.statement) where statement.evidence?.isCloseCall == true {
            let key = DocumentKey(bulletin: statement.provenance.bulletin, document: statement.provenance.document)
            if counts[key] == nil { keys.append(key) }
            counts[key, default: (0, statement)].count += 1
        }
        return keys.compactMap { key in
            guard let (count, first) = counts[key] else { return nil }
            return context.note(
                key.bulletin, line: first.provenance.line, subject: .text(first.provenance.documentTitle),
                expected: .phrase(.kindsClear, []), found: .phrase(.closeCalls, ["\(count)"]))
        }
    }
}

/// A document of a bulletin.
private struct DocumentKey: Hashable {
    let bulletin: String
    let document: Int
}
