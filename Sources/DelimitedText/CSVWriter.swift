internal import CLibCSV

/// Writes RFC 4180 text: UTF-8, LF line ends, fields quoted only where they must be.
///
/// Text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, TAB or CR) and
/// that is no plain number gets an apostrophe in front, as OWASP advises.
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
        let needsQuotes = field.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        field.withUTF8 { source in
            guard needsQuotes else {
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
        guard let first = field.utf8.first, [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first) else { return field }
        return isPlain(field) ? field : "'" + field
    }

    /// A signed decimal or a lone dash: nothing that a spreadsheet could run.
    private static func isPlain(_ field: String) -> Bool {
        let rest = field.utf8.dropFirst()
        guard field.utf8.first == 0x2D || field.utf8.first == 0x2B else { return false }
        return rest.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    }
}
