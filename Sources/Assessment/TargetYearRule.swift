import PipelineDefinition
import StatisticalModel

/// What a target's year rests on (Methods, “Years that are not printed”).
///
/// 5个工作日内办结 in a notice of 2023 is no target of 2023: a limit of service whose year only the notice's date gives
/// holds until another is set. 新增100家 in it is, with a remark on its year.
enum TargetYearRule {
    /// `nil` where the text states the year: near the figure, in a table's head or in the document's title.
    static func basis(of target: Observation, library: PipelineLibrary) -> TargetYearBasis? {
        guard let statement = target.sources.first, let year = target.year else { return nil }
        switch statement.yearOrigin {
        case .date where isServiceLimit(target, library): return .standing
        case .date:
            guard let published = target.published else { return .published }
            return published.year == year.number ? .published : .planEnd
        case .guess: return .guess
        case .clause, .sentence, .paragraph, .leadIn, .section, .bracket, .header, .title, .none: return nil
        }
    }

    private static func isServiceLimit(_ target: Observation, _ library: PipelineLibrary) -> Bool {
        guard target.measure == .level, let unit = target.unit.flatMap({ library.units.resolve($0.name) }) else {
            return false
        }
        return library.assessment[.serviceLimit].contains(unit.dimension)
    }
}
