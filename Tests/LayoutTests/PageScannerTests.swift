import PipelineDefinition
import SourceText
import Testing

@testable import Layout

@Suite struct PageScannerTests {
    private func scan(_ file: SourceFile) -> [SourceLine] {
        PageScanner.scan(file, lexicon: PageTextFixture.library.layout)
    }

    private func furniture(_ file: SourceFile) -> [String] {
        scan(file).filter { $0.role == .furniture }.map { file.text(in: $0.range) }
    }

    private static let page = ["本市继续完善养老服务体系，推动机构和社区", "一起发展，到明年底建成五十个服务站点，形", "成覆盖城乡的网络。"]

    @Test func aLineWithOneSpaceAndNoBlankBeforeOpensAPage() {
        let lines = scan(PageTextFixture.file(Self.page, Self.page, Self.page)).filter { $0.role == .text }
        #expect(lines.map(\.page) == [0, 0, 0, 1, 1, 1, 2, 2, 2])
        #expect(lines.map(\.startsPage) == [true, false, false, true, false, false, true, false, false])
        #expect(lines.map(\.followsBlank) == [true, true, true, false, true, true, false, true, true])
    }

    @Test func aTitleOfTwoLinesOpensNoPage() {
        let file = SourceFile(
            name: "a.txt", text: "云溪市人民政府关于印发\n养老服务实施方案的通知\n\n" + Self.page.joined(separator: "\n\n") + "\n")
        #expect(scan(file).allSatisfy { $0.page == 0 })
    }

    @Test func filesOfOtherShapesHaveNoPages() {
        let file = SourceFile(name: "a.md", text: "# 方案\n 第一段。\n 第二段。\n")
        #expect(scan(file).filter { $0.role == .text }.map(\.page) == [0, 0, 0])
    }

    @Test func everyLineHasItsNumberAndItsTrimmedRange() {
        let file = SourceFile(name: "a.txt", text: "甲\n\n　乙 \n")
        let lines = scan(file)
        #expect(lines.map(\.number) == [1, 2, 3])
        #expect(lines.map { file.text(in: $0.range) } == ["甲", "", "乙"])
        #expect(lines.map(\.role) == [.text, .blank, .text])
    }

    @Test(arguments: ["·· 2", "··13", "— 5 —", "- 7 -", "第8页", "第 8 页 共 20 页", "政府文件 ··97", "云溪市人民政府公报2024·3"])
    func pageNumbersAndHeads(line: String) {
        let again = line.hasPrefix("云") ? line : "甲"
        let file = PageTextFixture.file(Self.page + [line], [again] + Self.page)
        #expect(furniture(file).first == line)
    }

    @Test(arguments: ["-3", "12", "2024·3", "—", "10 座", "（3）", "第8条", "政府文件精神"])
    func otherShortLinesAreText(line: String) {
        #expect(furniture(PageTextFixture.file(Self.page + [line], Self.page)) == [])
    }

    @Test func framedLinesThatRepeatAreHeads() {
        let head = "■ 云溪市人民政府公报 • 部门文件 ■"
        let file = SourceFile(name: "a.md", text: "\(head)\n\n正文一。\n\n\(head)\n\n正文二。\n")
        #expect(furniture(file) == [head, head])
    }

    @Test func numbersThatCountWithThePagesArePageNumbers() {
        let pages = (11...14).map { Self.page + ["\($0)"] }
        let file = PageTextFixture.file(pages[0], pages[1], pages[2], pages[3])
        #expect(furniture(file) == ["11", "12", "13"])
    }

    @Test func aHeadPrintedDownTheMarginIsFurniture() {
        let head = "云溪市人民政府公报"
        let file = PageTextFixture.file(
            Self.page + head.map { String($0) }, ["\(head)2024·3"] + Self.page, ["\(head)2024·3"] + Self.page)
        #expect(furniture(file).joined() == head + "\(head)2024·3" + "\(head)2024·3")
    }

    @Test func aRotatedPageHoldsAFewCharactersALine() {
        let words = "牵头单位市民政局完成时限二〇二四年底配合单位各区人民政府及有关部门"
        var text = Self.page.joined(separator: "\n\n") + "\n\n"
        for (place, character) in words.enumerated() { text += String(character) + (place % 2 == 0 ? "\n" : "\n\n") }
        text += Self.page.joined(separator: "\n\n")
        let file = SourceFile(name: "a.txt", text: text)
        let rotated = scan(file).filter { $0.role == .rotated }
        #expect(rotated.map { file.text(in: $0.range) }.joined() == words)
    }

    @Test func aColumnOfNumbersIsNotRotated() {
        let column = (1...40).map { "\($0)" } + Array(repeating: "张", count: 40)
        let file = PageTextFixture.file(Self.page + column, Self.page)
        #expect(scan(file).allSatisfy { $0.role != .rotated })
    }
}
