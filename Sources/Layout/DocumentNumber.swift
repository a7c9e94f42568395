import Reading
import StatisticalModel

/// A document number (鄂府办发〔2022〕194号) and a date (2022年12月30日) as document heads print them.
enum DocumentNumber {
    /// The number that the clean line `bytes` begins with, brackets made 〔〕, and the bytes that it takes.
    ///
    /// The organ's short name has two to ten characters without punctuation.
    static func parse(_ bytes: [UInt8]) -> (text: String, length: Int)? {
        var index = 0
        var organ = 0
        while index < bytes.count, organ <= 12 {
            let scalar = bytes.scalar(at: index)
            if isOpening(scalar.value) { break }
            guard scalar.value >= 0x4E00, scalar.value <= 0x9FFF else { return nil }
            organ += 1
            index += scalar.length
        }
        guard organ >= 2, index < bytes.count else { return nil }
        let name = index
        index += bytes.scalar(at: index).length
        let year = index
        while index < bytes.count, UInt32(bytes[index]).isDigit { index += 1 }
        guard index - year == 4, index < bytes.count else { return nil }
        let yearText = String(decoding: bytes[year..<index], as: UTF8.self)
        guard isClosing(bytes.scalar(at: index).value) else { return nil }
        index += bytes.scalar(at: index).length
        if index < bytes.count, bytes.scalar(at: index).value == UInt32(scalar: "第") { index += 3 }
        let serial = index
        while index < bytes.count, UInt32(bytes[index]).isDigit { index += 1 }
        guard index > serial, index < bytes.count, bytes.scalar(at: index).value == UInt32(scalar: "号") else {
            return nil
        }
        let head = String(decoding: bytes[0..<name], as: UTF8.self)
        let number = String(decoding: bytes[serial..<index], as: UTF8.self)
        return ("\(head)〔\(yearText)〕\(number)号", index + 3)
    }

    private static func isOpening(_ value: UInt32) -> Bool {
        [
            UInt32(scalar: "〔"), UInt32(scalar: "［"), UInt32(scalar: "["), UInt32(scalar: "【"), UInt32(scalar: "（"),
            UInt32(scalar: "("), UInt32(scalar: "﹝"),
        ].contains(value)
    }

    private static func isClosing(_ value: UInt32) -> Bool {
        [
            UInt32(scalar: "〕"), UInt32(scalar: "］"), UInt32(scalar: "]"), UInt32(scalar: "】"), UInt32(scalar: "）"),
            UInt32(scalar: ")"), UInt32(scalar: "﹞"),
        ].contains(value)
    }

    /// The date that starts at `start`: `2022年12月30日`; `nil` unless day, month and year are there.
    static func date(_ bytes: [UInt8], from start: Int = 0) -> (date: CalendarDate, end: Int)? {
        guard let found = DateReader.point(in: bytes, at: start), found.date.year >= 1949, found.date.day > 0 else {
            return nil
        }
        return found
    }
}
