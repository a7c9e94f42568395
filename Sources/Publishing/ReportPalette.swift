import Spreadsheet
import StatisticalModel

/// The colours and cell styles of the workbook. A colour never stands alone: each lamp has its word.
enum ReportPalette {
    static let ink = SheetColor(0x1F2A44)
    static let head = SheetColor(0x1F4E79)
    static let band = SheetColor(0xF3F6FA)
    static let input = SheetColor(0xFFF8DC)
    /// Cells for input that are locked, since nothing follows from them.
    static let lockedFill = SheetColor(0xE3E6EA)
    static let line = SheetColor(0xC9D2DE)
    static let bar = SheetColor(0x9DC3E6)
    static let link = SheetColor(0x0563C1)
    static let muted = SheetColor(0x5F6B7A)

    /// Fill and font of a lamp; contrast of each pair is over 4.5:1.
    static func colors(_ lamp: Lamp) -> (fill: SheetColor, font: SheetColor, chart: SheetColor) {
        switch lamp {
        case .green: (SheetColor(0xC6EFCE), SheetColor(0x00561B), SheetColor(0x2E9E4F))
        case .greenBehind: (SheetColor(0xE4F3D4), SheetColor(0x3B5A00), SheetColor(0xA5CF6B))
        case .yellow: (SheetColor(0xFFEB9C), SheetColor(0x6B4A00), SheetColor(0xF2B90C))
        case .red: (SheetColor(0xFFC7CE), SheetColor(0x8A0010), SheetColor(0xD13438))
        case .none: (SheetColor(0xECEFF3), SheetColor(0x4A5563), SheetColor(0xB8C0CC))
        }
    }

    static let title = CellStyle().with {
        $0.fontSize = 16
        $0.isBold = true
        $0.fontColor = ink
    }
    static let note = CellStyle().with {
        $0.fontSize = 9
        $0.fontColor = muted
    }
    static let header = CellStyle().with {
        $0.isBold = true
        $0.fontColor = SheetColor(0xFFFFFF)
        $0.fill = head
        $0.border = line
        $0.horizontal = .center
        $0.wraps = true
    }
    static let cell = CellStyle().with { $0.border = line }
    static let text = cell.with { $0.wraps = true }
    /// The heading of a group of rows; its words run over the blank cells at their right.
    static let group = CellStyle().with {
        $0.isBold = true
        $0.fontColor = head
        $0.fill = SheetColor(0xDDE7F2)
    }
    static let centered = cell.with { $0.horizontal = .center }
    static let number = cell.with { $0.horizontal = .right }

    static func severity(_ severity: FindingNote.Severity) -> CellStyle {
        switch severity {
        case .error: lamp(.red)
        case .warning: lamp(.yellow)
        case .info: lamp(.none)
        }
    }

    static func lamp(_ lamp: Lamp) -> CellStyle {
        centered.with {
            $0.fill = colors(lamp).fill
            $0.fontColor = colors(lamp).font
            $0.isBold = true
        }
    }
}
