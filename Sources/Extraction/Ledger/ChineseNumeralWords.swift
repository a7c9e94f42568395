/// Tells Chinese numerals as claims name them: 两, 五万, 百分之九十五, （二）.
enum ChineseNumeralWords {
    private static let scalars = Set("〇零一二三四五六七八九十百千万亿两半几数多余成分之第点廿卅（）()、.".unicodeScalars)
    private static let numerals = Set("〇零一二三四五六七八九十百千万亿两半几成廿卅".unicodeScalars)

    /// True where `bytes` are nothing but a numeral and its brackets.
    static func areAll(_ bytes: ArraySlice<UInt8>) -> Bool {
        // A numeral is short; what is longer is a name.
        guard !bytes.isEmpty, bytes.count <= 60 else { return false }
        let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
        return text.allSatisfy(scalars.contains) && text.contains(where: numerals.contains)
    }
}
