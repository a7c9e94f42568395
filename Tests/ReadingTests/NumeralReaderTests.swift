import PipelineDefinition
import Reading
import StatisticalModel
import TestSupport
import Testing

/// The edges of numerals: where one ends, and what is none.
@Suite struct NumeralReaderTests {
    static let library = ProjectFolder.library
    private let reader = QuantityReader(library: library)

    private func read(_ text: String) -> ScannedQuantity? { reader.read(in: Array(text.utf8), at: 0)?.quantity }

    @Test func thirtySixDigitsAreExactAndThirtySevenAreNone() {
        let digits = String(repeating: "9", count: 36)
        #expect(read("\(digits)元")?.value.description == digits)
        #expect(read("\(digits)元")?.form == .plain)
        #expect(read("\(digits)9元")?.form == .tooLong)
    }

    @Test(arguments: [
        ("1·8%", "1.8"), ("2·15个百分点", "2.15"), ("5 221 km", "5221"), ("6 063.46万m", "6063.46"),
        ("194 044.56亿吨", "194044.56"), ("1 026个", "1026"),
    ])
    func dotsHalfWayUpAndSpacedGroups(text: String, value: String) {
        #expect(read(text)?.value.description == value)
    }

    /// A day's name, cells of a row, a year and what follows it: no groups of one number.
    @Test(arguments: [("7·20元", "7"), ("12 345 678", "12"), ("2019 451元", "2019"), ("05 221元", "5"), ("5 22元", "5")])
    func dotsAndSpacesBetweenNumbers(text: String, value: String) {
        #expect(read(text)?.value.description == value)
    }

    @Test func aProductThatDoesNotFitIsNoFigure() {
        #expect(read("\(String(repeating: "9", count: 30))×\(String(repeating: "9", count: 30))元")?.form == .tooLong)
    }

    @Test func manyChineseDigitsDoNotOverflow() {
        #expect(read(String(repeating: "九", count: 36) + "元")?.value.description == String(repeating: "9", count: 36))
        #expect(read(String(repeating: "九", count: 39) + "元")?.form == .tooLong)
    }

    /// A word that only looks like a numeral reads as none.
    @Test(arguments: ["数据", "数字", "几个", "上海", "上级", "数名", "大陆"]) func noNumeral(text: String) {
        #expect(read(text) == nil)
    }

    @Test(arguments: ["网上百货", "基数万元"]) func aWordBeforeThePowerTakesTheSign(text: String) {
        let bytes = Array(text.utf8)
        #expect(reader.read(in: bytes, at: 3) == nil)
    }

    @Test(arguments: ["5成员", "5成立", "6.8985折算", "6.8985折合", "5两会"]) func theNextCharacterMakesAnotherWord(text: String)
    {
        #expect(read(text)?.unit == "")
    }

    @Test(arguments: [
        ("8:30", 0), ("17:00", 0), ("40:60", 2), ("4:6", 2), ("2.5:1", 2), ("9.0:44.9:46.1", 3), ("1：2017年", 0),
        ("1：5个", 0),
    ])
    func ratiosAndWhatIsNone(text: String, parts: Int) {
        #expect(read(text)?.parts.count == parts)
    }

    @Test(arguments: [("突破万亿元大关", "1 万亿元"), ("突破千亿元。", "1000 亿元"), ("突破百万，", "100 万"), ("达到千亿级。", "1000 亿")])
    func aPowerAloneIsALevel(text: String, expected: String) {
        let found = reader.impliedOne(in: Array(text.utf8), at: 6)?.quantity
        #expect(found.map { "\($0.value) \($0.unit)" } == expected)
    }

    @Test(arguments: ["突破千亿元产业", "打造千亿级集群", "突破百家。", "突破百。"]) func aPowerBeforeANounIsNone(text: String) {
        #expect(reader.impliedOne(in: Array(text.utf8), at: 6)?.quantity == nil)
    }

    @Test(arguments: [("一两个", "1-2 个"), ("五两", "5 两"), ("两三个", "2-3 个"), ("一二三类", "123 类"), ("三五年", "3-5 年")])
    func twoAndItsNeighbours(text: String, expected: String) {
        let found = read(text)
        #expect(found.map { "\($0.value)\($0.upper.map { "-\($0)" } ?? "") \($0.unit)" } == expected)
    }
}
