public import SourceText
public import StatisticalModel

/// XLSX: each sheet that is shown as tables with the lines over and under them, places as `表1!C12`.
///
/// Numbers stand as their formats show them (``CellFormat``), formulas by their stored value. Hidden rows, columns and
/// sheets are left out, and a finding says so: machines keep codes there.
public enum Workbook {
    public static func text(of bytes: [UInt8]) throws(BulletinSourceError) -> CanonicalText {
        var text = CanonicalText()
        try read(bytes) { (sheet) throws(BulletinSourceError) in
            guard sheet.isVisible else {
                text.findings.append(SourceFinding(.note, .hiddenSheet(sheet.name)))
                return
            }
            try sheet.reader()?.append(to: &text)
        }
        guard !text.bytes.isEmpty else { throw .noText(.xlsx) }
        return text
    }

    /// All cells of all sheets with what they store, hidden ones too: for forms that gongbao wrote and an office filled in.
    public static func sheets(of bytes: [UInt8]) throws(BulletinSourceError) -> [FilledSheet] {
        var result: [FilledSheet] = []
        try read(bytes) { (sheet) throws(BulletinSourceError) in
            guard let reader = try sheet.reader() else { return }
            result.append(FilledSheet(name: sheet.name, cells: reader.filled))
        }
        return result
    }

    /// A sheet that is not read yet.
    private struct UnreadSheet {
        let name: String
        let isVisible: Bool
        /// The sheet's part; `nil` where there is none, or where it holds no cells, as those of charts and dialogues.
        let part: String?
        let archive: ZipArchive
        let empty: SheetReader

        func reader() throws(BulletinSourceError) -> SheetReader? {
            guard let part else { return nil }
            var reader = empty
            try reader.read(archive.bytes(of: part), part: part)
            return reader
        }
    }

    private static func read(
        _ bytes: [UInt8], _ take: (UnreadSheet) throws(BulletinSourceError) -> Void
    ) throws(BulletinSourceError) {
        let archive = try ZipArchive(bytes, form: .xlsx)
        let main = try OfficePackage.mainPart(of: archive, form: .xlsx, usual: "xl/workbook.xml")
        let workbook = try XMLNode(archive.bytes(of: main), part: main)
        let folder = OfficePackage.folder(of: main)
        let relations = try relations(of: main, in: archive)
        let strings = try sharedStrings(relations, folder: folder, in: archive)
        let formats = try CellFormats(OfficePackage.part("styles.xml", beside: main, in: archive))
        let isFrom1904 = ["1", "true"].contains(workbook.child("workbookPr")?["date1904"])
        for sheet in workbook.child("sheets")?.children("sheet") ?? [] {
            let name = sheet["name"] ?? ""
            let target = sheet["id"].flatMap { relations[$0] }
            let part = target.map { $0.hasPrefix("/") ? String($0.dropFirst()) : folder + $0 }
            let held = part.flatMap { archive.contains($0) && !$0.contains("chartsheets/") ? $0 : nil }
            try take(
                UnreadSheet(
                    name: name, isVisible: sheet["state"] == nil || sheet["state"] == "visible", part: held,
                    archive: archive,
                    empty: SheetReader(name: name, strings: strings, formats: formats, isFrom1904: isFrom1904)))
        }
    }

    private static func relations(
        of main: String, in archive: ZipArchive
    ) throws(BulletinSourceError) -> [String: String] {
        let folder = OfficePackage.folder(of: main)
        let part = "\(folder)_rels/\(main.dropFirst(folder.count)).rels"
        guard archive.contains(part) else { throw .missingPart(.xlsx, part: part) }
        var result: [String: String] = [:]
        for relation in try XMLNode(archive.bytes(of: part), part: part).children {
            if let id = relation["Id"], let target = relation["Target"] { result[id] = target }
        }
        return result
    }

