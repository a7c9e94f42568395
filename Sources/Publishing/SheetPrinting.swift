import Spreadsheet

/// How sheets come out of the printer.
extension SheetRenderer {
    /// A4, or A3 where the table would be printed too small to be read; the accessible style has no page footers.
    func printSetup(of grid: GridSheet) -> PrintSetup {
        let printed = grid.columns.prefix(grid.printedColumns ?? grid.columns.count)
        var setup = print(repeating: grid.headerRow...grid.headerRow)
        let width = printed.reduce(grid.chartWidth) { $0 + ($1.isHidden ? 0 : $1.width) }
        if grid.printing != .head, Self.isSmall(width, points: 10 * fontScale) { setup.paper = .a3 }
        if grid.printing == .all, grid.chartWidth == 0, Self.fitsUpright(width, points: 10 * fontScale) {
            setup.isLandscape = false
        }
        if printed.count < grid.columns.count {
            setup.area = CellRange(rows: 0...grid.lastRow, columns: 0...printed.count - 1)
        }
        switch grid.printing {
        case .all: break
        case .head: setup.area = CellRange(rows: 0...grid.headerRow, columns: 0...printed.count - 1)
        case .onePage: setup.pagesTall = 1
        }
        return setup
    }

    /// The widths of the columns that come out of the printer.
    func printedWidths(of grid: GridSheet) -> [Double] {
        grid.columns.prefix(grid.printedColumns ?? grid.columns.count).filter { !$0.isHidden }.map(\.width)
    }

    /// One upright page for charts that end above row `rows`; fourteen columns of the usual width hold 900 pixels.
    func page(rows: Int, columns: Int = 14) -> PrintSetup {
        var setup = print()
        setup.isLandscape = false
        setup.pagesTall = 1
        setup.area = CellRange(rows: 0...rows, columns: 0...columns - 1)
        return setup
    }

    func print(repeating rows: ClosedRange<Int>? = nil) -> PrintSetup {
        var setup = PrintSetup()
        setup.repeatedRows = rows
        if style == .office {
            setup.footer = "&L\(title.split(separator: "&").joined(separator: "&&"))&C\(words("print.page"))&R&A"
        }
        return setup
    }

    /// True where letters of `points` come out at 8.5 points or more on an upright page, which holds 98 columns at full
    /// size: few columns and many rows, so that a page holds half as many again.
    private static func fitsUpright(_ width: Double, points: Double) -> Bool { points * min(1, 98 / width) >= 8.5 }

    /// True where letters of `points` would come out under 7.5 points on A4, which holds 146 columns at full size.
    private static func isSmall(_ width: Double, points: Double) -> Bool { points * min(1, 146 / width) < 7.5 }
}
