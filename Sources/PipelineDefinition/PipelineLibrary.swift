public import SourceText
public import StatisticalModel

/// All that Pipelines/ defines, compiled: the words and units that every stage shares, and the pipelines.
public struct PipelineLibrary: Sendable {
    public var units = UnitTable()
    public var areas = AreaTable()
    public var headers = HeaderLexicon()
    public var pipelines: [Pipeline] = []

    public init() {}

    /// Reads the folder; all problems come back at once, with file, line and column.
    public static func load(from directory: String) -> (library: PipelineLibrary, problems: [Diagnostic]) {
        var library = PipelineLibrary()
        var problems: [Diagnostic] = []
        library.units = UnitTable(path: "\(directory)/common/units.csv", problems: &problems)
        library.headers = HeaderLexicon(path: "\(directory)/common/table-headers.csv", problems: &problems)
        return (library, problems)
    }
}
