public import SourceText
public import StatisticalModel

/// All that Pipelines/ defines, compiled: the words and units that every stage shares, and the pipelines.
public struct PipelineLibrary: Sendable {
    public var units = UnitTable()
    public var areas = AreaTable()
    public var layout = LayoutLexicon()
    public var tables = TableLexicon()
    public var pipelines: [Pipeline] = []
    public var rotated = RotatedLexicon()
    public var listColumns = ListColumnLexicon()

    public init() {}

    /// Reads the folder; all problems come back at once, with file, line and column.
    public static func load(from directory: String) -> (library: PipelineLibrary, problems: [Diagnostic]) {
        var library = PipelineLibrary()
        var problems: [Diagnostic] = []
        library.units = UnitTable(path: "\(directory)/common/units.csv", problems: &problems)
        library.layout = LayoutLexicon(path: "\(directory)/common/layout.csv", problems: &problems)
        library.rotated = RotatedLexicon(path: "\(directory)/common/rotated-words.csv", problems: &problems)
        library.listColumns = ListColumnLexicon(path: "\(directory)/common/list-columns.csv", problems: &problems)
        library.tables = TableLexicon(path: "\(directory)/common/table-words.csv", problems: &problems)
        return (library, problems)
    }
}
