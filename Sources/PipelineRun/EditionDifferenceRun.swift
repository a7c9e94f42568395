public import Comparison
import DelimitedText
public import PipelineDefinition
import Publishing
public import SourceText
import StatisticalModel

/// Why two editions could not be compared.
public enum DifferenceError: Error, Sendable, CustomStringConvertible {
    case file(FileError)
    /// A CSV file that cannot be read, and why.
    case table(path: String, reason: String)
    case workbook(path: String, reason: String)
    case edition(EditionPlace.Unknown)

    public var description: String { ReportWords(.english)(self) }
}

/// Compares two editions on disk by their indicators.csv and progress.csv.
public struct EditionDifferenceRun: Sendable {
    public let difference: EditionDifference
    private let old: String
    private let new: String
    /// The date of the newer edition: the workbook's own.
    private let date: CalendarDate
    private let language: ComparisonLanguage

    /// - Parameters:
    ///   - old: The folder of an edition, or its name within `output`.
    ///   - new: Likewise.
    ///   - library: Gives the direction of each indicator, which tells tightened from loosened.
    ///   - names: What the texts call the two; `nil` takes the folders' names.
    public init(
        old: String, new: String, output: String, library: PipelineLibrary, language: ComparisonLanguage = .chinese,
        names: (old: String, new: String)? = nil
    ) throws(DifferenceError) {
        var settings = ComparisonSettings()
        for indicator in library.pipelines.flatMap(\.indicators) {
            settings.directions[indicator.code.text] = indicator.direction
        }
        let newFolder = try Self.folder(new, output)
        difference = EditionComparison.compare(
            old: try Self.table(of: try Self.folder(old, output)), new: try Self.table(of: newFolder),
            settings: settings)
        date = try Self.date(of: newFolder)
        self.old = names?.old ?? BulletinFiles.name(of: old)
        self.new = names?.new ?? BulletinFiles.name(of: new)
        self.language = language
    }

    /// The comparison for a terminal, of each kind of change at most `rows`.
    public func terminalText(rows: Int = .max) -> String {
        TerminalDifference.text(difference, old: old, new: new, language: language, rows: rows)
    }

    /// Writes diff.csv, diff.md and diff.xlsx to `folder`.
    public func write(to folder: String) throws(DifferenceError) {
        var writer = CSVWriter(header: DifferenceRecords.header)
        for record in DifferenceRecords.records(difference) { writer.write(record) }
        let markdown = MarkdownDifference.text(difference, old: old, new: new, language: language)
        do {
            try EditionFolder.writeFile(writer.bytes, path: "\(folder)/diff.csv")
            try EditionFolder.writeFile(Array(markdown.utf8), path: "\(folder)/diff.md")
        } catch {
            throw .file(error)
        }
        let sheets = DifferenceSheets(difference, old: old, new: new, language: language)
        do {
            try DifferenceWorkbook(sheets, date: date).write(to: "\(folder)/diff.xlsx")
        } catch {
            throw .workbook(path: "\(folder)/diff.xlsx", reason: "\(error)")
        }
    }

    /// The date to which an edition counts, from its run.json.
    private static func date(of folder: String) throws(DifferenceError) -> CalendarDate {
        let path = "\(folder)/run.json"
        let run: [UInt8]
        do { run = try FileBytes.read(path) } catch { throw .file(error) }
        guard let entry = EditionEntry(name: BulletinFiles.name(of: folder), path: folder, run: run) else {
            throw .table(path: path, reason: "this is no run.json of gongbao")
        }
        return entry.asOf
    }

    private static func folder(_ name: String, _ output: String) throws(DifferenceError) -> String {
        do { return try EditionPlace(name, output: output).path } catch { throw .edition(error) }
    }

    private static func table(of folder: String) throws(DifferenceError) -> IndicatorTable {
        try read("\(folder)/indicators.csv").addingVerdicts(of: try read("\(folder)/progress.csv"))
    }

    private static func read(_ path: String) throws(DifferenceError) -> IndicatorTable {
        do {
            let records = try CSVReader.records(try FileBytes.read(path))
            return IndicatorTable(header: records.first?.fields ?? [], records: records.dropFirst().map(\.fields))
        } catch let error as FileError {
            throw .file(error)
        } catch {
            throw .table(path: path, reason: "\(error)")
        }
    }
}
