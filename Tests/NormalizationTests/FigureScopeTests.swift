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
        library.areas = AreaTable(path: ProjectFolder.pipelines + "/common/areas.csv", problems: &problems)
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
