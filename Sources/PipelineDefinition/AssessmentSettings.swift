public import SourceText
public import StatisticalModel

/// What Assessment and the spans of figures go by: Pipelines/common/assessment.csv.
///
/// `rule,value,words,example`: a rule has a number (`approximate-points,0.5`) or words
/// (`running-total,,累计`); each row's example says what it decides.
public struct AssessmentSettings: Sendable {
    /// A list of words, by the part of a name or clause that it is looked for in.
    public enum Words: String, Sendable, Hashable, CaseIterable {
        /// How the name of a rate ends that is of its own year alone (失业率).
        case yearRate = "year-rate"
        /// How the name of an amount begins that is of its year (改造老旧小区).
        case yearAmountLead = "year-amount-lead"
        /// How such a name ends (重点项目投资).
        case yearAmountTail = "year-amount-tail"
        /// How a name ends that is none, whatever the others say (总投资).
        case noYearAmount = "no-year-amount"
        /// How the name of a level ends that builds up within each year (产量): half a year's is none of the year.
        case accrues
        /// What makes a figure the total of the years so far (累计).
        case runningTotal = "running-total"
        /// What makes the year before it the first of a running total (2021年以来).
        case since
        /// What says that a running total is the year's own (全年累计).
        case wholeYear = "whole-year"
        /// What makes a year before it the last of a running total (截至2025年累计).
        case upTo = "up-to"
        /// The same behind the year (2025年末累计).
        case endOfYear = "end-of-year"
        /// What makes an amount that of each single year of a plan (每年新增).
        case eachYear = "each-year"
        /// What stands before a number of years that a figure looks back on (过去五年).
        case yearsBefore = "years-before"
        /// What stands behind it (五年来, 五年累计).
        case yearsAfter = "years-after"
        /// What is counted anew and changes what was published (普查).
        case census
        /// What it does to the figures (修订).
        case revision
        /// What begins a note under a text (注).
        case noteOpening = "note-opening"
        /// What a growth at constant prices is of: no level at current prices judges it (地区生产总值).
        case constantPrice = "constant-price"
        /// Dimensions of units.csv in which limits of service are given: 5个工作日内办结.
        case serviceLimit = "service-limit"
        /// What says that a figure stands on a changed base of statistics (可比口径).
        case newBase = "new-base"
        /// How the name of a yearly average ends, which stands before a figure of the year's end (平均值).
        case yearlyAverage = "yearly-average"
    }

    /// 左右 is met by this many percentage points below, or above where less is better.
    public var approximatePoints = DecimalNumber(significand: 5, exponent: -1)
    /// Completion ahead of the elapsed share by more percentage points is faster than expected.
    public var fasterPoints: DecimalNumber = 10
    private var words = CodeTable<Words, [String]>()
    /// The same as bytes, for texts of many sentences.
    private var bytes = CodeTable<Words, [[UInt8]]>()

    public init() {}

    public init(path: String, problems: inout [Diagnostic]) {
        let table = DefinitionTable(path: path, required: ["rule", "value", "words", "example"], problems: &problems)
        for row in table.rows {
            if let list = Words(rawValue: row("rule")) {
                words[list] = row.list("words")
                bytes[list] = row.list("words").map { Array($0.utf8) }
                if row.list("words").isEmpty { problems.append(table.problem(row, "‘\(row("rule"))’ needs words")) }
                continue
            }
            guard let number = DecimalNumber(row("value")), !number.isNegative else {
                problems.append(table.problem(row, "‘\(row("rule"))’ is no list of words and has no number from 0"))
                continue
            }
            switch row("rule") {
            case "approximate-points": approximatePoints = number
            case "faster-points": fasterPoints = number
            default: problems.append(table.problem(row, "the rule ‘\(row("rule"))’ is unknown"))
            }
        }
    }

    public subscript(list: Words) -> [String] { words[list] ?? [] }

    /// True where a word of `list` stands in `text`, in UTF-8.
    public func holds(_ text: ArraySlice<UInt8>, _ list: Words) -> Bool {
        bytes[list]?.contains(where: text.holds) ?? false
    }

    /// True for words by which a count made anew has changed what was published (按第五次全国经济普查的结果修订).
    public func isRevision(_ text: ArraySlice<UInt8>) -> Bool {
        holds(text, .census) && holds(text, .revision)
    }

    /// True for a name that ends with one of the words of `list`.
    public func ends(_ name: String, with list: Words) -> Bool { self[list].contains { name.ends(with: $0) } }

    /// True for the name of an amount that each year has of its own: 新增托位, 改造老旧小区, 重点项目投资.
    public func isYearAmount(_ name: String) -> Bool {
        guard !ends(name, with: .noYearAmount) else { return false }
        return self[.yearAmountLead].contains { name.begins(with: $0) } || ends(name, with: .yearAmountTail)
    }
}
