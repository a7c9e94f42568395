import StatisticalModel

/// Finds the document and the headings over a table, one search for each table however many blocks there are.
struct TablePlaces {
    private let blocks: [TextBlock]
    /// For each document the least first line from it on, and for each block likewise: in rising order.
    private let documentLines: [Int]
    private let blockLines: [Int]

    init(documents: [BulletinDocument], blocks: [TextBlock]) {
        self.blocks = blocks
        documentLines = Self.leastFromHere(documents.map(\.firstLine))
        // A block of a document's head is no text over a table.
        blockLines = Self.leastFromHere(blocks.map { $0.role == .documentHead ? Int.max : $0.line })
    }

    /// The table with the document and the headings that stand over it.
    func placed(_ table: RecoveredTable) -> RecoveredTable {
        var table = table
        let line = table.firstLine
        table.document = Self.lastIndex(below: line + 1, in: documentLines) ?? 0
        guard let index = Self.lastIndex(below: line, in: blockLines), blocks[index].document == table.document else {
            return table
        }
        table.headings = blocks[index].headings
        if case .heading = blocks[index].role { table.headings.append(index) }
        return table
    }

    private static func leastFromHere(_ lines: [Int]) -> [Int] {
        var least = lines
        for index in least.indices.dropLast().reversed() { least[index] = min(least[index], least[index + 1]) }
        return least
    }

    private static func lastIndex(below line: Int, in least: [Int]) -> Int? {
        var (low, high) = (0, least.count)
        while low < high {
            let middle = (low + high) / 2
            if least[middle] < line { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? low - 1 : nil
    }
}
