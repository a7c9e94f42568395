/// Which of a run of lines have a property, and how many of them between two places.
struct LineMarks {
    /// For each place how many lines before it have the property.
    private var before = [0]

    init(_ lines: [TableLine], _ hasProperty: (TableLine) -> Bool) {
        before.reserveCapacity(lines.count + 1)
        var count = 0
        for line in lines {
            if hasProperty(line) { count += 1 }
            before.append(count)
        }
    }

    subscript(place: Int) -> Bool { place + 1 < before.count && before[place] < before[place + 1] }

    func count(_ range: Range<Int>) -> Int { before[range.upperBound] - before[range.lowerBound] }
}
