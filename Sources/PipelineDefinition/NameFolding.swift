/// The form in which indicator names are compared.
///
/// `　全市居家、社区养老服务覆盖率（％）` and `居家社区养老服务覆盖率` fold to the same. Width, case,
/// spaces, quotes, dashes and listing marks do not count, nor does a last bracket that holds a unit, nor
/// a leading 全市, 我市 and the like.
public enum NameFolding {
    /// Words before a name that say no more than that the whole area is meant.
    static let prefixes: [[UInt8]] = ["全市", "我市", "全区", "我区", "全省", "我省", "全县", "我县", "全旗", "我旗"].map {
        Array($0.utf8)
    }

    public static func fold(_ name: String) -> String {
        var (bytes, hasBracket) = folded(name)
        if hasBracket { removeBrackets(from: &bytes, mayBeAll: false) { $0 == "%" || $0 == "‰" } }
        removePrefix(from: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Folds with the table of units at hand, so that （张）, （万吨/年） and （%） at the end are known as units;
    /// without it only the sign of a percentage is.
    public static func fold(_ name: String, units: UnitTable) -> String {
        String(decoding: bytes(of: name, units: units, keepsPrefix: false), as: UTF8.self)
    }

    /// The folded name as UTF-8; with `keepsPrefix` 全市 at the beginning stays, and a bracket may be all there is.
    static func bytes(of name: String, units: UnitTable, keepsPrefix: Bool) -> [UInt8] {
        var (bytes, hasBracket) = folded(name)
        if hasBracket {
            removeBrackets(from: &bytes, mayBeAll: keepsPrefix) {
                $0 == "%" || $0 == "‰" || units.resolve($0) != nil || units.resolve(lowercased($0)) != nil
            }
        }
        if !keepsPrefix { removePrefix(from: &bytes) }
        return bytes
    }

    private static func folded(_ name: String) -> ([UInt8], hasBracket: Bool) {
        var name = name
        return name.withUTF8 { folded($0) }
    }

    private static func removePrefix(from bytes: inout [UInt8]) {
        for prefix in prefixes where bytes.count > prefix.count + 3 && bytes.starts(with: prefix) {
            bytes.removeFirst(prefix.count)
            break
        }
    }

    private static let (opening, closing) = (UInt8(ascii: "("), UInt8(ascii: ")"))

    /// The bytes of characters that count, those of full width as ASCII, and whether a bracket closes somewhere.
    private static func folded(_ text: UnsafeBufferPointer<UInt8>) -> ([UInt8], hasBracket: Bool) {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var hasBracket = false
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                if let kept = folded(ascii: byte) {
                    result.append(kept)
                    hasBracket = hasBracket || kept == closing
                }
                index += 1
                continue
            }
            let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            var value = UInt32(byte) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
            for place in index + 1..<index + length { value = value << 6 | UInt32(text[place] & 0x3F) }
            switch value {
            case 0xFF01...0xFF5E:
                // The full-width forms are ASCII 0xFEE0 further on.
                if let kept = folded(ascii: UInt8(value - 0xFEE0)) {
                    result.append(kept)
                    hasBracket = hasBracket || kept == closing
                }
            case 0x30FB, 0xB7, 0xA0, 0x2212: break
            case 0x2000...0x206F, 0x3000...0x3003, 0x3008...0x301F, 0xFE30...0xFE4F, 0xFEFF: break
            default: for place in index..<index + length { result.append(text[place]) }
            }
            index += length
        }
        return (result, hasBracket)
    }

    /// Letters as capitals; of the signs those that belong to names and units.
    private static func folded(ascii byte: UInt8) -> UInt8? {
        switch byte {
        case 0x61...0x7A: byte - 0x20
        case 0x30...0x39, 0x41...0x5A, 0x25, opening, closing, 0x2B, 0x2E, 0x2F, 0x3E, 0x3C: byte
        default: nil
        }
    }

    /// Removes the last bracket where it holds a unit, of others the signs alone.
    private static func removeBrackets(from bytes: inout [UInt8], mayBeAll: Bool, isUnit: (String) -> Bool) {
        if bytes.last == closing, let open = bytes.lastIndex(of: opening), open > 0 || mayBeAll,
            isUnit(String(decoding: bytes[open + 1..<bytes.count - 1], as: UTF8.self))
        {
            bytes.removeSubrange(open...)
        }
        bytes.removeAll { $0 == opening || $0 == closing }
    }

    /// Units such as kWh keep their case in the table; the folded text has lost it, m2 and km are the common ones.
    private static func lowercased(_ text: String) -> String {
        String(decoding: text.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
    }
}
