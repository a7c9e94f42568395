import SourceText
import Synchronization

/// Where each field of each record of a CSV file begins, which libcsv does not tell.
///
/// It follows the quoting of RFC 4180 as libcsv does, blank lines passed over, so that the n-th entry
/// belongs to the n-th record. The places are found when the first is asked for: most files have nothing wrong.
final class FieldPlaces: Sendable {
    let file: SourceFile
    private let found = Mutex<[[Int]]?>(nil)

    init(_ file: SourceFile) { self.file = file }

    /// Byte offsets of the fields' first bytes (an opening quote counts), record by record.
    var records: [[Int]] {
        found.withLock { found in
            let records = found ?? findRecords()
            found = records
            return records
        }
    }

    private func findRecords() -> [[Int]] {
        var records: [[Int]] = []
        var record: [Int] = []
        var fieldStart = 0
        var quoted = false
        for (offset, byte) in file.bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "\""): quoted.toggle()
            case UInt8(ascii: ",") where !quoted:
                record.append(fieldStart)
                fieldStart = offset + 1
            case 0x0A where !quoted, 0x0D where !quoted:
                if fieldStart < offset || !record.isEmpty { records.append(record + [fieldStart]) }
                record = []
                fieldStart = offset + 1
            default: break
            }
        }
        if fieldStart < file.bytes.count || !record.isEmpty { records.append(record + [fieldStart]) }
        return records
    }

    /// The line and column of a field, or of the first `part` within it.
    func position(record: Int, field: Int, part: String = "") -> SourcePosition? {
        let records = records
        guard record < records.count, field < records[record].count else { return nil }
        var offset = records[record][field]
        if offset < file.bytes.count, file.bytes[offset] == UInt8(ascii: "\"") { offset += 1 }
        return file.position(at: Self.find(part, in: file.bytes, from: offset) ?? offset)
    }

    private static func find(_ part: String, in bytes: [UInt8], from start: Int) -> Int? {
        let word = Array(part.utf8)
        guard !word.isEmpty, start + word.count <= bytes.count else { return nil }
        return (start...bytes.count - word.count).first { bytes[$0..<$0 + word.count].elementsEqual(word) }
    }
}
