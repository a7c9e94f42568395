import PipelineDefinition
import Reading
import StatisticalModel

/// The year that governs as a sentence goes on: a date holds until the next, but the year of an old level
/// (由2020年的25%) for that level only, and a base year (比2020年) for nothing.
struct GoverningYear {
    let bytes: [UInt8]
    let list: TokenList
    let context: SentenceContext

    private(set) var year: Int?
    private(set) var origin = ContextOrigin.none
    private(set) var span: YearSpan?
    private(set) var date: CalendarDate?
    /// The year that the sentence opened with.
    private(set) var openingYear: Int?
    /// Every year that has governed.
    private(set) var governing: [Int] = []
    private var before: (year: Int?, origin: ContextOrigin, span: YearSpan?)?

    init(bytes: [UInt8], list: TokenList, context: SentenceContext) {
        self.bytes = bytes
        self.list = list
        self.context = context
    }

    /// Takes the year that a word stands for: 今年, 年末, 目前, 规划期末.
    mutating func observe(_ lexeme: Lexeme, at index: Int, hasFigures: Bool) {
        if lexeme.roles.contains(.sameYear) {
            if year == nil, let known = context.paragraphYear ?? context.sectionYear ?? context.documentYear {
                set(year: known, at: index)
            }
        } else if lexeme.roles.contains(.relativeYear), let documentYear = context.documentYear {
            set(year: documentYear + lexeme.offset, at: index)
            if lexeme.offset != 0 { open(with: documentYear + lexeme.offset, at: index, hasFigures) }
        } else if lexeme.roles.contains(.now), let issueYear = context.issueYear {
            set(year: issueYear, at: index)
        } else if lexeme.roles.contains(.fixedYear) {
            set(year: lexeme.offset, at: index)
            open(with: lexeme.offset, at: index, hasFigures)
        } else if lexeme.roles.contains(.planEnd), let planEnd = context.planEnd {
            set(year: planEnd, at: index)
        }
    }

    private mutating func set(year new: Int, at index: Int) {
        rememberBefore(index)
        year = new
        origin = .sentence
        span = nil
        date = nil
    }

    /// Takes a date as printed; true where it begins a new thought, which ends the kind before it.
    mutating func observe(_ scanned: ScannedDate, at index: Int, hasFigures: Bool) -> Bool {
        if index > 0, list.roles(index - 1).contains(.base) { return false }
        if UTF8Scanning.hasBefore("与", in: bytes, at: list.tokens[index].range.lowerBound) { return false }
        if isMeasure(index) { return false }
        if scanned.isSince {
            year = nil
            return hasFigures
        }
        guard let new = scanned.year else {
            if scanned.month > 0, let known = year ?? context.documentYear {
                date = CalendarDate(year: known, month: scanned.month, day: scanned.day)
            }
            return false
        }
        if scanned.isStart { return false }
        rememberBefore(index)
        year = new
        governing.append(new)
        origin = .clause
        span = scanned.span
        date = scanned.month > 0 ? CalendarDate(year: new, month: scanned.month, day: scanned.day) : nil
        open(with: new, at: index, hasFigures)
        return hasFigures
    }

    /// Eight characters before the date may lead to it.
    private static let introduction = 24

    /// A year before all figures of the sentence opens it, unless it belongs to the level before (由2020年的25%).
    private mutating func open(with new: Int, at index: Int, _ hasFigures: Bool) {
        guard openingYear == nil, !hasFigures, !isOldLevel(index) else { return }
        // “一小”方面：截至2021年 and 《规划》提出，到2025年 open it too.
        let start = list.tokens[0].range.lowerBound
        let isFar = list.tokens[index].range.lowerBound - start > Self.introduction
        if !isFar || !(0..<index).contains(where: { list.isBoundary($0) && list.mark($0) != .colon }) {
            openingYear = new
        }
    }

    /// 是2015年的1.7倍: the year whose figure is the measure, which governs nothing.
    private func isMeasure(_ index: Int) -> Bool {
        let next = index + 2
        guard next < list.tokens.count, list.quantity(next)?.measure?.dimension == "multiple" else { return false }
        let end = list.tokens[index].range.upperBound
        return UTF8Scanning.has("的", in: bytes, at: end) && list.tokens[next].range.lowerBound == end + 3
    }

    mutating func restore() {
        guard let before else { return }
        (year, origin, span) = before
        self.before = nil
    }

    private func isOldLevel(_ index: Int) -> Bool { index > 0 && list.roles(index - 1).contains(.from) }

    /// Keeps the year that governed before 由2020年的25%: it governs again behind 提高到.
    private mutating func rememberBefore(_ index: Int) {
        guard isOldLevel(index) else {
            before = nil
            return
        }
        before = (year, origin, span)
    }
}
