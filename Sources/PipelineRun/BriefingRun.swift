public import PipelineDefinition
public import Publishing
import SourceText
import StatisticalModel

/// Makes the briefing of an edition for an area, a unit, or all.
public struct BriefingRun: Sendable {
    /// Why there is no briefing.
    public enum Failure: Error, Sendable, CustomStringConvertible {
        case edition(RequestError)
        /// No target of the edition is of that area, or of that unit; with names that may have been meant.
        case unknownArea(String, near: [String])
        case unknownUnit(String, near: [String])

        public var description: String { ReportWords(.english)(self) }
    }

    /// The page as HTML.
    public let page: [UInt8]

    /// - Parameters:
    ///   - area: A code or a name of areas.csv, its parts with it; `nil` for all.
    ///   - unit: A responsible unit as printed; `nil` for all.
    public init(
        edition: String, output: String, library: PipelineLibrary, area: String? = nil, unit: String? = nil,
        language: ReportLanguage = .chinese
    ) throws(Failure) {
        let tables: EditionTables
        do {
            tables = try EditionTables(try Self.place(edition, output))
        } catch { throw .edition(error) }
        let words = ReportWords(
            language, units: library.units.englishNames, areas: library.areas.englishNames)
        let reader = TargetReader(tables: tables, library: library, words: words)
        var rows = tables.progress
        var tasks = tables.tasks
        var title = ""
        if let area {
            let known = Set(rows.map { $0("region") }).subtracting([""]).sorted()
            let wanted = AreaCode(area).flatMap { library.areas.areas[$0] } ?? library.areas.area(named: area)
            rows = rows.filter { row in
                if row("region") == area { return true }
                guard let wanted, let code = AreaCode(row("region_code")) else { return false }
                return AreaTable.contains(wanted, ReferenceArea(code: code, name: row("region")))
            }
            guard !rows.isEmpty else {
                throw .unknownArea(area, near: NearestName.nearest(to: area, among: known))
            }
            title = wanted.map { words.area($0) } ?? area
            tasks = tasks.filter { task in
                guard let place = reader.area(ofTask: task) else { return false }
                return wanted.map { AreaTable.contains($0, place) } ?? (place.name == area)
            }
        }
        if let unit {
            let known = Set(
                (rows.map(reader.units) + tasks.map(reader.unitsOfTask)).flatMap { $0.members.map(\.unit) }
            ).sorted()
            rows = rows.filter { reader.units($0).role(of: unit) != nil }
            tasks = tasks.filter { reader.unitsOfTask($0).role(of: unit) != nil }
            guard !rows.isEmpty || !tasks.isEmpty else {
                throw .unknownUnit(unit, near: NearestName.nearest(to: unit, among: known))
            }
        }
        page =
            BriefingPage(
                area: title, unit: unit ?? "", edition: tables.name, asOf: tables.asOf,
                targets: rows.compactMap(reader.target),
                tasks: tasks.compactMap(reader.task), words: words
            ).bytes
    }

    private static func place(_ edition: String, _ output: String) throws(RequestError) -> EditionPlace {
        do { return try EditionPlace(edition, output: output) } catch { throw .edition(error) }
    }
}

/// Rows of progress.csv and tasks.csv as a briefing has them.
private struct TargetReader {
    let tables: EditionTables
    let library: PipelineLibrary
    let words: ReportWords

    /// Of a row of progress.csv.
    func units(_ row: DefinitionTable.Row) -> DutyUnits {
        DutyUnits(lead: row("lead_unit"), all: row("responsible"), cooperating: row("cooperating"))
    }

    /// Of a row of tasks.csv.
    func unitsOfTask(_ row: DefinitionTable.Row) -> DutyUnits {
        DutyUnits(lead: row("lead_unit"), responsible: row("responsible"), cooperating: row("cooperating"))
    }

    /// That of the figures in the task's own document.
    func area(ofTask task: DefinitionTable.Row) -> ReferenceArea? {
        let own = tables.statements.values.filter { $0("bulletin") == task("bulletin") && !$0("region").isEmpty }
        let near = own.filter { $0("document") == task("document") }
        return (near.isEmpty ? own : near).min { $0.line < $1.line }.map {
            ReferenceArea(code: AreaCode($0("region_code")), name: $0("region"))
        }
    }

    func task(_ row: DefinitionTable.Row) -> BriefingTask? {
        TaskLamp(rawValue: row("deadline_state")).map { lamp in
            BriefingTask(
                text: row("task"), deadline: row("deadline"), days: Int(row("days_to_deadline")),
                lamp: lamp, units: unitsOfTask(row))
        }
    }

    func target(_ row: DefinitionTable.Row) -> BriefingTarget? {
        guard let lamp = Lamp(rawValue: row("lamp")), let form = TargetForm(rawValue: row("form")) else { return nil }
        let value = DecimalNumber(row("target_value"))
        let printed = tables.statements[row("statement")].flatMap { statement in
            DecimalNumber(statement("value")).map { Quantity(value: $0, unit: statement("unit")) }
        }
        let scale = value.map { RequestScale(form: form, unit: row("unit"), target: $0, printed: printed) }
        func shown(_ column: String) -> String {
            DecimalNumber(row(column)).map { (scale?.shown($0) ?? $0).description } ?? ""
        }
        let upper = shown("target_upper")
        let target =
            value == nil
            ? row("target_wording")
            : RequestScale.sign(row("comparator")) + shown("target_value") + (upper.isEmpty ? "" : "–\(upper)")
        let indicator = library.pipelines.flatMap(\.indicators).first { $0.code.text == row("indicator_code") }
        let english = words.language == .english ? indicator?.englishName ?? "" : ""
        return BriefingTarget(
            name: words.named(english.isEmpty ? row("indicator") : english, row("qualifier")),
            area: words.area(ReferenceArea(code: AreaCode(row("region_code")), name: row("region"))),
            unit: scale?.unit ?? row("unit"), target: target, latest: shown("latest_value"),
            targetYear: Int(row("target_year")), lamp: lamp, verdict: ProgressVerdict(rawValue: row("verdict")),
            ungraded: UngradedReason(rawValue: row("ungraded")),
            isBinding: row("attribute") == TargetAttribute.binding.rawValue, gap: DecimalNumber(row("gap")),
            units: units(row))
    }
}
