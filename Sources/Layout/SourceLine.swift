/// A raw line of a bulletin as the parts of Layout hand it to each other.
struct SourceLine: Sendable, Hashable {
    enum Role: Sendable, Hashable {
        case text, blank
        /// Page numbers, running heads, watermarks: never read as text.
        case furniture
        /// One to three characters of a rotated page.
        case rotated
    }

    /// From 1.
    var number: Int
    /// The line's bytes without line end and without blanks at either end.
    var range: Range<Int>
    var role: Role
    /// The page that the line stands on, from 0.
    var page: Int
    /// True for the first line of a page.
    var startsPage: Bool
    /// True where a blank line stands directly before: in PDF text every ordinary line has one.
    var followsBlank: Bool
}
