import PipelineDefinition
import Reading

/// Tells Chinese numerals as claims name them: 两, 五万, 百分之九十五, （二）.
enum ChineseNumeralWords {
    /// Signs beside the everyday digits and powers that may stand in a numeral's claim.
    private static let more = Set("两半几成廿卅数多余分之第点（）()、.又上".unicodeScalars.map(\.value))
    /// Those of them that are numerals by themselves.
    private static let numerals = Set("两半几成廿卅".unicodeScalars.map(\.value))

    /// True where `bytes` are nothing but a numeral and its brackets.
    static func areAll(_ bytes: ArraySlice<UInt8>) -> Bool {
        // A numeral is short; what is longer is a name.
        guard !bytes.isEmpty, bytes.count <= 60 else { return false }
        let text = Array(bytes)
        var (index, hasNumeral) = (0, false)
        while index < text.count {
            let scalar = UTF8Scanning.scalar(in: text, at: index)
            let isDigit = NumeralLexicon.everyday[scalar.value] != nil
            guard isDigit || more.contains(scalar.value) else { return false }
            hasNumeral = hasNumeral || isDigit || numerals.contains(scalar.value)
            index += scalar.length
        }
        return hasNumeral
    }
}
