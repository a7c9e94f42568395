public import PipelineDefinition

/// Where the tests find the project's own files and the real bulletins.
public enum ProjectFolder {
    /// The project's root, from this file's own place.
    public static let root = String(#filePath.dropLast("/Tests/TestSupport/ProjectFolder.swift".count))
    public static let pipelines = root + "/Pipelines"
    /// Its definitions, compiled once for all tests of a run: that takes a second without optimisation.
    public static let library = PipelineLibrary.load(from: pipelines).library
    /// The real bulletins, which are no part of the repository; tests that need them skip visibly without.
    public static let sharedBulletins = root + "/../shared/bulletins"
    public static let sharedDocuments = root + "/../shared/documents"
    public static let sharedGold = root + "/../shared/gold"
}
