import DelimitedText
public import SourceText

/// A file of an edition: its path below the edition's folder, and its bytes.
public struct EditionFile: Sendable, Hashable {
    public let path: String
    public let bytes: [UInt8]
    /// Of ``bytes``, for datapackage.json and the edition's own record.
    public let digest: SHA256Digest

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        digest = SHA256Digest(of: bytes)
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
    /// Hands each file to `put` as soon as it is made, so that they are not all held at once.
    public static func write<Failure: Error>(
        _ report: EditionReport, to put: (EditionFile) throws(Failure) -> Void
    ) throws(Failure) {
        let words = ReportWords(report.language, units: report.unitNames, areas: report.areaNames)
        var resources: [JSONValue] = []
        func add(_ file: EditionFile) throws(Failure) {
            DataResource.description(of: file).map { resources.append($0) }
            try put(file)
        }
        func add(csv file: EditionFile) throws(Failure) {
            try add(EditionFile(path: file.path, bytes: report.csvMark.bytes + file.bytes))
        }
        try add(csv: file("progress.csv", ProgressCSV.header, report.assessments.lazy.map(ProgressCSV.row)))
        try add(csv: file("matches-proposed.csv", MatchesCSV.header, MatchesCSV.rows(report)))
        try add(csv: file("indicators.csv", IndicatorsCSV.header, IndicatorsCSV.rows(report)))
        try add(
            csv: file(
                "statements.csv", StatementsCSV.header,
                StatementsCSV.sorted(report.statements).lazy.map(StatementsCSV.row)))
        try add(csv: file("tasks.csv", TasksCSV.header, TasksCSV.rows(report.tasks)))
        try add(csv: file("projects.csv", ProjectsCSV.header, ProjectsCSV.rows(report.projects)))
        try add(csv: file("ledger.csv", LedgerCSV.header, LedgerCSV.rows(report.ledger, words: words)))
        try add(csv: file("checks.csv", ChecksCSV.header, ChecksCSV.rows(report, words: words)))
        for table in TablesCSV.files(report.tables, words: words) { try add(csv: table) }
        // Readers of SDMX-CSV take a mark for a part of the first column's name.
        try add(file("indicators.sdmx.csv", SDMXCSV.header, SDMXCSV.rows(report)))
        for page in AuditPage(report).files { try add(page) }
        try add(CalendarFile.file(report, words: words))
        try add(SDMXStructure.file(report))
        try put(DataPackage.file(report, resources: resources))
        try put(RunJSON.file(report))
    }

    /// All files at once.
    public static func files(of report: EditionReport) -> [EditionFile] {
        var files: [EditionFile] = []
        write(report) { files.append($0) }
        return files
    }

    static func file(_ path: String, _ header: [String], _ rows: some Sequence<[String]>) -> EditionFile {
        EditionFile(path: path, bytes: csv(header, rows))
    }

    static func csv(_ header: [String], _ rows: some Sequence<[String]>) -> [UInt8] {
        var writer = CSVWriter(header: header)
        for row in rows { writer.write(row) }
        return writer.bytes
    }
}
