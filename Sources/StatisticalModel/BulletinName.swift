/// What a bulletin is called: the path of its file below the input root, `2023/plan.txt`.
///
/// A file that lies at the root, or is named outright, is called by its own name: `plan.txt`.
public struct BulletinName: Sendable, Hashable, CustomStringConvertible {
    public let text: String

    public init(_ text: String) { self.text = text }
    public var description: String { text }

    /// The name without the file's ending, as ids have it: `2023/plan`.
    public var stem: String { point.map { String(text[..<$0]) } ?? text }

    /// The file's own name without folder and ending: `plan`.
    public var title: String { String(stem.split(separator: "/").last ?? "") }

    /// The file's ending in small letters, without its point: `txt`; `nil` where it has none.
    public var ending: String? {
        point.flatMap { point in
            let ending = text[text.index(after: point)...].lowercased()
            return ending.isEmpty ? nil : ending
        }
    }

    /// The last point of the file's own name, unless the name begins with it.
    private var point: String.Index? {
        let start = text.lastIndex(of: "/").map { text.index(after: $0) } ?? text.startIndex
        return text[start...].lastIndex(of: ".").flatMap { $0 == start ? nil : $0 }
    }
}
