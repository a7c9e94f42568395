import SourceText
import Yams

/// A YAML file whose nodes know their line and column; the one place where Yams' errors become diagnostics.
struct YAMLFile {
    let path: String

    /// The document's root; `nil`, with a problem, where the file cannot be read.
    func root(_ problems: inout [Diagnostic]) -> Node? {
        do {
            let bytes = try FileBytes.read(path)
            guard let text = String(validating: bytes, as: UTF8.self) else {
                problems.append(Diagnostic(path: path, severity: .error, message: "not UTF-8"))
                return nil
            }
            if let node = try compose(yaml: text) { return node }
            problems.append(Diagnostic(path: path, severity: .error, message: "the file is empty"))
        } catch let error as FileError {
            problems.append(Diagnostic(path: path, severity: .error, code: .unreadable(error)))
        } catch let error as YamlError {
            problems.append(Self.diagnostic(error, path: path))
        } catch {
            problems.append(Diagnostic(path: path, severity: .error, message: "\(error)"))
        }
        return nil
    }

    func problem(at node: Node, _ message: String) -> Diagnostic {
        let position = node.mark.map { SourcePosition(line: $0.line, column: $0.column) }
        return Diagnostic(path: path, position: position, severity: .error, message: message)
    }

    /// A text that must not be empty.
    func text(_ node: Node, of key: String, _ problems: inout [Diagnostic]) -> String {
        if let text = node.scalar?.string, !text.isEmpty { return text }
        problems.append(problem(at: node, "\(key): expected a text"))
        return ""
    }

    private static func diagnostic(_ error: YamlError, path: String) -> Diagnostic {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return Diagnostic(
                path: path, position: SourcePosition(line: mark.line, column: mark.column), severity: .error,
                message: problem)
        case .duplicatedKeysInMapping(let keys, let context):
            return Diagnostic(
                path: path, position: SourcePosition(line: context.mark.line, column: context.mark.column),
                severity: .error, message: "written twice: \(keys.sorted().joined(separator: ", "))")
        default:
            return Diagnostic(path: path, severity: .error, message: "\(error)")
        }
    }
}
