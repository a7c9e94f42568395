import DelimitedText

/// A file of an edition: its path below the edition's folder, and its bytes.
public struct EditionFile: Sendable, Hashable {
    public let path: String
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// What the CSV files of an edition begin with.
public enum CSVMark: Sendable, Hashable {
    case none
    /// Without it Excel takes UTF-8 for the system's code page (GBK in China) when a file is opened by a double click.
    case byteOrderMark

    fileprivate var bytes: [UInt8] { self == .none ? [] : [0xEF, 0xBB, 0xBF] }
}

/// Every file of an edition but the workbook, which ``ProgressWorkbook`` writes to disk itself.
public enum EditionFiles {
    public static func files(of report: EditionReport) -> [EditionFile] {
        let words = ReportWords(report.language, units: report.unitNames, areas: report.areaNames)
        let opened =
            [
                file("progress.csv", ProgressCSV.header, ProgressCSV.rows(report)),
                file("matches-proposed.csv", MatchesCSV.header, MatchesCSV.rows(report)),
                file("indicators.csv", IndicatorsCSV.header, IndicatorsCSV.rows(report)),
                file("statements.csv", StatementsCSV.header, StatementsCSV.rows(report.statements)),
                file("tasks.csv", TasksCSV.header, TasksCSV.rows(report.tasks)),
                file("projects.csv", ProjectsCSV.header, ProjectsCSV.rows(report.projects)),
                file("ledger.csv", LedgerCSV.header, LedgerCSV.rows(report.ledger, words: words)),
                file("checks.csv", ChecksCSV.header, ChecksCSV.rows(report, words: words)),
            ] + TablesCSV.files(report.tables, words: words)
        // Readers of SDMX-CSV take a mark for a part of the first column's name.
        let sdmx = file("indicators.sdmx.csv", SDMXCSV.header, SDMXCSV.rows(report))
        let tables =
            opened.map { EditionFile(path: $0.path, bytes: report.csvMark.bytes + $0.bytes) } + [sdmx]
        let pages = AuditPage(report).files
        let rest = pages + [CalendarFile.file(report, words: words), SDMXStructure.file(report)]
        return tables + [DataPackage.file(report, files: tables + rest)] + rest + [RunJSON.file(report)]
    }

    static func file(_ path: String, _ header: [String], _ rows: [[String]]) -> EditionFile {
        var writer = CSVWriter(header: header)
        for row in rows { writer.write(row) }
        return EditionFile(path: path, bytes: writer.bytes)
    }
}
