/// What the file says of itself. ``created`` is required: without it each run would store its own clock.
public struct DocumentProperties: Sendable, Hashable {
    public var title: String
    public var subject: String
    public var author: String
    public var company: String
    public var keywords: String
    public var comments: String
    /// Seconds since 1970-01-01T00:00:00Z.
    public var created: Int

    public init(
        title: String, subject: String = "", author: String = "", company: String = "", keywords: String = "",
        comments: String = "", created: Int
    ) {
        self.title = title
        self.subject = subject
        self.author = author
        self.company = company
        self.keywords = keywords
        self.comments = comments
        self.created = created
    }
}
