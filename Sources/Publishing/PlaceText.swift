public import SourceText

/// A place in the file of an office as one reads it: `3 (72.1, 90.4, 210.8, 101.3)` for a page and a box, `表1!C12`,
/// `body/table[2]/tr[3]/td[1]`.
public enum PlaceText {
    public static func text(_ place: SourcePlace?) -> String {
        switch place {
        case .page(let number, let box):
            "\(number) (\([box.x0, box.y0, box.x1, box.y1].map(points).joined(separator: ", ")))"
        case .cell(let sheet, let reference): "\(sheet)!\(reference)"
        case .element(let path): path
        case nil: ""
        }
    }

    /// A length in points with one decimal: finer than any pen.
    static func points(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e9 else { return "" }
        let tenths = Int((value * 10).rounded())
        return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}
