import DelimitedText
internal import Normalization
public import PipelineDefinition
public import SourceText

/// Pairs of names with the verdict on each: what `gongbao matches --pairs` prints.
public enum NamePairs {
    /// `target,outturn,verdict,facets` of a CSV file with the columns target and outturn.
    public static func judged(path: String, library: PipelineLibrary) -> (bytes: [UInt8], problems: [Diagnostic]) {
        var problems: [Diagnostic] = []
        let table = DefinitionTable(path: path, required: ["target", "outturn"], problems: &problems)
        let matcher = NameMatcher(library: library)
        var writer = CSVWriter(header: ["target", "outturn", "verdict", "facets"])
        for row in table.rows {
            let match = matcher.match(row("target"), row("outturn"))
            writer.write([
                row("target"), row("outturn"), match.verdict.rawValue, match.differences.joined(separator: "; "),
            ])
        }
        return (writer.bytes, problems)
    }
}
