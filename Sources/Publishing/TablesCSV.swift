import StatisticalModel

/// tables/: each recovered table as a CSV file, and their index tables.csv (header fixed: Formats, “tables.csv”).
public enum TablesCSV {
    public static let header = ["file", "title", "first_line", "last_line", "rows", "columns", "layout", "notes"]

    /// Files are named by bulletin and first line: `000-L09031.csv`, `2023/plan-L00012.csv`; tables that share both
    /// get `-2`, `-3`.
    ///
    /// - Parameter words: tell the notes of tables.csv.
    public static func files(_ tables: [PublishedTable], words: ReportWords) -> [EditionFile] {
        var index: [[String]] = []
        var files: [EditionFile] = []
        var used: [String: Int] = [:]
        for item in sortedByKey(tables, { [$0.bulletin, sortable($0.table.firstLine)] }) {
            let stem = stem(of: item)
            used[stem, default: 0] += 1
            let name = used[stem] == 1 ? stem + ".csv" : "\(stem)-\(used[stem] ?? 0).csv"
            index.append(row(item.table, file: name, words))
            files.append(EditionFiles.file("tables/\(name)", header(of: item.table), rows(of: item.table)))
        }
        return files + [EditionFiles.file("tables/tables.csv", header, index)]
    }

    static func header(of table: RecoveredTable) -> [String] { table.columns.map(\.name) }

    static func rows(of table: RecoveredTable) -> [[String]] {
        table.rows.filter { $0.kind != .group }.map { $0.cells.map(\.string) }
    }

    private static func row(_ table: RecoveredTable, file: String, _ words: ReportWords) -> [String] {
        [
            file, table.title, String(table.firstLine), String(table.lastLine), String(rows(of: table).count),
            String(table.columns.count), table.form.rawValue, words.notes(of: table),
        ]
    }

    /// The bulletin's name as ids have it, in characters that every file system takes.
    private static func stem(of item: PublishedTable) -> String {
        let safe = item.stem.unicodeScalars.map { scalar -> Character in
            "\\:*?\"<>| ".unicodeScalars.contains(scalar) || scalar.value < 0x20 ? "_" : Character(scalar)
        }
        return String(safe) + "-L" + String(sortable(item.table.firstLine).suffix(5))
    }
}
