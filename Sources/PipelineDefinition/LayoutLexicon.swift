public import SourceText

/// The words of Pipelines/common/layout.csv by which Layout tells page furniture and document heads from text.
public struct LayoutLexicon: Sendable {
    /// What a word of layout.csv says of the line that holds it.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        case gazette, addressee, contents, note, annex, label, caption, metadata
        case organ, session, speaker, salutation, dateline, byline
        case metadataIssuer = "metadata-issuer"
        case metadataDate = "metadata-date"
        case metadataSource = "metadata-source"
        case sitePath = "site-path"
        case siteControl = "site-control"
        case siteFoot = "site-foot"
        case siteImprint = "site-imprint"
        case issuer = "issuer-end"
        case runningHead = "running-head"
        case titleEnd = "title-end"
        case titleStart = "title-start"
        case handDown = "hand-down"
        case publicMark = "public-mark"
        case unitLine = "unit-line"
        case planWord = "register-plan"
        case reportWord = "register-report"
        case communiqueWord = "register-communique"
        case noticeWord = "register-notice"
        case reviewWord = "register-review"
        case aheadWord = "register-ahead"
        case newsWord = "register-news"
        /// 完成 before the aim that it names: 完成绿化任务.
        case doneWord = "register-done"
        case announce, meeting, congress, authority
        /// 晚报 behind a place: the name of a paper, no place.
        case medium
        case ownName = "own-name"
        case placeLead = "place-lead"
        case placeEnd = "place-end"
        case placeFollow = "place-follow"
        /// 城区 behind a city: a district named by a common word.
        case plainDistrict = "plain-district"
        /// 区 of a district that was the county of the same name: 水城区, once 水城县.
        case districtEnd = "district-end"
        case countyEnd = "county-end"
        case ofProvince = "of-province"
        /// What only the whole country calls itself: 我国.
        case ofNation = "of-nation"
        case ofCity = "of-city"
        /// What makes the place behind it one that a figure is compared with: 占全省, 高于全省.
        case placeCompared = "place-compared"
        case masthead
        case sessionPlace = "session-place"
        case notAPlace = "not-a-place"
        /// What behind the name of a city makes a zone of it, with figures of its own: 经济技术开发区.
        case zone
    }

    private var tries = CodeTable<Role, WordTrie<Bool>>()
    private static let none = WordTrie<Bool>()

    public init() {}

    /// Reads `layout.csv`: `word,role` and further columns that explain.
    public init(path: String, problems: inout [Diagnostic]) {
        let table = DefinitionTable(path: path, required: ["word", "role"], problems: &problems)
        for row in table.rows {
            guard let role = Role(rawValue: row("role")) else {
                problems.append(table.problem(row, "the role ‘\(row("role"))’ is unknown"))
                continue
            }
            insert(row("word"), role)
        }
    }

    public mutating func insert(_ word: String, _ role: Role) {
        tries[role, default: WordTrie()].insert(word, true)
        if role == .countyEnd { countyEnds.append(word) }
    }

    /// What the name of a county ends with (县).
    public private(set) var countyEnds: [String] = []

    /// The words of one role.
    public func words(_ role: Role) -> WordTrie<Bool> { tries[role] ?? Self.none }
}
