/// The rows of a table, each made when it is drawn: a sheet of 50,000 rows is never held as cells.
struct GridRows: RandomAccessCollection, Sendable {
    let count: Int
    private let row: @Sendable (Int) -> [GridSheet.Cell]

    init(_ rows: [[GridSheet.Cell]]) { self.init(rows) { $0 } }

    init<Item: Sendable>(_ items: [Item], row: @escaping @Sendable (Item) -> [GridSheet.Cell]) {
        self.init(count: items.count) { row(items[$0]) }
    }

    private init(count: Int, row: @escaping @Sendable (Int) -> [GridSheet.Cell]) {
        self.count = count
        self.row = row
    }

    var startIndex: Int { 0 }
    var endIndex: Int { count }
    subscript(position: Int) -> [GridSheet.Cell] { row(position) }

    /// The rows of `range`, counted from 0.
    func part(_ range: Range<Int>) -> GridRows {
        GridRows(count: range.count) { row(range.lowerBound + $0) }
    }

    /// Each row as `change` makes it of this one's.
    func changed(by change: @escaping @Sendable ([GridSheet.Cell]) -> [GridSheet.Cell]) -> GridRows {
        GridRows(count: count) { change(row($0)) }
    }
}
