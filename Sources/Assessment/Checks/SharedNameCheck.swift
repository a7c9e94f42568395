import PipelineDefinition
import StatisticalModel

extension OutcomeCheck {
    /// Names that indicators of two pipelines bear: a figure so named goes to one of them, and nothing says to which.
    static let sharedName = OutcomeCheck("shared-name") { _, context in
        IndicatorCatalogue(library: context.library).sharedNames.map { shared in
            context.note(
                "\(shared.indicators.last?.pipeline.text ?? "")/indicators.csv", subject: .text(shared.name),
                expected: .phrase(.oneIndicator, []),
                found: .text(shared.indicators.map { "\($0.code) \($0.name)" }.joined(separator: "; ")))
        }
    }
}
