/// Finds what is wrong with bytes that should be UTF-8.
enum UTF8Validation {
    /// The length of the well-formed character at `index`, 0 where the bytes form none.
    ///
    /// Overlong forms, surrogates and values past U+10FFFF are not well-formed.
    @inline(__always)
    static func characterLength(_ bytes: [UInt8], at index: Int) -> Int {
        let first = bytes[index]
        if first < 0x80 { return 1 }
        let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
        guard length > 0, index + length <= bytes.count else { return 0 }
        let second = bytes[index + 1]
        let lowest: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
        let highest: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
        guard second >= lowest, second <= highest else { return 0 }
        for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
        return length
    }

    /// The bytes with U+FFFD for each broken stretch, and the offsets in the result where they stand.
    static func repaired(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], faults: [Int]) {
        let source = Array(bytes)
        var result: [UInt8] = []
        result.reserveCapacity(source.count)
        var faults: [Int] = []
        var (index, start) = (0, 0)
        while index < source.count {
            let length = characterLength(source, at: index)
            guard length == 0 else {
                index += length
                continue
            }
            result += source[start..<index]
            faults.append(result.count)
            result += [0xEF, 0xBF, 0xBD]
            index += 1
            while index < source.count, source[index] & 0xC0 == 0x80, characterLength(source, at: index) == 0 {
                index += 1
            }
            start = index
        }
        result += source[start...]
        return (result, faults)
    }
}
