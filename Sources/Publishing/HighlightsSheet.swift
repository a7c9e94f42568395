import Spreadsheet
import StatisticalModel

/// 本期要点: the front page. Three sentences, counts, who owes figures, what is furthest behind; one A4 page.
struct HighlightsSheet {
    let highlights: Highlights
    let overview: OverviewSheet
    let style: WorkbookStyle
    let words: ReportWords
    /// Whether 任务台账 stands on one sheet, so that formulas can count it.
    let tasksAreWhole: Bool

    private var report: EditionReport { highlights.report }
    var name: String { words("sheet.highlights") }

    /// A row of the page: cells by column, or one text across all columns.
    private struct Line {
        var cells: [GridSheet.Cell] = []
        var across: GridSheet.Cell?
        var height = 18.0
    }

    /// English names of pipelines are long, and LibreOffice does not wrap a link.
    private var widths: [Double] {
        words.language == .chinese ? [42, 15, 11, 11, 11, 11, 11, 20] : [38, 26, 10, 10, 10, 10, 10, 18]
    }

    func draw(on sheet: borrowing Sheet) throws(SpreadsheetError) {
        sheet.activate()
        if style == .accessible { return try drawPlain(on: sheet) }
        try sheet.setColumnWidths(widths)
        for (row, line) in lines.enumerated() {
            try sheet.setRowHeight(row, line.height)
            if let cell = line.across {
                let look = cell.style ?? CellStyle()
                try sheet.merge(CellRange(rows: row...row, columns: 0...widths.count - 1), "", style: look)
                try sheet.write(cell.value, at: CellReference(row, 0), style: look)
            }
            for (column, cell) in line.cells.enumerated() where cell.style != nil || cell.value != .blank {
                try sheet.write(cell.value, at: CellReference(row, column), style: cell.style ?? CellStyle())
            }
        }
        sheet.hideGridlines()
    }

    /// One upright page.
    func print(_ renderer: SheetRenderer) -> PrintSetup {
        if style == .accessible {
            var setup = renderer.print()
            setup.isLandscape = false
            return setup
        }
        return renderer.page(rows: lines.count, columns: widths.count)
    }

    private var lines: [Line] {
        var lines = [
            Line(across: GridSheet.Cell(.text(report.title), style: Self.title), height: 34),
            Line(across: GridSheet.Cell(.text(facts.joined(separator: "　")), style: ReportPalette.note)),
        ]
        lines += [rated, owed, due].map(sentence)
        lines += lampStrip + verdictStrip + ungradedStrip + dueStrip + changeStrip
        lines += [section(words("highlights.units")), ownerHeader] + ownerRows + [section(words("highlights.behind"))]
        if highlights.behind.isEmpty {
            lines.append(Line(across: GridSheet.Cell(.text(words("highlights.behind.none")), style: Self.plain)))
        } else {
            lines += [behindHeader] + highlights.behind.map(behindRow)
        }
        if !highlights.owed.isEmpty {
            let count = String(highlights.ungraded[.dueNoData] ?? 0)
            lines +=
                [section(words("highlights.owed-list", String(highlights.owed.count), count)), owedHeader]
                + highlights.owed.map(owedRow)
        }
        lines.append(Line(across: GridSheet.Cell(.text(words("cover.contents")), style: ReportPalette.note)))
        return lines
    }

    private var facts: [String] {
        [
            words.labelled("cover.area", report.area), words.labelled("cover.as-of", report.asOf.description),
            words.labelled("cover.edition", report.edition),
        ]
    }

    // MARK: Rows that other cells refer to

    private static let lampRow = 6
    private static let verdictRow = 8
    private static let ungradedRow = 10
    private static let dueRow = 12
    /// Under the strip of changes, which has a row of counts and a row a name where there is an earlier edition.
    private static let changeRow = 14
    private var firstOwnerRow: Int { Self.changeRow + changeNames.count + 2 }
    private static let owedColumn = 7

    private func cell(_ row: Int, _ column: Int) -> String { CellReference(row, column).name }

