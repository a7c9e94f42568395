public import SourceText
import Yams

/// The settings of the task register: Pipelines/common/tasks.yaml.
///
/// ```yaml
/// due-soon: 30
/// statuses:
///   推进中: {english: In progress}
///   已完成: {english: Completed, closes: true}
/// ```
public struct TaskSettings: Sendable {
    /// A word that task-status.csv may use.
    public struct Status: Sendable, Hashable {
        public var name: String
        public var englishName: String
        /// True where nothing is left to do, whatever the deadline.
        public var closes: Bool

        public init(name: String, englishName: String, closes: Bool = false) {
            self.name = name
            self.englishName = englishName
            self.closes = closes
        }
    }

    /// Days before its deadline from which a task is due soon.
    public var dueSoonDays = 30
    /// In the file's order.
    public var statuses: [Status] = []

    public init() {}

    public init(path: String, problems: inout [Diagnostic]) {
        let file = YAMLFile(path: path)
        guard let root = file.root(&problems) else { return }
        guard let mapping = root.mapping else {
            problems.append(file.problem(at: root, "expected settings such as ‘due-soon: 30’"))
            return
        }
        for (key, node) in mapping {
            switch key.string {
            case "due-soon": readDays(node, file, &problems)
            case "statuses": readStatuses(node, file, &problems)
            default:
                let hint = NearestName.hint(for: key.string ?? "", among: ["due-soon", "statuses"])
                problems.append(file.problem(at: key, "unknown setting ‘\(key.string ?? "")’\(hint)"))
            }
        }
    }

    private mutating func readDays(_ node: Node, _ file: YAMLFile, _ problems: inout [Diagnostic]) {
        guard let days = node.scalar.flatMap({ Int($0.string) }), days >= 0 else {
            problems.append(file.problem(at: node, "due-soon: expected a number of days from 0"))
            return
        }
        dueSoonDays = days
    }

    private mutating func readStatuses(_ node: Node, _ file: YAMLFile, _ problems: inout [Diagnostic]) {
        guard let mapping = node.mapping else {
            problems.append(file.problem(at: node, "statuses: expected words such as ‘推进中: {english: In progress}’"))
            return
        }
        for (key, node) in mapping {
            guard let name = key.string, !name.isEmpty, let fields = node.mapping else {
                problems.append(
                    file.problem(at: key, "a status is a word with ‘english’ and, where it ends a task, ‘closes’"))
                continue
            }
            statuses.append(status(name, fields, file, &problems))
        }
    }

    private func status(
        _ name: String, _ fields: Node.Mapping, _ file: YAMLFile, _ problems: inout [Diagnostic]
    ) -> Status {
        var status = Status(name: name, englishName: name)
        for (key, node) in fields {
            switch key.string {
            case "english": status.englishName = file.text(node, of: "english", &problems)
            case "closes":
                guard let closes = node.bool else {
                    problems.append(file.problem(at: node, "closes: expected true or false"))
                    continue
                }
                status.closes = closes
            default:
                problems.append(file.problem(at: key, "unknown field ‘\(key.string ?? "")’; known are english, closes"))
            }
        }
        return status
    }

    public subscript(name: String) -> Status? { statuses.first { $0.name == name } }

    /// Whether a task of this status is done.
    public func closes(_ name: String) -> Bool { self[name]?.closes ?? false }
}
