import Testing

@testable import Reading

@Suite struct ClauseMarkerTests {
    private func marker(_ line: String) -> ClauseMarker? { ClauseMarker(Array(line.utf8)) }

    @Test(arguments: [
        ("一、总体要求", ClauseMarker.Kind.ideograph, 1, 6), ("十二、附则", .ideograph, 12, 9),
        ("（二十一）实施", .bracketedIdeograph, 21, 15), ("(三) 推进", .bracketedIdeograph, 3, 5),
        ("12.推进", .number, 12, 3), ("3、推进", .number, 3, 4), ("（100）推广", .bracketedNumber, 100, 9),
        ("第三章总则", .chapter, 3, 9), ("第十二节机制", .section, 12, 12), ("第五条申报", .article, 5, 9),
        ("1.1.2家庭户规模", .number, 2, 5), ("2.13.1.4目标", .number, 4, 8), ("第二部分任务", .part, 2, 12), ("附件2", .annex, 2, 7),
        ("②核准", .circled, 2, 3),
    ])
    func markers(line: String, kind: ClauseMarker.Kind, value: Int, length: Int) {
        let found = marker(line)
        #expect(found?.kind == kind)
        #expect(found?.value == value)
        #expect(found?.length == length)
    }

    @Test(arguments: ["2023年", "2023.5", "一是推动", "一、二类企业", "（一期）项目", "5508个", "第十三届", "附件：清单", "（2021—2025年）"])
    func noMarkers(line: String) {
        #expect(marker(line) == nil)
    }

    @Test func aDigitAfterThePointIsDoubtful() {
        #expect(marker("7.15分钟")?.isDoubtful == true)
        #expect(marker("7.1.5分钟")?.isDoubtful == false)
        #expect(marker("7.推动")?.isDoubtful == false)
    }
}
