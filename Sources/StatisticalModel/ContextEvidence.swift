/// Who speaks for the year or the kind of a figure; the weights stand in Pipelines/common/evidence.csv.
public enum EvidenceSpeaker: String, Sendable, Hashable, CaseIterable {
    /// 由A, 从A: the level before has been reached.
    case oldLevel = "old-level"
    /// The text's own year lies behind or before the document's.
    case laterYear = "later-year"
    case earlierYear = "earlier-year"
    case clauseWord = "clause-word"
    case sentenceWord = "sentence-word"
    /// 五年来, 今后五年: what its paragraph goes on to say too.
    case paragraphWord = "paragraph-word"
    case section
    /// A work report names the year that it plans.
    case reportYear = "report-year"
    case document
    /// 同比, 比上年 and the like in the clause of an exact figure; 要 in that of any.
    case cue
    /// The same elsewhere in the sentence.
    case sentenceCue = "sentence-cue"
    /// 2024年，… is told of a year, 到2025年 aims at one.
    case yearForm = "year-form"
    /// A head that tells a state reached (基础更加牢固): a report's review, or a plan's goal.
    case stateHead = "state-head"
    /// 以上, 左右: facts are exact.
    case bound
    /// The kind of the figure stated before in the paragraph.
    case neighbour
    /// All else that a text says is fact.
    case text
    case clause, sentence, paragraph
    case leadIn = "lead-in"
    case bracket, title, date, guess
}

/// One answer to the question for a figure's year or kind: who gives it, with what weight, by which word.
public struct ContextCandidate<Value: Sendable & Hashable>: Sendable, Hashable {
    public var value: Value
    public var speaker: EvidenceSpeaker
    public var weight: Int
    /// As printed; empty where no single word speaks.
    public var word: String

    public init(_ value: Value, _ speaker: EvidenceSpeaker, weight: Int, word: String = "") {
        self.value = value
        self.speaker = speaker
        self.weight = weight
        self.word = word
    }
}

/// What won and what came next: each is the heaviest candidate for its value, its weight the sum for that value.
public struct ContextDecision<Value: Sendable & Hashable>: Sendable, Hashable {
    public var winner: ContextCandidate<Value>?
    public var runnerUp: ContextCandidate<Value>?
    /// Too little spoke, or as much for one value as for another.
    public var isOpen: Bool

    public init(winner: ContextCandidate<Value>?, runnerUp: ContextCandidate<Value>?, isOpen: Bool) {
        self.winner = winner
        self.runnerUp = runnerUp
        self.isOpen = isOpen
    }

    /// By how much the winner leads.
    public var margin: Int { (winner?.weight ?? 0) - (runnerUp?.weight ?? 0) }
}

/// What decided a statement's year and kind.
public struct StatementEvidence: Sendable, Hashable {
    public var year: ContextDecision<Int>
    public var kind: ContextDecision<StatementKind>

    public init(year: ContextDecision<Int>, kind: ContextDecision<StatementKind>) {
        self.year = year
        self.kind = kind
    }

    /// A lead of so much or less is one word's: the reader should look (checks.csv, `close-call`).
    public static let closeMargin = 8

    /// The kind is open, or decided by little against something that spoke otherwise.
    public var isCloseCall: Bool { kind.isOpen || kind.runnerUp != nil && kind.margin <= Self.closeMargin }
}
