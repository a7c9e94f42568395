import PipelineDefinition
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import Normalization

/// Figures of different scope are no conflict, and only a place that a figure is of is its area.
@Suite struct FigureScopeTests {
    private static let library: PipelineLibrary = {
        var library = BulletinBuilder.library()
        var problems: [Diagnostic] = []
        let common = ProjectFolder.pipelines + "/common"
        library.areas = AreaTable(
            path: common + "/areas.csv", words: PlaceLexicon(path: common + "/place-words.csv", problems: &problems),
            problems: &problems)
        return library
    }()

    private func normalize(_ statements: [Statement]) -> NormalizedBulletins {
        Normalizer(library: Self.library).normalize([BulletinBuilder.bulletin(statements)])
    }

    private func area(_ indicator: String, mention: String) -> String? {
        normalize([BulletinBuilder.statement(indicator, 1, "个", area: mention)]).statements[0].area?.name
    }

    @Test(arguments: [
        ("东胜区养老机构", "东胜区", "东胜区"), ("鄂尔多斯市东胜区养老机构", "鄂尔多斯市", "东胜区"),
        ("东胜区、乌审旗示范机构", "东胜区", "鄂尔多斯市"), ("内蒙古华远化工有限公司项目", "内蒙古", "鄂尔多斯市"),
        ("乌审旗至榆林铁路通道", "乌审旗", "鄂尔多斯市"), ("新建区级服务综合体", "新建区", "鄂尔多斯市"),
        ("棚户区和平房区改造", "平房区", "鄂尔多斯市"),
    ])
    func aPlaceIsTheAreaOnlyOfItsOwnFigures(indicator: String, mention: String, expected: String) {
        #expect(area(indicator, mention: mention) == expected)
    }

    @Test func aBulletinWithoutATitledAreaIsOfTheCityItNamesMost() {
        func block(_ text: String) -> TextBlock {
            let file = SourceFile(name: "n", text: text)
            return TextBlock(
                role: .paragraph, text: PlacedText(file, 0..<text.utf8.count), line: 1, lineEnd: 1)
        }
        var bulletin = BulletinBuilder.bulletin([BulletinBuilder.statement("养老机构", 3, "个")], title: "动态")
        #expect(Normalizer(library: Self.library).normalize([bulletin]).statements[0].area == nil)
        bulletin.layout.blocks = [block("鄂尔多斯市三家机构"), block("鄂尔多斯与包头市"), block("鄂尔多斯市")]
        #expect(Normalizer(library: Self.library).normalize([bulletin]).statements[0].area?.name == "鄂尔多斯市")
    }

    private func figure(_ name: String, _ value: DecimalNumber, _ unit: String, quote: String) -> Statement {
        var statement = BulletinBuilder.statement(name, value, unit)
        statement.provenance.quote = quote
        return statement
    }

    @Test func oneSentenceDoesNotContradictItself() {
        let same = normalize([
            figure("煤制油产量", 1, "吨", quote: "甲"), figure("煤制油产量", 2, "吨", quote: "甲"),
        ])
        #expect(same.conflicts.isEmpty && same.observations.count == 2)
        let two = normalize([figure("煤制油产量", 1, "吨", quote: "甲"), figure("煤制油产量", 2, "吨", quote: "乙")])
        #expect(two.conflicts.count == 1)
    }

    @Test func namesThatSayNothingDoNotConflict() {
        func conflicts(_ name: String, _ unit: String) -> Int {
            normalize([figure(name, 1, unit, quote: "甲"), figure(name, 2, unit, quote: "乙")]).conflicts.count
        }
        #expect(conflicts("覆盖率", "%") == 0)
        #expect(conflicts("国家卫生乡镇创建比例", "%") == 1)
        #expect(conflicts("养老服务补贴资金", "元") == 0)
    }

    @Test func incrementsOverOtherYearsDoNotConflict() {
        func part(_ value: DecimalNumber, _ first: Int, quote: String) -> Statement {
            var statement = figure("煤制油产量", value, "吨", quote: quote)
            statement.measure = .increment
            statement.period = YearSpan(Year(first), Year(2025))
            return statement
        }
        #expect(normalize([part(50, 2021, quote: "甲"), part(15, 2025, quote: "乙")]).conflicts.isEmpty)
    }
}

/// The area of a document: its title, issuer, head and first words, never where people met or what is named most.
@Suite struct DocumentAreaTests {
    private static let library = ProjectFolder.library

