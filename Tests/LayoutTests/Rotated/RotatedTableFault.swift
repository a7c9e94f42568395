import TestSupport

/// What can happen to a table between the office and the page text.
enum RotatedTableFault: CaseIterable {
    case lostCell, lostNumber, repeatedNumber, damagedCharacters, lostCharacters

    /// Changes the printed cells of `table`; they are then what a reader can at best give back.
    func strike(_ table: inout RandomRotatedTable) {
        let page = table.words.random.below(table.pages.count)
        let row = table.words.random.below(table.pages[page].count)
        switch self {
        case .lostCell:
            let columns = table.columns.indices.filter { ![.number, .span].contains(table.columns[$0].kind) }
            table.pages[page][row][table.words.random.pick(Array(columns))] = ""
        case .lostNumber where table.hasNumbers: table.pages[page][row][0] = ""
        case .repeatedNumber where table.hasNumbers && row > 0:
            table.pages[page][row][0] = table.pages[page][row - 1][0]
        case .damagedCharacters: damage(&table, page, row) { _ in ["\u{FFFD}"] }
        case .lostCharacters: damage(&table, page, row) { _ in [] }
        default: break
        }
    }

    private func damage(
        _ table: inout RandomRotatedTable, _ page: Int, _ row: Int, by change: (Character) -> [Character]
    ) {
        let column = table.words.random.pick(table.indices([.text, .numberedText, .name, .unit, .units, .remark]))
        var characters = Array(table.pages[page][row][column])
        guard characters.count > 8 else { return }
        for _ in 0..<1 + table.words.random.below(3) {
            // The first characters carry the number of the row.
            let place = 5 + table.words.random.below(characters.count - 6)
            characters.replaceSubrange(place...place, with: change(characters[place]))
        }
        table.pages[page][row][column] = String(characters)
    }
}
