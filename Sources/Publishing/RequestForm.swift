public import PipelineDefinition
public import Spreadsheet
public import StatisticalModel

/// What one responsible unit is asked for: its targets without a final figure, and its open tasks.
public struct UnitRequest: Sendable {
    /// Why a figure is asked for.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// The target's year is over, and nothing or only older figures are known.
        case overdue
        /// The year ends soon.
        case due
        /// What is known is an estimate, a first result, or a part of the year.
        case provisional
    }

    public struct Figure: Sendable {
        public var key: FigureKey
        public var pipeline: String
        public var name: String
        public var area: String
        /// With its sign: `≥95`.
        public var target: String
        public var reason: Reason
        /// All units that the bulletins name.
        public var units: DutyUnits

        public init(
            key: FigureKey, pipeline: String, name: String, area: String, target: String, reason: Reason,
            units: DutyUnits
        ) {
            self.key = key
            self.pipeline = pipeline
            self.name = name
            self.area = area
            self.target = target
            self.reason = reason
            self.units = units
        }
    }

    public struct Task: Sendable {
        public var key: TaskKey
        public var text: String
        public var deadline: String
        public var lamp: TaskLamp
        /// The plan that the task stands in.
        public var plan: String
        public var units: DutyUnits

        public init(key: TaskKey, text: String, deadline: String, lamp: TaskLamp, plan: String, units: DutyUnits) {
            self.key = key
            self.text = text
            self.deadline = deadline
            self.lamp = lamp
            self.plan = plan
            self.units = units
        }
    }

    /// As printed; empty where the bulletins name none.
    public var unit: String
    public var area: String
    public var edition: String
    public var asOf: CalendarDate
    /// What the unit answers for, as the first of those that lead.
    public var figures: [Figure] = []
    public var tasks: [Task] = []
    /// What another unit answers for and this one takes part in: to be read, not filled in.
    public var sharedFigures: [Figure] = []
    public var sharedTasks: [Task] = []

    /// False for a unit that only takes part in what others are asked for.
    public var isAsked: Bool { !figures.isEmpty || !tasks.isEmpty }

    public init(unit: String, area: String, edition: String, asOf: CalendarDate) {
        self.unit = unit
        self.area = area
        self.edition = edition
        self.asOf = asOf
    }
}

/// 催报表: the form that an office fills in, a sheet for figures and one for tasks.
///
/// A hidden column holds each row's key and a hidden row the columns' codes, so that `gongbao import` reads the form in
/// any language and after any sorting. The person and the day stand once, over the first table.
public struct RequestForm {
    private let request: UnitRequest
    private let settings: TaskSettings
    private let words: ReportWords

    /// What the hidden row calls the columns to fill in.
    enum Field: String {
        case year, value, day, status, note, key
        static let mark = "#"
        var code: String { Self.mark + rawValue }
        static let person = mark + "person"
        static let filed = mark + "filed"
        static let columns = mark + "columns"
    }

    public init(_ request: UnitRequest, settings: TaskSettings, words: ReportWords) {
        self.request = request
        self.settings = settings
        self.words = words
    }

    /// 催报表-乌海市-市民政局.xlsx; signs that no file system wants become `_`.
    public var fileName: String {
        let parts = [
            words("request.title"), request.area, request.unit.isEmpty ? words("highlights.no-unit") : request.unit,
        ]
        let name = parts.filter { !$0.isEmpty }.joined(separator: "-").unicodeScalars.map { scalar -> Character in
            let isBad = scalar.value < 0x20 || "/\\:*?\"<>|.".unicodeScalars.contains(scalar)
            return isBad || scalar.properties.isWhitespace ? "_" : Character(scalar)
        }
        var text = String(name)
        while text.utf8.count > 200 { text.removeLast() }
        return text + ".xlsx"
    }

