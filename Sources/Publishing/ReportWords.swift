import PipelineDefinition
public import StatisticalModel

/// The words of the workbook in the report's language: one table, ReportWordTable.swift.
public struct ReportWords: Sendable {
    public let language: ReportLanguage
    private let units: UnitWords
    private let areas: [AreaCode: String]

    /// `units` are the English names of units by their Chinese words, `areas` those of areas by their codes.
    public init(_ language: ReportLanguage, units: [String: String] = [:], areas: [AreaCode: String] = [:]) {
        self.language = language
        self.units = UnitWords(names: units)
        self.areas = areas
    }

    /// The text of `key`; a key that the table lacks stands as itself, which the tests find.
    public func callAsFunction(_ key: String) -> String {
        guard let entry = ReportWordTable.entries[key] else { return key }
        return language == .chinese ? entry.chinese : entry.english
    }

    public func callAsFunction(_ lamp: Lamp) -> String { self("lamp.\(lamp.rawValue)") }
    public func callAsFunction(_ status: ProgressStatus) -> String { self("status.\(status.rawValue)") }
    public func callAsFunction(_ role: DutyUnits.Role) -> String { self("duty.\(role.rawValue)") }

    /// All units but the one that answers; of those that lead too it is said.
    public func others(_ units: DutyUnits) -> String {
        units.members.filter { $0.role != .leads }.map { member in
            member.role == .leadsToo ? bracketed(member.unit, self(member.role)) : member.unit
        }.joined(separator: "、")
    }

    /// The text of `key` with `{}` replaced, first by first.
    public func callAsFunction(_ key: String, _ values: String...) -> String { fill(self(key), values) }

    func fill(_ text: String, _ values: [String]) -> String {
        var text = text
        for value in values {
            let parts = text.split(separator: "{}", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { text = parts[0] + value + parts[1] }
        }
        return text
    }

    func name(of pipeline: Pipeline) -> String { language == .chinese ? pipeline.name : pipeline.englishName }

    /// The area's name in the report's language; empty without an area.
    public func area(_ area: ReferenceArea?) -> String {
        guard let area else { return "" }
        return language == .english ? area.code.flatMap { areas[$0] } ?? area.name : area.name
    }

    /// A printed figure with its unit in the report's language.
    func figure(_ number: String, _ unit: String) -> String {
        language == .chinese ? number + unit : units.figure(number, unit)
    }

    /// A text whose parts, a wide space apart or the terms of a sum, begin with printed figures, with their units in the
    /// report's language.
    func leadingFigure(_ text: String) -> String {
        guard language == .english else { return text }
        return translated(text, between: ["\u{3000}", " = ", " + "])
    }

    private func translated(_ text: String, between marks: [String]) -> String {
        guard let mark = marks.first else { return units.leadingFigure(text) }
        return text.split(separator: mark, omittingEmptySubsequences: false).map {
            translated(String($0), between: Array(marks.dropFirst()))
        }.joined(separator: mark)
    }

    public func unit(_ unit: String) -> String { language == .chinese ? unit : units.english(unit) }

    /// 覆盖率（农村）, or `Coverage (农村)`.
    func bracketed(_ name: String, _ qualifier: String) -> String {
        language == .chinese ? "\(name)（\(qualifier)）" : "\(name) (\(qualifier))"
    }

    /// A name with its qualifier; the row of a table, which tells names apart in the CSV files, is none to a reader.
    public func named(_ name: String, _ qualifier: String) -> String {
        let parts = parts(of: qualifier).filter { row(in: $0) == nil }
        return parts.isEmpty ? name : bracketed(name, parts.joined(separator: "；"))
    }

    /// 原表第24行: what tells apart the rows of a table that bear one name; empty for any other qualifier.
    func tableRow(_ qualifier: String) -> String {
        parts(of: qualifier).lazy.compactMap(row).first.map { self("remark.row", String($0)) } ?? ""
    }

    private func parts(of qualifier: String) -> [String] { qualifier.split(separator: "；").map(String.init) }

    /// 24 of 第24行.
    private func row(in part: String) -> Int? {
        let mark = ReportWords(.chinese)("finding.rows").split(separator: "{}")
        guard let before = mark.first, let after = mark.last, part.hasPrefix(before), part.hasSuffix(after) else {
            return nil
        }
        return Int(part.dropFirst(before.count).dropLast(after.count))
    }

    /// What is not empty of `parts`, one behind the other.
    func joined(_ parts: [String]) -> String {
        parts.filter { !$0.isEmpty }.joined(separator: self("request.semicolon") + (language == .english ? " " : ""))
    }

    /// A label with what it names; English wants a space after the colon.
    func labelled(_ key: String, _ value: String) -> String {
        self(key) + (language == .english ? " " : "") + value
    }
}
