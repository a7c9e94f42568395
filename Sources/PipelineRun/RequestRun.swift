public import PipelineDefinition
public import Publishing
public import SourceText
import StatisticalModel

/// Why forms could not be made.
public enum RequestError: Error, Sendable {
    case edition(EditionPlace.Unknown)
    /// A file of the edition that cannot be read, or is of an older gongbao.
    case table([Diagnostic])
    case file(FileError)
    case workbook(path: String, reason: String)
    /// Forms that stand there already and say something else: filled in, perhaps.
    case standing([String])
}

/// Makes the forms of an edition: what each responsible unit owes, a workbook each.
public struct RequestRun: Sendable {
    /// Of the units that are asked for something.
    public let requests: [UnitRequest]
    /// Units that only take part in what others are asked for, and get no form.
    public let takingPart: Int
    /// Targets that no form can ask for: in words, averages, and what waits for a person to judge.
    public let leftOut: Int
    private let library: PipelineLibrary
    private let words: ReportWords

    /// - Parameter within: Days from the edition's date by which a target's year ends that is asked for already.
    public init(
        edition: String, output: String, library: PipelineLibrary, language: ReportLanguage = .chinese,
        within: Int = 90
    ) throws(RequestError) {
        let place: EditionPlace
        do { place = try EditionPlace(edition, output: output) } catch { throw .edition(error) }
        let tables = try EditionTables(place)
        self.library = library
        words = ReportWords(
            language, units: library.units.englishNames, areas: library.areas.englishNames)
        var owed = OwedFigures(tables, library: library, words: words, within: within)
        owed.addFigures()
        owed.addTasks()
        let all = owed.requests
        requests = all.filter(\.isAsked)
        takingPart = all.count - requests.count
        leftOut = owed.leftOut
    }

    /// Writes the forms to `folder`; a form that stands there and differs is left as it is unless `replaces`.
    ///
    /// - Returns: The files' paths, in their order.
    public func write(to folder: String, replaces: Bool = false) throws(RequestError) -> [String] {
        do {
            let scratch = try ScratchFolder()
            defer { scratch.remove() }
            var forms: [(path: String, bytes: [UInt8])] = []
            for request in requests {
                let form = RequestForm(request, settings: library.tasks, words: words)
                let made = "\(scratch.path)/form.xlsx"
                do { try form.write(to: made) } catch {
                    throw RequestError.workbook(path: "\(folder)/\(form.fileName)", reason: "\(error)")
                }
                forms.append(("\(folder)/\(form.fileName)", try FileBytes.read(made)))
            }
            let standing = forms.filter { form in
                FileBytes.exists(form.path) && (try? FileBytes.read(form.path)) != form.bytes
            }
            guard replaces || standing.isEmpty else { throw RequestError.standing(standing.map(\.path)) }
            for form in forms { try EditionFolder.writeFile(form.bytes, path: form.path) }
            return forms.map(\.path)
        } catch let error as FileError {
            throw .file(error)
        } catch let error as RequestError {
            throw error
        } catch {
            throw .workbook(path: folder, reason: "\(error)")
        }
    }
}

/// The files of an edition that forms are made of.
struct EditionTables {
    let name: String
    let asOf: CalendarDate
    let progress: [DefinitionTable.Row]
    let tasks: [DefinitionTable.Row]
    /// By id.
    let statements: [String: DefinitionTable.Row]

    init(_ place: EditionPlace) throws(RequestError) {
        var problems: [Diagnostic] = []
        func rows(_ name: String, _ required: [String]) -> [DefinitionTable.Row] {
            DefinitionTable(path: "\(place.path)/\(name)", required: required, problems: &problems).rows
        }
        name = place.name
        progress = rows("progress.csv", ["indicator_code", "figure_measure", "responsible", "period"])
        tasks = rows("tasks.csv", ["id", "lead_unit", "responsible", "deadline_state"])
        statements = Dictionary(rows("statements.csv", ["id", "region_code"]).map { ($0("id"), $0) }) { first, _ in
            first
        }
        let run = "\(place.path)/run.json"
        guard let entry = EditionEntry(name: name, path: place.path, run: (try? FileBytes.read(run)) ?? []) else {
            throw .table([Diagnostic(path: run, severity: .error, message: "this is no run.json of gongbao")])
        }
        asOf = entry.asOf
        guard problems.isEmpty else { throw .table(problems) }
    }
}

