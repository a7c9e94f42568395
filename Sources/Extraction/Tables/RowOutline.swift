import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// Which rows of a table are parts of which, and their names without the signs that say so.
///
/// A part is set in (`货物运输总量（万吨）` over `  铁路`), marked (`#65周岁及以上`, `其中：新能源汽车`), or stands under a
/// label without values (`按城乡分`).
struct RowOutline {
    struct Entry {
        /// The name as bytes, without 其中：, # and the number before it.
        var name: [UInt8] = []
        /// The row that this one is a part of.
        var parent: Int?
        /// True for a row without values.
        var isLabel = false
    }

    private(set) var entries: [Entry] = []

    /// More depths of indentation are no outline but centred names.
    private static let mostDepths = 4

    init(_ table: RecoveredTable, name: Int, values: [Int], file: SourceFile, library: PipelineLibrary) {
        let depths = Self.depths(table, name: name, in: file)
        var above: [(depth: Int, row: Int)] = []
        /// The last row with values before a label, of which the rows under the label are parts.
        var (whole, isUnderLabel): (Int?, Bool) = (nil, false)
        /// The row that marked ones in a row are parts of.
        var marked: Int?
        for (index, row) in table.rows.enumerated() {
            var entry = Entry()
            let printed = name < row.cells.count ? row.cells[name].text.bytes : []
            let bytes = Array(printed[CellText.trimmed(0..<printed.count, of: printed)])
            let (isPart, rest) = Self.parted(bytes, library: library)
            entry.name = Array(bytes[rest...])
            entry.isLabel = !values.contains { $0 < row.cells.count && !row.cells[$0].text.isEmpty }
            while let last = above.last, last.depth >= depths[index] { above.removeLast() }
            if entry.isLabel {
                isUnderLabel = Self.divides(bytes, library: library)
            } else if isPart {
                entry.parent =
                    Self.label(of: row, above: index, in: table, name, library) ?? marked
                    ?? entries.indices.last { !entries[$0].isLabel }
                marked = entry.parent
            } else if let label = Self.label(of: row, above: index, in: table, name, library) {
                entry.parent = label
            } else if let last = above.last {
                entry.parent = last.row
            } else if isUnderLabel {
                entry.parent = whole
            }
            if !isPart { marked = nil }
            if !entry.isLabel {
                if !isUnderLabel, entry.parent == nil { whole = index }
                above.append((depths[index], index))
            }
            entries.append(entry)
        }
    }

    /// The row over this one that names its indicator with a unit and has no values: 标准班额比例（%） over 小学.
    private static func label(
        of row: RecoveredTable.Row, above index: Int, in table: RecoveredTable, _ name: Int, _ library: PipelineLibrary
    ) -> Int? {
        guard !row.group.isEmpty else { return nil }
        return table.rows[..<index].lastIndex {
            name < $0.cells.count && $0.cells[name].string == row.group
                && IndicatorName.statesUnit($0.cells[name].text.bytes, library: library)
        }
    }

    /// Whether a sign marks the name as a part's, and where the name itself begins, without the sign and its number.
    private static func parted(_ bytes: [UInt8], library: PipelineLibrary) -> (isPart: Bool, start: Int) {
        let mark = library.tables.prefix(of: String(decoding: bytes.prefix(12), as: UTF8.self), as: .part)
        let start = mark.map(\.utf8.count) ?? 0
        guard start < bytes.count else { return (false, 0) }
        let number = ClauseMarker(Array(bytes[start...])).map { $0.isDoubtful ? 0 : $0.length } ?? 0
        return (mark != nil, start + number < bytes.count ? start + number : start)
    }

    /// 按城乡分: the rows under it are parts of the whole before.
    private static func divides(_ bytes: [UInt8], library: PipelineLibrary) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        return library.tables.prefix(of: text, as: .labelStart) != nil
            && library.tables.suffix(of: text, as: .labelEnd) != nil
    }

    // MARK: indentation

    /// The columns of blanks before each name, 0 everywhere where they make no outline.
    private static func depths(_ table: RecoveredTable, name: Int, in file: SourceFile) -> [Int] {
        let depths = table.rows.map { row -> Int in
            guard name < row.cells.count, !row.cells[name].text.isEmpty else { return 0 }
            let text = row.cells[name].text
            let inner = text.bytes.prefix { $0 == 0x20 }.count
            return inner + depth(before: text.sourceOffset(at: 0), in: file)
        }
        let flat = Array(repeating: 0, count: depths.count)
        guard name == 0 || table.form != .flattened, Set(depths).count <= mostDepths,
            let first = depths.first, depths.allSatisfy({ $0 >= first })
        else { return flat }
        return depths
    }

    private static let blanks: [([UInt8], Int)] = [
        (Array("&nbsp;".utf8), 1), (Array("&emsp;".utf8), 2), (Array("&ensp;".utf8), 1), ([0xE3, 0x80, 0x80], 2),
        ([0xC2, 0xA0], 1), ([0x20], 1),
    ]

    private static func depth(before offset: Int, in file: SourceFile) -> Int {
        var (index, depth) = (offset, 0)
        let edges: [UInt8] = [0x0A, 0x09, 0x0C, UInt8(ascii: "|"), UInt8(ascii: ">")]
        outer: while index > 0, depth < 60 {
            for (blank, width) in blanks
            where index >= blank.count && file.bytes[index - blank.count..<index].elementsEqual(blank) {
                index -= blank.count
                depth += width
                continue outer
            }
            break
        }
        // Blanks in the middle of a line part fields.
        return index == 0 || edges.contains(file.bytes[index - 1]) ? depth : 0
    }
}
