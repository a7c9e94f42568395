public import PipelineDefinition
public import SourceText
import StatisticalModel

/// Gives the office's figures that name their indicator its code, where the name leaves no doubt.
///
/// 护理型床位占比 is an alias of EC-005, 养老机构中护理型床位占比 measures the same by its facets; a name that might be
/// several indicators', or nearly one's, is a problem to mend and is never guessed.
public struct SuppliedNames {
    private let library: PipelineLibrary
    private let catalogue: IndicatorCatalogue
    private let names: CatalogueNames
    private let near: NearIndicators

    public init(library: PipelineLibrary) {
        self.library = library
        catalogue = IndicatorCatalogue(library: library)
        names = CatalogueNames(library: library, catalogue: catalogue)
        near = NearIndicators(catalogue)
    }

    /// The library with all codes filled in, and a problem for each row without.
    public func resolved() -> (library: PipelineLibrary, problems: [Diagnostic]) {
        var library = library
        var problems: [Diagnostic] = []
        for index in library.pipelines.indices {
            let pipeline = library.pipelines[index].id
            for row in library.pipelines[index].suppliedFigures.indices {
                let figure = library.pipelines[index].suppliedFigures[row]
                guard figure.indicator.text.isEmpty else { continue }
                switch code(of: figure, in: pipeline) {
                case .found(let code): library.pipelines[index].suppliedFigures[row].indicator = code
                case .problem(let message):
                    problems.append(
                        Diagnostic(
                            path: figure.path, position: SourcePosition(line: figure.line), severity: .error,
                            message: message))
                }
            }
            library.pipelines[index].suppliedFigures.removeAll { $0.indicator.text.isEmpty }
        }
        return (library, problems)
    }

    private enum Outcome {
        case found(IndicatorCode)
        case problem(String)
    }

    private func code(of figure: SuppliedFigure, in pipeline: PipelineID) -> Outcome {
        let unit = figure.unit.flatMap { library.units.resolve($0)?.base }
        let isChange = figure.measure.statementMeasure == .change
        let exact = catalogue.match(
            name: figure.name, qualifier: figure.qualifier, unit: unit,
            change: isChange ? figure.measure.changeDirection : nil)
        guard let found = exact ?? byFacets(figure, unit: unit) else {
            let near = near.nearest(name: figure.name).filter { $0.pipeline == pipeline }
            let hint = near.isEmpty ? "" : "; near are \(near.map { "\($0.code) \($0.name)" }.joined(separator: ", "))"
            return .problem("no indicator is surely called ‘\(figure.name)’\(hint)")
        }
        guard found.pipeline == pipeline else {
            return .problem("‘\(figure.name)’ is \(found.code) of \(found.pipeline): put the row into its folder")
        }
        guard figure.measure != .level || unit == nil || unit == found.unit else {
            return .problem("‘\(figure.unit ?? "")’ does not fit the indicator's unit ‘\(found.unit)’")
        }
        return .found(found.code)
    }

    private func byFacets(_ figure: SuppliedFigure, unit: UnitCode?) -> Indicator? {
        let statement = Statement(
            provenance: Provenance(
                bulletin: figure.path, line: figure.line, lineEnd: figure.line, quote: "", rule: .supplied),
            source: .table, indicator: figure.name, qualifier: figure.qualifier, kind: .actual,
            measure: figure.measure.statementMeasure, quantity: nil, year: figure.year,
            changeDirection: figure.measure.changeDirection)
        let found = names.indicator(named: figure.name, of: statement, unit: unit, isYearly: false, isOpenTotal: false)
        return found?.reading == .asPrinted ? found?.indicator : nil
    }

    /// Figures of names without a pipeline whose target is in no bulletin, or is called otherwise by now.
    static func notes(onOthers observations: [Observation]) -> [FindingNote] {
        observations.filter { $0.isSupplied && $0.pipeline == nil && $0.indicator != nil }.compactMap { observation in
            observation.sources.first.map {
                .about(
                    $0, check: "figure-without-target", expected: .phrase(.knownTarget, []),
                    found: .text(observation.indicator?.text ?? ""))
            }
        }
    }
}
