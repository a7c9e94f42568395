public import PipelineDefinition
public import StatisticalModel

/// The lamp (红黄绿灯) as city governments supervise: the distance of completion behind the elapsed share.
public enum LampRule {
    /// The lamp for `gap` = C-E, a fraction.
    ///
    /// 0 or ahead: green. Behind by less than the first threshold: green with a mark. From the first
    /// to the second, both ends in: yellow. Behind by more: red. The thresholds are percentage points;
    /// a binding target (约束性) may have its own.
    public static func lamp(
        gap: DecimalNumber, attribute: TargetAttribute?, thresholds: AssessmentThresholds
    ) -> Lamp {
        let isBinding = attribute == .binding
        let mark = isBinding ? thresholds.bindingGreenBehind ?? thresholds.greenBehind : thresholds.greenBehind
        let red = isBinding ? thresholds.bindingRed ?? thresholds.red : thresholds.red
        let behind = gap.negated.shifted(by: 2)
        if behind <= 0 { return .green }
        if behind < mark { return .greenBehind }
        return behind <= red ? .yellow : .red
    }
}
