public import PipelineDefinition
import SourceText
public import StatisticalModel

/// What came of a row of a form.
public enum FormOutcome<Taken: Sendable>: Sendable {
    /// Nothing was typed, or what the form showed.
    case untouched
    case taken(Taken)
    case refused(FilledCell, FormRefusal)
}

/// Whether what was typed into a form can be a figure of the row that asked for it.
///
/// Nothing is mended: 0.92 in a row of 95% is refused, not taken for 92%.
public struct FormRules: Sendable {
    private let library: PipelineLibrary
    private let words: FormWords
    private let indicators: [IndicatorCode: Indicator]

    public init(library: PipelineLibrary, words: FormWords) {
        self.library = library
        self.words = words
        indicators = Dictionary(library.pipelines.flatMap(\.indicators).map { ($0.code, $0) }) { first, _ in first }
    }

    // MARK: Figures

    /// The row of observations.csv or baselines.csv that the form's row makes.
    public func figure(_ row: FilledFigure, filing: Filing?) -> FormOutcome<SuppliedFigure> {
        let shown = row.role == .base ? row.key.base : row.key.latest
        // A form may show the year that it asks for; without a value that says nothing.
        if row.value.isBlank {
            guard row.day == nil, shown?.value != nil else { return .untouched }
            return .refused(row.value, .cleared)
        }
        let value: DecimalNumber
        switch number(row.value, unit: row.key.unit) {
        case .success(let number): value = number
        case .failure(let refusal): return .refused(row.value, refusal.reason)
        }
        let year: Int
        switch self.year(row.year) {
        case .success(let number): year = number
        case .failure(let refusal): return .refused(row.year, refusal.reason)
        }
        if let shown, shown.value == value, shown.year == year { return .untouched }
        return taken(row, value: value, year: year, filing: filing)
    }

    private func taken(
        _ row: FilledFigure, value: DecimalNumber, year: Int, filing: Filing?
    ) -> FormOutcome<SuppliedFigure> {
        guard let filing else { return .refused(row.value, .noPerson) }
        let key = row.key
        if row.role == .base, key.measure != .level { return .refused(row.value, .changeNotRead) }
        if row.day == nil, [.rise, .fall].contains(key.measure) { return .refused(row.value, .changeNotRead) }
        if key.pipeline != NameSignature.pipeline, indicators[key.indicator] == nil {
            return .refused(row.value, .unknownIndicator(key.indicator.text))
        }
        if !key.unit.isEmpty, library.units.resolve(key.unit) == nil {
            return .refused(row.value, .unknownUnit(key.unit))
        }
        if let area = key.area, library.areas.areas[area] == nil {
            return .refused(row.value, .unknownArea(area.description))
        }
        if year > filing.day.year { return .refused(row.year, .yearAhead) }
        if let refusal = doubt(of: value, key, note: row.note?.text ?? "") { return .refused(row.value, refusal) }
        var day: CalendarDate?
        if let cell = row.day, !cell.isBlank {
            guard let read = Self.day(cell) else { return .refused(cell, .notADay(cell.text)) }
            if read.year != year { return .refused(cell, .dayOutsideYear) }
            if filing.day.lastDay < read.lastDay { return .refused(cell, .dayAhead) }
            // The last day of a year says the whole year.
            day = read.dayOfYear == CalendarDate(year: year).dayOfYear ? nil : read
        }
        let status: ObservationStatus
        switch self.status(row.status) {
        case .success(let code): status = code
        case .failure(let refusal): return .refused(row.status ?? row.value, refusal.reason)
        }
        var figure = SuppliedFigure(
            role: row.role == .base ? .baseline : .observation, indicator: key.indicator, area: key.area,
            qualifier: key.qualifier, year: Year(year), date: day, value: value,
            unit: key.unit.isEmpty ? nil : key.unit,
            status: status, source: words.source(filing, note: row.note?.text ?? ""), path: "", line: 0)
        figure.measure = key.measure
        if let period = key.period, key.measure != .level, period.first.number <= year {
            figure.period = YearSpan(period.first, Year(year))
        }
        if key.pipeline == NameSignature.pipeline { figure.name = key.name }
        return .taken(figure)
    }

    private func doubt(of value: DecimalNumber, _ key: FigureKey, note: String) -> FormRefusal? {
        let known = [key.target, key.latest?.value, key.base?.value].compactMap { $0 }.filter { !$0.isZero }
        guard let reference = known.first, !value.isZero, note.isEmpty else { return nil }
        let isShare = library.units.resolve(key.unit).map { UnitCode.sharesAndPoints.contains($0.base) } ?? false
        if isShare, key.measure == .level, value.magnitude <= 1, reference.magnitude >= 10 { return .fraction }
        let (small, large) =
            value.magnitude < reference.magnitude
            ? (value.magnitude, reference.magnitude) : (reference.magnitude, value.magnitude)
        guard !isShare, let limit = small.multiplied(by: 100), large > limit else { return nil }
        return .farFromTarget("\(reference)\(key.unit)")
    }

