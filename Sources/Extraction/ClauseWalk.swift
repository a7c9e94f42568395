import StatisticalModel

/// Where the walk over the figures of a clause stands.
struct ClauseWalk {
    /// The next figure, by its place among the clause's figures.
    var position = 0
    /// The first token not looked at yet.
    var cursor: Int
    /// Where the words of the next figure begin: byte and token.
    var start: Int
    var token: Int
    var kind: SpokenKind?
    /// The old level, if the new one is to follow (由8个增加到11个).
    var pair: StatementDraft?
    var increment = IncrementList()
    /// What the figures so far are of.
    var things: [ListedThings.Thing] = []
    /// The figures up to this place are sizes of what the figure before them counted.
    var sizesEnd = -1
    /// What a bound with 的 behind it says of those counted next: 吞吐量达到1000万人次以上.
    var bound = ""
    /// The clause says what a word means (是指): asked once, a clause may hold thousands of figures.
    var isDefinition = false

    init(first: Int, start: Int) {
        cursor = first
        token = first
        self.start = start
    }
}
