public import PipelineDefinition
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
        return outcome
    }
}
