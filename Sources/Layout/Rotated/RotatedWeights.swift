/// The weights of the model that cuts columns by likelihood, each with its unit and where it comes from.
///
/// Units: *nats* are natural logarithms of a ratio of probabilities; a *share* is a probability; a *count* is as many
/// sightings as one takes it for. Origin *prototype*: measured on the project and task lists of one gazette, by hand.
enum RotatedWeights {
    /// One way to weigh what speaks for a cell. A cell is taken only where all of them agree.
    struct Setting {
        /// Nats of the text for each nat of the model's: its characters are not independent. Prototype.
        var text: Double
        /// Nats of the lines for each nat of theirs. Prototype.
        var lines: Double
        /// Nats for each point of ``CellLikeness``, whose points are rough: from none to what two points tell. Prototype.
        var likeness: Double
    }

    static let settings = [
        Setting(text: 0.7, lines: 1, likeness: 0.25), Setting(text: 0.7, lines: 0.5, likeness: 0.25),
        Setting(text: 0.4, lines: 0.7, likeness: 0.5), Setting(text: 1, lines: 0.7, likeness: 0),
    ]

    /// Share: the mean probability over the settings from which on a cell is taken. The issue's.
    static let taken = 0.95
    /// Nats by which as many cells as rows explain a column better than one less. Prototype.
    static let cellMore = 0.5
    /// How often the model is learned anew from its own cells. Later rounds change no cell of a gazette of 500 pages.
    static let rounds = 2
    /// Borders of a column that are worth a look: so many of a page, and so many for each of its rows. They bound the
    /// time that a page takes. Prototype.
    static let (borders, bordersARow) = (120, 12)
    /// Characters of the longest cell that is told again by its words.
    static let longestKnown = 60

    /// Settled cells that a column must have to teach the open ones.
    static let teachers = 4

    // MARK: text

    /// Counts that a cell of the table stands for beside the bulletin's prose, whose cells it resembles more. Prototype.
    static let cellCount = 3.0
    /// Counts of what is less precise: one character for two, two for three. Prototype.
    static let backOff = (one: 200.0, two: 4.0, three: 2.0)
    /// Share of the prose that counts as text of single characters. Prototype.
    static let proseShare = 0.02
    /// Count of cell ends among so many characters before any cell is known. Prototype.
    static let ends = 16.0
    /// Nats for a cell that is printed elsewhere in the column, by how often: log(2 + 6n). Prototype.
    static let known = 6.0
    /// Nats against a cell that begins with a comma or ends with one, cuts a bracket, or has fewer characters than
    /// ``shortest``. Prototype.
    static let (badBegin, badEnd, bracket, short) = (10.0, 6.0, 10.0, 3.0)
    /// Characters.
    static let shortest = 4
    /// Rows, settled in two columns, that tell whether their cells begin alike.
    static let coupledRows = 4.0

    // MARK: lines

    /// Half characters: widths of a line that are tried. A page has no wider column.
    static let widths = 6...96
    /// How many widths are summed over; the others explain the ends of lines worse. Twice as many change no cell of a
    /// gazette of 500 pages, four lose some.
    static let widthsTried = 6
    /// Share of the likeliest width's below which a width is not tried again.
    static let leastWidth = 0.01
    /// Share: a lone group inside a line, and two in one line. Prototype.
    static let loneInside = 0.02
    /// Shares of a line that ends and is not the last of its cell, by the room that stays: too little for what follows,
    /// up to 2, up to 6 half characters more, and any (the end of a paragraph). Prototype.
    static let full = (0.9, 0.15, 0.02, 0.003)
    /// Shares of a line that is too wide by one or by up to three half characters. Prototype.
    static let over = (one: 0.25, more: 0.05)

    // MARK: measures

    /// Nats for each pair of characters that a task shares with a measure's clause, times the pair's own (the logarithm
    /// of how few clauses hold it): pairs that touch tell the same again.
    static let sharedWord = 0.25
    /// Share of a list's labels that must open like the plan's clause of their number for the list to be the plan's.
    static let alikeMeasures = 0.7
    /// Share of a sentence's pairs that a clause holds which says the same. Origin: lists copy their plan's clauses.
    static let ofClause = 0.5
}

/// Points of the signs that decide a border alone, whatever parts the print: each makes one cell of what is before it
/// and behind it. One list for ``CellLikeness`` and ``JoinEvidence``; origin as ``CellPoints``.
enum BorderPoints {
    /// A bracket that the border cuts; a sign before it that goes on (、); one behind it that begins nothing.
    static let (cutBracket, goesOn, neverBegins) = (15, 12, 20)
    /// A bracket behind it; words behind it that go on with a name (牵头, 委员会); less behind it than a cell.
    static let (bracketBehind, continuation, short) = (12, 8, 6)
}