    /// Writes the form. The same request gives the same bytes.
    public func write(to path: String) throws(SpreadsheetError) {
        var workbook = try Workbook(
            path: path,
            properties: DocumentProperties(
                title: words("request.title"), subject: "\(request.area) \(request.unit) \(request.asOf)",
                author: "gongbao", keywords: "", created: request.asOf.dayNumber * 86_400))
        let lists = lists
        let sheets = [request.figures.isEmpty ? nil : figureSheet, request.tasks.isEmpty ? nil : taskSheet].compactMap {
            $0
        }
        for (index, sheet) in sheets.enumerated() {
            var grid = sheet.grid
            grid.summary = (index == 0 ? head(sheet) : []) + [codes(sheet)]
            try workbook.addSheet(named: grid.name) { page throws(SpreadsheetError) in
                try SheetRenderer(words: words, title: words("request.title")).draw(grid, on: page)
                try page.hideRow(grid.headerRow - 1)
                try page.hideColumns(sheet.keyColumn...sheet.keyColumn)
                try restrict(sheet, grid, on: page, lists)
                if index == 0 { try restrictHead(on: page) }
                page.protect()
            }
        }
        if let grid = sharedSheet {
            try workbook.addSheet(named: grid.name) { page throws(SpreadsheetError) in
                try SheetRenderer(words: words, title: words("request.title")).draw(grid, on: page)
                page.protect()
            }
        }
        try workbook.addSheet(named: lists.grid.name) { page throws(SpreadsheetError) in
            try SheetRenderer(words: words, title: words("request.title")).draw(lists.grid, on: page)
        }
        try workbook.close()
    }

    // MARK: Sheets

    private struct FormSheet {
        var grid: GridSheet
        /// The fields by their columns.
        var fields: [Int: Field]
        var keyColumn: Int { grid.columns.count - 1 }
    }

    private static let input = ReportPalette.cell.with {
        $0.fill = ReportPalette.input
        $0.isInput = true
        $0.wraps = true
    }
    private static let number = input.with { $0.horizontal = .right }
    private static let day = input.with {
        $0.horizontal = .center
        $0.numberFormat = "yyyy-mm-dd"
    }

    private typealias Item = (key: String, width: Double, style: CellStyle, field: Field?)

    private func sheet(_ key: String, _ items: [Item], rows: [[GridSheet.Cell]]) -> FormSheet {
        var grid = GridSheet(
            name: words("request.sheet.\(key)"), title: words("request.title"),
            note: [
                words.labelled("request.unit", request.unit.isEmpty ? words("highlights.no-unit") : request.unit),
                words.labelled("cover.area", request.area), words.labelled("cover.as-of", request.asOf.description),
                words.labelled("cover.edition", request.edition), words("request.note"),
            ].joined(separator: "　"),
            columns: items.map { GridSheet.Column(title: words("column.\($0.key)"), width: $0.width, style: $0.style) },
            rows: rows)
        grid.printedColumns = items.count - 1
        let fields = items.enumerated().compactMap { index, item in item.field.map { (index, $0) } }
        return FormSheet(grid: grid, fields: Dictionary(uniqueKeysWithValues: fields))
    }

    private static let cooperatingWidth = 18.0

    /// The others, shortened where they are many: the unit that is asked knows its plan.
    private func shown(_ units: DutyUnits) -> String {
        UnitList(text: words.others(units), lineWidth: Int(Self.cooperatingWidth) - 1).shown(words)
    }

