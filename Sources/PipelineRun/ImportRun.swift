import BulletinSource
import DelimitedText
import Normalization
public import PipelineDefinition
public import Publishing
public import SourceText
public import StatisticalModel

/// What `gongbao import` is asked to do.
public struct ImportOptions: Sendable {
    /// Request forms and filled workbooks.
    public var files: [String]
    /// The folder of definitions, whose observations.csv, baselines.csv and task-status.csv take the answers.
    public var pipelines: String
    /// Who files and when, for workbooks that do not say so.
    public var person: String?
    public var day: CalendarDate?
    /// Corrects a figure that is known otherwise.
    public var replaces = false
    public var isDryRun = false
    public var language = ReportLanguage.english

    public init(files: [String], pipelines: String) {
        self.files = files
        self.pipelines = pipelines
    }
}

/// What came of one row of a form.
public struct ImportedRow: Sendable {
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        case added, replaced, known, refused
    }

    public let file: String
    public let sheet: String
    public let cell: String
    public var pipeline = ""
    /// The indicator's code, or the task's id.
    public var subject = ""
    public var name = ""
    public var area = ""
    public var year = ""
    public var value = ""
    public var unit = ""
    public var outcome: Outcome
    public var reason = ""
}

/// What came of all forms.
public struct ImportOutcome: Sendable {
    public let rows: [ImportedRow]
    /// The files that were written, or would be.
    public let written: [String]
    /// Files that could not be read, and refusals as `file: sheet!cell: reason`.
    public let diagnostics: [Diagnostic]
    /// False where no file could be read at all.
    public let isRead: Bool

    public func count(_ outcome: ImportedRow.Outcome) -> Int { rows.count { $0.outcome == outcome } }

    /// The rows as a CSV file.
    public var csv: [UInt8] {
        var writer = CSVWriter(header: [
            "file", "sheet", "cell", "pipeline", "subject", "name", "area", "year", "value", "unit", "outcome",
            "reason",
        ])
        for row in rows {
            writer.write([
                row.file, row.sheet, row.cell, row.pipeline, row.subject, row.name, row.area, row.year, row.value,
                row.unit, row.outcome.rawValue, row.reason,
            ])
        }
        return writer.bytes
    }
}

/// Reads filled forms and files what fits: nothing twice, nothing that contradicts what is known.
public struct ImportRun {
    private let options: ImportOptions
    private let library: PipelineLibrary
    private let rules: FormRules
    private let words: ReportWords
    private var rows: [ImportedRow] = []
    private var diagnostics: [Diagnostic] = []
    private var figures: [PendingFigure] = []
    private var statuses: [(pipeline: PipelineID, status: TaskStatus)] = []

    private struct PendingFigure {
        let folder: String
        let figure: SuppliedFigure
        /// The line of the row that it takes the place of.
        let replaced: Int?
        /// `file: sheet!cell`
        let place: String
    }

    public init(_ options: ImportOptions, library: PipelineLibrary) {
        self.options = options
        self.library = library
        words = ReportWords(options.language)
        rules = FormRules(library: library, words: words.formWords)
    }

    /// Reads all files, then writes what they add, unless it is a dry run.
    public static func run(_ options: ImportOptions, library: PipelineLibrary) throws(FileError) -> ImportOutcome {
        var run = ImportRun(options, library: library)
        var isRead = false
        for file in options.files where run.read(file) { isRead = true }
        let written = try run.written()
        return ImportOutcome(rows: run.rows, written: written, diagnostics: run.diagnostics, isRead: isRead)
    }

    // MARK: Reading

