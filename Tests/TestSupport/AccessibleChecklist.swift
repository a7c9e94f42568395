import Foundation
import FoundationXML

/// The UK Government Analysis Function's checklist for accessible spreadsheets, as far as a program can check it.
///
/// “Making spreadsheets accessible: a brief checklist of the basics”: tables, notes, formatting, structure.
public struct AccessibleChecklist {
    public enum Rule: String, Sendable, CaseIterable {
        case mergedCells, titleInA1, explanationInA2, oneTable, tableAtTheLeft, headers, emptyCells, belowTheTable
        case filters, frozenPanes, hidden, headersAndFooters, fills, colouredWords, fontSize, wrapping, centred
        case conditionalFormats, alternativeText, unexplainedMarks, documentTitle, firstSheet
    }

    public struct Violation: Sendable, Hashable, CustomStringConvertible {
        public let rule: Rule
        public let place: String
        public var description: String { "\(rule.rawValue): \(place)" }
    }

    private let parts: WorkbookParts
    private let strings: [String]
    private let styles: CellLooks
    private var violations: [Violation] = []

    /// What the workbook at `path` does against the checklist.
    public static func violations(of path: String) throws -> [Violation] {
        let parts = try WorkbookParts(of: path)
        var list = AccessibleChecklist(
            parts: parts, strings: try parts.sharedStrings(), styles: CellLooks(try parts.part("xl/styles.xml")))
        let sheets = try parts.sheets()
        for (index, sheet) in sheets.enumerated() { list.check(sheet, isCover: index == 0) }
        list.checkMarks(sheets)
        try list.checkWorkbook()
        return list.violations
    }

    private init(parts: WorkbookParts, strings: [String], styles: CellLooks) {
        self.parts = parts
        self.strings = strings
        self.styles = styles
    }

    private mutating func fail(_ rule: Rule, _ place: String) {
        violations.append(Violation(rule: rule, place: place))
    }

    private mutating func checkWorkbook() throws {
        let title = try parts.part("docProps/core.xml").all("title").first?.stringValue ?? ""
        if title.isEmpty { fail(.documentTitle, "docProps/core.xml") }
        let view = try parts.part("xl/workbook.xml").all("workbookView").first
        if (view?.value("activeTab") ?? "0") != "0" { fail(.firstSheet, "activeTab") }
    }

    /// Marks such as [x] need a word on the last sheet, the notes.
    private mutating func checkMarks(_ sheets: [WorkbookParts.Sheet]) {
        func marks(_ sheet: WorkbookParts.Sheet) -> Set<String> {
            Set(
                cells(of: sheet.cells).values.map(text).filter {
                    $0.count == 3 && $0.hasPrefix("[") && $0.hasSuffix("]")
                })
        }
        guard let notes = sheets.last else { return }
        let explained = marks(notes)
        for sheet in sheets {
            for mark in marks(sheet).subtracting(explained).sorted() {
                fail(.unexplainedMarks, "\(sheet.name) \(mark)")
            }
        }
    }

    private mutating func check(_ sheet: WorkbookParts.Sheet, isCover: Bool) {
        let cells = cells(of: sheet.cells)
        if text(cells["A1"]).isEmpty { fail(.titleInA1, sheet.name) }
        if text(cells["A2"]).isEmpty { fail(.explanationInA2, sheet.name) }
        let forbidden: [(String, Rule)] = [
            ("mergeCell", .mergedCells), ("autoFilter", .filters), ("pane", .frozenPanes),
            ("headerFooter", .headersAndFooters), ("conditionalFormatting", .conditionalFormats),
        ]
        for (element, rule) in forbidden where !sheet.cells.all(element).isEmpty { fail(rule, sheet.name) }
        let lines = sheet.cells.all("row") + sheet.cells.all("col")
        if lines.contains(where: { $0.value("hidden") == "1" }) { fail(.hidden, sheet.name) }
        checkLooks(cells, sheet.name)
        for frame in sheet.drawings.flatMap({ $0.all("cNvPr") }) where (frame.value("descr") ?? "").isEmpty {
            fail(.alternativeText, sheet.name)
        }
        if isCover {
            if !sheet.tables.isEmpty { fail(.oneTable, sheet.name) }
        } else if sheet.tables.count == 1 {
            checkTable(sheet.tables[0], of: sheet, cells)
        } else {
            fail(.oneTable, "\(sheet.name) has \(sheet.tables.count)")
        }
    }