/// Gathers what each unit owes.
private struct OwedFigures {
    let tables: EditionTables
    let library: PipelineLibrary
    let words: ReportWords
    let within: Int
    private(set) var leftOut = 0
    private var byUnit: [[String]: UnitRequest] = [:]
    /// Figures by what they are of, in the order of progress.csv: of one that several bulletins ask for all units are known.
    private var figures: [(figure: UnitRequest.Figure, areaCode: String)] = []
    private var asked: [[String]: Int] = [:]

    init(_ tables: EditionTables, library: PipelineLibrary, words: ReportWords, within: Int) {
        (self.tables, self.library, self.words, self.within) = (tables, library, words, within)
    }

    /// By area and unit; those without a unit last.
    var requests: [UnitRequest] {
        byUnit.sorted { left, right in
            let keys = [left, right].map { [$0.value.unit.isEmpty ? "1" : "0", $0.key[0], $0.key[1]] }
            for (a, b) in zip(keys[0], keys[1]) where a != b { return a.utf8.lexicographicallyPrecedes(b.utf8) }
            return false
        }.map(\.value)
    }

    private mutating func add(unit: String, areaCode: String, area: String, _ change: (inout UnitRequest) -> Void) {
        let fresh = UnitRequest(unit: unit, area: area, edition: tables.name, asOf: tables.asOf)
        change(&byUnit[[areaCode + area, unit], default: fresh])
    }

    // MARK: Figures

    mutating func addFigures() {
        for row in tables.progress {
            guard let reason = reason(row) else { continue }
            guard let form = TargetForm(rawValue: row("form")), form != .qualitative, form != .averageGrowth,
                row("ungraded") != "judgement", let target = DecimalNumber(row("target_value")),
                let key = key(row, form: form, target: target)
            else {
                leftOut += 1
                continue
            }
            let same = [
                key.indicator.text, row("region"), key.qualifier, row("target_year"), key.measure.rawValue,
                row("period"),
            ]
            let units = DutyUnits(
                lead: row("lead_unit"), all: row("responsible"), cooperating: row("cooperating"))
            if let index = asked[same] {
                figures[index].figure.units.join(units)
                continue
            }
            asked[same] = figures.count
            let figure = UnitRequest.Figure(
                key: key, pipeline: pipelineName(key.pipeline), name: name(key), area: area(row),
                target: self.target(key, row), reason: reason, units: units)
            figures.append((figure, row("region_code")))
        }
        for (figure, areaCode) in figures {
            add(unit: figure.units.answering, areaCode: areaCode, area: figure.area) { $0.figures.append(figure) }
            for member in figure.units.members where member.role != .leads {
                add(unit: member.unit, areaCode: areaCode, area: figure.area) { $0.sharedFigures.append(figure) }
            }
        }
    }

    /// `nil` for a target that owes nothing now.
    private func reason(_ row: DefinitionTable.Row) -> UnitRequest.Reason? {
        if row("ungraded") == UngradedReason.dueNoData.rawValue { return .overdue }
        guard let year = Int(row("target_year")) else { return nil }
        let isProvisional = row("provisional") == "yes"
        if year < tables.asOf.year { return isProvisional ? .provisional : nil }
        let days = CalendarDate(year: year).lastDay.dayNumber - tables.asOf.lastDay.dayNumber
        let isOld = Int(row("latest_year")).map { $0 < year } ?? true
        return (0...within).contains(days) && (isOld || isProvisional) ? .due : nil
    }

    private func key(_ row: DefinitionTable.Row, form: TargetForm, target: DecimalNumber) -> FigureKey? {
        guard let measure = FigureMeasure(rawValue: row("figure_measure")) else { return nil }
        let printed = tables.statements[row("statement")].flatMap { statement in
            DecimalNumber(statement("value")).map { Quantity(value: $0, unit: statement("unit")) }
        }
        var scale = RequestScale(form: form, unit: row("unit"), target: target, printed: printed)
        if !scale.unit.isEmpty, library.units.resolve(scale.unit) == nil {
            scale = RequestScale(form: .reduction, unit: row("unit"), target: target, printed: nil)
        }
        var key = FigureKey(
            indicator: IndicatorCode(row("indicator_code")), pipeline: PipelineID(row("pipeline")),
            name: row("indicator"), area: AreaCode(row("region_code")), qualifier: row("qualifier"),
            year: Int(row("target_year")).map { Year($0) }, unit: scale.unit, measure: measure,
            period: YearSpan(row("period")))
        // A place that areas.csv does not list could not be told when the answer comes.
        guard key.area != nil || row("region").isEmpty else { return nil }
        key.latest = shown(row, "latest", scale)
        key.base = shown(row, "base", scale)
        key.target = scale.shown(target)
        return key
    }

