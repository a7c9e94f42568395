import PipelineDefinition
import StatisticalModel

/// Numbers with units in the words of a project's scope: 8305.32平方米, 300张.
struct CapacityScanner {
    let units: UnitTable

    func quantities(in text: String) -> [Quantity] {
        let bytes = Array(text.utf8)
        var found: [Quantity] = []
        var index = 0
        while index < bytes.count {
            guard isDigit(bytes[index]) else {
                index += 1
                continue
            }
            var end = index
            while end < bytes.count,
                isDigit(bytes[end])
                    || (bytes[end] == UInt8(ascii: ".") && end + 1 < bytes.count && isDigit(bytes[end + 1]))
            {
                end += 1
            }
            if let number = DecimalNumber(String(decoding: bytes[index..<end], as: UTF8.self)),
                let unit = units.match(in: bytes, at: end), unit.length > 0, unit.unit.dimension != "time"
            {
                let word = String(decoding: bytes[end..<end + unit.length], as: UTF8.self)
                found.append(Quantity(value: number, unit: word))
                end += unit.length
            }
            index = end
        }
        return found
    }

    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
