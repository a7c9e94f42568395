import Assessment
import Comparison
import History
import Normalization
public import PipelineDefinition
public import Publishing
public import SourceText
public import StatisticalModel

/// What `gongbao report` is asked to do.
public struct ReportOptions: Sendable {
    public var bulletins: [String]
    public var output: String
    /// `nil` takes the latest date that the bulletins and the supplied figures bear.
    public var asOf: CalendarDate?
    /// `nil` takes the year of the date.
    public var edition: String?
    public var language: ReportLanguage
    public var style: WorkbookStyle

    public init(
        bulletins: [String], output: String, asOf: CalendarDate? = nil, edition: String? = nil,
        language: ReportLanguage = .chinese, style: WorkbookStyle = .office
    ) {
        self.bulletins = bulletins
        self.output = output
        self.asOf = asOf
        self.edition = edition
        self.language = language
        self.style = style
    }
}

/// What came of a report run.
public struct ReportOutcome: Sendable {
    public let report: EditionReport
    /// The edition's folder.
    public let path: String
    /// What changed against the edition of the same name that stood there.
    public let replacement: EditionReplacement
    public let diagnostics: [Diagnostic]

    /// 1 where a file could not be read or a check of severity error failed, else 0.
    public var exitStatus: Int32 {
        let unread = diagnostics.contains { $0.severity == .error }
        return unread || report.checks.contains { $0.severity == .error } ? 1 : 0
    }
}

/// The six stages in order: bulletin files in, an edition out.
public struct ReportRun: Sendable {
    public static let programVersion = "0.1.0"

    private let library: PipelineLibrary
    private let options: ReportOptions

    public init(library: PipelineLibrary, options: ReportOptions) {
        self.library = library
        self.options = options
    }

    /// Reads, normalises, assesses and writes the edition; the old one stays where this fails.
    public func run() async throws(RunError) -> ReportOutcome {
        let read = await BulletinReader(library: library).readAll(options.bulletins)
        guard !read.bulletins.isEmpty else { throw .noInput(read.diagnostics, unread: read.unread) }
        let report = try report(of: read)
        do { try EditionFolder.makeFolders(options.output) } catch { throw .output(error) }
        return try OutputLock.hold(options.output) { () throws(RunError) in
            // An edition that a killed run left unrecorded is about to be replaced. What is wrong shows again below.
            _ = takeUpEditions()
            let (path, replacement) = try write(report)
            return ReportOutcome(
                report: report, path: path, replacement: replacement,
                diagnostics: read.diagnostics + takeUpEditions())
        }
    }

    private func report(of read: ReadBulletins) throws(RunError) -> EditionReport {
        let bulletins = read.bulletins
        let run = NormalizedRun(bulletins, library: library)
        let (asOf, inferred) = try date(of: bulletins)
        var report = EditionReport(
            edition: options.edition ?? String(asOf.year), title: "", area: Self.areas(of: run.normalized),
            asOf: asOf, language: options.language, programVersion: Self.programVersion, pipelines: library.pipelines)
        report.observations = run.normalized.observations
        report.assessments = Assessor(library: library).assess(run.normalized.observations, asOf: asOf)
        report.yearRows = YearComparator(library: library).compare(run.normalized.observations, asOf: asOf)
            .map { YearRow($0) }
        report.statements = run.statementRows
        report.conflicts = run.conflictRows
        report.tables = bulletins.flatMap { bulletin in
            bulletin.layout.tables.map { PublishedTable(bulletin: bulletin.name, stem: bulletin.stem, table: $0) }
        }
        report.tasks = TaskAssessor(library: library).assess(bulletins.flatMap(\.extract.tasks), asOf: asOf)
        report.taskSettings = library.tasks
        report.checkSettings = library.checks
        report.projects = ProjectScale.scaled(bulletins.flatMap(\.extract.projects), units: library.units)
        report.ledger = bulletins.flatMap { $0.ledger() }
        report.checks = RunChecks.notes(
            on: read, normalized: run.normalized, ledger: report.ledger, inferredDate: inferred, library: library)
        report.unitCodes = library.units.codes
        report.unitNames = library.units.englishNames
        report.inputs = bulletins.map { bulletin in
            InputFile(
                name: bulletin.name, bytes: bulletin.byteCount, lines: bulletin.layout.file.lineCount,
                digest: "sha256:\(bulletin.digest)")
        }
        report.unread = read.unread
        report.addresses = read.addresses
        return report
    }

    /// The date that was asked for, else the latest that anything bears, else one inferred, which a check then tells.
    private func date(
        of bulletins: [ReadBulletin]
    ) throws(RunError) -> (CalendarDate, inferred: RunFindings.InferredDate?) {
        let supplied = library.pipelines.flatMap(\.suppliedFigures).map {
            $0.date ?? CalendarDate(year: $0.year.number)
        }
        let documents = bulletins.flatMap(\.layout.documents)
        if let date = options.asOf ?? ReportDate.latest(documents: documents, supplied: supplied) { return (date, nil) }
        guard let inferred = ReportDate.inferred(from: bulletins.map { ($0.name, $0.extract) }) else {
            throw .invalidOption(
                "no bulletin says by a date, a title or a fact what year it is of: "
                    + "name the day to which the report counts, as in --as-of 2024-12-31")
        }
        return (inferred.day, inferred)
    }

    /// 鄂尔多斯市、乌海市: the areas that figures refer to, the cities' districts left out.
    private static func areas(of normalized: NormalizedBulletins) -> String {
        let areas = Set(normalized.observations.compactMap(\.area)).sorted()
        let codes = Set(areas.compactMap(\.code?.number))
        let outer = areas.filter { area in
            guard let code = area.code else { return true }
            return code.number % 100 == 0 || !codes.contains(code.cityNumber)
        }.filter { $0.code.map { $0.number % 10000 != 0 } ?? true || areas.count == 1 }
        return (outer.isEmpty ? areas : outer).map(\.name).joined(separator: "、")
    }

    private func write(_ report: EditionReport) throws(RunError) -> (path: String, EditionReplacement) {
        do {
            let folder = try EditionFolder(output: options.output, name: report.edition)
            do {
                for file in EditionFiles.files(of: report) { try folder.write(file.bytes, to: file.path) }
                try writeWorkbook(report, to: folder)
                let replacement = EditionReplacement(
                    of: folder, library: library,
                    language: ComparisonLanguage(rawValue: report.language.rawValue) ?? .chinese)
                if case .unchanged = replacement { folder.abandon() } else { try folder.publish() }
                return (folder.path, replacement)
            } catch {
                folder.abandon()
                throw error
            }
        } catch let error as FileError {
            throw .output(error)
        } catch let error as RunError {
            throw error
        } catch {
            throw .workbook(path: options.output, reason: "\(error)")
        }
    }

    /// Brings the history up to the editions; a history that cannot be written does not undo an edition.
    private func takeUpEditions() -> [Diagnostic] {
        do {
            return try HistoryArchive(output: options.output).takeUp()
        } catch {
            return [Diagnostic(path: error.path, severity: .error, message: "not recorded: \(error.reason)")]
        }
    }

    private func writeWorkbook(_ report: EditionReport, to folder: EditionFolder) throws(RunError) {
        let path = "\(folder.stagingPath)/progress.xlsx"
        do {
            try ProgressWorkbook(report, style: options.style).write(to: path)
        } catch {
            throw .workbook(path: path, reason: "\(error)")
        }
    }
}
