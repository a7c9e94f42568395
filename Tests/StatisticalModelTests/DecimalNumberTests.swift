import StatisticalModel
import TestSupport
import Testing

@Suite struct DecimalNumberTests {
    private static let samples: [DecimalNumber] = {
        var random = SplitMix64(state: 20_241_231)
        return (0..<300).map { _ in
            DecimalNumber(
                significand: Int128(Int.random(in: -999_999_999...999_999_999, using: &random)),
                exponent: Int.random(in: -8...4, using: &random))
        } + [0, 1, -1]
    }()

    @Test(arguments: ["0", "6.0", "-12.50", "78.88", "0.011", "1000000000000", "-0.5", "0.00"])
    func textSurvivesTheRoundTrip(text: String) {
        #expect(DecimalNumber(text)?.description == text)
    }

    @Test func groupingAndLeadingPointAreRead() {
        #expect(DecimalNumber("1,234.5")?.description == "1234.5")
        #expect(DecimalNumber(".5")?.description == "0.5")
        #expect(DecimalNumber("+7") == 7)
    }

    @Test(arguments: ["", "-", ".", "1.", "1,", "1..2", "1-2", "１", "1e3", "1 2", "1,.5", ",1"])
    func otherTextIsNoNumber(text: String) {
        #expect(DecimalNumber(text) == nil)
    }

    @Test func thirtySevenDigitsAreTheLimit() {
        #expect(DecimalNumber(String(repeating: "9", count: 37)) != nil)
        #expect(DecimalNumber(String(repeating: "9", count: 38)) == nil)
        #expect(DecimalNumber(String(repeating: "1", count: 100_000)) == nil)
    }

    @Test func equalityGoesByValueAndPrintKeepsPrecision() {
        let printed = DecimalNumber("6.0")
        #expect(printed == 6 && printed?.hashValue == DecimalNumber(6).hashValue)
        #expect(printed?.decimals == 1)
    }

    @Test func samplesSurviveTheirText() {
        for sample in Self.samples { #expect(DecimalNumber(sample.description) == sample) }
    }

    @Test func additionAndMultiplicationKeepTheLawsOfArithmetic() throws {
        for (a, b) in zip(Self.samples, Self.samples.reversed()) {
            #expect(a.adding(b) == b.adding(a))
            #expect(try #require(a.adding(b)).subtracting(b) == a)
            #expect(a.multiplied(by: b) == b.multiplied(by: a))
            #expect(a.multiplied(by: 1) == a && a.adding(0) == a)
            let left = try #require(a.adding(b)?.multiplied(by: 3))
            #expect(left == a.multiplied(by: 3)?.adding(try #require(b.multiplied(by: 3))))
        }
    }

    @Test func orderAgreesWithSubtraction() throws {
        for (a, b) in zip(Self.samples, Self.samples.dropFirst()) {
            #expect((a < b) == (try #require(a.subtracting(b))).isNegative)
            #expect(!(a < a))
        }
    }

    @Test func divisionUndoesMultiplication() throws {
        for (a, b) in zip(Self.samples, Self.samples.reversed()) where !b.isZero {
            let product = try #require(a.multiplied(by: b))
            #expect(product.divided(by: b, decimals: 8) == a)
        }
    }

    @Test func roundingErrsByHalfAUnitAtMost() throws {
        let half = try #require(DecimalNumber("0.005"))
        for sample in Self.samples {
            let error = try #require(sample.rounded(toDecimals: 2).subtracting(sample)).magnitude
            #expect(!(half < error))
        }
    }

    @Test(arguments: [
        ("0.5", 0, "0"), ("1.5", 0, "2"), ("2.5", 0, "2"), ("-0.5", 0, "0"), ("-1.5", 0, "-2"), ("2.51", 0, "3"),
        ("0.125", 2, "0.12"), ("0.135", 2, "0.14"), ("-2.675", 2, "-2.68"), ("7", 2, "7"),
    ])
    func halvesGoToTheEvenDigit(text: String, decimals: Int, expected: String) {
        #expect(DecimalNumber(text)?.rounded(toDecimals: decimals) == DecimalNumber(expected))
    }

    @Test func quotientsRoundHalfEven() {
        #expect(DecimalNumber(1).divided(by: 3, decimals: 4)?.description == "0.3333")
        #expect(DecimalNumber(-2).divided(by: 3, decimals: 2)?.description == "-0.67")
        #expect(DecimalNumber(1).divided(by: 8, decimals: 2)?.description == "0.12")
        #expect(DecimalNumber(1).divided(by: 0, decimals: 2) == nil)
    }

    @Test func overflowIsNilAndNeverWraps() {
        let large = DecimalNumber(significand: Int128.max / 2 + 1, exponent: 0)
        #expect(large.adding(large) == nil)
        #expect(large.multiplied(by: 3) == nil)
        #expect(large.adding(DecimalNumber(significand: 1, exponent: -5)) == nil)
    }

    @Test func numbersFarBelowTheLastDecimalRoundToZero() {
        let tiny = DecimalNumber(significand: Int128.max, exponent: -50)
        #expect(tiny.rounded(toDecimals: 0).isZero)
        #expect(DecimalNumber(significand: Int128.max, exponent: -38).rounded(toDecimals: 0) == 2)
    }

    @Test func shiftsAreExact() {
        #expect(DecimalNumber("1.9")?.shifted(by: 12).description == "1900000000000")
        #expect(DecimalNumber("1.25")?.shifted(by: 1).description == "12.5")
        #expect(DecimalNumber(5).shifted(by: -3).description == "0.005")
    }

    @Test func binaryNumbersAreTheNearest() {
        #expect(DecimalNumber("0.1")?.doubleValue == 0.1)
        #expect(DecimalNumber("78.88")?.doubleValue == 78.88)
        #expect(DecimalNumber("1900000000000")?.doubleValue == 1.9e12)
    }
}