    /// False for a file that is no form.
    private mutating func read(_ file: String) -> Bool {
        let sheets: [FilledSheet]
        do {
            let bytes = try FileBytes.read(file)
            guard bytes.starts(with: [0x50, 0x4B]) else { return refuse(file) }
            sheets = try BulletinSource.Workbook.sheets(of: bytes)
        } catch let error as FileError {
            diagnostics.append(Diagnostic(path: file, severity: .error, code: .unreadable(error)))
            return false
        } catch let error as BulletinSourceError {
            diagnostics.append(Diagnostic(path: file, severity: .error, code: .source(error)))
            return false
        } catch { return false }
        let workbook = FilledWorkbook(sheets)
        guard workbook.isForm else { return refuse(file) }
        let filing = filing(of: workbook)
        for item in workbook.keyless { refuse(row(file, item.sheet, item.row), .noKey) }
        for item in workbook.figures {
            let filled = item.row
            switch rules.figure(filled, filing: filing.filing) {
            case .untouched: break
            case .refused(let cell, .noPerson):
                refuse(filing.problem(file, item.sheet, cell, filled.key), filing.reason)
            case .refused(let cell, let refusal): refuse(row(file, item.sheet, cell, filled.key), refusal)
            case .taken(let figure): take(figure, row(file, item.sheet, filled.value, filled.key))
            }
        }
        for item in workbook.tasks {
            switch rules.status(of: item.row, filing: filing.filing) {
            case .untouched: break
            case .refused(let cell, .noPerson): refuse(filing.problem(file, item.sheet, cell, nil), filing.reason)
            case .refused(let cell, let refusal): refuse(row(file, item.sheet, cell, item.row.key), refusal)
            case .taken(let status): take(status, row(file, item.sheet, item.row.status, item.row.key), item.row.key)
            }
        }
        return true
    }

    /// A file that is no form, whatever it is called.
    private mutating func refuse(_ file: String) -> Bool {
        diagnostics.append(Diagnostic(path: file, severity: .error, message: words("console.import.no-form")))
        return false
    }

    /// Who files, or the cell that does not say it.
    private struct FoundFiling {
        var filing: Filing?
        var cell: (sheet: String, cell: FilledCell)?
        var reason = FormRefusal.noPerson

        /// The row that tells of the missing name or day: at its own cell, where the form has one.
        func problem(_ file: String, _ sheet: String, _ cell: FilledCell, _ key: FigureKey?) -> ImportedRow {
            let place = self.cell ?? (sheet, cell)
            var row = ImportedRow(file: file, sheet: place.sheet, cell: place.cell.name, outcome: .refused)
            (row.subject, row.name) = (key?.indicator.text ?? "", key?.name ?? "")
            return row
        }
    }

    private func filing(of workbook: FilledWorkbook) -> FoundFiling {
        let form = workbook.filing
        let person = form.map(\.person.text).flatMap { $0.isEmpty ? nil : $0 } ?? options.person ?? ""
        guard !person.isEmpty else { return FoundFiling(cell: form.map { ($0.sheet, $0.person) }) }
        if let day = form.flatMap({ FormRules.day($0.day) }) {
            return FoundFiling(filing: Filing(person: person, day: day))
        }
        let isBlank = form?.day.isBlank ?? true
        guard isBlank, let day = options.day else {
            return FoundFiling(
                cell: form.map { ($0.sheet, $0.day) },
                reason: isBlank ? .noFilingDay : .notADay(form?.day.text ?? ""))
        }
        return FoundFiling(filing: Filing(person: person, day: day))
    }

    private func row(_ file: String, _ sheet: String, _ cell: FilledCell) -> ImportedRow {
        ImportedRow(file: file, sheet: sheet, cell: cell.name, outcome: .added)
    }

    private func row(_ file: String, _ sheet: String, _ cell: FilledCell, _ key: FigureKey) -> ImportedRow {
        var row = row(file, sheet, cell)
        row.pipeline = key.pipeline.text
        (row.subject, row.name) = (key.indicator.text, words.named(key.name, key.qualifier))
        row.area = key.area.flatMap { library.areas.areas[$0]?.name } ?? ""
        return row
    }

    private func row(_ file: String, _ sheet: String, _ cell: FilledCell, _ key: TaskKey) -> ImportedRow {
        var row = row(file, sheet, cell)
        (row.pipeline, row.subject) = (key.pipeline.text, key.task.text)
        return row
    }

    private mutating func refuse(_ row: ImportedRow, _ refusal: FormRefusal) {
        var row = row
        row.outcome = .refused
        row.reason = words(refusal)
        let isTold = rows.contains {
            $0.file == row.file && $0.sheet == row.sheet && $0.cell == row.cell && $0.reason == row.reason
        }
        guard !isTold else { return }
        rows.append(row)
        diagnostics.append(
            Diagnostic(path: row.file, severity: .error, message: "\(row.sheet)!\(row.cell): \(row.reason)"))
    }

    // MARK: Taking

