/// How the text of a ``SourceFile`` differs from what its file holds, place by place.
///
/// `達到１2` with a zero-width space inside is read as `达到12`: an edit for each character that another stands for,
/// and one with an empty text for each that was left out. Between edits the bytes are the same. Line ends are never
/// edited, so both have the same lines.
public struct TextRepairs: Sendable, Hashable {
    /// What a quotation shows at the place of an edit.
    public enum Quotation: Sendable, Hashable {
        /// What the file holds: traditional characters, glosses, years of another calendar.
        case printed
        /// What is read: blanks inside a number, invisible characters and markup were never in print.
        case repaired
    }

    public struct Edit: Sendable, Hashable {
        /// In the text that is read; empty where something was left out.
        public let text: Range<Int>
        /// In the bytes of the file.
        public let printed: Range<Int>
        public let quotation: Quotation

        public init(text: Range<Int>, printed: Range<Int>, quotation: Quotation) {
            self.text = text
            self.printed = printed
            self.quotation = quotation
        }
    }

    /// The bytes of the file as UTF-8.
    public let printed: [UInt8]
    /// In the order of the text.
    public let edits: [Edit]

    public init(printed: [UInt8], edits: [Edit]) {
        self.printed = printed
        self.edits = edits
    }

    /// The bytes of the file that `range` of the text stands for; what was left out at its ends is not among them.
    public func printedRange(of range: Range<Int>) -> Range<Int> {
        let start = printedStart(of: range.lowerBound)
        return range.isEmpty ? start..<start : start..<max(start, printedEnd(of: range.upperBound))
    }

    private func printedStart(of offset: Int) -> Int {
        let index = countOfEdits { $0.text.lowerBound <= offset } - 1
        guard index >= 0 else { return offset }
        let edit = edits[index]
        if offset < edit.text.upperBound {
            let isByteForByte = edit.text.count == edit.printed.count
            return edit.printed.lowerBound + (isByteForByte ? offset - edit.text.lowerBound : 0)
        }
        return edit.printed.upperBound + offset - edit.text.upperBound
    }

    private func printedEnd(of offset: Int) -> Int {
        let index = countOfEdits { $0.text.lowerBound < offset } - 1
        guard index >= 0 else { return offset }
        let edit = edits[index]
        if offset < edit.text.upperBound, edit.text.count == edit.printed.count {
            return edit.printed.lowerBound + offset - edit.text.lowerBound
        }
        return edit.printed.upperBound + max(0, offset - edit.text.upperBound)
    }

    /// The edits that touch `range` of the text: those within it, and what was left out behind one of its bytes.
    public func edits(in range: Range<Int>) -> ArraySlice<Edit> {
        let first = countOfEdits {
            $0.text.lowerBound < range.lowerBound || $0.text == range.lowerBound..<range.lowerBound
        }
        let end = countOfEdits { $0.text.upperBound <= range.upperBound }
        return edits[first..<max(first, end)]
    }

    /// True where `range` of the file was left out of the text.
    public func omits(_ range: Range<Int>) -> Bool {
        let index = countOfEdits { $0.printed.upperBound <= range.lowerBound }
        return index < edits.count && edits[index].text.isEmpty && edits[index].printed.lowerBound <= range.lowerBound
            && edits[index].printed.upperBound >= range.upperBound
    }

    /// How many edits stand before the first for which `isBefore` does not hold.
    private func countOfEdits(where isBefore: (Edit) -> Bool) -> Int {
        var (low, high) = (0, edits.count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(edits[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension PlacedText {
    /// The text in `range` as a quotation: as repaired, but with the characters that the file holds where its script
    /// or its calendar was read in another.
    public func quotation(in range: Range<Int>, of file: SourceFile) -> String {
        guard let repairs = file.repairs else { return string(in: range) }
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        for run in slice(range).runs {
            let shift = range.lowerBound + run.text.lowerBound
            guard run.text.count == run.source.count else {
                result += bytes[shift..<shift + run.text.count]
                continue
            }
            var place = run.source.lowerBound
            for edit in repairs.edits(in: run.source) where edit.quotation == .printed && edit.text.lowerBound >= place
            {
                result +=
                    bytes[shift + place - run.source.lowerBound..<shift + edit.text.lowerBound - run.source.lowerBound]
                result += repairs.printed[edit.printed]
                place = edit.text.upperBound
            }
            result += bytes[shift + place - run.source.lowerBound..<shift + run.text.count]
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The whole text as a quotation.
    public func quotation(of file: SourceFile) -> String { quotation(in: 0..<bytes.count, of: file) }
}
