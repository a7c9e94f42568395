/// A table too long for one sheet stands on several, each with its head.
extension GridSheet {
    /// Rows that a sheet holds comfortably, and that stay under Excel's 65,530 links a sheet.
    static let rowLimit = 50_000

    /// The name of a sheet's `part`, counted from 0: 来源, 来源 2, …
    static func name(_ name: String, part: Int) -> String { part == 0 ? name : "\(name) \(part + 1)" }

    /// The sheets of at most `limit` rows that hold the table; the notes of several say which rows they hold.
    func parts(of limit: Int, words: ReportWords) -> [GridSheet] {
        guard rows.count > limit else { return [self] }
        let count = (rows.count + limit - 1) / limit
        return (0..<count).map { part in
            let range = part * limit..<min((part + 1) * limit, rows.count)
            var sheet = self
            sheet.name = Self.name(name, part: part)
            sheet.rows = rows.part(range)
            sheet.note +=
                "　"
                + words(
                    "grid.part", "\(range.lowerBound + 1)", "\(range.upperBound)", "\(rows.count)", "\(count)")
            return sheet
        }
    }
}
