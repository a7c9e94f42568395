/// A code of GB/T 2260: six digits, 150600 for 鄂尔多斯市.
public struct AreaCode: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let number: Int

    /// `nil` unless `text` is six digits.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 6, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else {
            return nil
        }
        self.number = number
    }

    /// The province that the area belongs to: 150000 for 150602.
    public var provinceNumber: Int { number / 10000 * 10000 }
    /// The city: 150600 for 150602.
    public var cityNumber: Int { number / 100 * 100 }
    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
    public var description: String {
        String(repeating: "0", count: max(0, 6 - String(number).utf8.count)) + String(number)
    }
}

/// An area that figures refer to: its code and its name; a place that areas.csv does not list has its name alone.
public struct ReferenceArea: Sendable, Hashable, Comparable {
    public let code: AreaCode?
    public let name: String

    public init(code: AreaCode?, name: String) {
        self.code = code
        self.name = name
    }

    /// By code; places without one stand last, by name.
    public static func < (left: Self, right: Self) -> Bool {
        let (first, second) = (left.code?.number ?? Int.max, right.code?.number ?? Int.max)
        return first == second ? left.name.utf8.lexicographicallyPrecedes(right.name.utf8) : first < second
    }
}
