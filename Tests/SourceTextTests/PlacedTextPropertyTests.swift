import SourceText
import Testing

/// Invariants of PlacedText over random sequences of appends and cuts.
@Suite struct PlacedTextPropertyTests {
    private static let file = SourceFile(name: "a", text: String(repeating: "产值５５０８亿元，增长8%。", count: 8))

    /// A text of random pieces in the order of the file: kept, replaced or left out.
    private func text(seed: Int) -> PlacedText {
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        var (result, place) = (PlacedText(), 0)
        while place + 12 < Self.file.bytes.count {
            let end = place + 1 + next(9)
            switch next(4) {
            case 0: result.append(Self.file, place..<end)
            case 1: result.append(UInt8(ascii: "5"), source: place..<end)
            case 2: result.append(PlacedText(Self.file, place..<end))
            default: break
            }
            place = end
        }
        return result
    }

    @Test(arguments: 1..<40) func runsCoverTheTextInOrder(seed: Int) {
        let text = text(seed: seed)
        #expect(text.runs.first?.text.lowerBound == 0)
        #expect(text.runs.last?.text.upperBound == text.bytes.count)
        for (left, right) in zip(text.runs, text.runs.dropFirst()) {
            #expect(left.text.upperBound == right.text.lowerBound)
            #expect(left.source.upperBound <= right.source.lowerBound)
        }
    }

    @Test(arguments: 1..<40) func placesNeverRunBackwards(seed: Int) {
        let text = text(seed: seed)
        let offsets = text.bytes.indices.map { text.sourceOffset(at: $0) }
        #expect(offsets == offsets.sorted())
        #expect(offsets.allSatisfy { Self.file.bytes.indices.contains($0) })
    }

    @Test(arguments: 1..<40) func aSliceKeepsItsPlaces(seed: Int) {
        let text = text(seed: seed)
        let range = text.bytes.count / 3..<text.bytes.count * 2 / 3
        let part = text.slice(range)
        #expect(part.bytes == Array(text.bytes[range]))
        #expect(part.sourceRanges(of: 0..<part.bytes.count) == text.sourceRanges(of: range))
        for offset in part.bytes.indices {
            #expect(part.sourceOffset(at: offset) == text.sourceOffset(at: range.lowerBound + offset))
        }
    }

    @Test(arguments: 1..<40) func slicesJoinToTheWhole(seed: Int) {
        let text = text(seed: seed)
        let middle = text.bytes.count / 2
        var joined = text.slice(0..<middle)
        joined.append(text.slice(middle..<text.bytes.count))
        #expect(joined.bytes == text.bytes)
        #expect(text.bytes.indices.allSatisfy { joined.sourceOffset(at: $0) == text.sourceOffset(at: $0) })
    }
}
