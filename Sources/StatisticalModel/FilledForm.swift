/// A sheet of a workbook that somebody filled in, with the cells that hold something.
public struct FilledSheet: Sendable {
    public let name: String
    private let cells: [Place: FilledCell]

    private struct Place: Hashable {
        let row: Int
        let column: Int
    }

    public init(name: String, cells: [FilledCell]) {
        self.name = name
        self.cells = Dictionary(cells.map { (Place(row: $0.row, column: $0.column), $0) }) { first, _ in first }
    }

    /// The cell at a place, counted from 0; a blank one where nothing stands.
    public subscript(row: Int, column: Int) -> FilledCell {
        cells[Place(row: row, column: column)]
            ?? FilledCell(row: row, column: column, content: .blank, hasFormula: false)
    }

    /// The cells that hold something, row by row.
    public var all: [FilledCell] { cells.values.sorted { ($0.row, $0.column) < ($1.row, $1.column) } }
}

/// A cell as it is stored, whatever its format shows.
public struct FilledCell: Sendable, Hashable {
    public enum Content: Sendable, Hashable {
        case blank
        case text(String)
        /// Plain decimals, `0.924`; of a cell that shows a percentage the number before the sign, `92.4`.
        case number(String, isPercent: Bool)
        /// A number that the cell shows as a day.
        case day(year: Int, month: Int, day: Int)
        case truth(Bool)
        /// `#DIV/0!`
        case error(String)
    }

    /// From 0.
    public let row: Int
    public let column: Int
    public let content: Content
    public let hasFormula: Bool

    public init(row: Int, column: Int, content: Content, hasFormula: Bool = false) {
        self.row = row
        self.column = column
        self.content = content
        self.hasFormula = hasFormula
    }

    /// `C12`
    public var name: String {
        var (rest, letters) = (column, "")
        repeat {
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters + String(row + 1)
    }

    public var isBlank: Bool { content == .blank && !hasFormula }

    /// The words of the cell, without blanks at their ends; empty where it holds none.
    public var text: String {
        switch content {
        case .text(let text): Self.trimmed(text)
        case .number(let number, _): number
        case .blank, .day, .truth, .error: ""
        }
    }

    private static func trimmed(_ text: String) -> String {
        var part = text.unicodeScalars[...]
        while let first = part.first, first.properties.isWhitespace { part.removeFirst() }
        while let last = part.last, last.properties.isWhitespace { part.removeLast() }
        return String(part)
    }
}

/// A row of a form with what somebody typed into it, before any rule has looked at it.
public struct FilledFigure: Sendable {
    public enum Role: Sendable, Hashable {
        /// Where a plan starts: baselines.csv.
        case base
        /// What was reached: observations.csv.
        case latest
    }

    public var key: FigureKey
    public var role: Role
    public var year: FilledCell
    public var value: FilledCell
    /// The day up to which a part of a year counts; `nil` in a form that does not ask.
    public var day: FilledCell?
    public var status: FilledCell?
    public var note: FilledCell?

    public init(
        key: FigureKey, role: Role, year: FilledCell, value: FilledCell, day: FilledCell? = nil,
        status: FilledCell? = nil, note: FilledCell? = nil
    ) {
        self.key = key
        self.role = role
        self.year = year
        self.value = value
        self.day = day
        self.status = status
        self.note = note
    }
}

/// The same of a task.
public struct FilledTask: Sendable {
    public var key: TaskKey
    public var status: FilledCell
    public var day: FilledCell?
    public var note: FilledCell

    public init(key: TaskKey, status: FilledCell, day: FilledCell?, note: FilledCell) {
        self.key = key
        self.status = status
        self.day = day
        self.note = note
    }
}

/// Who filled in a form, and when.
public struct Filing: Sendable, Hashable {
    public var person: String
    public var day: CalendarDate

    public init(person: String, day: CalendarDate) {
        self.person = person
        self.day = day
    }
}

/// The words that forms and the files made of them share.
public struct FormWords: Sendable {
    /// The status of a figure by the word that a form offers for it, in both languages.
    public var statuses: [(word: String, status: ObservationStatus)]
    /// 年, which people type behind a year.
    public var yearMark: String
    /// 填报
    public var filed: String
    public var comma: String
    public var semicolon: String
    public var colon: String

    public init(
        statuses: [(word: String, status: ObservationStatus)], yearMark: String, filed: String, colon: String,
        comma: String, semicolon: String
    ) {
        self.statuses = statuses
        self.yearMark = yearMark
        self.filed = filed
        self.colon = colon
        self.comma = comma
        self.semicolon = semicolon
    }

    /// 填报：张三，2026-05-06；年报数: the source of a figure.
    public func source(_ filing: Filing, note: String) -> String {
        "\(filed)\(colon)\(filing.person)\(comma)\(filing.day)" + (note.isEmpty ? "" : semicolon + note)
    }

    /// 正在验收（填报：张三）: the remark of a task, which has a day of its own.
    public func remark(_ filing: Filing, note: String) -> String {
        (note.isEmpty ? "" : note + semicolon) + "\(filed)\(colon)\(filing.person)"
    }
}

/// Why a cell of a form is not taken.
public enum FormRefusal: Sendable, Hashable {
    /// The row's hidden key is missing or was changed.
    case noKey
    case notANumber(String)
    /// A formula whose result nobody computed and stored, or one that failed.
    case noResult
    case noYear
    /// A remark on a task without a status.
    case noStatus
    case notAYear(String)
    /// A figure of a year that has not begun on the day of filing.
    case yearAhead
    case notADay(String)
    case dayOutsideYear
    case dayAhead
    /// 0.92 where the target is 95%.
    case fraction
    /// More than a hundredfold from the target, or less than a hundredth: another unit? A note lets it pass.
    case farFromTarget(String)
    case unknownUnit(String)
    case unknownIndicator(String)
    case unknownArea(String)
    case unknownStatus(String, known: [String])
    case unknownTask(String)
    case noPerson
    case noFilingDay
    /// Another row says something else of the same figure.
    case filedTwice(String)
    /// The office's own file says something else: the value and where.
    case knownOtherwise(String, place: String)
    /// The base of a change cannot be told from the form.
    case changeNotRead
    /// A value was taken out: nothing says what stands instead.
    case cleared
}
