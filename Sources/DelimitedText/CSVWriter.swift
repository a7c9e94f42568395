internal import CLibCSV

/// Writes RFC 4180 text: UTF-8, LF line ends, fields quoted only where they must be.
///
/// Text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, their full-width forms, TAB or
/// CR, behind marks that nobody sees too) and that is no plain number gets an apostrophe in front, as OWASP advises.
public struct CSVWriter {
    public private(set) var bytes: [UInt8] = []

    public init(header: [String]) {
        write(header)
    }

    public mutating func write(_ fields: [String]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(Self.guarded(field))
        }
        bytes.append(0x0A)
    }

    private mutating func append(_ field: String) {
        var field = field
        field.withUTF8 { source in
            guard unsafe source.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
                unsafe bytes.append(contentsOf: source)
                return
            }
            // Every byte may be a quote that doubles; two more enclose the field.
            let quoted = unsafe [UInt8](unsafeUninitializedCapacity: source.count * 2 + 2) { target, count in
                unsafe count = csv_write(target.baseAddress, target.count, source.baseAddress, source.count)
            }
            bytes.append(contentsOf: quoted)
        }
    }

    /// The field with an apostrophe in front where a spreadsheet would run it.
    public static func guarded(_ field: String) -> String {
        // Most fields begin with a letter or a digit; all marks and full-width forms begin with these bytes.
        guard let byte = field.utf8.first, byte < 0x30 || byte == 0x3D || byte == 0x40 || byte == 0xE2 || byte == 0xEF
        else { return field }
        let seen = field.unicodeScalars.drop { isUnseen($0) }
        guard let first = seen.first, "=+-@\t\r＝＋－＠".unicodeScalars.contains(first) else { return field }
        return isPlain(seen) ? field : "'" + field
    }

    /// Marks of direction, joiners and the byte order mark, which a spreadsheet may drop before it looks.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
        default: false
        }
    }

    /// A signed number, `-3%` or `-1,200`, or a lone dash: nothing that a spreadsheet could run.
    private static func isPlain(_ field: Substring.UnicodeScalarView) -> Bool {
        guard let first = field.first, "+-＋－".unicodeScalars.contains(first) else { return false }
        return field.dropFirst().allSatisfy { "0123456789.,%‰０１２３４５６７８９．，％".unicodeScalars.contains($0) }
    }
}
