/// A bulletin or a definition file as UTF-8 bytes with its lines.
///
/// Offsets are byte offsets into ``bytes``; lines and columns count from 1, columns in characters
/// (Unicode scalars). Everything later in the pipeline keeps offsets into this value, so a figure
/// in the workbook can name its line. Where ``repairs`` tells that the file holds other bytes, lines are
/// the same in both, and columns are those of the file.
public struct SourceFile: Sendable, Hashable {
    /// The path below the input root, for a file at the root its own name: what `statements.csv` calls the bulletin.
    public let name: String
    public let bytes: [UInt8]
    /// The offset of each line's first byte. Never empty.
    public let lineStarts: [Int]
    /// How ``bytes`` came of the file's; `nil` for the many files that need no repair.
    public let repairs: TextRepairs?
    /// Where the bytes of ``asPrinted`` stand in the file of another form that they were made from; `nil` for text.
    public var places: PlaceMap?

    /// Splits `bytes` at LF; a CR before it belongs to the line end. A file without any LF is split at CR.
    public init(name: String, bytes: [UInt8], repairs: TextRepairs? = nil) {
        self.name = name
        self.bytes = bytes
        self.repairs = repairs
        let newline: UInt8 = bytes.contains(0x0A) ? 0x0A : 0x0D
        var starts = [0]
        starts.reserveCapacity(bytes.count / 24)
        bytes.withUnsafeBufferPointer { buffer in
            for offset in 0..<max(0, buffer.count - 1) where buffer[offset] == newline { starts.append(offset + 1) }
        }
        lineStarts = starts
    }

    public init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// The file with its lines alone: a text that has been read is let go, and offsets into it still find their lines.
    public var withoutBytes: SourceFile { SourceFile(name: name, lineStarts: lineStarts) }

    private init(name: String, lineStarts: [Int]) {
        self.name = name
        self.lineStarts = lineStarts
        bytes = []
        repairs = nil
    }

    /// The file with its own bytes, as nobody has repaired them.
    public var asPrinted: SourceFile { repairs.map { SourceFile(name: name, bytes: $0.printed) } ?? self }

    /// The bytes of ``asPrinted`` that `range` stands for.
    public func printedRange(of range: Range<Int>) -> Range<Int> { repairs?.printedRange(of: range) ?? range }

    @inlinable
    public var lineCount: Int { lineStarts.count }

    /// The bytes of `line` (from 1) without its line end.
    @inlinable
    public func rangeOfLine(_ line: Int) -> Range<Int> {
        let start = lineStarts[line - 1]
        var end = line < lineStarts.count ? lineStarts[line] : bytes.count
        end = min(end, bytes.count)
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return start..<max(start, end)
    }

    /// The line (from 1) that holds the byte at `offset`.
    public func line(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    public func position(at offset: Int) -> SourcePosition {
        let line = line(at: offset)
        var column = 1
        let before = printedRange(of: lineStarts[line - 1]..<max(lineStarts[line - 1], min(offset, bytes.count)))
        let bytes = repairs?.printed ?? bytes
        for index in before where bytes[index] & 0xC0 != 0x80 { column += 1 }
        return SourcePosition(line: line, column: column)
    }

    public func text(in range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}

/// A line and a column of a file, both from 1; the column counts characters.
public struct SourcePosition: Sendable, Hashable, Comparable {
    public let line: Int
    public let column: Int

    public init(line: Int, column: Int = 1) {
        self.line = line
        self.column = column
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
