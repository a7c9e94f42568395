public import SourceText

/// The words of Pipelines/common/table-words.csv by which flattened tables are told apart:
/// `word,role`, a word may stand in several roles.
///
/// Words are compared with the printed line after folding full-width forms and dropping blanks.
public struct TableLexicon: Sendable {
    /// What a word says about the line that it stands in.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        /// 序号: the header that counts the rows.
        case ordinal
        /// A header of any level, without its unit in brackets.
        case header
        /// A header that is never a second level under another one: 建设时间, 责任单位.
        case standalone
        /// Words that complete a year's header: 2021年, 完成情况.
        case measure
        /// The end of a header that is not listed as a whole.
        case headerEnd = "header-end"
        /// A header of units: 单位.
        case unit
        /// A header that figures stand under without a year: 年均增速.
        case figures
        /// A header over the names of what is measured: 指标. Places and years never stand under it.
        case indicators
        /// A part of a year that heads figures as a year does: 上半年, 全年.
        case period
        /// The end of a place's name: 区, 县, 镇.
        case placeEnd = "place-end"
        /// What makes a whole number the name of a class: 0-17岁, 1月.
        case classEnd = "class-end"
        /// What ends the header of a column of offices: 单位 of 责任单位, 部门.
        case officeHead = "office-head"
        /// A header of groups whose cell stands once for several rows: 类别.
        case category
        /// 合计
        case total
        /// The head of a foot-note.
        case note
        /// A value of a closed vocabulary: 预期性, 建成, %.
        case closed
        /// Stands where a figure would say that nothing changed: 持平.
        case unchanged
        /// What a cell that is complete ends with: 局, 项目.
        case cellEnd = "cell-end"
        /// What only the second line of a cell begins with: 委员会, 的.
        case continuation
        /// What only a cell that goes on ends with: 和, 及, 、.
        case dangling
        /// What a new cell begins with: 市, 建设.
        case cellStart = "cell-start"
        /// The end of a table's title.
        case titleEnd = "title-end"
        /// The head of a table's title, before its number: 表, 专栏.
        case caption
        /// The head or the end of the title of a table that goes on: 续表, (续).
        case continued
        case continuedEnd = "continued-end"
        /// The head of the line that gives a table's unit: 单位:
        case unitLine = "unit-line"
        /// What heads one half of a table of two: 收入, 支出.
        case side
        /// What a label over rows begins and ends with: 按城乡分.
        case labelStart = "label-start"
        case labelEnd = "label-end"
        /// What makes digits a date: 年, 月, 日.
        case dateSign = "date-sign"
        /// What marks a row as a part of the one above: 其中：, #.
        case part
        /// What a head begins with, or ends with, that is printed over several lines: 比上年, 决算数.
        case headStart = "head-start"
        case headEnd = "head-end"
        /// What begins a unit behind a figure: 万, 吨.
        case unitStart = "unit-start"
        /// What no cell begins with: 及, 的, a closing sign.
        case neverStart = "never-start"
    }

    private var beginnings = CodeTable<Role, WordTrie<String>>()
    private var endings = CodeTable<Role, WordEndings>()

    public init() {}

    /// Reads `path`; an unknown role or an empty word goes to `problems`.
    public init(path: String, problems: inout [Diagnostic]) {
        let table = DefinitionTable(path: path, required: ["word", "role"], problems: &problems)
        for row in table.rows {
            guard let role = Role(rawValue: row("role")) else {
                problems.append(table.problem(row, "the role ‘\(row("role"))’ is none of the known ones"))
                continue
            }
            guard !row("word").isEmpty else {
                problems.append(table.problem(row, "the word is empty"))
                continue
            }
            insert(row("word"), role)
        }
    }

    public mutating func insert(_ word: String, _ role: Role) {
        beginnings[role, default: WordTrie()].insert(word, word)
        endings[role, default: []].append(word)
    }

    public func words(_ role: Role) -> WordEndings { endings[role] ?? [] }

    /// True where `text` as a whole is a word of `role`.
    public func contains(_ text: String, as role: Role) -> Bool {
        beginnings[role]?.value(of: text.utf8) != nil
    }

    /// The longest word of `role` that `text` ends with.
    public func suffix(of text: String, as role: Role) -> String? {
        endings[role]?.longest(of: text)
    }

    /// The longest word of `role` that `text` begins with.
    public func prefix(of text: String, as role: Role) -> String? {
        beginnings[role]?.longestPrefix(of: text.utf8)
    }
}
