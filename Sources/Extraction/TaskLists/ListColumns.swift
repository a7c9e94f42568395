import PipelineDefinition
import StatisticalModel

/// Which columns of a table hold what a list of tasks or projects has.
struct ListColumns {
    private(set) var fields: [ListColumnLexicon.Field?]

    init(_ table: RecoveredTable, lexicon: ListColumnLexicon) {
        fields = table.columns.map { column in
            for level in column.levels.reversed() {
                if let field = lexicon.field(of: Self.withoutBracket(level)) { return field }
            }
            return nil
        }
        settleTasks()
    }

    func indices(_ field: ListColumnLexicon.Field) -> [Int] { fields.indices.filter { fields[$0] == field } }
    func first(_ field: ListColumnLexicon.Field) -> Int? { fields.firstIndex(of: field) }

    /// A task with somebody to do it or a date.
    var isTaskList: Bool {
        first(.task) != nil
            && [.leadUnit, .responsible, .cooperating, .deadline, .leader].contains { first($0) != nil }
    }

    /// A project with something that a project has beside its name.
    var isProjectList: Bool {
        first(.project) != nil
            && [.investment, .scope, .period, .owner, .deadline].contains { first($0) != nil }
    }

    /// 任务名称 or 试点名称 alone is the task itself; beside a longer text or projects it is the section.
    private mutating func settleTasks() {
        let isAlone = first(.task) == nil && first(.project) == nil
        for index in indices(.taskName) { fields[index] = isAlone ? .task : .section }
        // 项目名称 beside nothing but who answers for it: a catalogue of decisions, whose items are tasks.
        guard first(.task) == nil, !isProjectList, first(.responsible) != nil || first(.leadUnit) != nil else { return }
        for index in indices(.project) { fields[index] = .task }
    }

    static func withoutBracket(_ header: String) -> String {
        guard let end = header.firstIndex(where: { $0 == "（" || $0 == "(" }), end > header.startIndex else {
            return header
        }
        return String(header[..<end])
    }
}
