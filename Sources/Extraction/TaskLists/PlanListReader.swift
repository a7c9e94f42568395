public import PipelineDefinition
import SourceText
public import StatisticalModel

/// The tasks and projects of a bulletin: rows of its lists, and clauses followed by labelled lines.
///
/// A list is known by its headers (list-columns.csv). A cell that holds several projects gives a row
/// for each; cells beside it are shared out only where their number agrees.
public struct PlanListReader: Sendable {
    public struct Outcome: Sendable {
        public var tasks: [PlanTask] = []
        public var projects: [PlanProject] = []
        public var findings: [FindingNote] = []
    }

    private let library: PipelineLibrary

    public init(library: PipelineLibrary) {
        self.library = library
    }

    public func read(_ layout: BulletinLayout) -> Outcome {
        var outcome = Outcome()
        for table in layout.tables {
            let columns = ListColumns(table, lexicon: library.listColumns)
            ListTableReader(layout: layout, table: table, columns: columns, library: library).read(into: &outcome)
        }
        outcome.tasks += LabelledTaskReader(layout: layout, lexicon: library.listColumns).tasks()
        number(&outcome, file: layout.file)
        return outcome
    }

    /// Ids by file, line and order: `003_x:25066.t1`, `003_x:92900.p1`.
    private func number(_ outcome: inout Outcome, file: SourceFile) {
        let stem = file.name.hasSuffix(".txt") ? String(file.name.dropLast(4)) : file.name
        var counts: [Int: Int] = [:]
        for index in outcome.tasks.indices {
            let line = outcome.tasks[index].provenance.line
            counts[line, default: 0] += 1
            outcome.tasks[index].id = StatementID("\(stem):\(line).t\(counts[line] ?? 1)")
        }
        counts = [:]
        for index in outcome.projects.indices {
            let line = outcome.projects[index].provenance.line
            counts[line, default: 0] += 1
            outcome.projects[index].id = StatementID("\(stem):\(line).p\(counts[line] ?? 1)")
        }
    }
}
