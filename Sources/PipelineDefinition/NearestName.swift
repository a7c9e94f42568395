/// Known names that a mistyped one may have meant, by edit distance.
public enum NearestName {
    /// `; did you mean ‘up’?`, or `; known are up, down, keep` for a short list without a near name, or nothing.
    public static func hint(for name: String, among known: [String]) -> String {
        let near = question(nearest(to: name, among: known))
        if !near.isEmpty { return near }
        return known.count <= 12 && !known.isEmpty ? "; known are \(known.joined(separator: ", "))" : ""
    }

    /// `; did you mean ‘up’ or ‘down’?` for names that are near, nothing for none.
    public static func question(_ near: [String]) -> String {
        near.isEmpty ? "" : "; did you mean \(near.map { "‘\($0)’" }.joined(separator: " or "))?"
    }

    /// Up to two names whose distance is at most a third of the length, nearest first.
    public static func nearest(to name: String, among known: [String]) -> [String] {
        let scalars = Array(name.unicodeScalars)
        var found: [(distance: Int, name: String)] = []
        for candidate in Set(known).sorted() {
            let other = Array(candidate.unicodeScalars)
            let limit = max(1, max(scalars.count, other.count) / 3)
            guard abs(scalars.count - other.count) <= limit else { continue }
            let distance = distance(scalars, other)
            if distance <= limit, distance < max(scalars.count, other.count) { found.append((distance, candidate)) }
        }
        return found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(2).map(\.name)
    }

    /// Levenshtein's distance: insertions, deletions and substitutions.
    static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let above = row[j + 1]
                row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
                diagonal = above
            }
        }
        return row[right.count]
    }
}
