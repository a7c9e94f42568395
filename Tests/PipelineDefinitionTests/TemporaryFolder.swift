import Glibc
import SourceText

/// A folder that a test fills with definition files and that goes with it.
final class TemporaryFolder {
    let path: String

    init(_ files: [String: String]) {
        var template = Array("/tmp/gongbao-definitions-XXXXXX".utf8CString)
        path = template.withUnsafeMutableBufferPointer { String(cString: mkdtemp($0.baseAddress!)) }
        for (name, text) in files {
            var folder = path
            for part in name.split(separator: "/").dropLast() {
                folder += "/\(part)"
                mkdir(folder, 0o755)
            }
            let file = fopen("\(path)/\(name)", "w")
            fputs(text, file)
            fclose(file)
        }
    }

    deinit { Self.empty(path) }

    private static func empty(_ path: String) {
        for name in (try? FileBytes.list(path)) ?? [] { empty("\(path)/\(name)") }
        remove(path)
    }
}
