/// Finds `1.`, `2.` … or `97.` in order: the begins of cells that carry clause numbers.
struct ClauseNumbers {
    let text: RotatedText

    func starts(in segment: Range<Int>) -> [(place: Int, number: Int)] {
        var found: [(place: Int, number: Int)] = []
        var index = segment.lowerBound
        while index < segment.upperBound {
            guard let (number, end) = text.number(at: index, limit: segment.upperBound) else {
                index += 1
                continue
            }
            if end < segment.upperBound, text.isCharacter(end, "."),
                found.last.map({ number == $0.number + 1 }) ?? true
            {
                found.append((index, number))
            }
            index = end
        }
        return found
    }
}