    private func area(
        title: String, issuer: String? = nil, head: [String] = [], body: [String] = [], file: String = "a.txt"
    ) -> ReferenceArea? {
        var (layout, extract) = BulletinBuilder.bulletin(
            [BulletinBuilder.statement("床位", 1, "张")], file: file, title: title)
        layout.documents[0].issuer = issuer
        layout.blocks = (head.map { ($0, TextBlock.Role.documentHead) } + body.map { ($0, .paragraph) }).map {
            text, role in
            let source = SourceFile(name: "a", text: text)
            var placed = PlacedText()
            placed.append(source, 0..<source.bytes.count)
            return TextBlock(role: role, text: placed, line: 1, lineEnd: 1)
        }
        return Normalizer(library: Self.library).normalize([(layout, extract)]).statements[0].area
    }

    private static let cities = Array(repeating: "海口机场吞吐量增长5%，海口新设企业310家。", count: 4)

    @Test(arguments: [
        ("——2026年1月27日在海南省第七届人民代表大会第五次会议上", "460000"), ("海南省省长 某某", "460000"),
        ("中共乌海市海南区委关于制定海南区国民经济和社会发展第十四个五年规划和二〇三五年远景目标的建议", "150303"),
        ("2026年1月15日在南昌召开的江西省第十四届人民代表大会第四次会议上", "360000"), ("乌海市海南区人民政府", "150303"),
    ])
    func theLinesUnderATitleTell(line: String, code: String) {
        #expect(area(title: "政府工作报告", head: [line], body: Self.cities)?.code?.description == code)
    }

    /// In a city's text 全省 before the name makes the figure the province's; what is compared with it stays the city's.
    @Test(arguments: [
        ("全省煤制油产量700吨", "煤制油产量", "150000"), ("全省煤制油产量500吨，达700吨", "煤制油产量", "150000"),
        ("全省煤制油产量500吨，我市煤制油产量700吨", "煤制油产量", "150600"), ("煤制油产量占全省煤制油产量的700", "煤制油产量", "150600"),
        ("高于全省煤制油产量700吨", "煤制油产量", "150600"), ("全省推广，煤制油产量700吨", "煤制油产量", "150600"),
    ])
    func aProvincesFigureIsNotTheCitys(quote: String, indicator: String, code: String) {
        var statement = BulletinBuilder.statement(indicator, 700, "吨")
        statement.provenance.quote = quote
        let bulletin = BulletinBuilder.bulletin([statement], title: "鄂尔多斯市2025年统计公报")
        let found = Normalizer(library: Self.library).normalize([bulletin]).statements[0].area
        #expect(found?.code?.description == code)
    }

    /// A zone has figures of its own; a plan that only has zones for its subject is the city's.
    @Test(arguments: [
        ("乌海经济开发区2025年工作总结", "乌海市经济开发区"), ("乌海市高新区2025年工作总结", "乌海市高新区"),
        ("乌海市支持开发区发展若干措施", "乌海市"), ("乌海市2025年统计公报", "乌海市"),
    ])
    func aZoneIsNotItsCity(title: String, name: String) {
        #expect(area(title: title)?.name == name)
    }

    @Test func theFirstWordsTell() {
        let body = ["现在，我代表宁夏回族自治区人民政府，向大会报告工作。"] + Self.cities
        #expect(area(title: "政府工作报告", body: body)?.code?.description == "640000")
    }

    @Test func theFileNameTellsBeforeWhatIsNamedMost() {
        #expect(area(title: "工作报告", body: Self.cities, file: "云南省2026年.txt")?.code?.description == "530000")
    }

    @Test func aTextThatSpeaksOfItsProvinceIsOfTheProvince() {
        #expect(area(title: "工作报告", body: Self.cities)?.code?.description == "460100")
        #expect(area(title: "工作报告", body: Self.cities + ["全省产值增长。我省全年增收。"])?.code?.description == "460000")
    }

    @Test(arguments: [
        ("2025年禾州市国民经济和社会发展统计公报", "禾州市"), ("禾州市人民政府关于养老服务的意见", "禾州市"),
        ("关于禾州市2025年预算执行情况的报告", "禾州市"), ("江苏省禾州市2025年统计公报", "禾州市"),
    ])
    func aPlaceThatIsNotListedKeepsItsName(title: String, name: String) {
        #expect(area(title: title, body: Self.cities) == ReferenceArea(code: nil, name: name))
    }

    @Test(arguments: ["关于加强城市管理的通知", "2025年全市预算执行情况", "关于推进县域经济发展的意见", "2025年主要市场主体报告"])
    func wordsThatEndLikePlacesAreNone(title: String) {
        #expect(area(title: title) == nil)
    }
}
