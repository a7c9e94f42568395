public import PipelineDefinition
public import StatisticalModel

/// The fifth stage: observations to progress assessments at a date.
public struct Assessor: Sendable {
    private let library: PipelineLibrary

    public init(library: PipelineLibrary) {
        self.library = library
    }
}
