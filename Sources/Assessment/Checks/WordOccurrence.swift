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

    /// The last word in `bytes` that ends at `end` or before; `nil` where none does.
    func lastOccurrence(in bytes: [UInt8], before end: Int) -> Range<Int>? {
        var last: Range<Int>?
        var start = 0
        while let found = firstOccurrence(in: bytes, from: start), found.upperBound <= end {
            last = found
            start = found.upperBound
        }
        return last
    }

    func occurs(in bytes: [UInt8]) -> Bool { firstOccurrence(in: bytes) != nil }
}
