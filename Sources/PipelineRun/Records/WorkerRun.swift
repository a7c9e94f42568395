public import PipelineDefinition
import Publishing
public import SourceText
import StatisticalModel

/// `gongbao worker`: a line of JSON asks for a document, records answer; the definitions are compiled once.
///
///     {"id":"a","path":"2023/plan.txt"}                       the file, called plan.txt
///     {"id":"a","path":"in/2023/plan.txt","name":"2023/plan.txt"}
///     {"id":"a","paths":["plan.docx","plan 附件1.xlsx"]}        read as one run: the annex joins its document
///     {"id":"a","name":"page.html","content":"PGh0bWw+…"}     the bytes in base64
///
/// Whatever is wrong with a request or its documents is a record of the answer, which ends with one of the type `end`.
/// An answer depends on its request alone.
public struct WorkerRun: Sendable {
    private let reader: BulletinReader
    private let records: BulletinRecords

    public init(library: PipelineLibrary, sizeLimit: Int = FileBytes.sizeLimit, scans: ScanPolicy = .refused) {
        reader = BulletinReader(library: library, sizeLimit: sizeLimit, scans: scans)
        records = BulletinRecords(library: library)
    }

    /// The bytes that a request may have for documents of at most `sizeLimit` bytes, which base64 makes a third longer.
    public static func lineLimit(sizeLimit: Int) -> Int { sizeLimit / 3 * 4 + (1 << 16) }

    /// The records that answer line `number` of the input, from 1; none for a blank line.
    public func answer(_ line: InputLines.Line, number: Int) async -> [UInt8] {
        var bytes: [UInt8] = []
        let request: Result<WorkerRequest, WorkerRequest.Problem>
        switch line {
        case .tooLong: request = .failure(WorkerRequest.Problem(.tooLong))
        case .bytes(let line):
            guard line.contains(where: { $0 > 0x20 }) else { return [] }
            request = Result { () throws(WorkerRequest.Problem) in try WorkerRequest(line) }
        }
        switch request {
        case .success(let request):
            records.write(await reader.read(request.inputs), id: request.id, to: &bytes)
        case .failure(let problem):
            let words = ReportWords(.english)
            ErrorRecord(
                request: number, reason: problem.refusal, message: words("worker.\(problem.refusal.rawValue)")
            ).write(id: problem.id, to: &bytes)
            var end = EndRecord()
            end.status = .refused
            end.write(id: problem.id, to: &bytes)
        }
        return bytes
    }

    /// The fields of each type of record with their types, in the names of Spark and Arrow: one JSON document.
    public static var schema: [UInt8] {
        let types: [any Record.Type] = [
            BulletinRecord.self, DocumentRecord.self, BlockRecord.self, TableRecord.self, StatementRecord.self,
            TaskRecord.self, ProjectRecord.self, NumeralRecord.self, FindingRecord.self, DiagnosticRecord.self,
            UnreadRecord.self, ErrorRecord.self, EndRecord.self,
        ]
        var bytes = Array("{\"schema\":\(RecordHead.schema),\"records\":{".utf8)
        for (index, type) in types.enumerated() {
            bytes += (index > 0 ? ",\n" : "\n").utf8
            JSONBytes.append(type.type.rawValue, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            RecordFields.write(to: &bytes) { fields in
                for (name, type) in type.list() {
                    var type = type
                    fields(name, &type, .text)
                }
            }
        }
        return bytes + "}}\n".utf8
    }
}

/// A line of a worker's input.
struct WorkerRequest: Sendable {
    /// Why a line is no request.
    enum Refusal: String, CaseIterable {
        case noJSON = "no-json"
        /// Neither path nor content, or more than one of path, paths and content.
        case noInput = "no-input"
        case noID = "no-id"
        /// An empty name or path, or one with a zero byte; a content without a name.
        case noName = "no-name"
        case noBase64 = "no-base64"
        case tooLong = "too-long"
    }

    struct Problem: Error {
        let refusal: Refusal
        /// The request's, where it could be read.
        var id: String?

        init(_ refusal: Refusal, id: String? = nil) {
            self.refusal = refusal
            self.id = id
        }
    }

    let id: String
    let inputs: [BulletinInput]

    init(_ line: [UInt8]) throws(Problem) {
        guard let request = JSONText(line), case .object(let members) = request else { throw Problem(.noJSON) }
        switch members["id"] {
        case .text(let text): id = text
        case .integer(let number): id = String(number)
        default: throw Problem(.noID)
        }
        let name = members["name"] ?? .null
        guard name == .null || name.text.map(Self.isName) == true else { throw Problem(.noName, id: id) }
        let given = ["path", "paths", "content"].filter { members[$0] ?? .null != .null }
        guard given.count == 1, let value = members[given[0]] else { throw Problem(.noInput, id: id) }
        switch given[0] {
        case "content":
            guard let name = name.text else { throw Problem(.noName, id: id) }
            guard let bytes = value.text.flatMap({ Base64.decoded($0.utf8) }) else { throw Problem(.noBase64, id: id) }
            inputs = [.content(bytes, name: name)]
        case "paths":
            let paths = value.array?.compactMap(\.text) ?? []
            guard !paths.isEmpty, paths.count == value.array?.count, paths.allSatisfy(Self.isName) else {
                throw Problem(.noInput, id: id)
            }
            inputs = paths.map { .path($0) }
        default:
            guard let path = value.text, Self.isName(path) else { throw Problem(.noInput, id: id) }
            inputs = [.path(path, name: FileBytes.isDirectory(path) ? nil : name.text)]
        }
    }

    private static func isName(_ text: String) -> Bool { !text.isEmpty && !text.utf8.contains(0) }
}

/// RFC 4648, section 4.
enum Base64 {
    /// `nil` for anything but the alphabet with its padding; the padding may be left out.
    static func decoded(_ text: some Collection<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3 + 3)
        var (bits, count, padding) = (UInt32(0), 0, 0)
        for byte in text {
            let value: UInt32
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(byte) - 0x41
            case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(byte) - 0x61 + 26
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(byte) - 0x30 + 52
            case UInt8(ascii: "+"): value = 62
            case UInt8(ascii: "/"): value = 63
            case UInt8(ascii: "="):
                padding += 1
                continue
            default: return nil
            }
            guard padding == 0 else { return nil }
            (bits, count) = (bits << 6 | value, count + 1)
            if count % 4 == 0 {
                bytes += [
                    UInt8(truncatingIfNeeded: bits >> 16), UInt8(truncatingIfNeeded: bits >> 8),
                    UInt8(truncatingIfNeeded: bits),
                ]
                bits = 0
            }
        }
        guard padding == 0 || (count + padding) % 4 == 0 && padding <= 2 else { return nil }
        switch count % 4 {
        case 1: return nil
        case 2: bytes.append(UInt8(truncatingIfNeeded: bits >> 4))
        case 3: bytes += [UInt8(truncatingIfNeeded: bits >> 10), UInt8(truncatingIfNeeded: bits >> 2)]
        default: break
        }
        return bytes
    }
}
