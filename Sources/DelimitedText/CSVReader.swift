internal import CLibCSV

/// A record of a CSV file with the line that it begins on.
public struct CSVRecord: Sendable, Hashable {
    /// From 1, counted in the file.
    public let line: Int
    public let fields: [String]

    public init(line: Int, fields: [String]) {
        self.line = line
        self.fields = fields
    }
}

/// Why CSV text could not be read on: the line and libcsv's reason.
public struct CSVError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Reason: Sendable, Hashable {
        /// A quote that is never closed, or text after a closing quote.
        case malformedQuote
        case outOfMemory
        case invalidUTF8
        /// A record with more or fewer fields than the header.
        case fieldCount(expected: Int, found: Int)
    }

    public let line: Int
    public let reason: Reason

    public init(line: Int, reason: Reason) {
        self.line = line
        self.reason = reason
    }

    public var description: String {
        switch reason {
        case .malformedQuote: "line \(line): a quote is not closed, or text follows a closing quote"
        case .outOfMemory: "line \(line): out of memory"
        case .invalidUTF8: "line \(line): not UTF-8"
        case .fieldCount(let expected, let found): "line \(line): \(found) fields where the header has \(expected)"
        }
    }
}

/// Reads RFC 4180 text through libcsv in strict mode.
///
/// A byte-order mark is dropped, blank lines are passed over, spaces are kept as written, and each
/// record knows its line: libcsv counts none, so the text is fed to it line by line.
public enum CSVReader {
    /// The records of `bytes`, which must be UTF-8.
    public static func records(_ bytes: [UInt8]) throws(CSVError) -> [CSVRecord] {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        var parser = unsafe csv_parser()
        let options = UInt8(CSV_STRICT | CSV_STRICT_FINI)
        guard unsafe csv_init(&parser, options) == 0 else { throw CSVError(line: 1, reason: .outOfMemory) }
        defer { unsafe csv_free(&parser) }
        unsafe csv_set_space_func(&parser) { _ in 0 }

        let collector = Collector()
        let context = unsafe Unmanaged.passUnretained(collector).toOpaque()
        var line = 0
        var start = 0
        while start < text.count {
            line += 1
            collector.line = line
            let end = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
            if !collector.isInRecord { collector.recordLine = line }
            if text[start..<end].contains(where: { $0 != 0x0A && $0 != 0x0D }) { collector.isInRecord = true }
            let consumed = unsafe text.withUnsafeBytes { buffer in
                unsafe csv_parse(
                    &parser, buffer.baseAddress! + start, end - start, collectField, collectRecord, context)
            }
            guard consumed == end - start else { throw unsafe Self.error(&parser, at: line) }
            start = end
        }
        guard unsafe csv_fini(&parser, collectField, collectRecord, context) == 0 else {
            throw unsafe Self.error(&parser, at: collector.recordLine)
        }
        if let bad = collector.invalidLine { throw CSVError(line: bad, reason: .invalidUTF8) }
        return collector.records
    }

    private static func error(_ parser: inout csv_parser, at line: Int) -> CSVError {
        let code = unsafe csv_error(&parser)
        return CSVError(line: line, reason: code == CSV_ENOMEM ? .outOfMemory : .malformedQuote)
    }
}

/// Gathers what libcsv's callbacks report.
private final class Collector {
    var line = 0
    /// Where the record begins that is being read, or the next one.
    var recordLine = 1
    /// False between records: a line fed then begins one, unless it is blank.
    var isInRecord = false
    var invalidLine: Int?
    var fields: [String] = []
    var records: [CSVRecord] = []
}

private func collectField(_ data: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?) {
    let collector = unsafe Unmanaged<Collector>.fromOpaque(context!).takeUnretainedValue()
    let bytes = unsafe UnsafeBufferPointer(
        start: data?.assumingMemoryBound(to: UInt8.self), count: data == nil ? 0 : count)
    let text = unsafe String(decoding: bytes, as: UTF8.self)
    // What is not UTF-8 was mended. String(validating:as:) tells the same in thirty times the time.
    let isAsRead = unsafe text.utf8.withContiguousStorageIfAvailable { unsafe $0.elementsEqual(bytes) }
    if isAsRead != true { collector.invalidLine = collector.invalidLine ?? collector.line }
    collector.fields.append(text)
}

private func collectRecord(_ terminator: CInt, _ context: UnsafeMutableRawPointer?) {
    let collector = unsafe Unmanaged<Collector>.fromOpaque(context!).takeUnretainedValue()
    collector.records.append(CSVRecord(line: collector.recordLine, fields: collector.fields))
    let count = collector.fields.count
    collector.fields = []
    collector.fields.reserveCapacity(count)
    collector.isInRecord = false
    collector.recordLine = collector.line
}
