/// Finds `1.`, `2.` … or `97.` in order: the begins of cells that carry clause numbers.
struct ClauseNumbers {
    let text: RotatedText

    func starts(in segment: Range<Int>) -> [Int] {
        var found: [(place: Int, number: Int)] = []
        var index = segment.lowerBound
        while index < segment.upperBound {
            var (end, number) = (index, 0)
            while end < segment.upperBound, end - index < 4, text.isDigit(end) {
                number = number * 10 + Int(text.bytes(end..<end + 1).first! - 0x30)
                end += 1
            }
            if end > index, end < segment.upperBound, text.isCharacter(end, "."),
                found.last.map({ number == $0.number + 1 }) ?? true
            {
                found.append((index, number))
            }
            index = max(end, index + 1)
        }
        return found.map(\.place)
    }
}