    // MARK: Sentences

    /// A text with its figures: the expression that gives each in a spreadsheet, and what it gives now.
    private typealias Part = (formula: String, shown: String)

    private func part(_ row: Int, _ column: Int, _ count: Int) -> Part { (cell(row, column), String(count)) }
    private func part(_ text: String) -> Part { (Self.quoted(text), text) }
    private static func quoted(_ text: String) -> String {
        "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// The text of `key` with `parts` for its `{}`, as one formula with its result.
    private func filled(_ key: String, _ parts: [Part]) -> Part {
        let pieces = words(key).split(separator: "{", omittingEmptySubsequences: false)
        var formulas: [String] = []
        var shown = ""
        for (index, piece) in pieces.enumerated() {
            if index > 0, index <= parts.count {
                formulas.append(parts[index - 1].formula)
                shown += parts[index - 1].shown
            }
            let text = String(index > 0 ? piece.dropFirst() : piece)
            if !text.isEmpty { formulas.append(Self.quoted(text)) }
            shown += text
        }
        return (formulas.joined(separator: "&"), shown)
    }

    private var rated: Part {
        let (row, total) = (Self.lampRow, Lamp.allCases.count + 1)
        let unrated = overview.count(.none)
        let counts = Lamp.allCases.dropLast().enumerated().map { part(row, $0 + 1, overview.count($1)) }
        return filled(
            "highlights.rated",
            [
                part(row, total, overview.all),
                ("(\(cell(row, total))-\(cell(row, total - 1)))", String(overview.all - unrated)),
            ] + counts + [
                part(
                    Self.verdictRow, ProgressVerdict.allCases.count, highlights.verdicts[.behind] ?? 0)
            ])
    }

    private var owed: Part {
        func count(_ reason: UngradedReason) -> Part {
            let column = (UngradedReason.allCases.firstIndex(of: reason) ?? 0) + 1
            return part(Self.ungradedRow, column, highlights.ungraded[reason] ?? 0)
        }
        let rest = [count(.toConfirm), count(.noBase)]
        let owing = highlights.owners.enumerated().filter { $0.element.owed > 0 }
            .sorted { ($1.element.owed, $0.offset) < ($0.element.owed, $1.offset) }.prefix(3)
        guard !owing.isEmpty else { return filled("highlights.owed.none", rest) }
        var names: Part = ("", "")
        for (index, owner) in owing {
            let row = firstOwnerRow + index
            let one = filled(
                "highlights.owed.one", [(cell(row, 0), title(owner)), part(row, Self.owedColumn, owner.owed)])
            let comma = names.shown.isEmpty ? ("", "") : part(words("highlights.comma"))
            names = (
                [names.formula, comma.0, one.formula].filter { !$0.isEmpty }.joined(separator: "&"),
                names.shown + comma.1 + one.shown
            )
        }
        return filled("highlights.owed", [count(.dueNoData), names] + rest)
    }

    private var due: Part {
        let tasks = [
            part(Self.dueRow, 1, highlights.tasks(.overdue)),
            part(Self.dueRow, 2, highlights.tasksDue(within: Highlights.dueDays[0])),
        ]
        guard !highlights.behind.isEmpty else { return filled("highlights.furthest.none", tasks) }
        let names = highlights.behind.prefix(3).map(label).joined(separator: words("highlights.comma"))
        return filled("highlights.furthest", [part(names)] + tasks)
    }

    private func sentence(_ sentence: Part) -> Line {
        let width = widths.reduce(0, +)
        return Line(
            across: GridSheet.Cell(.formula("=" + sentence.formula, result: .text(sentence.shown)), style: Self.plain),
            height: Double(DisplayWidth.lines(sentence.shown, width: width * 0.88)) * 17 + 6)
    }

    /// 青禾市 普惠性托位占比 2025.
    private func label(_ place: Highlights.Place) -> String {
        let year = place.row.target.year.map { " \($0.number)" } ?? ""
        return (place.sheet.labels([place.row], withAreas: true).first ?? "") + year
    }

    // MARK: Strips of counts

    private func strip(_ title: String, _ heads: [(String, CellStyle)], _ values: [CellValue]) -> [Line] {
        [
            Line(
                cells: [GridSheet.Cell(.text(title), style: Self.stripHead)]
                    + heads.map { GridSheet.Cell($0.isEmpty ? .blank : .text($0), style: $1.with { $0.wraps = true }) },
                height: Double(heads.map { DisplayWidth.lines($0.0, width: widths[2]) }.max() ?? 1) * 15 + 5),
            Line(
                cells: [GridSheet.Cell(.text(words("column.count")), style: ReportPalette.text)]
                    + values.map { GridSheet.Cell($0, style: ReportPalette.number) }),
        ]
    }

    private static func live(_ formula: String, _ count: Int) -> CellValue {
        .formula("=" + formula, result: .number(Double(count)))
    }

    private func over(_ column: PipelineSheet.Column, _ term: (String) -> String) -> String {
        let terms = overview.pipelines.map { term($0.range(column).absoluteName(in: $0.name)) }
        return terms.isEmpty ? "0" : terms.joined(separator: "+")
    }

    private func sum(_ row: Int, through last: Int) -> String { "SUM(\(cell(row, 1)):\(cell(row, last)))" }

    private var lampStrip: [Line] {
        let heads = Lamp.allCases.map { (words($0), ReportPalette.lamp($0)) }
        let values = Lamp.allCases.enumerated().map { index, lamp in
            Self.live(
                CellReference(overview.totalRow, index + 1).absoluteName(in: overview.name), overview.count(lamp))
        }
        return strip(
            words("cover.lamps"), heads + [(words("column.total"), ReportPalette.header)],
            values + [Self.live(sum(Self.lampRow, through: values.count), overview.all)])
    }

    private var verdictStrip: [Line] {
        let all = ProgressVerdict.allCases
        let values = all.map { verdict in
            let word = words("verdict.\(verdict.rawValue)")
            return Self.live(over(.judgement) { "COUNTIF(\($0),\"\(word)\")" }, highlights.verdicts[verdict] ?? 0)
        }
        return strip(
            words("column.judgement"),
            all.map { (words("verdict.\($0.rawValue)"), ReportPalette.header) } + [("", Self.none)]
                + [(words("column.total"), ReportPalette.header)],
            values + [.blank]
                + [Self.live(sum(Self.verdictRow, through: all.count), highlights.verdicts.values.reduce(0, +))])
    }

    private func word(_ reason: UngradedReason) -> String { words("ungraded.\(reason.rawValue)") }

    private var ungradedStrip: [Line] {
        let all = UngradedReason.allCases
        let values = all.map { reason in
            Self.live(
                over(.ungraded) { "COUNTIF(\($0),\"\(word(reason))\")" }, highlights.ungraded[reason] ?? 0)
        }
        return strip(
            words("highlights.ungraded"),
            all.map { (word($0), ReportPalette.header) } + [(words("column.total"), ReportPalette.header)],
            values + [Self.live(sum(Self.ungradedRow, through: all.count), highlights.ungraded.values.reduce(0, +))])
    }

    private var dueTitles: [String] {
        [words("highlights.tasks-overdue")]
            + ["highlights.tasks-due", "highlights.targets-due"].flatMap { key in
                Highlights.dueDays.map { words(key, String($0)) }
            }
    }

    private var dueCounts: [Int] {
        [highlights.tasks(.overdue)] + Highlights.dueDays.map(highlights.tasksDue)
            + Highlights.dueDays.map(highlights.targetsDue)
    }

    private var dueStrip: [Line] {
        let counts = dueCounts
        var values = counts.map { CellValue.number(Double($0)) }
        let listed = TaskSheet.listed(report.tasks).count
        if listed > 0, tasksAreWhole {
            func range(_ column: TaskSheet.Column) -> String {
                TaskSheet.range(column, tasks: listed).absoluteName(in: words("sheet.tasks"))
            }
            let (lamp, days) = (range(.lamp), range(.days))
            values[0] = Self.live("COUNTIF(\(lamp),\"\(words("task-lamp.overdue"))\")", counts[0])
            for (index, limit) in Highlights.dueDays.enumerated() {
                let open =
                    "COUNTIFS(\(days),\">=0\",\(days),\"<=\(limit)\",\(lamp),\"<>\(words("task-lamp.completed"))\")"
                values[index + 1] = Self.live(open, counts[index + 1])
            }
        }
        return strip(words("highlights.due"), dueTitles.map { ($0, ReportPalette.header) }, values)
    }

    /// With an earlier edition its counts, else one line that says that there is none.
    private var changeStrip: [Line] {
        guard let changes = highlights.changes, let past = report.previous else {
            return [
                Line(across: GridSheet.Cell(.text(words("highlights.no-past")), style: ReportPalette.note))
            ]
        }
        let all = EditionChange.allCases
        return strip(
            words("highlights.since", past.name),
            all.map { (words("change.\($0.rawValue)"), ReportPalette.header) },
            all.map { .number(Double(changes[$0]?.count ?? 0)) })
            + changeNames.dropFirst().map {
                Line(
                    across: GridSheet.Cell(.text($0), style: Self.plain),
                    height: Double(DisplayWidth.lines($0, width: widths.reduce(0, +) * 0.9)) * 15 + 3)
            }
    }

    /// What changed by name, three of a kind; the first line is that of the counts.
    private var changeNames: [String] {
        guard let changes = highlights.changes else { return [] }
        return [""]
            + EditionChange.allCases.compactMap { change in
                guard let places = changes[change], !places.isEmpty else { return nil }
                let names = places.prefix(3).map(label).joined(separator: words("highlights.comma"))
                return words(
                    places.count > 3 ? "highlights.changed.more" : "highlights.changed",
                    words("change.\(change.rawValue)"),
                    names)
            }
    }

    // MARK: By responsible unit

    /// Where the table by unit stands: for the overview's chart; `nil` without targets.
    var ownerRange: ClosedRange<Int>? {
        highlights.owners.isEmpty ? nil : firstOwnerRow...firstOwnerRow + highlights.owners.count - 1
    }

    private func title(_ owner: Highlights.Owner) -> String {
        let unit = owner.unit.isEmpty ? words("highlights.no-unit") : Self.short(owner.unit)
        guard !owner.area.isEmpty, areas.count > 1 else { return unit }
        return owner.unit.isEmpty ? words.bracketed(owner.area, unit) : "\(owner.area) \(unit)"
    }

    /// The page is to stay one page; the pipelines' sheets name all.
    private static func short(_ units: String) -> String { ShortText.cut(units, columns: 44) }

    private var areas: Set<String> { Set(report.assessments.map { words.area($0.area) }) }

    private var ownerHeader: Line {
        Line(
            cells: [GridSheet.Cell(.text(words("column.lead-unit")), style: ReportPalette.header)]
                + Lamp.allCases.map {
                    GridSheet.Cell(.text(words($0)), style: ReportPalette.lamp($0).with { $0.wraps = true })
                }
                + [
                    GridSheet.Cell(.text(words("column.total")), style: ReportPalette.header),
                    GridSheet.Cell(.text(words("ungraded.due-no-data")), style: ReportPalette.header),
                ],
            height: Double(Lamp.allCases.map { DisplayWidth.lines(words($0), width: widths[2]) }.max() ?? 1) * 15
                + 5)
    }

    private var ownerRows: [Line] {
        let rows = highlights.owners.enumerated().map { index, owner in
            let row = firstOwnerRow + index
            return ownerLine(
                title(owner),
                Lamp.allCases.map { lamp in
                    Self.live(sumProduct(owner, .lamp, "=\"\(words(lamp))\""), owner.lamps[lamp] ?? 0)
                }, owner.lamps.values.reduce(0, +), Self.live(sumProductOwed(owner), owner.owed), row)
        }
        guard !highlights.otherOwners.isEmpty else { return rows }
        let (first, last) = (firstOwnerRow, firstOwnerRow + rows.count - 1)
        func rest(_ total: String, _ column: Int, _ count: Int) -> CellValue {
            Self.live("\(total)-SUM(\(cell(first, column)):\(cell(last, column)))", count)
        }
        let others = highlights.otherOwners
        let line = ownerLine(
            words("highlights.other-units", String(others.count)),
            Lamp.allCases.enumerated().map { index, lamp in
                rest(cell(Self.lampRow, index + 1), index + 1, others.reduce(0) { $0 + ($1.lamps[lamp] ?? 0) })
            }, others.reduce(0) { $0 + $1.lamps.values.reduce(0, +) },
            rest(cell(Self.ungradedRow, 1), Self.owedColumn, others.reduce(0) { $0 + $1.owed }), last + 1)
        return rows + [line]
    }

    private func ownerLine(_ title: String, _ lamps: [CellValue], _ total: Int, _ owed: CellValue, _ row: Int) -> Line {
        let height = Double(DisplayWidth.lines(title, width: widths[0] - 2)) * 14.5 + 5
        return Line(
            cells: [GridSheet.Cell(.text(title), style: ReportPalette.text)]
                + lamps.map { GridSheet.Cell($0, style: Self.count) }
                + [
                    GridSheet.Cell(Self.live(sum(row, through: lamps.count), total), style: ReportPalette.number),
                    GridSheet.Cell(owed, style: Self.count.with { $0.isBold = true }),
                ], height: height)
    }

    private static let textLimit = 200

    /// The rows of an owner on a pipeline's sheet.
    private func isOwner(_ owner: Highlights.Owner, _ sheet: PipelineSheet) -> String {
        let units = sheet.range(.leadUnit).absoluteName(in: sheet.name)
        let areas = sheet.range(.area).absoluteName(in: sheet.name)
        // A text within a formula holds 255 characters at most.
        let isLong = owner.unit.utf16.count > Self.textLimit
        let shown = isLong ? "LEFT(\(units),\(Self.textLimit))" : units
        return
            "(\(shown)=\(Self.quoted(String(owner.unit.prefix(Self.textLimit)))))*(\(areas)=\(Self.quoted(owner.area)))"
    }

    private func sumProduct(
        _ owner: Highlights.Owner, _ column: PipelineSheet.Column, _ test: String
    ) -> String {
        overview.pipelines.map { sheet in
            "SUMPRODUCT(\(isOwner(owner, sheet))*(\(sheet.range(column).absoluteName(in: sheet.name))\(test)))"
        }.joined(separator: "+")
    }

    private func sumProductOwed(_ owner: Highlights.Owner) -> String {
        sumProduct(owner, .ungraded, "=\"\(word(.dueNoData))\"")
    }

    // MARK: Furthest behind

    private var behindHeader: Line {
        header(["indicator", "pipeline", "target-year", "target", "latest", "completion", "lamp", "lead-unit"])
    }

    private func header(_ keys: [String]) -> Line {
        let titles = keys.map { words("column.\($0)") }
        let lines = zip(titles, widths).map { DisplayWidth.lines($0, width: $1 - 1) }.max() ?? 1
        return Line(
            cells: titles.map { GridSheet.Cell(.text($0), style: ReportPalette.header) },
            height: Double(lines) * 15 + 5)
    }

    /// The indicator with its unit, and the pipeline's name that leads to the row's cell for the latest figure.
    private func named(_ place: Highlights.Place) -> [GridSheet.Cell] {
        let cell = CellReference(place.sheet.line(place.index), PipelineSheet.Column.latest.rawValue)
        return [
            GridSheet.Cell(.text(title(place)), style: ReportPalette.text),
            GridSheet.Cell(
                .link(words.name(of: place.sheet.pipeline), to: LinkTarget(sheet: place.sheet.name, cell: cell)),
                style: Self.link),
        ]
    }

    private func title(_ place: Highlights.Place) -> String {
        let name = place.sheet.labels([place.row], withAreas: true).first ?? ""
        let unit = words.unit(place.sheet.scale(place.row).unit)
        return unit.isEmpty ? name : words.bracketed(name, unit)
    }

    private func behindRow(_ place: Highlights.Place) -> Line {
        let (row, sheet) = (place.row, place.sheet)
        let scale = sheet.scale(row)
        let line = sheet.line(place.index)
        func follow(_ column: PipelineSheet.Column, _ value: Double?, _ format: String?) -> GridSheet.Cell {
            guard let value else { return GridSheet.Cell(.blank, style: ReportPalette.number) }
            let source = CellReference(line, column.rawValue).absoluteName(in: sheet.name)
            return GridSheet.Cell(
                .formula("=\(source)", result: .number(value)),
                style: ReportPalette.number.with { $0.numberFormat = format })
        }
        func format(_ value: DecimalNumber?) -> String? { value.map { PipelineSheet.format(decimals: $0.decimals) } }
        let target = row.target.upper == nil ? scale.shown(row.target) : nil
        let latest = scale.shown(row.latest)
        let lamp = CellReference(line, PipelineSheet.Column.lamp.rawValue).absoluteName(in: sheet.name)
        return Line(
            cells: named(place) + [
                follow(.targetYear, row.target.year.map { Double($0.number) }, nil),
                follow(.target, target?.doubleValue, format(target)),
                follow(.latest, latest?.doubleValue, format(latest)),
                follow(.completion, sheet.completion(place.index), "0.0%"),
                GridSheet.Cell(
                    .formula("=\(lamp)", result: .text(words(row.lamp))), style: ReportPalette.lamp(row.lamp)),
                GridSheet.Cell(.text(Self.short(sheet.owner(row))), style: ReportPalette.text),
            ], height: height(of: place))
    }

    private func height(of place: Highlights.Place) -> Double {
        let lines = max(
            DisplayWidth.lines(title(place), width: widths[0] - 2),
            DisplayWidth.lines(words.name(of: place.sheet.pipeline), width: widths[1] * 10 / 9 - 1),
            DisplayWidth.lines(Self.short(place.sheet.owner(place.row)), width: widths[7] - 2))
        return Double(lines) * 14.5 + 4
    }

    // MARK: Owed

    private var owedHeader: Line {
        header(["indicator", "pipeline", "target-year", "target", "base-year", "base", "attribute", "lead-unit"])
    }

    private func owedRow(_ place: Highlights.Place) -> Line {
        let (row, sheet) = (place.row, place.sheet)
        let target = sheet.target(row)
        return Line(
            cells: named(place) + [
                GridSheet.Cell(GridSheet.Cell.integer(row.target.year?.number).value, style: ReportPalette.number),
                GridSheet.Cell(target.value, style: target.style ?? ReportPalette.number),
                GridSheet.Cell(GridSheet.Cell.integer(sheet.baseYear(row)).value, style: ReportPalette.number),
                sheet.number(sheet.scale(row).shown(row.base), ReportPalette.number),
                GridSheet.Cell(
                    .text(row.attribute.map { words("attribute.\($0.rawValue)") } ?? ""), style: ReportPalette.centered),
                GridSheet.Cell(.text(Self.short(sheet.owner(row))), style: ReportPalette.text),
            ], height: height(of: place))
    }

    // MARK: Accessible

    /// All in column A, one text a row.
    private func drawPlain(on sheet: borrowing Sheet) throws(SpreadsheetError) {
        // An upright page holds 82 columns of LibreOffice, which makes no single column smaller to fit it.
        try sheet.setColumnWidths([80])
        let (text, heading) = (AccessibleLook.text, AccessibleLook.heading)
        let lines =
            [(report.title, AccessibleLook.title)]
            + (facts + [rated.shown, owed.shown, due.shown, counts, reasons, deadlines] + changesInWords)
            .map { ($0, text) } + [(words("highlights.units"), heading)]
            + highlights.owners.map { (inWords($0), text) } + [(words("highlights.behind"), heading)]
            + behindInWords.map { ($0, text) }
            + owedInWords.enumerated().map { ($0.element, $0.offset == 0 ? heading : text) } + [
                (words("cover.contents"), text)
            ]
        for (row, (words, style)) in lines.enumerated() {
            let height = Double(DisplayWidth.lines(words, width: 64)) * 18 + 8
            try sheet.setRowHeight(row, max(height, style.fontSize * 2))
            try sheet.write(.text(words), at: CellReference(row, 0), style: style)
        }
    }

    private func listed(_ label: String, _ items: [(String, Int)]) -> String {
        let comma = words.language == .chinese ? "，" : ", "
        return words.labelled(label, items.map { "\($0) \($1)" }.joined(separator: comma))
    }

    private var counts: String { listed("cover.counts", Lamp.allCases.map { (words($0), overview.count($0)) }) }
    private var reasons: String {
        listed(
            "highlights.counts.ungraded",
            UngradedReason.allCases.map { (words("ungraded.\($0.rawValue)"), highlights.ungraded[$0] ?? 0) })
    }
    private var deadlines: String { listed("highlights.counts.due", Array(zip(dueTitles, dueCounts))) }
    private var changesInWords: [String] {
        guard let changes = highlights.changes, let past = report.previous else { return [words("highlights.no-past")] }
        let counts = EditionChange.allCases.map { (words("change.\($0.rawValue)"), changes[$0]?.count ?? 0) }
        let comma = words.language == .chinese ? "，" : ", "
        return [words("highlights.since", past.name)]
            + [counts.map { "\($0) \($1)" }.joined(separator: comma)] + changeNames.dropFirst()
    }

    private func inWords(_ owner: Highlights.Owner) -> String {
        let counts =
            Lamp.allCases.map { (words($0), owner.lamps[$0] ?? 0) } + [(words("ungraded.due-no-data"), owner.owed)]
        let comma = words.language == .chinese ? "，" : ", "
        return title(owner) + comma + counts.filter { $0.1 > 0 }.map { "\($0) \($1)" }.joined(separator: comma)
    }

    private var behindInWords: [String] {
        if highlights.behind.isEmpty { return [words("highlights.behind.none")] }
        let comma = words.language == .chinese ? "，" : ", "
        return highlights.behind.map { place in
            [label(place), words(place.row.lamp), Self.short(place.sheet.owner(place.row))].filter { !$0.isEmpty }
                .joined(separator: comma)
        }
    }

    private var owedInWords: [String] {
        guard !highlights.owed.isEmpty else { return [] }
        let comma = words.language == .chinese ? "，" : ", "
        let count = String(highlights.ungraded[.dueNoData] ?? 0)
        return [words("highlights.owed-list", String(highlights.owed.count), count)]
            + highlights.owed.map { place in
                [label(place), Self.short(place.sheet.owner(place.row))].filter { !$0.isEmpty }.joined(separator: comma)
            }
    }

    // MARK: Look

    private static let link = OverviewSheet.link.with {
        $0.fontSize = 9
        $0.wraps = true
    }

    private func section(_ text: String) -> Line {
        Line(cells: [GridSheet.Cell(.text(text), style: Self.section)], height: 24)
    }

    /// Nought is a dash, so that what there is stands out.
    private static let count = ReportPalette.number.with { $0.numberFormat = "0;-0;\"–\"" }
    private static let none = ReportPalette.header.with { $0.fill = nil }
    private static let title = ReportPalette.title.with { $0.fontSize = 20 }
    private static let plain = CellStyle().with {
        $0.wraps = true
        $0.horizontal = .left
        $0.fontSize = 11
    }
    private static let stripHead = ReportPalette.text.with {
        $0.isBold = true
        $0.fontColor = ReportPalette.head
    }
    private static let section = CellStyle().with {
        $0.fontSize = 13
        $0.isBold = true
        $0.fontColor = ReportPalette.head
    }
}
