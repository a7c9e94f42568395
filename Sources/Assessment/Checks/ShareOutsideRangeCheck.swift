import PipelineDefinition
import StatisticalModel

extension OutcomeCheck {
    /// A share of a whole lies between 0 and the threshold (100); rates that can exceed it are exceptions.
    static let shareOutsideRange = OutcomeCheck("share-outside-range") { run, context in
        run.statements.compactMap { item in
            let statement = item.statement
            guard item.baseUnit == .percent, statement.measure == .level, let quantity = statement.quantity,
                context.concerns(statement.indicator),
                quantity.value.isNegative || (quantity.upper ?? quantity.value) > context.threshold
            else { return nil }
            return context.note(
                on: statement, expected: "0—\(context.threshold)%", found: "\(quantity.upper ?? quantity.value)%")
        }
    }
}
