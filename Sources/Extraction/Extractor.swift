public import PipelineDefinition
public import StatisticalModel

/// The third stage: a bulletin's layout to statements as written, tasks and claims on numerals.
public struct Extractor: Sendable {
    private let library: PipelineLibrary

    public init(library: PipelineLibrary) {
        self.library = library
    }

    /// Statements of prose in reading order, then those of tables; the claims name them by their index.
    public func extract(from layout: BulletinLayout) -> BulletinExtract {
        var extract = ProseReader(library: library).read(layout)
        let tables = TableStatements(library: library)
        for (index, table) in layout.tables.enumerated() {
            let (statements, claims) = tables.statements(of: table.widthFolded, in: layout, number: index + 1)
            extract.append(statements: statements, claims: claims)
        }
        extract.add(PlanListReader(library: library).read(layout))
        return extract
    }
}

extension BulletinExtract {
    /// Adds statements whose claims count them from 0.
    mutating func append(statements more: [Statement], claims moreClaims: [NumeralClaim]) {
        let shift = statements.count
        statements += more
        claims += moreClaims.map { claim in
            NumeralClaim(
                source: claim.source, fate: claim.fate, reason: claim.reason,
                statement: claim.statement.map { $0 + shift })
        }
    }

    /// Adds the rows of lists; a measure that prose and a list both name stays once, as the list has it.
    fileprivate mutating func add(_ lists: PlanListReader.Outcome) {
        let listed = Set(lists.tasks.map(\.provenance.line))
        tasks = (tasks.filter { !listed.contains($0.provenance.line) } + lists.tasks).sorted {
            $0.provenance.line < $1.provenance.line
        }
        projects += lists.projects
        diagnostics += lists.findings
    }
}
