import SourceText

extension WordTrie {
    /// The range of the first word in `bytes` from `start` on; `nil` where none stands there.
    func firstOccurrence(in bytes: [UInt8], from start: Int = 0) -> Range<Int>? {
        var index = start
        while index < bytes.count {
            if let match = longestMatch(in: bytes, at: index) { return index..<index + match.length }
            index += 1
        }
        return nil
    }

    func occurs(in bytes: [UInt8]) -> Bool { firstOccurrence(in: bytes) != nil }
}
