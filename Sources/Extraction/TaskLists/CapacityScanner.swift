import PipelineDefinition
import StatisticalModel

/// Numbers with units in the words of a project's scope: 8305.32平方米, 300张; 2×1200MVA is 2400MVA.
struct CapacityScanner {
    let units: UnitTable
    /// The unit in the column's header, for numbers that begin the cell: `4×100`, `10（域内）`.
    var headerUnit = ""

    private static let timesSigns = ["×", "x", "X", "*"]

    func quantities(in text: String) -> [Quantity] {
        let bytes = Array(text.utf8)
        var found: [Quantity] = []
        var index = 0
        while index < bytes.count {
            guard isDigit(bytes[index]) else {
                index += 1
                continue
            }
            let start = index
            let number = product(in: bytes, at: &index)
            guard let number else { continue }
            if let quantity = quantity(number, bytes, at: &index, isFirst: start == 0) { found.append(quantity) }
        }
        return found
    }

    /// The number with the unit behind it, which `index` moves over.
    private func quantity(
        _ number: DecimalNumber, _ bytes: [UInt8], at index: inout Int, isFirst: Bool
    ) -> Quantity? {
        guard let unit = units.match(in: bytes, at: index), unit.length > 0 else {
            return isFirst && !headerUnit.isEmpty ? Quantity(value: number, unit: headerUnit) : nil
        }
        let end = index + unit.length
        defer { index = end }
        // A unit that goes on unknown (t/d) is not the unit.
        guard end == bytes.count || bytes[end] != UInt8(ascii: "/"), !Self.isNoCapacity(unit.unit.dimension) else {
            return nil
        }
        return Quantity(value: number, unit: String(decoding: bytes[index..<end], as: UTF8.self))
    }

    /// The product of the numbers joined by × from `index` on, which moves behind it.
    private func product(in bytes: [UInt8], at index: inout Int) -> DecimalNumber? {
        var value = number(in: bytes, at: &index)
        while let sign = Self.timesSigns.first(where: { bytes[index...].starts(with: $0.utf8) }),
            index + sign.utf8.count < bytes.count, isDigit(bytes[index + sign.utf8.count])
        {
            index += sign.utf8.count
            let factor = number(in: bytes, at: &index)
            value = value.flatMap { left in factor.flatMap { left.multiplied(by: $0) } }
        }
        return value
    }

    private func number(in bytes: [UInt8], at index: inout Int) -> DecimalNumber? {
        let start = index
        while index < bytes.count,
            isDigit(bytes[index])
                || (bytes[index] == UInt8(ascii: ".") && index + 1 < bytes.count && isDigit(bytes[index + 1]))
        {
            index += 1
        }
        return DecimalNumber(String(decoding: bytes[start..<index], as: UTF8.self))
    }

    /// Voltages name a line, spans of time a period, money the cost.
    private static func isNoCapacity(_ dimension: String) -> Bool {
        dimension == "voltage" || dimension.hasPrefix("time-") || dimension.hasPrefix("money")
    }

    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