    /// Texts that cells name by their numbers; phonetic guides are none of them.
    private static func sharedStrings(
        _ relations: [String: String], folder: String, in archive: ZipArchive
    ) throws(BulletinSourceError) -> [String] {
        let name = relations.values.first { $0.hasSuffix("sharedStrings.xml") } ?? "sharedStrings.xml"
        let part = name.hasPrefix("/") ? String(name.dropFirst()) : folder + name
        guard archive.contains(part) else { return [] }
        var events = try XMLEvents(archive.bytes(of: part), part: part)
        var result: [String] = []
        var string = RichString()
        while let event = try events.next() {
            switch event {
            case .start("si", _): string = RichString()
            case .end("si"): result.append(string.text)
            default: string.take(event)
            }
        }
        return result
    }
}

/// The text of a shared or inline string: its runs without phonetic guides and without raised marks of notes.
private struct RichString {
    private(set) var text = ""
    private var (isText, isPhonetic, isRaised) = (false, false, false)

    mutating func take(_ event: XMLEvent) {
        switch event {
        case .start("t", _): isText = true
        case .end("t"): isText = false
        case .start("rPh", _): isPhonetic = true
        case .end("rPh"): isPhonetic = false
        case .start("vertAlign", let attributes): isRaised = attributes["val"] == "superscript"
        case .end("r"): isRaised = false
        case .text(let more) where isText && !isPhonetic:
            guard isRaised else {
                text += more
                return
            }
            var inline = InlineText()
            inline.append(String(text.suffix(1)))
            inline.appendRaised(more)
            text = String(text.dropLast(1)) + inline.text
        default: break
        }
    }
}

/// The formats of cells by the numbers of their styles.
private struct CellFormats {
    private var formats: [CellFormat] = []

    init(_ styles: XMLNode?) throws(BulletinSourceError) {
        var codes: [Int: String] = [:]
        for format in styles?.child("numFmts")?.children ?? [] {
            if let id = format["numFmtId"].flatMap({ Int($0) }) { codes[id] = format["formatCode"] }
        }
        for style in styles?.child("cellXfs")?.children("xf") ?? [] {
            let id = style["numFmtId"].flatMap { Int($0) } ?? 0
            formats.append(codes[id].map { CellFormat($0) } ?? CellFormat(builtIn: id))
        }
    }

    subscript(style: Int) -> CellFormat {
        formats.indices.contains(style) ? formats[style] : CellFormat(builtIn: 0)
    }
}

/// Reads the cells of one sheet.
private struct SheetReader {
    private let name: String
    private let strings: [String]
    private let formats: CellFormats
    private let isFrom1904: Bool

    private struct Cell {
        var row: Int
        var column: Int
        var text: String
    }

