import Testing

@testable import Layout

@Suite struct KeyNumbersTests {
    @Test func keysAreNumberedAsTheyCome() {
        var numbers = KeyNumbers()
        // Far more than the first slots hold, every third one twice.
        let keys = (0..<5000).map { UInt64($0) &* 0x1_0000_0001 }
        for (place, key) in keys.enumerated() {
            #expect(numbers.number(of: key) == (place, true))
            if place % 3 == 0 { #expect(numbers.number(of: key) == (place, false)) }
        }
        #expect(numbers.count == keys.count)
        #expect(keys.map(numbers.known) == Array(keys.indices))
        #expect(numbers.known(7) == nil)
    }
}