    private var figureSheet: FormSheet {
        sheet(
            "figures",
            [
                ("number", 6, ReportPalette.centered, nil), ("pipeline", 12, ReportPalette.text, nil),
                ("indicator", 30, ReportPalette.text, nil), ("area", 12, ReportPalette.text, nil),
                ("target-year", 8, ReportPalette.centered, nil), ("target", 12, ReportPalette.number, nil),
                ("known", 14, ReportPalette.text, nil), ("asked-why", 14, ReportPalette.text, nil),
                ("data-year", 9, Self.number, .year), ("filled-value", 14, Self.number, .value),
                ("unit", 11, ReportPalette.text, nil), ("filled-day", 13, Self.day, .day),
                ("filled-status", 10, Self.input, .status), ("filled-note", 28, Self.input, .note),
                ("cooperating", Self.cooperatingWidth, ReportPalette.text, nil), ("key", 10, ReportPalette.cell, .key),
            ],
            rows: request.figures.enumerated().map { index, figure in
                let key = figure.key
                let period = key.measure == .level ? nil : key.period
                let known = key.latest.map { latest in
                    [latest.year.map { "\($0)" }, latest.value?.description].compactMap { $0 }.joined(separator: ": ")
                }
                return [
                    .integer(index + 1), .text(figure.pipeline),
                    .text(words.named(figure.name, key.qualifier) + asked(key, period)),
                    .text(figure.area), .integer(key.year?.number), .text(figure.target), .text(known ?? ""),
                    .text(words("request.reason.\(figure.reason.rawValue)")), .integer(key.year?.number), .text(""),
                    .text(words.unit(key.unit)), .text(""), .text(""), .text(""), .text(shown(figure.units)),
                    .text(key.text),
                ]
            })
    }

    /// What a figure that is no plain level counts: （2021—2025年累计新增）.
    private func asked(_ key: FigureKey, _ period: YearSpan?) -> String {
        guard key.measure != .level else { return "" }
        let kind = words("request.measure.\(key.measure.rawValue)")
        let span = period.map { "\($0.first)–\($0.last) " } ?? ""
        return words.language == .chinese ? "（\(span)\(kind)）" : " (\(span)\(kind))"
    }

    private var taskSheet: FormSheet {
        sheet(
            "tasks",
            [
                ("number", 6, ReportPalette.centered, nil), ("task", 60, ReportPalette.text, nil),
                ("deadline", 12, ReportPalette.centered, nil), ("task-lamp", 14, ReportPalette.centered, nil),
                ("task-status", 12, Self.input, .status), ("filled-task-day", 13, Self.day, .day),
                ("remark", 34, Self.input, .note), ("cooperating", Self.cooperatingWidth, ReportPalette.text, nil),
                ("plan", 26, ReportPalette.text, nil), ("key", 10, ReportPalette.cell, .key),
            ],
            rows: request.tasks.enumerated().map { index, task in
                [
                    .integer(index + 1), .text(ShortText.cut(task.text, columns: 300)), .text(task.deadline),
                    .text(words("task-lamp.\(task.lamp.rawValue)", "\(settings.dueSoonDays)")),
                    .text(shown(task.key.status)), .text(""), .text(task.key.remark), .text(shown(task.units)),
                    .text(ShortText.cut(task.plan, columns: 80)), .text(task.key.text),
                ]
            })
    }

    /// What the unit takes part in, with who answers for it; `nil` without such rows. Nothing is filled in here, and no
    /// key stands here: a figure is asked of one unit.
    var sharedSheet: GridSheet? {
        let figures = request.sharedFigures.map { figure -> [GridSheet.Cell] in
            let period = figure.key.measure == .level ? nil : figure.key.period
            return [
                .text(words.named(figure.name, figure.key.qualifier) + asked(figure.key, period)),
                .text([figure.target, words.unit(figure.key.unit)].filter { !$0.isEmpty }.joined(separator: " ")),
                .text(figure.key.year.map { "\($0)" } ?? ""), .text(words("request.reason.\(figure.reason.rawValue)")),
            ] + roles(figure.units)
        }
        let tasks = request.sharedTasks.map { task -> [GridSheet.Cell] in
            [
                .text(ShortText.cut(task.text, columns: 300)), .text(""), .text(task.deadline),
                .text(words("task-lamp.\(task.lamp.rawValue)", "\(settings.dueSoonDays)")),
            ] + roles(task.units)
        }
        guard !figures.isEmpty || !tasks.isEmpty else { return nil }
        let columns: [(key: String, width: Double, style: CellStyle)] = [
            ("number", 6, ReportPalette.centered), ("shared-matter", 60, ReportPalette.text),
            ("target", 16, ReportPalette.text), ("shared-deadline", 12, ReportPalette.centered),
            ("shared-state", 14, ReportPalette.centered), ("duty-role", 14, ReportPalette.centered),
            ("lead-unit", 28, ReportPalette.text),
        ]
        return GridSheet(
            name: words("request.sheet.shared"), title: words("request.sheet.shared"),
            note: [
                words.labelled("request.unit", request.unit), words.labelled("cover.area", request.area),
                words("request.shared.note"),
            ].joined(separator: "　"),
            columns: columns.map {
                GridSheet.Column(title: words("column.\($0.key)"), width: $0.width, style: $0.style)
            },
            rows: (figures + tasks).enumerated().map { [.integer($0.offset + 1)] + $0.element })
    }

