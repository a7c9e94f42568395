import StatisticalModel

/// A comparison for people: the cells of its tables in words, section by section.
struct DifferenceReport {
    struct Section {
        let title: String
        let rows: [[String]]
    }

    let words: DifferenceWords
    let sections: [Section]
    let findings: [String]

    init(_ difference: EditionDifference, words: DifferenceWords) {
        self.words = words
        findings = difference.findings.map(words.describe)
        let all = difference.changes + difference.wordingChanges
        let byKind = Dictionary(grouping: all, by: \.kind)
        sections = DifferenceKind.allCases.compactMap { kind in
            guard let found = byKind[kind] else { return nil }
            let title = kind.isWording ? "\(words.wording) · \(words.name(kind))" : words.name(kind)
            return Section(title: "\(title) (\(found.count))", rows: found.map { Self.cells($0, words) })
        }
    }

    static func cells(_ difference: RowDifference, _ words: DifferenceWords) -> [String] {
        guard let row = difference.new ?? difference.old else { return [] }
        let change = difference.change
        let values = difference.values
        return [
            words.name(difference.kind), change.map { words.name($0.severity) } ?? "",
            row.code.isEmpty ? row.name : "\(row.code) \(row.name)", row.area, row.year, words.word(row.kind), row.unit,
            row.qualifier, words.word(values.old), words.word(values.new),
            change.map { signed($0.absolute.description) + words.points($0, unit: row.unit) } ?? "",
            change?.percent.map { signed($0.description) + "%" } ?? "",
        ]
    }

    private static func signed(_ number: String) -> String { number.hasPrefix("-") ? number : "+" + number }
}