/// Points of ``CellLikeness``, whole numbers of which only differences count. Origin: set by hand until the gold tables
/// and the random tables of the tests came back without a wrong cell.
enum CellPoints {
    /// A cell that cuts a bracket, ends with a comma, begins with one, or begins with a bracket.
    static let (cutBracket, badEnd) = (-BorderPoints.cutBracket, -BorderPoints.goesOn)
    static let (badBegin, bracketBegins) = (-BorderPoints.neverBegins, -BorderPoints.bracketBehind)
    /// A name or sentence that ends as its kind does, or not; a line that closes there.
    static let (nameEnd, noNameEnd, sentenceEnd, insideSentence, lineEnd) = (4, -6, 4, -7, 1)
    /// A cell that opens as its kind does; one that goes on with the name before it (牵头).
    static let (opens, continues) = (2, -BorderPoints.continuation)
    /// Each border inside where one name ends and another opens; a name that opens within the next characters; one that
    /// opens behind the cell.
    static let (seam, opensSoon, nextOpens) = (-2, -8, -6)
    /// A cell that is too short for its kind.
    static let (short, shortOrganisation) = (-BorderPoints.short, -4)
    /// Words that open or end as many cells as there are rows.
    static let recurring = 6
    /// A value of the closed list; a date, and what is none.
    static let (listedValue, date) = (4, 8)
    /// Each line inside a cell that is full, at most, and each that has room.
    static let (fullLine, openLine) = (2, -4)
    /// What no name of a person holds; a line that closes inside one.
    static let (noPerson, closedPerson) = (-12, -4)
    /// By how much another count of rows may earn more and a column still votes for its own.
    static let vote = 2
    /// By how much the count of rows that all columns like best must earn more than the next.
    static let countedRows = 4

    /// Persons by their characters: two or three, four, five or six, others.
    enum Person { static let (usual, four, long, unlike) = (4, 2, 1, -8) }
    /// At most for cells that are known elsewhere.
    enum Familiar { static let (name, value) = (3, 4) }
    /// By how much every other place of a border must be worse for it to be certain.
    enum Margin { static let (names, sentences, spareSentences) = (3, 4, 7) }
    /// What a true cell earns at least.
    enum LeastGain { static let (value, date, name, text) = (3, 4, 5, 7) }
    /// Characters of the longest cell.
    enum Longest { static let (person, category, date, name, organisation) = (8, 16, 24, 48, 160) }
}

/// Points of ``JoinEvidence``: for one cell over the end of a line, against it where negative. Origin as ``CellPoints``.
///
/// They weigh borders between lines as those do between groups of characters, but are no more than 1 wide at the least
/// (``ColumnFitter``) where those are 3 to 7: a line that ends tells more than a character that may.
enum JoinPoints {
    /// An open bracket, 和 or 、 at the end; a bracket, what begins no cell, a lone character, a unit behind a digit.
    static let (openBracket, dangling) = (Double(BorderPoints.cutBracket), Double(BorderPoints.goesOn))
    static let (bracket, neverBegins) = (Double(BorderPoints.bracketBehind), Double(BorderPoints.neverBegins))
    static let (lone, unit) = (Double(BorderPoints.short), 4.0)
    /// What only second lines are or begin with; a word or a number that the line's end cuts.
    static let continuation = Double(BorderPoints.continuation)
    static let (beginsContinuation, cutWord, cutNumber) = (4.0, 5.0, 8.0)
    /// Two values; a value of a closed list; words behind a value; a number behind words.
    static let (twoValues, listedValue, afterValue, number) = (-9.0, -4.0, -4.0, -3.0)
    /// Labelled figures whose brackets come together all over the column, and others.
    static let (labelsTogether, labelsApart) = (6.0, -3.0)
    /// A justified line: its words go on, and it is full. Others by the room that stays: none for the next character,
    /// enough for all that follows, half the line and more, a quarter at most (against it where more).
    static let (stretched, full, roomForAll, halfEmpty, nearlyFull) = (5.0, 3.0, -5.0, -3.0, 0.5)
    /// A line that ends as cells do; one that does not, where most do and where few do; one behind which a cell ends.
    static let (endsCell, endsUnlikeMost, endsNoCell, endsBehind) = (-4.0, 4.0, 2.0, 1.0)
    /// In a column of sentences: a full stop, and none.
    static let (sentence, noSentence) = (-6.0, 5.0)
    /// A beginning that comes again, one that cells have, the line's own again.
    static let (recurs, beginsCell, beginsAlike) = (-1.5, -2.5, -3.0)
}

/// Points of ``MoneyColumns``, set by hand on the one list of amounts of the bulletins.
enum MoneyPoints {
    /// A row whose total is the sum of its parts, and one whose is not.
    static let sum = 10
    /// Readings that fall so far behind the best by the same row are given up: more than two wrong rows.
    static let hopeless = 45
    /// By how much another reading must be worse.
    static let margin = 2
    /// Against a number: a blank, a zero before digits, a border inside a group, each line that closes inside.
    static let (blank, leadingZero, cutGroup, wraps) = (1, 4, 2, 3)
}
