import DelimitedText
import Glibc
import PipelineDefinition
import SourceText

/// A CSV file that an office keeps under Pipelines/, with rows added or changed and all others as they stand.
///
/// Columns keep their order and new ones follow; the file is written as UTF-8 whatever it was, beside its place, and
/// then takes it: years of decisions and figures are never half gone.
struct OfficeFile {
    let path: String
    private var header: [String]
    private var rows: [[String: String]]
    /// The rows' lines in the file.
    private var lines: [Int]
    private var hasMark: Bool

    /// Reads `path`; a file that is not there has the columns alone.
    init(_ path: String, columns: [String]) throws(FileError) {
        self.path = path
        (header, rows, lines, hasMark) = (columns, [], [], false)
        guard FileBytes.exists(path) else { return }
        var problems: [Diagnostic] = []
        let table = DefinitionTable(path: path, required: [], problems: &problems)
        // What cannot be read must not be written anew without it.
        guard problems.isEmpty else { throw FileError(path: path, cause: .changing) }
        header = table.header + columns.filter { !table.header.contains($0) }
        let columns = header
        rows = table.rows.map { row in Dictionary(columns.map { ($0, row($0)) }) { first, _ in first } }
        lines = table.rows.map(\.line)
        hasMark = try FileBytes.read(path).starts(with: Self.mark)
    }

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    mutating func add(_ row: [String: String]) { rows.append(row) }

    /// Puts `row` in the place of the one that begins on `line`.
    mutating func replace(line: Int, with row: [String: String]) {
        guard let index = lines.firstIndex(of: line) else { return add(row) }
        rows[index].merge(row) { _, new in new }
    }

    func write() throws(FileError) {
        var writer = CSVWriter(header: header)
        for row in rows { writer.write(header.map { row[$0] ?? "" }) }
        try EditionFolder.writeFile((hasMark ? Self.mark : []) + writer.bytes, path: path + ".new")
        try EditionFolder.synchronizeFolder(path + ".new")
        guard rename(path + ".new", path) == 0 else { throw FileError(path: path) }
    }
}
