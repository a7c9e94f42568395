import Dispatch
public import SourceText
import StatisticalModel
import Synchronization

/// All that Pipelines/ defines, compiled: the words and units that every stage shares, and the pipelines.
public struct PipelineLibrary: Sendable {
    public var units = UnitTable()
    public var areas = AreaTable()
    public var repairs = RepairLexicon()
    public var prose = ProseLexicon()
    public var names = NameLexicon()
    public var facets = FacetLexicon()
    public var evidence = EvidenceTable()
    public var roles = RoleLexicon()
    public var collectives = CollectiveHeads()
    public var layout = LayoutLexicon()
    public var tables = TableLexicon()
    public var headers = HeaderLexicon()
    public var pipelines: [Pipeline] = []
    public var rotated = RotatedLexicon()
    public var checks = CheckSettings()
    public var listColumns = ListColumnLexicon()
    public var tasks = TaskSettings()
    /// Decisions on names, those of common/matches.csv first: of targets that no pipeline knows.
    public var matches: [NameDecision] = []
    public var assessment = AssessmentSettings()
    /// common/observations.csv: figures of targets that no pipeline knows, by the codes of their names.
    public var otherFigures: [SuppliedFigure] = []

    public init() {}

    /// The figures of all pipelines, then those of no pipeline.
    public var suppliedFigures: [SuppliedFigure] { pipelines.flatMap(\.suppliedFigures) + otherFigures }

    /// Reads the folder; all problems come back at once, with file, line and column.
    ///
    /// The words take as long to read as all else, and neither needs the other: each has a core.
    public static func load(from directory: String) -> (library: PipelineLibrary, problems: [Diagnostic]) {
        let halves = [loadWords, loadFigures]
        let loaded = Mutex<[(library: PipelineLibrary, problems: [Diagnostic])]>(
            halves.map { _ in (PipelineLibrary(), []) })
        DispatchQueue.concurrentPerform(iterations: halves.count) { index in
            var (library, problems) = (PipelineLibrary(), [Diagnostic]())
            halves[index](&library, directory, &problems)
            let half = (library, problems)
            loaded.withLock { $0[index] = half }
        }
        let (words, figures) = loaded.withLock { ($0[0], $0[1]) }
        var library = words.library
        library.take(figures.library)
        return (library, words.problems + figures.problems)
    }

    /// What sentences, cells and pages are read by.
    private static func loadWords(
        _ library: inout PipelineLibrary, from directory: String, _ problems: inout [Diagnostic]
    ) {
        let common = "\(directory)/common"
        library.repairs = RepairLexicon(folder: common, problems: &problems)
        library.prose = ProseLexicon(folder: common, problems: &problems)
        library.evidence = EvidenceTable(path: "\(common)/evidence.csv", problems: &problems)
        library.names = NameLexicon(path: "\(common)/name-words.csv", problems: &problems)
        library.facets = FacetLexicon(folder: common, frame: library.names.frame, problems: &problems)
        library.roles = RoleLexicon(path: "\(common)/role-words.csv", problems: &problems)
        library.collectives = CollectiveHeads(path: "\(common)/collective-heads.csv", problems: &problems)
        library.layout = LayoutLexicon(path: "\(common)/layout.csv", problems: &problems)
        library.tables = TableLexicon(path: "\(common)/table-words.csv", problems: &problems)
        library.headers = HeaderLexicon(path: "\(common)/table-headers.csv", problems: &problems)
        library.rotated = RotatedLexicon(path: "\(common)/rotated-words.csv", problems: &problems)
        library.listColumns = ListColumnLexicon(path: "\(common)/list-columns.csv", problems: &problems)
    }

