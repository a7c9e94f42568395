import PipelineDefinition
import StatisticalModel

/// What persons decided of names (`matches.csv`), by the folded name of the outturn.
struct NameDecisions: Sendable {
    private let decisions: [String: [NameDecision]]
    private let units: UnitTable

    init(library: PipelineLibrary) {
        let units = library.units
        self.units = units
        decisions = Dictionary(grouping: library.matches) { NameFolding.fold($0.outturn, units: units) }
    }

    /// The target's name that stands for `name`, as an alias does.
    func target(of name: String, in area: ReferenceArea?) -> String? {
        holding(name, area).first { $0.verdict == .yes }?.target
    }

    /// The code that was given to `name`.
    func code(of name: String, in area: ReferenceArea?) -> IndicatorCode? {
        for case .code(let code) in holding(name, area).map(\.verdict) { return code }
        return nil
    }

    /// Whether the two names were decided to be apart.
    func areApart(_ target: String, _ outturn: String, in area: ReferenceArea?) -> Bool {
        let folded = NameFolding.fold(target, units: units)
        return holding(outturn, area).contains {
            $0.verdict == .no && NameFolding.fold($0.target, units: units) == folded
        }
    }

    private func holding(_ name: String, _ area: ReferenceArea?) -> [NameDecision] {
        guard !decisions.isEmpty else { return [] }
        return (decisions[NameFolding.fold(name, units: units)] ?? []).filter {
            $0.area == nil || $0.area == area?.code
        }
    }
}
