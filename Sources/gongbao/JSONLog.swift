import Glibc

/// A value of a line of the log.
enum LogValue: Sendable {
    case text(String)
    case integer(Int)
    case counts([(name: String, count: Int)])

    fileprivate var json: String {
        switch self {
        case .text(let text): JSONLog.quoted(text)
        case .integer(let number): String(number)
        case .counts(let counts):
            "{" + counts.map { "\(JSONLog.quoted($0.name)):\($0.count)" }.joined(separator: ",") + "}"
        }
    }
}

/// Messages as JSON, an object a line: time, run, level, event and what the event has to say.
///
/// `{"time":"2026-11-27T16:00:00Z","run":"20261127T160000Z-4711","level":"info","event":"stage","stage":"read",…}`
struct JSONLog: Sendable {
    /// Begins with the time at which the run began; the process tells two of one second apart.
    let run: String

    init() { run = "\(Self.time("%Y%m%dT%H%M%SZ"))-\(getpid())" }

    func line(_ event: String, level: String, _ members: [(String, LogValue)]) -> [UInt8] {
        let fixed: [(String, LogValue)] = [
            ("time", .text(Self.time("%Y-%m-%dT%H:%M:%SZ"))), ("run", .text(run)), ("level", .text(level)),
            ("event", .text(event)),
        ]
        let text = (fixed + members).map { "\(Self.quoted($0.0)):\($0.1.json)" }.joined(separator: ",")
        return Array("{\(text)}\n".utf8)
    }

    private static func time(_ format: String) -> String {
        var now = Glibc.time(nil)
        var parts = tm()
        gmtime_r(&now, &parts)
        var text = [CChar](repeating: 0, count: 32)
        let count = strftime(&text, text.count, format, &parts)
        return String(decoding: text[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    fileprivate static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