    /// Units, places and settings, and the pipelines, whose figures need them.
    private static func loadFigures(
        _ library: inout PipelineLibrary, from directory: String, _ problems: inout [Diagnostic]
    ) {
        let common = "\(directory)/common"
        library.units = UnitTable(path: "\(common)/units.csv", problems: &problems)
        let places = PlaceLexicon(path: "\(common)/place-words.csv", problems: &problems)
        library.areas = AreaTable(path: "\(common)/areas.csv", words: places, problems: &problems)
        library.checks = CheckSettings(path: "\(common)/checks.csv", problems: &problems)
        library.tasks = TaskSettings(path: "\(common)/tasks.yaml", problems: &problems)
        library.assessment = AssessmentSettings(path: "\(common)/assessment.csv", problems: &problems)
        library.loadPipelines(from: directory, problems: &problems)
        library.loadMatches(from: directory, problems: &problems)
        library.loadOtherFigures(from: directory, problems: &problems)
    }

    /// Takes what ``loadFigures`` has read into `half`.
    private mutating func take(_ half: PipelineLibrary) {
        (units, areas) = (half.units, half.areas)
        (checks, tasks, assessment) = (half.checks, half.tasks, half.assessment)
        (pipelines, matches, otherFigures) = (half.pipelines, half.matches, half.otherFigures)
    }

    /// Every folder with a pipeline.yaml is a pipeline, ordered by its setting `order`, then by name.
    private mutating func loadPipelines(from directory: String, problems: inout [Diagnostic]) {
        let names: [String]
        do {
            names = try FileBytes.list(directory)
        } catch {
            problems.append(Diagnostic(path: directory, severity: .error, code: .unreadable(error)))
            return
        }
        var found: [(pipeline: Pipeline, order: Int)] = []
        for name in names where FileBytes.exists("\(directory)/\(name)/pipeline.yaml") {
            let folder = PipelineFolder(
                directory: "\(directory)/\(name)", id: PipelineID(name), units: units, areas: areas, tasks: tasks)
            found.append(folder.read(&problems))
        }
        pipelines = found.sorted { ($0.order, $0.pipeline.id) < ($1.order, $1.pipeline.id) }.map(\.pipeline)
        checkCodes(directory, &problems)
    }

    private mutating func loadOtherFigures(from directory: String, problems: inout [Diagnostic]) {
        let path = "\(directory)/common/observations.csv"
        guard FileBytes.exists(path) else { return }
        let file = FigureFile(owner: .anyName, units: [:], unitTable: units, areas: areas)
        otherFigures = file.read(path: path, role: .observation, &problems)
    }

    private mutating func loadMatches(from directory: String, problems: inout [Diagnostic]) {
        let path = "\(directory)/common/matches.csv"
        matches = FileBytes.exists(path) ? MatchFile.read(path: path, areas: areas, &problems) : []
        matches += pipelines.flatMap(\.matches)
        let known = Set(pipelines.flatMap(\.indicators).map(\.code))
        for case .code(let code) in matches.map(\.verdict) where !known.contains(code) {
            problems.append(
                Diagnostic(
                    path: "\(directory)/*/matches.csv", severity: .error,
                    message: "the decision ‘\(code)’ is neither yes nor no nor an indicator’s code"))
        }
    }

    /// Codes are unique over all pipelines, so that a code alone names an indicator.
    private func checkCodes(_ directory: String, _ problems: inout [Diagnostic]) {
        var owner: [IndicatorCode: PipelineID] = [:]
        for indicator in pipelines.flatMap(\.indicators) {
            if let other = owner[indicator.code], other != indicator.pipeline {
                problems.append(
                    Diagnostic(
                        path: "\(directory)/\(indicator.pipeline)/indicators.csv", severity: .error,
                        message: "the code ‘\(indicator.code)’ belongs to \(other) already"))
            }
            owner[indicator.code] = indicator.pipeline
        }
    }
}

/// A library as one immutable reference, for readers that are made anew for each sentence, row or statement: a copy of
/// the library itself counts the references of some hundred lists.
public final class SharedLibrary: Sendable {
    public let library: PipelineLibrary

    public init(_ library: PipelineLibrary) { self.library = library }
}
