import DelimitedText
import SourceText

/// One CSV file in datapackage.json.
struct DataResource {
    private let file: EditionFile
    private let columns: [String]

    init(_ file: EditionFile) {
        self.file = file
        columns = Self.header(of: file.bytes)
    }

    /// What datapackage.json says of a file; `nil` for one that it does not list.
    static func description(of file: EditionFile) -> JSONValue? {
        file.path.hasSuffix(".csv") ? DataResource(file).document : other(file)
    }

    var document: JSONValue {
        let head: [(String, JSONValue)] = [
            ("name", .text(Self.name(of: String(file.path.dropLast(".csv".count))))), ("path", .text(file.path)),
            ("type", .text("table")), ("format", .text("csv")), ("mediatype", .text("text/csv")),
            ("encoding", .text("utf-8")), ("bytes", .integer(file.bytes.count)),
            ("hash", .text("sha256:\(file.digest)")),
        ]
        return .object(head + (DataSchema.known(file.path).map(described) ?? asPrinted))
    }

    /// A file that is no table: a page or a calendar; `nil` for another.
    private static func other(_ file: EditionFile) -> JSONValue? {
        let kinds = [
            "html": "text/html", "ics": "text/calendar",
            "json": "application/vnd.sdmx.structure+json;version=2.0.0",
        ]
        guard let point = file.path.lastIndex(of: "."), let kind = kinds[String(file.path[point...].dropFirst())]
        else { return nil }
        // A JSON file is a table to its readers unless its type says otherwise.
        let type: [(String, JSONValue)] = kind.hasPrefix("text/") ? [] : [("type", .text("json"))]
        return .object(
            type + [
                ("name", .text(name(of: String(file.path[..<point])))), ("path", .text(file.path)),
                ("format", .text(String(file.path[point...].dropFirst()))), ("mediatype", .text(kind)),
                ("encoding", .text("utf-8")),
                ("bytes", .integer(file.bytes.count)), ("hash", .text("sha256:\(file.digest)")),
            ])
    }

    private func described(_ schema: DataSchema) -> [(String, JSONValue)] {
        var members: [(String, JSONValue)] = [
            ("fields", .array(columns.map { DataField(named: $0, in: file.path).document }))
        ]
        if !schema.primaryKey.isEmpty { members.append(("primaryKey", .array(schema.primaryKey.map(JSONValue.text)))) }
        if !schema.foreignKeys.isEmpty {
            members.append(("foreignKeys", .array(schema.foreignKeys.map(Self.reference))))
        }
        return [("schema", .object(members))]
    }

    private static func reference(_ key: DataSchema.ForeignKey) -> JSONValue {
        .object([
            ("fields", .array([.text(key.field)])),
            (
                "reference",
                .object([
                    ("resource", .text(name(of: String(key.path.dropLast(".csv".count))))),
                    ("fields", .array([.text(key.key)])),
                ])
            ),
        ])
    }

    /// A recovered table has the cells and the header that the bulletin prints: header cells may be blank or
    /// alike, which names of fields must not be, so the header counts as a row and the fields are numbered.
    private var asPrinted: [(String, JSONValue)] {
        let fields = columns.indices.map { index in
            JSONValue.object([
                ("name", .text("column_\(index + 1)")), ("type", .text("string")), ("title", .text(columns[index])),
            ])
        }
        return [
            ("dialect", .object([("header", .boolean(false))])), ("schema", .object([("fields", .array(fields))])),
        ]
    }

    /// The first record: up to the first line end outside quotes.
    private static func header(of bytes: [UInt8]) -> [String] {
        var isQuoted = false
        let end = bytes.firstIndex { byte in
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            return byte == 0x0A && !isQuoted
        }
        return (try? CSVReader.records(Array(bytes[..<(end ?? bytes.count)])))?.first?.fields ?? []
    }

    /// A name as Data Package wants it: lower-case letters, digits, `-`, `_` and `.`.
    static func name(of text: String) -> String {
        String(
            text.lowercased().unicodeScalars.map { scalar in
                let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
                return isPlain || scalar == "-" || scalar == "_" || scalar == "." ? Character(scalar) : "-"
            })
    }
}
