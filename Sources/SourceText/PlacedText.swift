/// Repaired text that remembers, byte for byte, where in the source file it came from.
///
/// Layout joins lines, drops furniture and justified spaces and undoes doubled headings. A
/// `PlacedText` is the outcome: clean UTF-8 in ``bytes`` and, for each stretch of it, the source
/// range that it stands for. A stretch of equal length maps offset by offset; one whose length
/// changed (a full-width digit made ASCII, a doubled heading) maps as a whole.
public struct PlacedText: Sendable, Hashable {
    /// A stretch of the text and the source bytes that it stands for.
    public struct Run: Sendable, Hashable {
        public let text: Range<Int>
        public let source: Range<Int>

        public init(text: Range<Int>, source: Range<Int>) {
            self.text = text
            self.source = source
        }
    }

    public private(set) var bytes: [UInt8] = []
    public private(set) var runs: [Run] = []

    public init() {}

    public init(_ file: SourceFile, _ range: Range<Int>) {
        append(file, range)
    }

    public var isEmpty: Bool { bytes.isEmpty }
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    public func string(in range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// The text's first characters, at most `limit` bytes of them.
    public func string(upTo limit: Int) -> String {
        var end = min(limit, bytes.count)
        while end > 0, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return string(in: 0..<end)
    }

    /// Appends source bytes as they are.
    public mutating func append(_ file: SourceFile, _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        append(contentsOf: file.bytes[range], source: range)
    }

    /// Appends one byte that stands for the source bytes `source`.
    public mutating func append(_ byte: UInt8, source: Range<Int>) {
        append(contentsOf: CollectionOfOne(byte), source: source)
    }

    /// Appends `replacement`, which stands for the source bytes `source`.
    public mutating func append(contentsOf replacement: some Collection<UInt8>, source: Range<Int>) {
        let start = bytes.count
        bytes.append(contentsOf: replacement)
        if let last = runs.last, last.text.count == last.source.count, last.source.upperBound == source.lowerBound,
            bytes.count - start == source.count
        {
            runs[runs.count - 1] = Run(
                text: last.text.lowerBound..<bytes.count, source: last.source.lowerBound..<source.upperBound)
        } else {
            runs.append(Run(text: start..<bytes.count, source: source))
        }
    }

    public mutating func append(_ other: PlacedText) {
        let shift = bytes.count
        bytes.append(contentsOf: other.bytes)
        for run in other.runs {
            runs.append(Run(text: run.text.lowerBound + shift..<run.text.upperBound + shift, source: run.source))
        }
    }

    /// The part of the text in `range`, with its places.
    public func slice(_ range: Range<Int>) -> PlacedText {
        var part = PlacedText()
        part.bytes = Array(bytes[range])
        var index = indexOfRun(at: range.lowerBound)
        part.runs.reserveCapacity(max(0, indexOfRun(at: range.upperBound) + 1 - index))
        while index < runs.count, runs[index].text.lowerBound < range.upperBound {
            let run = runs[index]
            let text = run.text.clamped(to: range)
            if !text.isEmpty {
                part.runs.append(
                    Run(
                        text: text.lowerBound - range.lowerBound..<text.upperBound - range.lowerBound,
                        source: Self.source(of: text, in: run)))
            }
            index += 1
        }
        return part
    }

    /// The source offset of the byte at `offset`; the end of the last run for `bytes.count`.
    public func sourceOffset(at offset: Int) -> Int {
        guard offset < bytes.count else { return runs.last?.source.upperBound ?? 0 }
        let run = runs[indexOfRun(at: offset)]
        return Self.source(of: offset..<offset + 1, in: run).lowerBound
    }

    /// The source ranges behind `range`, in order, joined where they touch.
    public func sourceRanges(of range: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = []
        guard !range.isEmpty, !runs.isEmpty else { return result }
        var index = indexOfRun(at: range.lowerBound)
        while index < runs.count, runs[index].text.lowerBound < range.upperBound {
            let run = runs[index]
            let text = run.text.clamped(to: range)
            if !text.isEmpty {
                let source = Self.source(of: text, in: run)
                if let last = result.last, last.upperBound == source.lowerBound {
                    result[result.count - 1] = last.lowerBound..<source.upperBound
                } else {
                    result.append(source)
                }
            }
            index += 1
        }
        return result
    }

    private static func source(of text: Range<Int>, in run: Run) -> Range<Int> {
        guard run.text.count == run.source.count else { return run.source }
        let shift = run.source.lowerBound - run.text.lowerBound
        return text.lowerBound + shift..<text.upperBound + shift
    }

    private func indexOfRun(at offset: Int) -> Int {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].text.upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