    private mutating func checkTable(
        _ table: XMLElement, of sheet: WorkbookParts.Sheet, _ cells: [String: XMLElement]
    ) {
        if !table.all("autoFilter").isEmpty { fail(.filters, sheet.name) }
        let corners = (table.value("ref") ?? "").split(separator: ":").map { Place(String($0)) }
        guard corners.count == 2 else { return fail(.oneTable, sheet.name) }
        let (first, last) = (corners[0], corners[1])
        if first.column != 0 { fail(.tableAtTheLeft, sheet.name) }
        let heads = (0...last.column).map { text(cells[Place(row: first.row, column: $0).name]) }
        if heads.contains("") || Set(heads).count != heads.count { fail(.headers, sheet.name) }
        if (table.value("name") ?? table.value("displayName") ?? "").isEmpty { fail(.headers, sheet.name) }
        let note = text(cells["A2"])
        let explainsBlanks = note.contains("空白") || note.lowercased().contains("blank")
        var rowsAreEmpty = [Bool](repeating: true, count: last.row + 1)
        for row in first.row + 1...last.row {
            for column in 0...last.column {
                let place = Place(row: row, column: column)
                let isEmpty = text(cells[place.name]).isEmpty
                if !isEmpty { rowsAreEmpty[row] = false }
                if isEmpty, !explainsBlanks { fail(.emptyCells, "\(sheet.name)!\(place.name)") }
            }
            if rowsAreEmpty[row] { fail(.emptyCells, "\(sheet.name) row \(row + 1)") }
        }
        for (name, cell) in cells where !text(cell).isEmpty {
            let place = Place(name)
            if place.row > last.row || place.column > last.column { fail(.belowTheTable, "\(sheet.name)!\(name)") }
        }
    }

    /// Fills, colours, sizes, wrapping and alignment of the cells that hold something.
    private mutating func checkLooks(_ cells: [String: XMLElement], _ sheet: String) {
        for (name, cell) in cells where !text(cell).isEmpty {
            let look = styles[Int(cell.value("s") ?? "") ?? 0]
            let place = "\(sheet)!\(name)"
            if look.isFilled { fail(.fills, place) }
            if look.isColoured, !look.isUnderlined { fail(.colouredWords, place) }
            if look.fontSize < 12 { fail(.fontSize, place) }
            if look.isCentred { fail(.centred, place) }
            if !look.wraps, cell.value("t") != nil, !["A1", "A2"].contains(name) { fail(.wrapping, place) }
        }
    }

    private func cells(of sheet: XMLElement) -> [String: XMLElement] {
        Dictionary(sheet.all("c").map { ($0.value("r") ?? "", $0) }) { first, _ in first }
    }

    /// What a cell shows: its shared text, its formula's result or its number.
    private func text(_ cell: XMLElement?) -> String {
        guard let cell, let value = cell.all("v").first?.stringValue else { return "" }
        guard cell.value("t") == "s", let index = Int(value), strings.indices.contains(index) else { return value }
        return strings[index]
    }

    /// A cell's row and column from 0, from its name such as `C5`.
    private struct Place {
        var row: Int
        var column: Int

        init(row: Int, column: Int) {
            self.row = row
            self.column = column
        }

        init(_ name: String) {
            let letters = name.prefix { $0.isLetter }
            column = letters.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 } - 1
            row = (Int(name.dropFirst(letters.count)) ?? 1) - 1
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
}
