/// A file among the inputs that became no bulletin, and why: an entry of run.json.
public struct UnreadFile: Sendable, Hashable {
    public enum Reason: Sendable, Hashable {
        /// gongbao reads no files with this ending: `pdf`.
        case ending(String)
        /// The file's name has no ending that would tell what it holds.
        case noEnding
        /// Another file, named here, has the same bytes and is read in its stead.
        case duplicate(of: String)
        /// The file is empty or no text, or the system refuses it; the finding `input` says which.
        case unreadable

        /// As run.json has it.
        public var code: String {
            switch self {
            case .ending: "ending"
            case .noEnding: "no-ending"
            case .duplicate: "duplicate"
            case .unreadable: "unreadable"
            }
        }
    }

    /// As a bulletin's: the path below the input root.
    public let name: String
    public let reason: Reason

    public init(name: String, reason: Reason) {
        self.name = name
        self.reason = reason
    }
}