    private func shown(_ row: DefinitionTable.Row, _ name: String, _ scale: RequestScale) -> FigureKey.Shown? {
        DecimalNumber(row("\(name)_value")).map {
            FigureKey.Shown(year: Int(row("\(name)_year")), value: scale.shown($0))
        }
    }

    private func target(_ key: FigureKey, _ row: DefinitionTable.Row) -> String {
        let sign = RequestScale.sign(row("comparator"))
        if let upper = DecimalNumber(row("target_upper")), let value = DecimalNumber(row("target_value")),
            let shown = key.target, let factor = shown.isZero ? nil : value.divided(by: shown, decimals: 12),
            let end = upper.divided(by: factor, decimals: 6)
        {
            return "\(shown)–\(end.canonical)"
        }
        return sign + (key.target?.description ?? "")
    }

    private func area(_ row: DefinitionTable.Row) -> String {
        words.area(ReferenceArea(code: AreaCode(row("region_code")), name: row("region")))
    }

    private func name(_ key: FigureKey) -> String {
        guard words.language == .english else { return key.name }
        let english = library.pipelines.flatMap(\.indicators).first { $0.code == key.indicator }?.englishName ?? ""
        return english.isEmpty ? key.name : english
    }

    private func pipelineName(_ id: PipelineID) -> String {
        guard let pipeline = library.pipelines.first(where: { $0.id == id }) else { return words("pipeline.others") }
        return words.language == .chinese ? pipeline.name : pipeline.englishName
    }

    // MARK: Tasks

    mutating func addTasks() {
        for row in tables.tasks {
            guard let lamp = TaskLamp(rawValue: row("deadline_state")), lamp == .overdue || isDue(row, lamp) else {
                continue
            }
            let units = DutyUnits(
                lead: row("lead_unit"), responsible: row("responsible"), cooperating: row("cooperating"))
            let beside = statements(beside: row)
            let place = beside.first { !$0("region_code").isEmpty }
            let task = UnitRequest.Task(
                key: TaskKey(
                    task: StatementID(row("id")), pipeline: pipeline(of: row, beside), status: row("status"),
                    remark: row("remark")),
                text: row("task"), deadline: row("deadline"), lamp: lamp, plan: row("document"),
                units: units)
            let (areaCode, area) = (place?("region_code") ?? "", place.map(self.area) ?? "")
            add(unit: units.answering, areaCode: areaCode, area: area) { $0.tasks.append(task) }
            for member in units.members where member.role != .leads {
                add(unit: member.unit, areaCode: areaCode, area: area) { $0.sharedTasks.append(task) }
            }
        }
    }

    private func isDue(_ row: DefinitionTable.Row, _ lamp: TaskLamp) -> Bool {
        lamp != .completed && (Int(row("days_to_deadline")).map { (0...within).contains($0) } ?? false)
    }

    /// The statements of the task's own document, which tell whose it is.
    private func statements(beside row: DefinitionTable.Row) -> [DefinitionTable.Row] {
        let own = tables.statements.values.filter { $0("bulletin") == row("bulletin") }
        let near = own.filter { $0("document") == row("document") }
        return (near.isEmpty ? own : near).sorted { $0.line < $1.line }
    }

    /// The pipeline that knows the task already, else the one that most figures beside it belong to.
    private func pipeline(of row: DefinitionTable.Row, _ beside: [DefinitionTable.Row]) -> PipelineID {
        var figures: [PipelineID: Int] = [:]
        for statement in beside where !statement("pipeline").isEmpty {
            figures[PipelineID(statement("pipeline")), default: 0] += 1
        }
        return TaskOwners.owner(of: StatementID(row("id")), figures: figures, pipelines: library.pipelines)
    }
}
