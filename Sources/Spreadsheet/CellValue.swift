/// What a cell holds. Only ``formula(_:result:)`` is ever computed: text that begins with `=` stays text.
public enum CellValue: Sendable, Hashable {
    case blank
    case text(String)
    case number(Double)
    /// A formula (`=A1+1`) with the result that viewers show which do not recalculate.
    case formula(String, result: FormulaResult)
    /// A text that leads to a cell of this workbook.
    case link(String, to: LinkTarget)
    /// A text that leads to a place in a file beside the workbook: `audit.html`, `plan:12.1`.
    case fileLink(String, file: String, anchor: String)
    /// A number that leads to a cell of this workbook.
    case linkedNumber(Double, to: LinkTarget)
}

/// The stored result of a formula; without one, libxlsxwriter would store 0.
public enum FormulaResult: Sendable, Hashable {
    case number(Double)
    case text(String)
}

/// A place in the same workbook.
public struct LinkTarget: Sendable, Hashable {
    public var sheet: String
    public var cell: CellReference

    public init(sheet: String, cell: CellReference = CellReference(0, 0)) {
        self.sheet = sheet
        self.cell = cell
    }

    /// As libxlsxwriter wants it: `internal:'来源'!A5`.
    var address: String { "internal:\(CellReference.quoted(sheet: sheet))!\(cell.name)" }
}

extension CellValue {
    /// Where a link leads, as libxlsxwriter wants it; of a file's place `external:audit.html#plan:12.1`.
    var address: String {
        switch self {
        case .link(_, let target), .linkedNumber(_, let target): target.address
        case .fileLink(_, let file, let anchor): "external:\(file)#\(Self.encoded(anchor))"
        case .blank, .text, .number, .formula: ""
        }
    }

    /// Excel takes 255 bytes of a file's place; a longer link is written as its text alone.
    public var keepsLink: Bool { address.utf8.count <= 255 }

    /// RFC 3986: all but letters, digits and `-._~:/` of ASCII as `%E4`.
    private static func encoded(_ text: String) -> String {
        var encoded: [UInt8] = []
        for byte in text.utf8 {
            if plain.contains(byte) {
                encoded.append(byte)
            } else {
                encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/".utf8)
    private static let digits = Array("0123456789ABCDEF".utf8)
}
