public import SourceText
public import StatisticalModel

/// Why a run could not be done: exit status 2.
public enum RunError: Error, Sendable {
    /// No bulletin could be read.
    case noInput([Diagnostic], unread: [UnreadFile])
    case output(FileError)
    case workbook(path: String, reason: String)
    case invalidOption(String)
    /// Another run wrote to the output folder, named here, for longer than this one was to wait.
    case locked(String)
}
