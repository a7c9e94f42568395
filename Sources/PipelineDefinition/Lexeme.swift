public import StatisticalModel

/// What a word of Pipelines/common does in a clause: one word may play several parts.
public struct LexemeRoles: OptionSet, Sendable, Hashable {
    public let rawValue: UInt64
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// A comparator that stands before its number, anywhere in the clause (不低于).
    public static let comparatorBefore = LexemeRoles(rawValue: 1 << 0)
    /// A comparator that stands directly before its number (约, 近, 超).
    public static let comparatorAdjacent = LexemeRoles(rawValue: 1 << 1)
    /// A comparator directly after the unit (以上, 左右).
    public static let comparatorAfter = LexemeRoles(rawValue: 1 << 2)
    /// A verb of change (增长, 下降): what follows is a difference.
    public static let change = LexemeRoles(rawValue: 1 << 3)
    /// A noun of change (增速, 涨幅), part of the indicator's name.
    public static let changeNoun = LexemeRoles(rawValue: 1 << 4)
    /// A verb that leads to a level (达到, 提高到).
    public static let level = LexemeRoles(rawValue: 1 << 5)
    /// 新增, 新建: what follows is added to what is there.
    public static let increment = LexemeRoles(rawValue: 1 << 6)
    /// 由, 从: the level before.
    public static let from = LexemeRoles(rawValue: 1 << 7)
    /// 比, 较: what a change is against.
    public static let base = LexemeRoles(rawValue: 1 << 8)
    /// 比上年: against the year before.
    public static let baseLastYear = LexemeRoles(rawValue: 1 << 9)
    /// A verb that leads to an indicator wherever it stands (推进, 力争).
    public static let lead = LexemeRoles(rawValue: 1 << 10)
    /// A word that leads to an indicator only at the head of its clause (建设, 对).
    public static let leadFirst = LexemeRoles(rawValue: 1 << 11)
    /// A word that is no part of a name at its end (的, 至少).
    public static let tail = LexemeRoles(rawValue: 1 << 12)
    /// 其中: parts of what stands before.
    public static let ofWhich = LexemeRoles(rawValue: 1 << 13)
    /// 全市, 我市: the area of the document itself.
    public static let scope = LexemeRoles(rawValue: 1 << 14)
    /// 均, 分别: the value or values are shared out.
    public static let share = LexemeRoles(rawValue: 1 << 15)
    /// 各: the value holds for each of a list.
    public static let each = LexemeRoles(rawValue: 1 << 16)
    /// 每年, 每天.
    public static let per = LexemeRoles(rawValue: 1 << 17)
    /// Decides the kind within its clause.
    public static let clauseKind = LexemeRoles(rawValue: 1 << 18)
    /// Decides the kind of what stands under a heading.
    public static let headingKind = LexemeRoles(rawValue: 1 << 19)
    /// Decides the kind of a whole document.
    public static let titleKind = LexemeRoles(rawValue: 1 << 20)
    /// 今年, 上年: a year counted from the document's.
    public static let relativeYear = LexemeRoles(rawValue: 1 << 21)
    /// 目前: the document's date.
    public static let now = LexemeRoles(rawValue: 1 << 22)
    /// 七普: a year of its own.
    public static let fixedYear = LexemeRoles(rawValue: 1 << 23)
    /// 规划期末: the last year of the plan.
    public static let planEnd = LexemeRoles(rawValue: 1 << 24)
    /// A name that holds a numeral and states no figure.
    public static let name = LexemeRoles(rawValue: 1 << 25)
    public static let responsible = LexemeRoles(rawValue: 1 << 26)
    public static let cooperating = LexemeRoles(rawValue: 1 << 27)
    public static let leadUnit = LexemeRoles(rawValue: 1 << 28)
    /// Speaks for a fact where nothing else says what the figure is (同比, 比上年).
    public static let kindCue = LexemeRoles(rawValue: 1 << 31)
    /// A word that alone names nothing without the indicator before it (总量, 比重).
    public static let continuation = LexemeRoles(rawValue: 1 << 32)
    /// The same, with words of its own behind it (占全市的, 惠及居民).
    public static let continuationHead = LexemeRoles(rawValue: 1 << 35)
    /// A verb of aim that opens a heading of action, whatever nouns follow (夯实发展基础).
    public static let headingOpening = LexemeRoles(rawValue: 1 << 33)
    /// 全年, 年末: the year that governs already, or the document's.
    public static let sameYear = LexemeRoles(rawValue: 1 << 34)
    /// 办结, 响应: what a time printed before it is the limit of.
    public static let completion = LexemeRoles(rawValue: 1 << 36)
    /// 资金 and nothing else: what it is for stands in the next clause.
    public static let awaitsPurpose = LexemeRoles(rawValue: 1 << 37)
    /// Decides the kind until the sentence ends or a new date comes.
    public static let sentenceKind = LexemeRoles(rawValue: 1 << 30)
    /// Does the same before a colon at the head of a sentence: 任务目标：.
    public static let labelKind = LexemeRoles(rawValue: 1 << 63)
    public static let deadline = LexemeRoles(rawValue: 1 << 29)
    /// 按可比价格计算, 分产业看: words about the figures, no part of a name.
    public static let aside = LexemeRoles(rawValue: 1 << 38)
    /// 累计, 连续: no part of a name directly before its verb or figure.
    public static let nameEnd = LexemeRoles(rawValue: 1 << 43)
    /// 改建, 培训: a verb of action that a name may begin with.
    public static let action = LexemeRoles(rawValue: 1 << 44)
    /// 看 in 分产业看: the end of such words.
    public static let asideEnding = LexemeRoles(rawValue: 1 << 42)
    /// 快, 高: a verb of change directly before its figure and behind 比, part of some other word elsewhere.
    public static let beforeFigure = LexemeRoles(rawValue: 1 << 39)
    /// 已: what stands before it is what the verb behind it is about.
    public static let done = LexemeRoles(rawValue: 1 << 45)
    /// 下达, 开工: a verb that needs no object behind 已.
    public static let doneVerb = LexemeRoles(rawValue: 1 << 46)
    /// 增加, 减少: a verb of change that says by how much also before its object (增加床位500张).
    public static let changesObject = LexemeRoles(rawValue: 1 << 61)
    /// 基础上: decides the kind of the figure before it, not of those behind.
    public static let kindOfEarlier = LexemeRoles(rawValue: 1 << 40)
    /// 二季度, 上半年: a part of the year, which its figures are for.
    public static let partOfYear = LexemeRoles(rawValue: 1 << 41)
    /// 更加牢固: a head that ends so tells of a state reached, or in a plan of one aimed at.
    public static let headingState = LexemeRoles(rawValue: 1 << 56)
    /// 五年来: decides the kind to the end of its paragraph.
    public static let paragraphKind = LexemeRoles(rawValue: 1 << 57)
    /// 列入2021年…名单: the year behind it is part of a name.
    public static let yearNameBefore = LexemeRoles(rawValue: 1 << 58)
    /// 2020年不变价, “十五五”开局之年: the year before it is part of a name.
    public static let yearNameBehind = LexemeRoles(rawValue: 1 << 59)
    /// 发展规划: of the “十四五” before it in the same clause it makes the plan's name.
    public static let planNameBehind = LexemeRoles(rawValue: 1 << 62)
    /// 上年: the year before the one that governs where it stands, for its clause alone.
    public static let yearBefore = LexemeRoles(rawValue: 1 << 60)
}

/// A word of the lexicons with all that it means.
public struct Lexeme: Sendable, Hashable {
    public var roles: LexemeRoles = []
    public var comparator: Comparator = .equal
    /// 控制在: a comparator behind the figure (左右) says more.
    public var yieldsToLater = false
    /// +1 for growth, -1 for decline, 0 for neither.
    public var direction = 0
    public var kind: StatementKind?
    /// Years from the document's year, or the year itself for ``LexemeRoles/fixedYear``.
    public var offset = 0
    /// The months of a part of the year: 1...6 for 上半年.
    public var months: ClosedRange<Int>?
    /// The years that the word spans: 5 for 五年来, 0 for one year or none.
    public var span = 0
    /// What the figure's status is where the word makes it a fact (预计: estimated).
    public var status: ObservationStatus?

    public init() {}
}
