import PipelineDefinition
import StatisticalModel

/// What persons decided of names (`matches.csv`), by the folded name of the outturn.
struct NameDecisions: Sendable {
    private let decisions: [String: [NameDecision]]
    /// The targets of decisions that say yes, folded.
    private let confirmed: [(name: String, area: AreaCode?)]
    private let units: UnitTable

    init(library: PipelineLibrary) {
        let units = library.units
        self.units = units
        confirmed = library.matches.filter { $0.verdict == .yes }.map {
            (NameFolding.fold($0.target, units: units), $0.area)
        }
        decisions = Dictionary(grouping: library.matches) { NameFolding.fold($0.outturn, units: units) }
    }

    /// The target's name that stands for `name`, as an alias does.
    func target(of name: String, in area: ReferenceArea?) -> String? {
        let standing = standing(on: name, area)
        return standing?.verdict == .yes ? standing?.target : nil
    }

    /// The code that was given to `name`.
    func code(of name: String, in area: ReferenceArea?) -> IndicatorCode? {
        if case .code(let code)? = standing(on: name, area)?.verdict { code } else { nil }
    }

    /// What `name` is by the last decision that gave it a target or a code and that no later one on the pair took back.
    private func standing(on name: String, _ area: ReferenceArea?) -> NameDecision? {
        let held = holding(name, area)
        return held.indices.last { index in
            held[index].verdict != .no
                && !held[(index + 1)...].contains {
                    $0.verdict == .no
                        && NameFolding.fold($0.target, units: units)
                            == NameFolding.fold(held[index].target, units: units)
                }
        }.map { held[$0] }
    }

    /// Whether the two names were decided to be apart.
    func areApart(_ target: String, _ outturn: String, in area: ReferenceArea?) -> Bool {
        let folded = NameFolding.fold(target, units: units)
        return holding(outturn, area).last { NameFolding.fold($0.target, units: units) == folded }?.verdict == .no
    }

    /// Whether a name that names nothing by itself (新设企业) was confirmed as a target's.
    func isConfirmed(_ target: String, in area: ReferenceArea?) -> Bool {
        let folded = NameFolding.fold(target, units: units)
        return confirmed.contains { $0.name == folded && ($0.area == nil || $0.area == area?.code) }
    }

    private func holding(_ name: String, _ area: ReferenceArea?) -> [NameDecision] {
        guard !decisions.isEmpty else { return [] }
        return (decisions[NameFolding.fold(name, units: units)] ?? []).filter {
            $0.area == nil || $0.area == area?.code
        }
    }
}