    private func roles(_ units: DutyUnits) -> [GridSheet.Cell] {
        [.text(units.role(of: request.unit).map(words.callAsFunction) ?? ""), .text(units.lead)]
    }

    private func shown(_ status: String) -> String {
        words.language == .chinese ? status : settings[status]?.englishName ?? status
    }

    // MARK: Head

    /// The person and the day, each beside its label.
    private func head(_ sheet: FormSheet) -> [[GridSheet.Cell]] {
        func line(_ label: String, _ style: CellStyle, _ mark: String) -> [GridSheet.Cell] {
            let gap = [GridSheet.Cell](repeating: GridSheet.Cell(.blank), count: sheet.keyColumn - Self.headColumn - 1)
            return [
                GridSheet.Cell(.blank), GridSheet.Cell(.text(words(label)), style: ReportPalette.header),
                GridSheet.Cell(.blank, style: style),
            ] + gap + [GridSheet.Cell(.text(mark))]
        }
        return [
            line("request.person", Self.input, Field.person), line("request.filed", Self.day, Field.filed),
        ]
    }

    static let headColumn = 2
    private static let headRows = [GridSheet.headerRow, GridSheet.headerRow + 1]

    private func codes(_ sheet: FormSheet) -> [GridSheet.Cell] {
        sheet.grid.columns.indices.map { column in
            if column == sheet.keyColumn { return .text(Field.columns) }
            return .text(sheet.fields[column]?.code ?? "")
        }
    }

    // MARK: Rules

    private struct Lists {
        let grid: GridSheet
        let figureStatus: String
        let taskStatus: String
    }

    /// The words that drop-downs offer, and how to fill in the form.
    private var lists: Lists {
        let name = words("request.sheet.notes")
        let figures = Self.statuses.map { words("request.status.\($0.rawValue)") }
        let tasks = settings.statuses.map { shown($0.name) }
        let count = max(figures.count, tasks.count, 6)
        let rows = (0..<count).map { index -> [GridSheet.Cell] in
            let explanation = index < 6 ? words("request.help.\(index + 1)") : ""
            return [
                .text(explanation), .text(index < figures.count ? figures[index] : ""),
                .text(index < tasks.count ? tasks[index] : ""),
            ]
        }
        let grid = GridSheet(
            name: name, title: words("request.sheet.notes"), note: words("request.help.note"),
            columns: [
                GridSheet.Column(title: words("column.explanation"), width: 90, style: ReportPalette.text),
                GridSheet.Column(title: words("column.filled-status"), width: 18, style: ReportPalette.text),
                GridSheet.Column(title: words("column.task-status"), width: 18, style: ReportPalette.text),
            ], rows: rows)
        func range(_ column: Int, _ count: Int) -> String {
            let cells = CellRange(
                rows: GridSheet.firstRow...GridSheet.firstRow + max(count, 1) - 1, columns: column...column)
            return "=" + cells.absoluteName(in: name)
        }
        return Lists(grid: grid, figureStatus: range(1, figures.count), taskStatus: range(2, tasks.count))
    }

    private static let statuses: [ObservationStatus] = [.normal, .provisional, .estimated]

    private func help(_ key: String) -> InputHelp {
        InputHelp(title: words("pipeline.input.title"), message: words(key), refusal: words(key))
    }

