import Spreadsheet

/// The accessible style's look: black words on no fill, from 12 points, words at the left, links underlined.
enum AccessibleLook {
    static let fontSize = 12.0
    /// Widths are given for the office style's 10 points.
    static let widening = 1.2
    /// Further, for columns that are not printed.
    static let screenWidening = 2.0

    static let title = CellStyle().with {
        $0.fontSize = 16
        $0.isBold = true
    }
    static let text = CellStyle().with {
        $0.fontSize = fontSize
        $0.wraps = true
        $0.vertical = .top
    }
    static let heading = text.with {
        $0.fontSize = 14
        $0.isBold = true
    }

    /// At the right over numbers.
    static func header(over column: CellStyle) -> CellStyle {
        plain(ReportPalette.header).with {
            guard column.horizontal == .right else { return }
            $0.horizontal = .right
            $0.indent = 0
        }
    }

    /// `style` without what says something by colour or place alone.
    static func plain(_ style: CellStyle) -> CellStyle {
        style.with {
            $0.fontSize = fontSize
            $0.fill = nil
            $0.vertical = .top
            $0.wraps = true
            if $0.horizontal != .right {
                $0.horizontal = .left
                $0.indent = 1  // else words touch the numbers at their left
            }
            if !$0.isUnderlined { $0.fontColor = nil }
        }
    }

    /// `cell`, with a mark where it holds nothing and `blank` names one.
    static func filled(_ cell: GridSheet.Cell, blank: BlankMark?) -> GridSheet.Cell {
        guard let blank, cell.value == .blank || cell.value == .text("") else { return cell }
        return GridSheet.Cell(.text(blank.rawValue), style: cell.style)
    }

    /// A table's name: that of its sheet, within the rules for names.
    static func tableName(_ sheet: String) -> String {
        let name = String(sheet.map { $0.isLetter || $0.isNumber ? $0 : "_" })
        return name.first?.isLetter == true ? name : "_" + name
    }
}
