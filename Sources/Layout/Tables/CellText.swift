import SourceText

/// The text of a cell out of source bytes: blanks that justify a line go, those between Latin words stay.
enum CellText {
    static func placed(_ file: SourceFile, _ range: Range<Int>) -> PlacedText {
        var text = PlacedText()
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            let blank = blankLength(file.bytes, index, end: range.upperBound)
            guard blank > 0 else {
                index += 1
                continue
            }
            var end = index + blank
            while end < range.upperBound, case let more = blankLength(file.bytes, end, end: range.upperBound), more > 0
            {
                end += more
            }
            let isBetweenLetters =
                index > range.lowerBound && end < range.upperBound && isLetter(file.bytes[index - 1])
                && isLetter(file.bytes[end])
            text.append(file, start..<index)
            start = isBetweenLetters ? index : end
            index = end
        }
        text.append(file, start..<range.upperBound)
        return text
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

    private static func blankLength(_ bytes: [UInt8], _ index: Int, end: Int) -> Int {
        PageScanner.blankLength(bytes, at: index, end: end)
    }
}
