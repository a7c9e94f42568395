import StatisticalModel

extension OutcomeCheck {
    /// What has to be done cannot have been due before the document was published.
    static let deadlineBeforeDocument = OutcomeCheck("deadline-before-document") { run, context in
        let targets = run.statements.filter { $0.statement.kind == .target }.map(\.statement)
        let places =
            targets.map { ($0.provenance, $0.indicator, $0.deadline) }
            + run.bulletins.flatMap(\.tasks).map {
                ($0.provenance, $0.number.isEmpty ? $0.text : $0.number, $0.deadline)
            }
        let documents = run.documents
        return places.compactMap { place, subject, deadline in
            let all = documents[place.bulletin] ?? []
            guard let deadline, let published = all.indices.contains(place.document) ? all[place.document].date : nil,
                deadline.lastDay < published
            else {
                return nil
            }
            return context.note(
                place.bulletin, line: place.line, subject: .text(subject), expected: "≥ \(published)",
                found: "\(deadline)")
        }
    }
}
