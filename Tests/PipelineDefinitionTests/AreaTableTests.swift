import PipelineDefinition
import StatisticalModel
import TestSupport
import Testing

@Suite struct AreaTableTests {
    static let table = ProjectFolder.library.areas

    @Test(arguments: [
        ("鄂尔多斯市人民政府办公室", "150600"), ("内蒙古自治区乌海市海南区人民政府", "150303"), ("乌海市与鄂尔多斯市", "150300"),
        ("海南省人民政府", "460000"), ("乌海市海南区域协同", "150300"), ("伊金霍洛旗第十四个五年规划", "150627"),
        ("杭州市2025年国民经济和社会发展计划", "330100"), ("甘肃省兰州市城关区", "620102"), ("上海南站", "310000"),
        ("台湾省", "710000"), ("澳门特别行政区", "820000"), ("凉山州", "513400"),
    ])
    func textNamesAnArea(text: String, code: String) {
        #expect(Self.table.area(in: Array(text.utf8))?.code?.description == code)
    }

    @Test(arguments: ["朝阳产业", "长治久安", "白银价格", "城区道路", "来宾登记", "城关区"])
    func textNamesNoArea(text: String) {
        #expect(Self.table.area(in: Array(text.utf8)) == nil)
    }

    @Test func contextDecidesAmongEqualNames() throws {
        let lhasa = try #require(AreaCode("540100"))
        #expect(Self.table.area(named: "城关区") == nil)
        #expect(Self.table.area(named: "城关区", within: lhasa)?.code?.description == "540102")
    }

    @Test func mentionsKeepTheirPlaces() {
        let found = Self.table.mentions(in: Array("由东胜区和乌海".utf8))
        #expect(found.map(\.range) == [3..<12, 15..<21])
        #expect(found.map(\.area.name) == ["东胜区", "乌海市"])
    }
}
