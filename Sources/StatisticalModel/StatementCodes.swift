/// What a figure says of its year: `target`, `actual`, `forecast` or `reference` (a foreign or world value).
///
/// `undetermined` where text and document leave it open: such a figure is kept and listed, never assessed.
public enum StatementKind: String, Sendable, Hashable, CaseIterable {
    case target, actual, forecast, reference, undetermined
}

/// How a figure measures: a level reached, an increment (新增), or a change against a base (增长 N%).
public enum StatementMeasure: String, Sendable, Hashable, CaseIterable {
    case level, increment, change
}

/// How the printed number bounds the figure. 以上 and 以下 include the number (Civil Code, article 1259).
public enum Comparator: String, Sendable, Hashable, CaseIterable {
    case equal = "eq"
    case atLeast = "ge"
    case moreThan = "gt"
    case atMost = "le"
    case lessThan = "lt"
    case approximately = "approx"
    case range

    /// The same bound on the other side of a minus sign: a fall by at least 12 % leaves at most 88 %.
    public var mirrored: Comparator {
        switch self {
        case .atLeast: .atMost
        case .moreThan: .lessThan
        case .atMost: .atLeast
        case .lessThan: .moreThan
        case .equal, .approximately, .range: self
        }
    }
}

/// Whether a target binds (约束性) or is expected (预期性).
public enum TargetAttribute: String, Sendable, Hashable, CaseIterable {
    case binding = "约束性"
    case expected = "预期性"
}

/// Where a statement was read from.
public enum StatementSource: String, Sendable, Hashable, CaseIterable {
    case prose, table, task
}
