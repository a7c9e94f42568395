public import StatisticalModel

/// The words of the workbook in the report's language: one table, ReportWordTable.swift.
public struct ReportWords: Sendable {
    public let language: ReportLanguage

    public init(_ language: ReportLanguage) { self.language = language }

    /// The text of `key`; a key that the table lacks stands as itself, which the tests find.
    public func callAsFunction(_ key: String) -> String {
        guard let entry = ReportWordTable.entries[key] else { return key }
        return language == .chinese ? entry.chinese : entry.english
    }

    public func callAsFunction(_ lamp: Lamp) -> String { self("lamp.\(lamp.rawValue)") }
    public func callAsFunction(_ status: ProgressStatus) -> String { self("status.\(status.rawValue)") }

    /// The text of `key` with `{}` replaced, first by first.
    public func callAsFunction(_ key: String, _ values: String...) -> String {
        var text = self(key)
        for value in values {
            let parts = text.split(separator: "{}", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { text = parts[0] + value + parts[1] }
        }
        return text
    }

    /// A label with what it names; English wants a space after the colon.
    func labelled(_ key: String, _ value: String) -> String {
        self(key) + (language == .english ? " " : "") + value
    }
}
