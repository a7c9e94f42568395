/// The byte forms of GB18030, which contains GBK and GB2312.
enum GB18030Form {
    /// The length of the character at `index`: 1, 2 or 4; 0 where the bytes form none.
    static func characterLength(_ bytes: [UInt8], at index: Int) -> Int {
        let first = bytes[index]
        if first < 0x80 { return 1 }
        guard first > 0x80, first < 0xFF, index + 1 < bytes.count else { return 0 }
        let second = bytes[index + 1]
        if second >= 0x40, second != 0x7F, second < 0xFF { return 2 }
        guard (0x30...0x39).contains(second), index + 3 < bytes.count else { return 0 }
        let isFour = (0x81...0xFE).contains(bytes[index + 2]) && (0x30...0x39).contains(bytes[index + 3])
        return isFour ? 4 : 0
    }
}
