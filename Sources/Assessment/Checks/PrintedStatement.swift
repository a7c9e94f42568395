import StatisticalModel

extension NormalizedStatement {
    /// The figure as the bulletin prints it, without its bound: `500万吨`.
    var printed: String { statement.quantity.map { "\($0.value)\($0.unit)" } ?? "" }
}

extension Statement {
    /// The figure as printed, its bound as a sign before it: `≥ 55%`, `45—47万`; a target in words as it stands.
    var printed: String {
        guard let quantity else { return wording ?? "" }
        return "\(comparator.sign)\(quantity.value)\(quantity.upper.map { "—\($0)" } ?? "")\(quantity.unit)"
    }
}

extension Comparator {
    fileprivate var sign: String {
        switch self {
        case .atLeast: "≥ "
        case .moreThan: "> "
        case .atMost: "≤ "
        case .lessThan: "< "
        case .approximately: "≈ "
        case .equal, .range: ""
        }
    }
}
