import StatisticalModel

extension OutcomeCheck {
    /// A figure of a known indicator that stands elsewhere with another value.
    ///
    /// Expected is the figure in use, found the others; figures of unknown indicators share a name too easily.
    static let restatement = OutcomeCheck("restatement") { run, context in
        run.conflicts.compactMap { conflict in
            guard conflict.observations.indices.contains(conflict.used) else { return nil }
            let used = conflict.observations[conflict.used]
            guard used.indicator != nil, let source = used.sources.first else { return nil }
            let others = conflict.observations.enumerated().filter { $0.offset != conflict.used }.map(\.element)
            return context.note(
                source.provenance.bulletin, line: source.provenance.line,
                subject: "\(used.indicatorName)\(used.qualifier) \(used.year.map(\.description) ?? "")",
                expected: figure(used), found: others.map { figure($0) }.joined(separator: "；"))
        }
    }

    /// 500万吨 (003.txt:80610)
    private static func figure(_ observation: Observation) -> String {
        let source = observation.sources.first
        let places = observation.sources.map { "\($0.provenance.bulletin):\($0.provenance.line)" }
        let value = source?.quantity.map { "\($0.value)\($0.unit)" } ?? source?.wording ?? ""
        return "\(value) (\(places.joined(separator: ", ")))"
    }
}
