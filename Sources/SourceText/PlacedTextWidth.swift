extension PlacedText {
    /// The text with full-width digits, letters, ％ and ． as ASCII; brackets and other punctuation stay as printed.
    ///
    /// `１２．５％` is `12.5%`, and each character still knows its three bytes in the source.
    public var widthFolded: PlacedText {
        // All full-width forms begin with EF BC or EF BD.
        guard bytes.contains(0xEF) else { return self }
        var result = PlacedText()
        var copied = 0
        var index = 0
        while index < bytes.count {
            guard let narrow = Self.narrow(bytes, at: index) else {
                index += 1
                continue
            }
            result.append(slice(copied..<index))
            let source = sourceRanges(of: index..<index + 3)
            result.append(
                contentsOf: CollectionOfOne(narrow),
                source: (source.first?.lowerBound ?? 0)..<(source.last?.upperBound ?? 0))
            index += 3
            copied = index
        }
        result.append(slice(copied..<bytes.count))
        return result
    }

    /// The ASCII character of the full-width one at `index` (U+FF01–U+FF5E stand 0xFEE0 above theirs).
    private static func narrow(_ bytes: [UInt8], at index: Int) -> UInt8? {
        guard index + 2 < bytes.count, bytes[index] == 0xEF else { return nil }
        let low = bytes[index + 2] & 0x3F
        let ascii: UInt8
        switch bytes[index + 1] {
        case 0xBC: ascii = low + 0x20
        case 0xBD: ascii = low + 0x60
        default: return nil
        }
        switch ascii {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x25, 0x2E: return ascii
        default: return nil
        }
    }
}
