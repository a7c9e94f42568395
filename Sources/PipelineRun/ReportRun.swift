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
    /// Files of a worker's records, or folders of them, which are taken in place of ``bulletins``.
    public var records: [String] = []
    public var output: String
    /// `nil` takes the latest date that the bulletins and the supplied figures bear.
    public var asOf: CalendarDate?
    /// `nil` takes the year of the date.
    public var edition: String?
    public var language: ReportLanguage
    public var style: WorkbookStyle
    /// Replaces an edition though bulletins that it read are missing.
    public var allowsMissing = false
    /// Says what would change, and writes nothing to ``output``.
    public var isDryRun = false
    /// False keeps the edition out of the history, now and whenever the history is made anew.
    public var isRecorded = true
    /// How many editions of this name that others replaced are kept.
    public var keep = 3
    /// The bytes that a bulletin may have.
    public var sizeLimit = FileBytes.sizeLimit
    public var scans = ScanPolicy.refused
    public var csvMark = CSVMark.none
    /// The identifier of the licence under which the office publishes: `CC-BY-4.0`.
    public var licence: String?
    public var patience = OutputLock.Patience()
    /// Called at the end of each stage, for a log.
    public var observer: @Sendable (RunStage) -> Void = { _ in }
    /// Called as bulletins are read.
    public var onProgress: @Sendable (RunProgress) -> Void = { _ in }

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
    /// Where an edition that others had changed is kept.
    public let edited: KeptEdition?
    /// What others changed in the edition in place or laid into it, by name.
    public let foreignFiles: [String]
    public let isDryRun: Bool
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
        var clock = StageClock(options.observer)
        // Its tables of names take as long as a small bulletin.
        let library = library
        let normalizer = Task { BulletinNormalizer(library: library) }
        var read = try await read(normalizer)
        clock.end(.read, [("bulletins", read.bulletins.count), ("unread", read.unread.count)])
        guard !read.bulletins.isEmpty else { throw .noInput(read.diagnostics, unread: read.unread) }
        let report = try report(of: read, await normalizer.value)
        clock.end(
            .assess,
            [
                ("statements", report.statements.count), ("observations", report.observations.count),
                ("assessments", report.assessments.count), ("checks", report.checks.count),
            ])
        read.dropTexts()
        if options.isDryRun { return try await publish(report, of: read, &clock) }
        do { try EditionFolder.makeFolders(options.output) } catch { throw .output(error) }
        let outcome = try await OutputLock.hold(options.output, options.patience) { () async throws(RunError) in
            clock.end(.lock)
            // An edition that a killed run left unrecorded is about to be replaced. What is wrong shows again below.
            _ = takeUpEditions()
            return try await publish(report, of: read, &clock)
        }
        guard let outcome else { throw .locked(options.output) }
        return outcome
    }

    /// The bulletins, or the records that a worker has made of them, each without its text as soon as that is read.
    private func read(_ normalizer: Task<BulletinNormalizer, Never>) async throws(RunError) -> ReadBulletins {
        guard options.records.isEmpty else {
            var read = try RecordedBulletins.read(options.records)
            for index in read.bulletins.indices {
                read.bulletins[index] = read.bulletins[index].condensed(by: await normalizer.value)
            }
            return read
        }
        let reader = BulletinReader(
            library: library, sizeLimit: options.sizeLimit, scans: options.scans, onProgress: options.onProgress)
        var bulletins: [ReadBulletin] = []
        var read = await reader.readEach(options.bulletins, batchSize: Self.batchSize) {
            bulletins.append($0.condensed(by: await normalizer.value))
        }
        read.bulletins = bulletins
        return read
    }

    /// Bytes of bulletins that are read at once. One that takes long keeps a core to itself, so there must be others
    /// beside it: a month's bulletins of a city are one batch.
    private static let batchSize = 4 << 20

    /// Puts the edition in its place and its figures into the history, unless bulletins have got lost.
    private func publish(
        _ report: EditionReport, of read: ReadBulletins, _ clock: inout StageClock
    ) async throws(RunError) -> ReportOutcome {
        let path = "\(options.output)/\(report.edition)"
        let missing = MissingInputs(of: report.edition, at: path, read: read, isAllowed: options.allowsMissing)
        func outcome(_ written: Written, _ diagnostics: [Diagnostic]) -> ReportOutcome {
            ReportOutcome(
                report: report, path: path, replacement: written.replacement, edited: written.edited,
                foreignFiles: written.foreign, isDryRun: options.isDryRun,
                diagnostics: read.diagnostics + missing.findings + diagnostics)
        }
        guard !missing.isLoss else { return outcome(Written(.missingInputs), []) }
        let written = try await write(report)
        clock.end(.write, [("files", written.files)])
        guard !options.isDryRun else { return outcome(written, written.warnings) }
        let history = takeUpEditions(latest: options.isRecorded ? report.edition : nil)
        clock.end(.history)
        return outcome(written, written.warnings + history)
    }

    private func report(
        of read: ReadBulletins, _ normalizer: BulletinNormalizer
    ) throws(RunError) -> EditionReport {
        let run = NormalizedRun(read.bulletins, by: normalizer)
        let (asOf, inferred) = try date(of: read.bulletins)
        let bulletins = read.bulletins
        let tracked = library.adding(others: run.normalized.others)
        var report = EditionReport(
            edition: options.edition ?? String(asOf.year), title: "", area: areas(of: run.normalized),
            asOf: asOf, language: options.language, programVersion: Self.programVersion, pipelines: tracked.pipelines)
        report.observations = run.normalized.observations
        report.assessments = Assessor(library: tracked).assess(run.normalized.observations, asOf: asOf)
            .map(\.namedAsTarget).map { run.proposed.contains($0.key) && $0.latest == nil ? $0.awaitingDecision : $0 }
        report.yearRows = YearComparator(library: tracked).compare(run.normalized.observations, asOf: asOf)
            .map { YearRow($0) }
        report.statements = run.statementRows
        report.proposals = run.normalized.proposals
        report.conflicts = run.conflictRows
        report.tables = bulletins.flatMap { bulletin in
            bulletin.layout.tables.map { PublishedTable(bulletin: bulletin.name, stem: bulletin.stem, table: $0) }
        }
        report.tasks = TaskAssessor(library: library).assess(bulletins.flatMap(\.extract.tasks), asOf: asOf)
        report.taskSettings = library.tasks
        report.assessmentSettings = library.assessment
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
        report.areaNames = library.areas.englishNames
        Self.addProof(to: &report, bulletins)
        if !options.isRecorded { report.settings["history"] = "none" }
        report.csvMark = options.csvMark
        if options.csvMark == .byteOrderMark { report.settings["csv_bom"] = "yes" }
        report.settings["licence"] = options.licence
        report.addresses = read.addresses
        report.previous = PastEdition.before(asOf, except: report.edition, output: options.output)
        return report
    }

    /// The date that was asked for, else the latest that anything bears, else one inferred, which a check then tells.
    private func date(
        of bulletins: [ReadBulletin]
    ) throws(RunError) -> (CalendarDate, inferred: RunFindings.InferredDate?) {
        let supplied = library.suppliedFigures.map {
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

    /// The lines behind the figures of targets and conflicts, and the numerals that nothing explains with theirs.
    private static func addProof(to report: inout EditionReport, _ bulletins: [ReadBulletin]) {
        let named = Dictionary(bulletins.map { ($0.name, $0) }) { first, _ in first }
        var shown: [String: [Statement]] = [:]
        let assessed = report.assessments.flatMap { [$0.target, $0.base, $0.latest] }.compactMap { $0?.sources }
        for statement in assessed.joined() + report.conflicts.flatMap(\.statements) {
            guard report.excerpts[statement.id] == nil, let bulletin = named[statement.provenance.bulletin] else {
                continue
            }
            report.excerpts[statement.id] = bulletin.excerpt(of: statement)
            shown[bulletin.name, default: []].append(statement)
        }
        for bulletin in bulletins {
            guard let statements = shown[bulletin.name] else { continue }
            report.pictures.merge(PagePictures.pictures(of: statements, in: bulletin)) { first, _ in first }
        }
        report.openNumerals = report.ledger.filter { $0.fate == .unexplained }.compactMap { entry in
            named[entry.bulletin].map { $0.openNumeral(entry) }
        }
    }

    /// 鄂尔多斯市、乌海市: the areas that figures refer to, the cities' districts left out.
    private func areas(of normalized: NormalizedBulletins) -> String {
        let words = ReportWords(options.language, areas: library.areas.englishNames)
        let areas = Set(normalized.observations.compactMap(\.area)).sorted()
        let codes = Set(areas.compactMap(\.code?.number))
        let outer = areas.filter { area in
            guard let code = area.code else { return true }
            return code.number % 100 == 0 || !codes.contains(code.cityNumber)
        }.filter { $0.code.map { $0.number % 10000 != 0 } ?? true || areas.count == 1 }
        return (outer.isEmpty ? areas : outer).map(words.area).joined(separator: words("highlights.comma"))
    }

    /// What became of the edition's files.
    private struct Written {
        var replacement: EditionReplacement
        var edited: KeptEdition?
        var foreign: [String] = []
        var warnings: [Diagnostic] = []
        var files = 0

        init(_ replacement: EditionReplacement) { self.replacement = replacement }
    }

    private func write(_ report: EditionReport) async throws(RunError) -> Written {
        do {
            let scratch = options.isDryRun ? try ScratchFolder() : nil
            defer { scratch?.remove() }
            let folder = try EditionFolder(output: options.output, name: report.edition, scratch: scratch?.path)
            do {
                var digests: [String: SHA256Digest] = [:]
                func writeFiles() throws(FileError) {
                    try EditionFiles.write(report) { file throws(FileError) in
                        try folder.write(file.bytes, to: file.path)
                        digests[file.path] = file.digest
                    }
                }
                // The workbook takes as long as all other files, and a large one as much memory too: it waits for them.
                if ProgressWorkbook.isStreamed(report, style: options.style) {
                    try writeFiles()
                    try workbook(report, to: folder).get()
                } else {
                    async let workbook = workbook(report, to: folder)
                    try writeFiles()
                    try await workbook.get()
                }
                var written = Written(
                    EditionReplacement(
                        of: folder, library: library,
                        language: ComparisonLanguage(rawValue: report.language.rawValue) ?? .chinese))
                written.files = digests.count + 1
                written.foreign = folder.foreignFiles
                written.warnings = folder.warnings
                if case .unchanged = written.replacement {
                    folder.abandon()
                } else if options.isDryRun {
                    folder.abandon()
                } else {
                    let (edited, warnings) = try folder.publish(keep: options.keep, written: digests)
                    written.edited = edited
                    written.warnings += warnings
                }
                return written
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
    private func takeUpEditions(latest: String? = nil) -> [Diagnostic] {
        do {
            return try HistoryArchive(output: options.output).takeUp(latest: latest)
        } catch {
            return [Diagnostic(path: error.path, severity: .error, message: "not recorded: \(error.reason)")]
        }
    }

    private func workbook(_ report: EditionReport, to folder: EditionFolder) -> Result<Void, RunError> {
        let path = "\(folder.stagingPath)/progress.xlsx"
        return Result { () throws(RunError) in
            do {
                try ProgressWorkbook(report, style: options.style).write(to: path)
            } catch {
                throw .workbook(path: path, reason: "\(error)")
            }
        }
    }
}

extension PipelineLibrary {
    /// With a pipeline of the indicators that no pipeline knows, where there are any.
    fileprivate func adding(others: [Indicator]) -> PipelineLibrary {
        guard !others.isEmpty else { return self }
        var library = self
        let names = [ReportLanguage.chinese, .english].map { ReportWords($0)("pipeline.others") }
        library.pipelines.append(
            Pipeline(id: NameSignature.pipeline, name: names[0], englishName: names[1], indicators: others))
        return library
    }
}

extension ProgressAssessment {
    fileprivate var key: SeriesKey {
        SeriesKey(pipeline: pipeline, indicator: indicator, area: area, qualifier: qualifier)
    }

    /// An amount to be added is called as its target, not as the stock that it adds to.
    fileprivate var namedAsTarget: ProgressAssessment {
        guard target.measure == .increment else { return self }
        var copy = self
        copy.indicatorName = target.indicatorName
        return copy
    }

    /// Without an outturn, since a person must say first whether one of nearly its name is its own.
    fileprivate var awaitingDecision: ProgressAssessment {
        var copy = self
        copy.ungraded = .toConfirm
        return copy
    }
}
