import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// Numbers with units in the words of a project's scope: 8305.32平方米, 300张; 2×1200MVA is 2400MVA.
struct CapacityScanner {
    private let reader: QuantityReader
    /// The unit in the column's header, for numbers that begin the cell: `4×100`, `10（域内）`.
    var headerUnit = ""

    init(library: PipelineLibrary, headerUnit: String = "") {
        reader = QuantityReader(library: library)
        self.headerUnit = headerUnit
    }

    func quantities(in text: String) -> [Quantity] {
        let bytes = Array(text.utf8)
        var found: [Quantity] = []
        var index = 0
        while index < bytes.count {
            guard let (read, end) = figure(in: bytes, at: index) else {
                index += UTF8Scanning.width(bytes[index])
                continue
            }
            if let quantity = quantity(read, bytes, end, isFirst: index == 0) { found.append(quantity) }
            index = end
        }
        return found
    }

    /// A figure that is no date; Chinese numerals count only with a unit that is no counting word (三期, 二个).
    private func figure(in bytes: [UInt8], at index: Int) -> (ScannedQuantity, Int)? {
        guard UTF8Scanning.isDigit(bytes[index]) || bytes[index] >= 0xE4 else { return nil }
        if UTF8Scanning.isDigit(bytes[index]) { return reader.read(in: bytes, at: index) }
        guard let (read, end) = reader.read(in: bytes, at: index), read.hasUnit, !read.isChineseCount else {
            return nil
        }
        return (read, end)
    }

    /// The figure with its own unit, or with the header's where it begins the cell.
    private func quantity(_ read: ScannedQuantity, _ bytes: [UInt8], _ end: Int, isFirst: Bool) -> Quantity? {
        // What is below zero is no capacity.
        guard read.form != .tooLong, read.parts.isEmpty,
            FigureSign.minus(before: read.numerals[0].lowerBound, in: bytes) == nil
        else { return nil }
        guard let measure = read.measure, !measure.base.name.isEmpty else {
            return isFirst && !headerUnit.isEmpty && read.unit.isEmpty
                ? Quantity(value: read.value, upper: read.upper, unit: headerUnit) : nil
        }
        // A unit that goes on unknown (t/d) is not the unit.
        guard end == bytes.count || bytes[end] != UInt8(ascii: "/"), !Self.isNoCapacity(measure.dimension) else {
            return nil
        }
        return Quantity(value: read.value, upper: read.upper, unit: read.unit)
    }

    /// Voltages name a line, spans of time a period, money the cost.
    private static func isNoCapacity(_ dimension: String) -> Bool {
        dimension == "voltage" || dimension.begins(with: "time-") || dimension.begins(with: "money")
    }
}
