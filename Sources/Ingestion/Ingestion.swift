public import SourceText
public import StatisticalModel

/// The first stage: the bytes of a bulletin file to clean UTF-8 lines.
public enum Ingestion {
    /// What came of one file: its text, unless it cannot be read as text, and findings with their places.
    public struct Outcome: Sendable {
        public var file: SourceFile?
        public var diagnostics: [Diagnostic]

        public init(file: SourceFile?, diagnostics: [Diagnostic]) {
            self.file = file
            self.diagnostics = diagnostics
        }
    }
}