    private mutating func take(_ figure: SuppliedFigure, _ row: ImportedRow) {
        var row = row
        (row.year, row.value) = (figure.date?.description ?? figure.year.description, figure.value.description)
        row.unit = figure.unit ?? ""
        let place = "\(row.file): \(row.sheet)!\(row.cell)"
        if let other = figures.first(where: { Self.isSame($0.figure, figure) }) {
            guard isEqual(other.figure, figure) else { return refuse(row, .filedTwice(other.place)) }
            row.outcome = .known
            rows.append(row)
            return
        }
        let known = library.suppliedFigures.first { Self.isSame($0, figure) }
        if let known, isEqual(known, figure) {
            row.outcome = .known
            rows.append(row)
            return
        }
        if let known {
            guard options.replaces else {
                return refuse(
                    row, .knownOtherwise("\(known.value)\(known.unit ?? "")", place: "\(known.path):\(known.line)"))
            }
            row.outcome = .replaced
        }
        let folder = row.pipeline == NameSignature.pipeline.text ? "common" : row.pipeline
        figures.append(PendingFigure(folder: folder, figure: figure, replaced: known?.line, place: place))
        rows.append(row)
    }

    private mutating func take(_ status: TaskStatus, _ row: ImportedRow, _ key: TaskKey) {
        var row = row
        (row.year, row.value) = (status.date.description, status.status)
        let known = library.pipelines.flatMap(\.taskStatuses) + statuses.map(\.status)
        let isKnown = known.contains {
            $0.task == status.task && $0.status == status.status && $0.date == status.date && $0.remark == status.remark
        }
        guard library.pipelines.contains(where: { $0.id == key.pipeline }) else {
            return refuse(row, .unknownTask(key.task.text))
        }
        if isKnown { row.outcome = .known } else { statuses.append((key.pipeline, status)) }
        rows.append(row)
    }

    /// Two figures of one thing.
    private static func isSame(_ left: SuppliedFigure, _ right: SuppliedFigure) -> Bool {
        left.role == right.role && left.indicator == right.indicator && left.area == right.area
            && left.qualifier == right.qualifier && left.year == right.year && left.date == right.date
            && left.measure == right.measure && left.period == right.period
    }

    /// 1.2 亿元 is 12000 万元.
    private func isEqual(_ left: SuppliedFigure, _ right: SuppliedFigure) -> Bool {
        func scaled(_ figure: SuppliedFigure) -> DecimalNumber? {
            let factor = figure.unit.flatMap { library.units.resolve($0)?.factor } ?? 1
            return figure.value.multiplied(by: factor)
        }
        return scaled(left) == scaled(right) && left.status == right.status
    }

    // MARK: Writing

    private func written() throws(FileError) -> [String] {
        var paths: [String] = []
        for (folder, role, name) in places {
            let own = figures.filter { $0.folder == folder && $0.figure.role == role }
            guard !own.isEmpty else { continue }
            let path = "\(options.pipelines)/\(folder)/\(name)"
            paths.append(path)
            if options.isDryRun { continue }
            var file = try OfficeFile(path, columns: SuppliedFigure.columns)
            for item in own {
                if let line = item.replaced {
                    file.replace(line: line, with: Self.fields(item.figure))
                } else {
                    file.add(Self.fields(item.figure))
                }
            }
            try file.write()
        }
        for pipeline in library.pipelines.map(\.id) {
            let own = statuses.filter { $0.pipeline == pipeline }
            guard !own.isEmpty else { continue }
            let path = "\(options.pipelines)/\(pipeline)/task-status.csv"
            paths.append(path)
            if options.isDryRun { continue }
            var file = try OfficeFile(path, columns: TaskStatus.columns)
            for item in own {
                file.add([
                    "task": item.status.task.text, "status": item.status.status, "date": item.status.date.description,
                    "remark": item.status.remark,
                ])
            }
            try file.write()
        }
        return paths
    }

    private var places: [(folder: String, role: SuppliedFigure.Role, name: String)] {
        let folders = library.pipelines.map(\.id.text) + ["common"]
        return folders.flatMap { folder in
            [(folder, .baseline, "baselines.csv"), (folder, .observation, "observations.csv")]
        }
    }

    private static func fields(_ figure: SuppliedFigure) -> [String: String] {
        [
            "indicator": figure.indicator.text, "area": figure.area?.description ?? "",
            "year": figure.year.description, "value": figure.value.description, "unit": figure.unit ?? "",
            "source": figure.source, "qualifier": figure.qualifier, "date": figure.date?.description ?? "",
            "status": figure.status == .normal ? "" : figure.status.rawValue,
            "measure": figure.measure == .level ? "" : figure.measure.rawValue,
            "period": figure.period?.description ?? "", "name": figure.name,
        ]
    }
}