    private func restrict(
        _ sheet: FormSheet, _ grid: GridSheet, on page: borrowing Sheet, _ lists: Lists
    ) throws(SpreadsheetError) {
        let isTasks = sheet.fields.values.contains { $0 == .value } == false
        for (column, field) in sheet.fields.sorted(by: { $0.key < $1.key }) {
            let range = CellRange(rows: grid.firstRow...grid.lastRow, columns: column...column)
            switch field {
            case .year: try page.restrict(range, to: .wholeNumber(1949...2199), help: help("pipeline.input.year"))
            case .value: try page.restrict(range, to: .anyNumber, help: help("pipeline.input.value"))
            case .day: try page.restrict(range, to: Self.days, help: help("request.input.day"))
            case .status:
                try page.restrict(
                    range, to: .listed(in: isTasks ? lists.taskStatus : lists.figureStatus),
                    help: help("request.input.status"))
            case .note, .key: break
            }
        }
    }

    private func restrictHead(on page: borrowing Sheet) throws(SpreadsheetError) {
        let cell = CellReference(Self.headRows[1], Self.headColumn)
        try page.restrict(CellRange(cell, cell), to: Self.days, help: help("request.input.day"))
    }

    /// 1949 to 2199 as a spreadsheet counts days.
    private static let days = InputRule.decimal(
        TaskSheet.day(CalendarDate(year: 1949, month: 1, day: 1))...TaskSheet.day(CalendarDate(year: 2199)))
}

/// What stands in a workbook that an office filled in: a request form, or progress.xlsx.
public struct FilledWorkbook: Sendable {
    /// A row with the name of its sheet.
    public struct Row<Filled: Sendable>: Sendable {
        public let sheet: String
        public let row: Filled
    }

    public private(set) var figures: [Row<FilledFigure>] = []
    public private(set) var tasks: [Row<FilledTask>] = []
    /// The cells of the person and the day, and the sheet that they stand on; `nil` in progress.xlsx.
    public private(set) var filing: (sheet: String, person: FilledCell, day: FilledCell)?
    /// Rows that were filled in and whose key is gone or none.
    public private(set) var keyless: [Row<FilledCell>] = []

    public init(_ sheets: [FilledSheet]) {
        for sheet in sheets {
            let codes = sheet.all.first { $0.text == RequestForm.Field.columns }
            if let codes { readForm(sheet, codes) } else { readProgress(sheet) }
        }
    }

    /// False for a workbook that gongbao did not write.
    public var isForm: Bool { filing != nil || !figures.isEmpty || !tasks.isEmpty || !keyless.isEmpty }

    private mutating func readForm(_ sheet: FilledSheet, _ codes: FilledCell) {
        let keyColumn = codes.column
        var columns: [RequestForm.Field: Int] = [:]
        for cell in sheet.all where cell.row == codes.row && cell.column != keyColumn {
            if let field = RequestForm.Field(rawValue: String(cell.text.dropFirst(RequestForm.Field.mark.count))) {
                columns[field] = cell.column
            }
        }
        let head = sheet.all.filter { $0.column == keyColumn && $0.row < codes.row }
        if filing == nil, let person = head.first(where: { $0.text == RequestForm.Field.person }),
            let filed = head.first(where: { $0.text == RequestForm.Field.filed })
        {
            filing = (
                sheet.name, sheet[person.row, RequestForm.headColumn], sheet[filed.row, RequestForm.headColumn]
            )
        }
        let rows = Set(sheet.all.map(\.row)).filter { $0 > codes.row + 1 }.sorted()
        for row in rows {
            let key = sheet[row, keyColumn]
            func cell(_ field: RequestForm.Field) -> FilledCell? { columns[field].map { sheet[row, $0] } }
            if let key = FigureKey(key.text), let year = cell(.year), let value = cell(.value) {
                figures.append(
                    Row(
                        sheet: sheet.name,
                        row: FilledFigure(
                            key: key, role: .latest, year: year, value: value, day: cell(.day), status: cell(.status),
                            note: cell(.note))))
            } else if let key = TaskKey(key.text), let status = cell(.status), let note = cell(.note) {
                tasks.append(
                    Row(sheet: sheet.name, row: FilledTask(key: key, status: status, day: cell(.day), note: note)))
            } else if let filled = [cell(.value), cell(.status)].compactMap({ $0 }).first(where: { !$0.isBlank }) {
                keyless.append(Row(sheet: sheet.name, row: filled))
            }
        }
    }

