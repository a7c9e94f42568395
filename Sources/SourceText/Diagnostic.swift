/// A finding about an input file: what is wrong and where.
public struct Diagnostic: Sendable, Hashable, CustomStringConvertible {
    public enum Severity: String, Sendable, Hashable {
        case error, warning, note
    }

    public let path: String
    /// `nil` where the finding concerns the file as a whole.
    public let position: SourcePosition?
    public let severity: Severity
    public let message: String

    public init(path: String, position: SourcePosition? = nil, severity: Severity, message: String) {
        self.path = path
        self.position = position
        self.severity = severity
        self.message = message
    }

    /// `path:line:column: error: message`, the form that editors jump to.
    public var description: String {
        let place = position.map { ":\($0.line):\($0.column)" } ?? ""
        return "\(path)\(place): \(severity.rawValue): \(message)"
    }
}