    // MARK: Tasks

    /// The row of task-status.csv that the form's row makes.
    public func status(of row: FilledTask, filing: Filing?) -> FormOutcome<TaskStatus> {
        let (status, note) = (row.status.text, row.note.text)
        let known = library.tasks.statuses
        let found = known.first { $0.name == status || $0.englishName == status }
        // As a cell would hold it.
        let remark = FilledCell(row: 0, column: 0, content: .text(row.key.remark)).text
        if status.isEmpty {
            if !row.key.status.isEmpty { return .refused(row.status, .cleared) }
            return note == remark ? .untouched : .refused(row.status, .noStatus)
        }
        if status == row.key.status || found?.name == row.key.status, note == remark { return .untouched }
        guard let filing else { return .refused(row.status, .noPerson) }
        guard let found else {
            return .refused(row.status, .unknownStatus(status, known: known.map(\.name)))
        }
        var day = filing.day
        if let cell = row.day, !cell.isBlank {
            guard let read = Self.day(cell) else { return .refused(cell, .notADay(cell.text)) }
            if filing.day.lastDay < read.lastDay { return .refused(cell, .dayAhead) }
            day = read
        }
        // The workbook shows the day before the remark, and an old remark says nothing of a new status.
        let said = row.day != nil ? note : note == remark ? "" : Self.undated(note, shown: remark)
        return .taken(
            TaskStatus(
                task: row.key.task, status: found.name, date: day, remark: words.remark(filing, note: said), path: "",
                line: 0))
    }

    /// `2026-05-06 已验收` where the cell showed `2026-05-06 待验收`: the day is the old one's.
    private static func undated(_ note: String, shown: String) -> String {
        guard let day = shown.split(separator: " ").first, CalendarDate(iso: String(day)) != nil, note.begins(with: day)
        else { return note }
        return String(note.dropFirst(day.count).drop { $0 == " " })
    }

    // MARK: Cells

    private struct Refused: Error { let reason: FormRefusal }

    /// A number, or a text that is one with its unit behind: `1,234.5`, `９２.４％`.
    private func number(_ cell: FilledCell, unit: String) -> Result<DecimalNumber, Refused> {
        func refused(_ text: String) -> Result<DecimalNumber, Refused> { .failure(Refused(reason: .notANumber(text))) }
        switch cell.content {
        case .blank, .error: return .failure(Refused(reason: .noResult))
        case .truth(let truth): return refused(truth ? "TRUE" : "FALSE")
        case .day(let year, let month, let day): return refused("\(CalendarDate(year: year, month: month, day: day))")
        case .number(let text, let isPercent):
            guard let number = DecimalNumber(text), !isPercent || unit == "%" else {
                return refused(isPercent ? text + "%" : text)
            }
            return .success(number)
        case .text(let text):
            var plain = String(NumeralWidth.halved(cell.text).filter { $0 != " " })
            if !unit.isEmpty, plain.ends(with: unit) { plain.removeLast(unit.count) }
            guard let number = DecimalNumber(plain) else { return refused(text) }
            return .success(number)
        }
    }

    private func year(_ cell: FilledCell) -> Result<Int, Refused> {
        guard !cell.isBlank else { return .failure(Refused(reason: .noYear)) }
        var text = NumeralWidth.halved(cell.text)
        if text.ends(with: words.yearMark) { text.removeLast(words.yearMark.count) }
        guard let year = Int(text), (1949...2199).contains(year) else {
            return .failure(Refused(reason: .notAYear(cell.text)))
        }
        return .success(year)
    }

    /// A day as the cell holds it, or as its text says it: 2026-05-06, 2026/5/6, 2026年5月6日.
    public static func day(_ cell: FilledCell) -> CalendarDate? {
        if case .day(let year, let month, let day) = cell.content {
            return CalendarDate(year: year, month: month, day: day)
        }
        let parts = NumeralWidth.halved(cell.text).unicodeScalars.split { !("0"..."9").contains($0) }
        guard (2...3).contains(parts.count), parts[0].count == 4 else { return nil }
        let text = parts.map { $0.count == 1 ? "0" + String($0) : String($0) }.joined(separator: "-")
        return CalendarDate(iso: text)
    }

    private func status(_ cell: FilledCell?) -> Result<ObservationStatus, Refused> {
        guard let cell, !cell.isBlank else { return .success(.normal) }
        if let status = words.statuses.first(where: { $0.word == cell.text }) { return .success(status.status) }
        return .failure(Refused(reason: .unknownStatus(cell.text, known: words.statuses.map(\.word))))
    }
}

/// Full-width digits and signs as the plain ones.
private enum NumeralWidth {
    static func halved(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isWide = (0xFF01...0xFF5E).contains(scalar.value)
            view.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
        }
        return String(view)
    }
}
