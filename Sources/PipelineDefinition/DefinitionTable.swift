import DelimitedText
import Glibc
public import SourceText

/// A definition file read as CSV: the header's names and rows that know their line.
///
/// Problems are collected, never thrown, so that one run reports all of them.
public struct DefinitionTable: Sendable {
    public struct Row: Sendable {
        public let line: Int
        /// The record's number in the file, the header being 0.
        fileprivate let record: Int
        fileprivate let header: [String]
        fileprivate let fields: [String]

        /// The field of the column `name`, empty where the row has none.
        public func callAsFunction(_ name: String) -> String {
            // A table has a handful of columns: comparing them costs less than a hash.
            guard let column = header.firstIndex(of: name), column < fields.count else { return "" }
            return fields[column]
        }

        /// A field that holds several values separated by `|`.
        public func list(_ name: String) -> [String] {
            self(name).utf8.split(separator: UInt8(ascii: "|")).map { String(Substring($0).trimmed) }
                .filter { !$0.isEmpty }
        }
    }

    public let path: String
    public private(set) var rows: [Row] = []
    /// The names of the columns in the file's order.
    public private(set) var header: [String] = []
    private var places = FieldPlaces(SourceFile(name: "", bytes: []))

    /// Reads `path`, which must have the columns `required`; whatever is wrong goes to `problems`.
    ///
    /// With `optional` given, a column that is in neither list is a problem too: a typing error in a header
    /// would otherwise lose a column in silence.
    public init(path: String, required: [String], optional: [String]? = nil, problems: inout [Diagnostic]) {
        self.path = path
        guard let records = read(&problems) else { return }
        guard let first = records.first else {
            problems.append(Diagnostic(path: path, severity: .error, message: "the file is empty"))
            return
        }
        header = first.fields
        checkHeader(line: first.line, required: required, optional: optional, problems: &problems)
        for (number, record) in records.enumerated().dropFirst() {
            let row = Row(line: record.line, record: number, header: header, fields: record.fields)
            rows.append(row)
            if record.fields.count != header.count {
                problems.append(
                    problem(row, "\(record.fields.count) fields where the header has \(header.count)"))
            }
        }
    }

    private mutating func read(_ problems: inout [Diagnostic]) -> [CSVRecord]? {
        do {
            var bytes = try FileBytes.read(path)
            if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
            places = FieldPlaces(SourceFile(name: path, bytes: bytes))
            do {
                return try CSVReader.records(bytes)
            } catch {
                // Excel in Chinese saves CSV in the system's encoding, whose bytes hold no comma and no quote but these.
                guard error.reason == .invalidUTF8, let text = Self.utf8(ofGB18030: bytes) else { throw error }
                places = FieldPlaces(SourceFile(name: path, bytes: text))
                return try CSVReader.records(text)
            }
        } catch let error as FileError {
            problems.append(Diagnostic(path: path, severity: .error, code: .unreadable(error)))
        } catch let error as CSVError {
            problems.append(
                Diagnostic(
                    path: path, position: SourcePosition(line: error.line), severity: .error,
                    message: error.description))
        } catch {
            problems.append(Diagnostic(path: path, severity: .error, message: "\(error)"))
        }
        return nil
    }

    /// `nil` where the bytes are no GB18030 text, which contains GBK and GB2312.
    private static func utf8(ofGB18030 bytes: [UInt8]) -> [UInt8]? {
        guard let descriptor = iconv_open("UTF-8", "GB18030"), descriptor != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(descriptor) }
        var input = bytes.map { CChar(bitPattern: $0) }
        // Two bytes become three at most, four become four.
        var output = [CChar](repeating: 0, count: bytes.count * 3 / 2 + 4)
        let (status, left) = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var (next, left) = (source.baseAddress, source.count)
                var (place, room) = (target.baseAddress, target.count)
                return (iconv(descriptor, &next, &left, &place, &room), room)
            }
        }
        return status == Int(bitPattern: UInt.max) ? nil : output.dropLast(left).map { UInt8(bitPattern: $0) }
    }

    private func checkHeader(line: Int, required: [String], optional: [String]?, problems: inout [Diagnostic]) {
        for name in required where !header.contains(name) {
            problems.append(
                Diagnostic(
                    path: path, position: SourcePosition(line: line), severity: .error,
                    message: "the column ‘\(name)’ is missing"))
        }
        for (index, name) in header.enumerated() {
            let message: String
            if header[..<index].contains(name) {
                message = "the column ‘\(name)’ stands twice"
            } else if let optional, !required.contains(name), !optional.contains(name) {
                message = "unknown column ‘\(name)’\(NearestName.hint(for: name, among: required + optional))"
            } else {
                continue
            }
            problems.append(
                Diagnostic(
                    path: path, position: places.position(record: 0, field: index), severity: .error, message: message))
        }
    }

    /// A problem with a row of this file.
    public func problem(_ row: Row, _ message: String) -> Diagnostic {
        Diagnostic(path: path, position: SourcePosition(line: row.line), severity: .error, message: message)
    }

    /// A problem with the field of `column`, or with `part` of it, at its line and column.
    public func problem(_ row: Row, column: String, part: String = "", _ message: String) -> Diagnostic {
        let place = header.firstIndex(of: column).flatMap {
            places.position(record: row.record, field: $0, part: part)
        }
        return Diagnostic(
            path: path, position: place ?? SourcePosition(line: row.line), severity: .error, message: message)
    }
}

extension StringProtocol {
    /// The text without spaces and tabs at its ends.
    var trimmed: SubSequence {
        let isBlank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" }
        guard let first = unicodeScalars.firstIndex(where: { !isBlank($0) }),
            let last = unicodeScalars.lastIndex(where: { !isBlank($0) })
        else { return self[endIndex...] }
        return self[first..<unicodeScalars.index(after: last)]
    }
}
