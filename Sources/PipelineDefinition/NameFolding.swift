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
        fold(name, isUnit: { _ in false })
    }

    /// Folds with the table of units at hand, so that （张）, （万吨/年） and （%） at the end are known as units;
    /// without it only the sign of a percentage is.
    public static func fold(_ name: String, units: UnitTable) -> String {
        fold(name, isUnit: { units.resolve($0) != nil })
    }

    private static func fold(_ name: String, isUnit: (String) -> Bool) -> String {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(name.utf8.count / 2)
        for scalar in name.unicodeScalars { append(scalar, to: &scalars) }
        removeLastUnit(from: &scalars, isUnit: isUnit)
        scalars.removeAll { $0 == "(" || $0 == ")" }
        var bytes: [UInt8] = []
        for scalar in scalars { bytes.append(contentsOf: UTF8.encode(scalar)!) }
        for prefix in prefixes where bytes.starts(with: prefix) && bytes.count > prefix.count + 3 {
            bytes.removeFirst(prefix.count)
            break
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func append(_ scalar: Unicode.Scalar, to scalars: inout [Unicode.Scalar]) {
        switch scalar.value {
        case 0x61...0x7A: scalars.append(scalar.upper(by: 0x20))
        case 0xFF41...0xFF5A: scalars.append(scalar.upper(by: 0xFF00))
        case 0xFF01...0xFF5E:
            // The rest of the full-width forms are ASCII 0xFEE0 further on.
            append(scalar.upper(by: 0xFEE0), to: &scalars)
        case 0x30...0x39, 0x41...0x5A, 0x25, 0x28, 0x29, 0x2B, 0x2E, 0x2F, 0x3E, 0x3C: scalars.append(scalar)
        case 0x2014, 0x2013, 0x2212, 0x30FB, 0xB7: break
        case 0...0x7F, 0xA0, 0x2000...0x206F, 0x3000...0x3003, 0x3008...0x301F, 0xFE30...0xFE4F, 0xFEFF: break
        default: scalars.append(scalar)
        }
    }

    private static func removeLastUnit(from scalars: inout [Unicode.Scalar], isUnit: (String) -> Bool) {
        guard scalars.last == ")", let open = scalars.lastIndex(of: "("), open > 0 else { return }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[(open + 1)..<(scalars.count - 1)])
        let inner = String(view)
        if inner == "%" || inner == "‰" || isUnit(inner) || isUnit(lowercased(inner)) {
            scalars.removeSubrange(open...)
        }
    }

    /// Units such as kWh keep their case in the table; the folded text has lost it, m2 and km are the common ones.
    private static func lowercased(_ text: String) -> String {
        String(decoding: text.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
    }
}

extension Unicode.Scalar {
    fileprivate func upper(by distance: UInt32) -> Unicode.Scalar { Unicode.Scalar(value - distance) ?? self }
}
