import TestSupport

extension RandomRotatedTable {
    /// The pages as page text, columns one after the other, with page numbers and running heads between the pages.
    mutating func printed() -> String {
        var printer = RotatedPrinter(widths: columns.map { width(of: $0.kind) })
        printer.gluesCommas = words.random.isOne(in: 2)
        let hasFurniture = words.random.isOne(in: 2)
        // A printed row number keeps away from the next by a blank; a cell of one page hangs over to the next.
        var open: [ArraySlice<String>] = []
        for (index, page) in pages.enumerated() {
            printer.startPage(lead: index == 0 ? "重点任务清单" : "")
            for (position, column) in columns.enumerated() {
                printer.line(column.header)
                if column.kind == .text || column.kind == .numberedText {
                    for line in open { printer.print(line) }
                    open = printText(page.map { $0[position] }, position, overhang[index], &printer)
                } else {
                    printCells(page.map { $0[position] }, column.kind, position, &printer)
                }
            }
            if hasFurniture {
                printer.furniture("··\(index + 2)")
                printer.furniture("清河市人民政府公报2023·1")
            }
        }
        return printer.text
    }

    /// Prints the cells; the lines that go over to the next page come back.
    private func printText(
        _ cells: [String], _ position: Int, _ overhang: Int, _ printer: inout RotatedPrinter
    ) -> [ArraySlice<String>] {
        var lines = cells.map { printer.lines($0, width: printer.widths[position]) }
        var open: [ArraySlice<String>] = []
        if let last = lines.last, last.count > overhang, last[last.count - overhang - 1].last?.last != "。" {
            open = Array(last.suffix(overhang))
            lines[lines.count - 1].removeLast(overhang)
        }
        for line in lines.joined() { printer.print(line) }
        return open
    }

    private func printCells(_ cells: [String], _ kind: Kind, _ position: Int, _ printer: inout RotatedPrinter) {
        // A merged cell is printed once.
        let printed =
            kind == .span
            ? cells.enumerated().filter { $0.offset == 0 || cells[$0.offset - 1] != $0.element }.map(\.element) : cells
        for cell in printed { for line in printer.lines(cell, width: printer.widths[position]) { printer.print(line) } }
    }

    private mutating func width(of kind: Kind) -> Int {
        switch kind {
        case .text, .numberedText: 14 + words.random.below(16)
        case .number, .person: 4
        case .span, .name, .unit: 7 + words.random.below(6)
        case .units, .remark: 10 + words.random.below(6)
        case .deadline, .category, .money: 8
        case .period: 12
        }
    }
}
