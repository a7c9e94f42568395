internal import DelimitedText
public import SourceText

/// A definition file read as CSV: the header's names and rows that know their line.
///
/// Problems are collected, never thrown, so that one run reports all of them.
public struct DefinitionTable: Sendable {
    public struct Row: Sendable {
        public let line: Int
        fileprivate let values: [String: String]

        /// The field of the column `name`, empty where the row has none.
        public func callAsFunction(_ name: String) -> String { values[name] ?? "" }

        /// A field that holds several values separated by `|`.
        public func list(_ name: String) -> [String] {
            self(name).split(separator: "|").map { String($0.trimmed) }.filter { !$0.isEmpty }
        }
    }

    public let path: String
    public private(set) var rows: [Row] = []

    /// Reads `path`, which must have the columns `required`; whatever is wrong goes to `problems`.
    public init(path: String, required: [String], problems: inout [Diagnostic]) {
        self.path = path
        let records: [CSVRecord]
        do {
            records = try CSVReader.records(try FileBytes.read(path))
        } catch let error as FileError {
            problems.append(Diagnostic(path: path, severity: .error, message: error.reason))
            return
        } catch let error as CSVError {
            problems.append(
                Diagnostic(
                    path: path, position: SourcePosition(line: error.line), severity: .error,
                    message: error.description))
            return
        } catch { return }
        guard let header = records.first else {
            problems.append(Diagnostic(path: path, severity: .error, message: "the file is empty"))
            return
        }
        for name in required where !header.fields.contains(name) {
            problems.append(
                Diagnostic(
                    path: path, position: SourcePosition(line: header.line), severity: .error,
                    message: "the column ‘\(name)’ is missing"))
        }
        for record in records.dropFirst() {
            if record.fields.count != header.fields.count {
                let error = CSVError(
                    line: record.line,
                    reason: .fieldCount(expected: header.fields.count, found: record.fields.count))
                problems.append(
                    Diagnostic(
                        path: path, position: SourcePosition(line: record.line), severity: .error,
                        message: error.description))
            }
            let values = Dictionary(zip(header.fields, record.fields)) { first, _ in first }
            rows.append(Row(line: record.line, values: values))
        }
    }

    /// A problem with a row of this file.
    public func problem(_ row: Row, _ message: String) -> Diagnostic {
        Diagnostic(path: path, position: SourcePosition(line: row.line), severity: .error, message: message)
    }
}

extension StringProtocol {
    /// The text without spaces and tabs at its ends.
    var trimmed: SubSequence {
        var part = self[...]
        while let first = part.first, first == " " || first == "\t" { part = part.dropFirst() }
        while let last = part.last, last == " " || last == "\t" { part = part.dropLast() }
        return part
    }
}
