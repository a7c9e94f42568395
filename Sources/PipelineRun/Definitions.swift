import Normalization
public import PipelineDefinition
public import SourceText
import StatisticalModel

/// The definitions as runs use them: read, and the office's figures that name their indicators given codes.
public enum Definitions {
    public static func load(from directory: String) -> (library: PipelineLibrary, problems: [Diagnostic]) {
        let (library, problems) = PipelineLibrary.load(from: directory)
        // Names mean nothing by tables that are not whole.
        guard problems.isEmpty, library.pipelines.contains(where: \.hasNamedFigures) else { return (library, problems) }
        return SuppliedNames(library: library).resolved()
    }
}

extension Pipeline {
    fileprivate var hasNamedFigures: Bool { suppliedFigures.contains { $0.indicator.text.isEmpty } }
}
