import Spreadsheet

/// A printed list of units, shortened where a cell has no room for it: 市水利局、市财政局等12个单位.
///
/// A row that lists ten of them on ten lines would leave five rows on a page.
struct UnitList {
    let text: String
    /// Columns of a line, in the spreadsheet's measure.
    let lineWidth: Int

    /// As many lines are shown whole, and what is shortened takes fewer.
    private static let (wholeLines, shortLines) = (3, 2)

    var isLong: Bool { DisplayWidth.columns(text) > Self.wholeLines * lineWidth }

    /// The whole list, or the first units and how many there are.
    func shown(_ words: ReportWords) -> String {
        guard isLong else { return text }
        let names = DutyUnits.units(in: text)
        let end = words("pipeline.all-units", String(names.count))
        let room = Self.shortLines * lineWidth - DisplayWidth.columns(end)
        var shown = names[0]
        for name in names.dropFirst() {
            let longer = shown + "、" + name
            guard DisplayWidth.columns(longer) <= room else { break }
            shown = longer
        }
        return ShortText.cut(shown, columns: max(room, lineWidth)) + end
    }
}