    private var cells: [Cell] = []
    /// Every cell that holds something, as stored.
    private(set) var filled: [FilledCell] = []
    private var merges: [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)] = []
    private var hiddenRows: Set<Int> = []
    private var hiddenColumns: [ClosedRange<Int>] = []
    private var showsZeros = true
    private var uncomputed: [String] = []

    init(name: String, strings: [String], formats: CellFormats, isFrom1904: Bool) {
        (self.name, self.strings, self.formats, self.isFrom1904) = (name, strings, formats, isFrom1904)
    }

    // MARK: The part

    mutating func read(_ bytes: [UInt8], part: String) throws(BulletinSourceError) {
        var events = try XMLEvents(bytes, part: part)
        var open = OpenCell()
        var (row, column) = (-1, -1)
        while let event = try events.next() {
            switch event {
            case .start("sheetView", let attributes): if attributes["showZeros"] == "0" { showsZeros = false }
            case .start("col", let attributes): readColumn(attributes)
            case .start("row", let attributes):
                let given = attributes["r"].flatMap { Int($0) } ?? 0
                row = CellPlace.rows.contains(given) ? given - 1 : row + 1
                column = -1
                if Self.isTrue(attributes["hidden"]) { hiddenRows.insert(row) }
            case .start("c", let attributes):
                let place = attributes["r"].flatMap(CellPlace.init)
                (row, column) = (place?.row ?? row, place?.column ?? column + 1)
                open = OpenCell(type: attributes["t"] ?? "n", style: attributes["s"].flatMap { Int($0) } ?? 0)
            case .end("c"): close(open, row: row, column: column)
            case .start("mergeCell", let attributes):
                if let range = attributes["ref"].flatMap(Self.range) { merges.append(range) }
            default: open.take(event)
            }
        }
    }

    /// A cell while its part is read.
    private struct OpenCell {
        var type = "n"
        var style = 0
        var value = ""
        var string = RichString()
        var hasFormula = false
        private var isValue = false

        init(type: String = "n", style: Int = 0) { (self.type, self.style) = (type, style) }

        mutating func take(_ event: XMLEvent) {
            switch event {
            case .start("v", _): isValue = true
            case .end("v"): isValue = false
            case .start("f", _): hasFormula = true
            case .text(let text) where isValue: value += text
            default: string.take(event)
            }
        }
    }

    private mutating func readColumn(_ attributes: XMLAttributes) {
        guard Self.isTrue(attributes["hidden"]), let first = attributes["min"].flatMap({ Int($0) }),
            let last = attributes["max"].flatMap({ Int($0) }), first > 0, first <= last
        else { return }
        hiddenColumns.append(first - 1...last - 1)
    }

    private static func isTrue(_ text: String?) -> Bool { text == "1" || text == "true" }

    private static func range(_ reference: String) -> (rows: ClosedRange<Int>, columns: ClosedRange<Int>)? {
        let ends = reference.split(separator: ":").compactMap { CellPlace(String($0)) }
        guard ends.count == 2, ends[0].row <= ends[1].row, ends[0].column <= ends[1].column else { return nil }
        return (ends[0].row...ends[1].row, ends[0].column...ends[1].column)
    }

    private mutating func close(_ cell: OpenCell, row: Int, column: Int) {
        guard row >= 0, column >= 0 else { return }
        let content = content(of: cell)
        if content != .blank || cell.hasFormula {
            filled.append(FilledCell(row: row, column: column, content: content, hasFormula: cell.hasFormula))
        }
        var text: String?
        switch cell.type {
        case "s": text = Int(cell.value).flatMap { strings.indices.contains($0) ? strings[$0] : nil }
        case "inlineStr": text = cell.string.text
        case "str", "e", "d": text = cell.value
        case "b": text = cell.value == "1" ? "TRUE" : "FALSE"
        default:
            if !cell.value.isEmpty, showsZeros || Double(cell.value) != 0 {
                text = formats[cell.style].text(cell.value, isFrom1904: isFrom1904)
            }
        }
        if cell.hasFormula, cell.value.isEmpty, cell.string.text.isEmpty, cell.type != "str" {
            uncomputed.append(CellPlace(row: row, column: column).name)
        }
        if let text, text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) {
            cells.append(Cell(row: row, column: column, text: text))
        }
    }

    private func content(of cell: OpenCell) -> FilledCell.Content {
        func text(_ text: String?) -> FilledCell.Content {
            let isBlank = text?.unicodeScalars.allSatisfy(\.properties.isWhitespace) ?? true
            return isBlank ? .blank : .text(text ?? "")
        }
        switch cell.type {
        case "s": return text(Int(cell.value).flatMap { strings.indices.contains($0) ? strings[$0] : nil })
        case "inlineStr": return text(cell.string.text)
        case "str", "d": return text(cell.value)
        case "b": return .truth(cell.value == "1")
        case "e": return .error(cell.value)
        default:
            guard !cell.value.isEmpty else { return .blank }
            return formats[cell.style].content(cell.value, isFrom1904: isFrom1904)
        }
    }

    // MARK: The text

    private func isHidden(column: Int) -> Bool { hiddenColumns.contains { $0.contains(column) } }

    /// Adds the sheet's name and what is shown of its cells.
    func append(to text: inout CanonicalText) {
        let hiddenCells = cells.filter { hiddenRows.contains($0.row) || isHidden(column: $0.column) }
        let table = table()
        if !table.rows.isEmpty {
            if !isNumberedName { text.appendParagraph(name, level: 2, at: nil) }
            text.append(table)
        }
        if !hiddenCells.isEmpty {
            text.findings.append(SourceFinding(.note, .hiddenCells(sheet: name, count: hiddenCells.count)))
        }
        if let first = uncomputed.first {
            text.findings.append(
                SourceFinding(.warning, .uncomputedFormulas(cell: "\(name)!\(first)", count: uncomputed.count)))
        }
    }

    /// Sheet1: a name that nobody gave.
    private var isNumberedName: Bool {
        name.unicodeScalars.allSatisfy { $0.isASCII }
    }

    /// The cells that are shown, hidden rows and columns closed up.
    private func table() -> SourceTable {
        var spans: [CellPlace: (rows: ClosedRange<Int>, columns: ClosedRange<Int>)] = [:]
        for merge in merges { spans[CellPlace(row: merge.rows.lowerBound, column: merge.columns.lowerBound)] = merge }
        var shown: [Int: [SourceCell]] = [:]
        for cell in cells {
            let place = CellPlace(row: cell.row, column: cell.column)
            let span = spans[place] ?? (cell.row...cell.row, cell.column...cell.column)
            // A merged cell shows its text in what is left of it.
            guard let row = span.rows.first(where: { !hiddenRows.contains($0) }),
                let column = span.columns.first(where: { !isHidden(column: $0) })
            else { continue }
            let parts = cell.text.split(whereSeparator: \.isNewline).compactMap { part in
                var inline = InlineText()
                inline.append(String(part))
                return inline.isEmpty ? nil : inline.trimmed
            }
            if parts.isEmpty { continue }
            shown[row, default: []].append(
                SourceCell(
                    parts: parts, place: .cell(sheet: name, reference: place.name), column: column,
                    rowSpan: span.rows.count { !hiddenRows.contains($0) },
                    columnSpan: span.columns.upperBound - column + 1))
        }
        return SourceTable(rows: closedUp(shown))
    }

    /// Rows in order, one blank row for each gap.
    private func closedUp(_ shown: [Int: [SourceCell]]) -> [[SourceCell]] {
        var rows: [[SourceCell]] = []
        var last: Int?
        // How far cells of rows above reach down.
        var covered = -1
        for row in shown.keys.sorted() {
            if let last, (last + 1..<row).contains(where: { !hiddenRows.contains($0) }) {
                let blanks = (last + 1..<row).count { !hiddenRows.contains($0) }
                // Cells that hang over blank rows keep their spans only where those rows are there.
                let kept = covered > last ? min(blanks, covered - last) : 0
                rows += Array(repeating: [], count: max(1, kept))
            }
            let cells = (shown[row] ?? []).sorted { $0.column < $1.column }
            for cell in cells { covered = max(covered, row + cell.rowSpan - 1) }
            rows.append(cells)
            last = row
        }
        return rows
    }
}

/// `C12` as row and column from 0.
private struct CellPlace: Hashable {
    /// What Excel allows.
    static let rows = 1...1_048_576
    static let columns = 1...16_384

    let row: Int
    let column: Int

    init(row: Int, column: Int) { (self.row, self.column) = (row, column) }

    init?(_ reference: String) {
        var (row, column) = (0, 0)
        for byte in reference.utf8 {
            switch byte {
            case 0x41...0x5A where row == 0 && column < 20_000: column = column * 26 + Int(byte - 0x40)
            case 0x30...0x39 where column > 0 && row < 2_000_000: row = row * 10 + Int(byte - 0x30)
            case UInt8(ascii: "$"): break
            default: return nil
            }
        }
        guard Self.rows.contains(row), Self.columns.contains(column) else { return nil }
        (self.row, self.column) = (row - 1, column - 1)
    }

    var name: String {
        var (rest, letters) = (column, "")
        repeat {
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters + String(row + 1)
    }
}
