import Comparison
import Spreadsheet
import StatisticalModel

/// The cells of diff.xlsx: columns as ``DifferenceSheets/headers`` has them.
enum DifferencePalette {
    private static let change = 0
    private static let severity = 1
    private static let year = 4
    private static let figures = 8...9
    private static let amounts = 8...11

    static func style(ofColumn column: Int) -> CellStyle {
        if amounts.contains(column) { return ReportPalette.number.with { $0.wraps = true } }
        return column == year || column == severity ? ReportPalette.centered : ReportPalette.text
    }

    /// A plain number becomes one, with its printed decimals, so that the column sorts; all else stays text.
    static func cell(
        _ text: String, column: Int, kind: DifferenceKind, severity: ChangeSeverity?
    ) -> GridSheet.Cell {
        if column == change { return GridSheet.Cell(.text(text), style: colored(kind)) }
        if column == Self.severity, let severity { return GridSheet.Cell(.text(text), style: colored(severity)) }
        // A deadline such as 2025 is a date, not a figure.
        let isFigure = figures.contains(column) && !kind.isDeadline
        guard isFigure || column == year, let number = DecimalNumber(text) else { return .text(text) }
        let decimals = number.decimals
        return GridSheet.Cell(
            .number(number.doubleValue),
            style: style(ofColumn: column).with {
                $0.wraps = false
                $0.numberFormat = decimals > 0 ? "0." + String(repeating: "0", count: decimals) : "0"
            })
    }

    private static func colored(_ kind: DifferenceKind) -> CellStyle {
        switch kind {
        case .lampBetter, .valueGained: filled(.green)
        case .lampWorse, .valueLost, .gone: filled(.red)
        case .targetTightened, .targetLoosened, .targetChanged, .comparatorChanged, .measureChanged: filled(.yellow)
        case .deadlineEarlier, .deadlineLater, .deadlineSet, .deadlineDropped: filled(.yellow)
        case .new: filled(.greenBehind)
        case .valueChanged, .rangeChanged, .lampChanged, .statusChanged: filled(.none)
        case .precisionChanged, .nameChanged, .quoteChanged, .sourceChanged: ReportPalette.text
        }
    }

    private static func colored(_ severity: ChangeSeverity) -> CellStyle {
        switch severity {
        case .large: ReportPalette.lamp(.red)
        case .moderate: ReportPalette.lamp(.yellow)
        case .small: ReportPalette.lamp(.none)
        }
    }

    private static func filled(_ lamp: Lamp) -> CellStyle {
        ReportPalette.lamp(lamp).with {
            $0.horizontal = .left
            $0.wraps = true
        }
    }
}

extension DifferenceKind {
    fileprivate var isDeadline: Bool {
        switch self {
        case .deadlineEarlier, .deadlineLater, .deadlineSet, .deadlineDropped: true
        default: false
        }
    }
}
