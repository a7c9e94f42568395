import StatisticalModel

extension OutcomeCheck {
    /// A bulletin from which nothing was read is one that the program did not understand.
    static let noStatement = OutcomeCheck("no-statement") { run, context in
        let spoken = Set(run.statements.map(\.statement.provenance.bulletin))
        return run.bulletins.filter { !spoken.contains($0.name) }.map {
            context.note($0.name, expected: .phrase(.atLeastOne, []), found: .phrase(.none, []))
        }
    }
}
