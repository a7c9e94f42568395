internal import Normalization
public import PipelineDefinition
public import Publishing
public import StatisticalModel

/// The bulletins of a run on one scale, as Publishing takes them.
public struct NormalizedRun: Sendable {
    public let normalized: NormalizedBulletins

    public init(_ bulletins: [ReadBulletin], library: PipelineLibrary) {
        self.init(bulletins, by: BulletinNormalizer(library: library))
    }

    init(_ bulletins: [ReadBulletin], by normalizer: BulletinNormalizer) {
        normalized = normalizer.normalizer.normalize(bulletins.map { (normalizer.setting(of: $0), $0.extract) })
    }

    /// The series whose targets wait for a decision on a name.
    var proposed: Set<SeriesKey> { Set(normalized.proposals.map(\.series)) }

    /// The rows of statements.csv.
    public var statementRows: [StatementRow] { normalized.statements.map(StatementRow.init) }

    /// The rows of the sheet 修订与冲突.
    public var conflictRows: [ConflictRow] {
        normalized.conflicts.compactMap { conflict in
            guard
                let used = conflict.observations.indices.contains(conflict.used)
                    ? conflict.observations[conflict.used] : conflict.observations.first
            else { return nil }
            return ConflictRow(
                indicator: used.indicatorName, qualifier: used.qualifier, area: used.area, kind: used.kind,
                year: used.year, statements: conflict.observations.flatMap(\.sources), taken: used.sources.first?.id,
                reason: conflict.rule.rawValue)
        }
    }
}

/// Bulletins on one scale, each by itself: the tables of names are made once.
public struct BulletinNormalizer: Sendable {
    fileprivate let normalizer: Normalizer

    public init(library: PipelineLibrary) { normalizer = Normalizer(library: library) }

    /// What the text of `bulletin` says of all its figures, or said while it was there.
    func setting(of bulletin: ReadBulletin) -> BulletinSetting {
        bulletin.setting ?? normalizer.setting(of: bulletin.layout)
    }

    /// The statements of `bulletin` with what is known of them without any other bulletin.
    public func statementRows(of bulletin: ReadBulletin) -> [StatementRow] {
        normalizer.statements(of: setting(of: bulletin), bulletin.extract).map(StatementRow.init)
    }
}

extension StatementRow {
    fileprivate init(_ item: NormalizedStatement) {
        var statement = item.statement
        statement.qualifier = item.qualifier
        self.init(
            statement: statement, pipeline: item.pipeline, indicatorCode: item.indicator, area: item.area,
            baseValue: item.baseValue, baseUpper: item.baseUpper, baseUnit: item.baseUnit)
    }
}
