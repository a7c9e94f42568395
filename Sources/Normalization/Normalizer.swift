public import PipelineDefinition
public import StatisticalModel

/// The fourth stage: statements of all bulletins to observations on one scale.
public struct Normalizer: Sendable {
    private let library: PipelineLibrary

    public init(library: PipelineLibrary) {
        self.library = library
    }
}
