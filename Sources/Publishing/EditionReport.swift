public import PipelineDefinition
public import StatisticalModel

/// The language of what statisticians read.
public enum ReportLanguage: String, Sendable, Hashable, CaseIterable {
    case chinese = "zh"
    case english = "en"

    /// The language in which a user reads messages: that of `--language`, else the one of the environment, which says
    /// in its first set variable of LC_ALL, LC_MESSAGES and LANG; `zh_CN.UTF-8` is Chinese, all else English.
    public static func ofUser(arguments: [String], environment: (String) -> String?) -> ReportLanguage {
        for (index, word) in arguments.enumerated() where word.hasPrefix("--language") {
            let value =
                word.hasPrefix("--language=") ? String(word.dropFirst(11)) : arguments.dropFirst(index + 1).first
            if let language = value.flatMap(ReportLanguage.init) { return language }
        }
        let named = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty }
        return named?.hasPrefix("zh") == true ? .chinese : .english
    }
}

/// All that an edition says, as values: the CSV files and the workbook are drawn from it and nothing else.
public struct EditionReport: Sendable {
    /// The edition's name, by default the year of ``asOf``.
    public var edition: String
    public var title: String
    /// 鄂尔多斯市、乌海市: the areas that the bulletins speak of.
    public var area: String
    public var asOf: CalendarDate
    public var language: ReportLanguage
    public var programVersion: String
    public var pipelines: [Pipeline]
    public var assessments: [ProgressAssessment] = []
    public var observations: [Observation] = []
    public var statements: [StatementRow] = []
    /// Names for a person to decide on: matches-proposed.csv.
    public var proposals: [NameProposal] = []
    public var tables: [PublishedTable] = []
    public var tasks: [TaskAssessment] = []
    /// With the yuan of their investments.
    public var projects: [PlanProject] = []
    public var conflicts: [ConflictRow] = []
    public var checks: [FindingNote] = []
    /// The rows of 年度对比; none leaves the sheet out.
    public var yearRows: [YearRow] = []
    public var ledger: [LedgerEntry] = []
    public var inputs: [InputFile] = []
    /// The files among the inputs that no bulletin was made of.
    public var unread: [UnreadFile] = []
    /// The web addresses that bulletins came from, by their names.
    public var addresses: [String: String] = [:]
    /// The standard codes of units (UN/ECE Recommendation 20) for indicators.sdmx.csv: `UnitTable.codes`.
    public var unitCodes: [UnitCode: String] = [:]
    /// The English names of units, by their words: `UnitTable.englishNames`.
    public var unitNames: [String: String] = [:]
    /// The statuses of tasks, and the days from which one is due soon.
    public var taskSettings = TaskSettings()
    /// 左右 and 快于预期 in numbers.
    public var assessmentSettings = AssessmentSettings()
    /// The names of checks in words.
    public var checkSettings = CheckSettings()
    /// The edition to which the front page compares; `nil` without one.
    public var previous: PastEdition?
    /// The English names of areas, by their codes: `AreaTable.englishNames`.
    public var areaNames: [AreaCode: String] = [:]
    /// The lines of the bulletins behind the figures of targets and conflicts, for audit.html.
    public var excerpts: [StatementID: SourceExcerpt] = [:]
    /// Parts of the pages on which such figures are printed.
    public var pictures: [StatementID: PagePicture] = [:]
    /// The numerals that nothing explains, with their lines.
    public var openNumerals: [OpenNumeral] = []
    /// Whether CSV files begin with a byte order mark.
    public var csvMark = CSVMark.none
    /// Further settings for run.json, such as the Pipelines folder's digest.
    public var settings: [String: String] = [:]

    public init(
        edition: String, title: String, area: String, asOf: CalendarDate, language: ReportLanguage = .chinese,
        programVersion: String, pipelines: [Pipeline]
    ) {
        self.edition = edition
        self.title = title
        self.area = area
        self.asOf = asOf
        self.language = language
        self.programVersion = programVersion
        self.pipelines = pipelines
    }
}

/// A statement with what Normalization made of it: the columns of statements.csv that Extraction does not know.
public struct StatementRow: Sendable {
    public var statement: Statement
    public var pipeline: PipelineID?
    public var indicatorCode: IndicatorCode?
    public var area: ReferenceArea?
    public var baseValue: DecimalNumber?
    public var baseUpper: DecimalNumber?
    public var baseUnit: UnitCode?

    public init(
        statement: Statement, pipeline: PipelineID? = nil, indicatorCode: IndicatorCode? = nil,
        area: ReferenceArea? = nil, baseValue: DecimalNumber? = nil, baseUpper: DecimalNumber? = nil,
        baseUnit: UnitCode? = nil
    ) {
        self.statement = statement
        self.pipeline = pipeline
        self.indicatorCode = indicatorCode
        self.area = area
        self.baseValue = baseValue
        self.baseUpper = baseUpper
        self.baseUnit = baseUnit
    }
}

/// One figure of which bulletins say different things: the statements side by side, and the one that was taken.
public struct ConflictRow: Sendable {
    public var indicator: String
    public var qualifier: String
    public var area: ReferenceArea?
    public var kind: StatementKind
    public var year: Year?
    public var statements: [Statement]
    public var taken: StatementID?
    /// Why, in words: `later document`, `correction`.
    public var reason: String

    public init(
        indicator: String, qualifier: String = "", area: ReferenceArea? = nil, kind: StatementKind, year: Year? = nil,
        statements: [Statement], taken: StatementID? = nil, reason: String = ""
    ) {
        self.indicator = indicator
        self.qualifier = qualifier
        self.area = area
        self.kind = kind
        self.year = year
        self.statements = statements
        self.taken = taken
        self.reason = reason
    }
}

/// A recovered table with the bulletin that it stands in.
public struct PublishedTable: Sendable {
    public var bulletin: String
    /// What the ids of the bulletin's statements begin with, and the names of its tables' files.
    public var stem: String
    public var table: RecoveredTable

    public init(bulletin: String, stem: String? = nil, table: RecoveredTable) {
        self.bulletin = bulletin
        self.stem = stem ?? BulletinName(bulletin).stem
        self.table = table
    }
}

/// An input of the run: its name and what it held.
public struct InputFile: Sendable, Hashable {
    public var name: String
    public var bytes: Int
    public var lines: Int
    /// SHA-256 or another digest, in hexadecimal, with its name in front: `sha256:…`.
    public var digest: String

    public init(name: String, bytes: Int, lines: Int, digest: String) {
        self.name = name
        self.bytes = bytes
        self.lines = lines
        self.digest = digest
    }
}