    private mutating func readProgress(_ sheet: FilledSheet) {
        typealias Column = PipelineSheet.Column
        for cell in sheet.all where cell.text.hasPrefix("T1|") {
            guard cell.column == TaskSheet.Column.key.rawValue, let key = TaskKey(cell.text) else {
                keyless.append(Row(sheet: sheet.name, row: cell))
                continue
            }
            let filled = FilledTask(
                key: key, status: sheet[cell.row, TaskSheet.Column.status.rawValue], day: nil,
                note: sheet[cell.row, TaskSheet.Column.remark.rawValue])
            tasks.append(Row(sheet: sheet.name, row: filled))
        }
        // A workbook of an earlier version has its columns elsewhere: their heads tell where.
        let titles = Set([ReportWords(.chinese), ReportWords(.english)].map { $0("column.key") })
        let heads = sheet.all.first { $0.row == GridSheet.headerRow && titles.contains($0.text) }
        for cell in sheet.all where cell.text.hasPrefix("G1|") {
            guard cell.column == heads?.column, let key = FigureKey(cell.text) else {
                keyless.append(Row(sheet: sheet.name, row: cell))
                continue
            }
            let pairs: [(FilledFigure.Role, Column, Column)] = [
                (.base, .baseYear, .base), (.latest, .latestYear, .latest),
            ]
            for (role, year, value) in pairs {
                figures.append(
                    Row(
                        sheet: sheet.name,
                        row: FilledFigure(
                            key: key, role: role, year: sheet[cell.row, year.rawValue],
                            value: sheet[cell.row, value.rawValue])))
            }
        }
    }
}

extension ReportWords {
    /// What forms offer and files say, in both languages where somebody may have typed either.
    public var formWords: FormWords {
        let statuses: [ObservationStatus] = [.normal, .provisional, .estimated]
        let pairs = [ReportWords(.chinese), ReportWords(.english)].flatMap { words in
            statuses.map { (words("request.status.\($0.rawValue)"), $0) }
        }
        let chinese = ReportWords(.chinese)
        return FormWords(
            statuses: pairs, yearMark: chinese("request.year-mark"), filed: chinese("request.filed-source"),
            colon: chinese("request.colon"), comma: chinese("request.comma"), semicolon: chinese("request.semicolon"))
    }

    /// Why a cell is not taken.
    public func callAsFunction(_ refusal: FormRefusal) -> String {
        switch refusal {
        case .noKey: self("refusal.no-key")
        case .notANumber(let text): self("refusal.not-a-number", text)
        case .noResult: self("refusal.no-result")
        case .noYear: self("refusal.no-year")
        case .noStatus: self("refusal.no-status")
        case .notAYear(let text): self("refusal.not-a-year", text)
        case .yearAhead: self("refusal.year-ahead")
        case .notADay(let text): self("refusal.not-a-day", text)
        case .dayOutsideYear: self("refusal.day-outside-year")
        case .dayAhead: self("refusal.day-ahead")
        case .fraction: self("refusal.fraction")
        case .farFromTarget(let target): self("refusal.far-from-target", target)
        case .unknownUnit(let unit): self("refusal.unknown-unit", unit)
        case .unknownIndicator(let code): self("refusal.unknown-indicator", code)
        case .unknownArea(let code): self("refusal.unknown-area", code)
        case .unknownStatus(let text, let known):
            self("refusal.unknown-status", text, known.joined(separator: self("highlights.comma")))
        case .unknownTask(let id): self("refusal.unknown-task", id)
        case .noPerson: self("refusal.no-person")
        case .noFilingDay: self("refusal.no-filing-day")
        case .filedTwice(let place): self("refusal.filed-twice", place)
        case .knownOtherwise(let value, let place): self("refusal.known-otherwise", value, place)
        case .changeNotRead: self("refusal.change-not-read")
        case .cleared: self("refusal.cleared")
        }
    }
}
