import PipelineDefinition
import Reading
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import Extraction

@Suite struct TableStatementsTests {
    private let library = ProjectFolder.library

    private func read(_ printed: PrintedTable) -> (statements: [Statement], claims: [NumeralClaim]) {
        TableStatements(library: library).statements(of: printed.table, in: printed.layout, number: 1)
    }

    private func shown(_ statement: Statement) -> String {
        let figure = statement.quantity.map {
            "\($0.value)\($0.upper.map { "~\($0)" } ?? "") \($0.unit)"
        }
        return [
            statement.indicator, statement.qualifier, statement.kind.rawValue, statement.comparator.rawValue,
            figure ?? statement.wording ?? "", statement.year?.description ?? "",
        ].joined(separator: "|")
    }

    private let goals = PrintedTable(
        title: "具体目标指标", head: "序号,指标名称,2021年完成情况,到2023年,到2025年,指标属性,责任单位",
        rows: ["1,每千人口托位数（个）,2.56,3.76,5.1,预期性,市卫生健康委员会", "2,达标率（%）,-,97,98,约束性,市住房和城乡建设局"])

    @Test func yearsAndKindsComeFromTheHeads() {
        #expect(
            read(goals).statements.map(shown) == [
                "每千人口托位数||actual|eq|2.56 个|2021", "每千人口托位数||target|eq|3.76 个|2023",
                "每千人口托位数||target|eq|5.1 个|2025", "达标率||target|eq|97 %|2023", "达标率||target|eq|98 %|2025",
            ])
    }

    /// （单位：亿元、%） and （单位：张、人） say the units of all columns once; where the name tells none, it stays open.
    @Test func severalUnitsOfATableAreToldByTheNames() {
        let table = PrintedTable(
            title: "存款", head: "指标,绝对量", rows: ["存款余额,300", "不良率,2", "保费收入,9"], unit: "亿元、%")
        #expect(
            read(table).statements.map(shown) == [
                "存款余额||undetermined|eq|300 亿元|", "不良率||undetermined|eq|2 %|", "保费收入||undetermined|eq|9 亿元|",
            ])
        let heads = PrintedTable(
            title: "资源", head: "指标,2023年", rows: ["床位数,300", "技术人员数,90", "每千人床位数,5", "机构面积,7"], unit: "张、人")
        #expect(
            read(heads).statements.map(shown) == [
                "床位数||undetermined|eq|300 张|2023", "技术人员数||undetermined|eq|90 人|2023",
                "每千人床位数||undetermined|eq|5 张|2023",
                "机构面积||undetermined|eq|7 |2023",
            ])
    }

    @Test func rowGivesAttributeUnitsAndPlace() {
        let statements = read(goals).statements
        #expect(statements.map(\.attribute) == [.expected, .expected, .expected, .binding, .binding])
        #expect(statements[0].responsible == "市卫生健康委员会")
        let place = statements[3].provenance
        #expect(place.line == 4 && place.row == 2 && place.column == 4 && place.table == "具体目标指标")
        #expect(place.quote == "达标率（%）｜到2023年｜97")
        #expect(statements[3].yearOrigin == .header)
    }

    @Test func headsTellWhoLeadsAndWhoHelps() {
        let table = PrintedTable(
            title: "目标表", head: "指标名称,到2025年,牵头单位,责任单位,配合单位", rows: ["养老床位（张）,300,市民政局,市财政局,市教育局"])
        let statement = read(table).statements[0]
        #expect(
            [statement.responsible, statement.leadUnit, statement.cooperating] == ["市民政局、市财政局", "市民政局", "市教育局"])
        #expect(statement.provenance.headings == ["目标表"])
    }

    @Test func unitColumnAndComparatorsInCells() {
        let table = PrintedTable(
            title: "发展指标", head: "序号,指标,单位,2020年基期值,2025年目标值,属性",
            rows: ["3,每百户设施面积,平方米,68,≥70,预期性", "4,设施面积比例,%,－,≥70,预期性", "5,人才数量,人,1.2万,15—25,预期性"])
        #expect(
            read(table).statements.map(shown) == [
                "每百户设施面积||actual|eq|68 平方米|2020", "每百户设施面积||target|ge|70 平方米|2025",
                "设施面积比例||target|ge|70 %|2025", "人才数量||actual|eq|1.2 万人|2020", "人才数量||target|range|15~25 人|2025",
            ])
    }

    @Test func planNameInTheHeadGivesYearAndPeriod() {
        let table = PrintedTable(
            title: "老龄事业主要目标", head: "序号,主要指标,“十四五”预期目标",
            rows: ["1,参保率,95%以上", "6,床位总量,明显增长", "10,社会工作者人数,保持1人以上", "13,覆盖面,每个县（市、区、旗）至少1所", "16,支持比例,55%"])
        let statements = read(table).statements
        #expect(
            statements.map(shown) == [
                "参保率||target|ge|95 %|2025", "床位总量||target|eq|明显增长|2025", "社会工作者人数||target|ge|1 人|2025",
                "覆盖面|每个县（市、区、旗）|target|ge|1 所|2025", "支持比例||target|eq|55 %|2025",
            ])
        #expect(statements.allSatisfy { $0.period == YearSpan(Year(2021), Year(2025)) })
    }

    @Test func twoLevelHeadsNameTheIndicatorAndTotalsTheSubject() {
        let table = PrintedTable(
            title: "表1 能源产业产值预期目标表", head: "序号,产业,2025年/产量,2025年/产值",
            rows: ["1,煤炭,10亿吨,5500亿元", "5,煤制油气,煤制油500万吨|煤制气100亿立方米,550亿元", "合计,,,达到8000亿元"])
        #expect(
            read(table).statements.map(shown) == [
                "煤炭产量||target|eq|10 亿吨|2025", "煤炭产值||target|eq|5500 亿元|2025", "煤制油产量||target|eq|500 万吨|2025",
                "煤制气产量||target|eq|100 亿立方米|2025", "煤制油气产值||target|eq|550 亿元|2025",
                "能源产业产值合计||target|eq|8000 亿元|2025",
            ])
    }

    @Test func valuesGluedInOneCellAreTold() {
        let table = PrintedTable(
            title: "产值目标表", head: "序号,产业,2025年/产量", rows: ["5,煤制油气,煤制油500万吨煤制气100亿立方米"])
        #expect(read(table).statements.map(\.indicator) == ["煤制油产量", "煤制气产量"])
    }

    @Test func referencesKeepTheirNotesAndPlainYearsAskTheDate() {
        let table = PrintedTable(
            title: "表2 先进指标表", head: "序号,指标,2021年,2025年,世界先进值",
            rows: ["4,平均尾流影响（%）,-,6.0,7.2（哈密基地）|8.1（准东基地）", "6,60万千瓦及以上机组煤耗（克/千瓦时）,295,290,292"],
            date: CalendarDate(year: 2022, month: 12, day: 30))
        let result = read(table)
        #expect(
            result.statements.map(shown) == [
                "平均尾流影响||target|eq|6.0 %|2025", "平均尾流影响|哈密基地|reference|eq|7.2 %|",
                "平均尾流影响|准东基地|reference|eq|8.1 %|", "60万千瓦及以上机组煤耗||actual|eq|295 克/千瓦时|2021",
                "60万千瓦及以上机组煤耗||target|eq|290 克/千瓦时|2025", "60万千瓦及以上机组煤耗||reference|eq|292 克/千瓦时|",
            ])
    }

    @Test func projectAndTaskTablesStateNoIndicators() {
        let projects = PrintedTable(
            title: "项目表", head: "序号,项目名称,建设规模（万吨/年）,2023年投资", rows: ["1,某矿井,280,12", "合计,,280,12"])
        let trials = PrintedTable(
            title: "试点清单", head: "序号,名称,预期目标", rows: ["1,儿童友好城市,争取2024年底创建成功", "2,示范城市,争取2023年底创建成功"])
        for table in [projects, trials] {
            let result = read(table)
            #expect(result.statements.isEmpty)
            #expect(!result.claims.isEmpty)
        }
    }

    @Test func changeColumnsStateChanges() {
        let table = PrintedTable(
            title: "主要指标", head: "指标,2020年,2025年,年均增长（%）,属性",
            rows: ["地区生产总值（亿元）,100,>140,6.5左右,预期性", "单位GDP能耗降低（%）,-,[15],-,约束性"],
            date: CalendarDate(year: 2021))
        let statements = read(table).statements
        #expect(
            statements.map(shown) == [
                "地区生产总值||actual|eq|100 亿元|2020", "地区生产总值||target|gt|140 亿元|2025",
                "地区生产总值||target|approx|6.5 %|2025", "单位GDP能耗||target|eq|15 %|2025",
            ])
        #expect(statements.map(\.measure) == [.level, .level, .change, .change])
        #expect(statements.map(\.changeDirection) == [0, 0, 1, -1])
    }

    /// [30] among averages is a sum in the row's unit; [14] of a fall is the fall over the plan.
    @Test func totalsInAColumnOfAveragesKeepTheRowsUnit() {
        let table = PrintedTable(
            title: "主要指标", head: "指标,2020年,2025年,年均增速[累计]",
            rows: ["地区生产总值（亿元）,100,140,7", "城镇新增就业（万人）,-,-,[30]", "单位GDP能耗降低（%）,-,-,[14]"],
            date: CalendarDate(year: 2021))
        let statements = read(table).statements.filter { $0.quantity?.unit != "亿元" }
        #expect(
            statements.map(shown) == [
                "地区生产总值||target|eq|7 %|2025", "城镇新增就业||target|eq|30 万人|2025", "单位GDP能耗||target|eq|14 %|2025",
            ])
        #expect(statements.map(\.measure) == [.change, .increment, .change])
    }

    @Test func areasNameTheRowsWhereTheTitleNamesTheIndicator() {
        let table = PrintedTable(
            title: "2025年托位数目标分解表", head: "序号,旗区,目标值（个）", rows: ["1,东胜区,300", "2,康巴什区,200"])
        let statements = read(table).statements
        #expect(statements.map(shown) == ["托位数||target|eq|300 个|2025", "托位数||target|eq|200 个|2025"])
        #expect(statements.map(\.areaMention) == ["东胜区", "康巴什区"])
        #expect(statements.map(\.yearOrigin) == [.title, .title])
    }

    @Test func everyNumeralIsClaimedOnce() {
        let result = read(goals)
        let file = goals.layout.file
        let claimed = result.claims.map(\.source).sorted { $0.lowerBound < $1.lowerBound }
        let printed = NumeralReader.groups(in: file.bytes)
        #expect(claimed == printed)
        let figures = result.claims.filter { $0.fate == .statement }
        #expect(figures.map(\.statement) == [0, 1, 2, 3, 4])
        #expect(figures.map { file.text(in: $0.source) } == ["2.56", "3.76", "5.1", "97", "98"])
        #expect(result.claims.filter { $0.fate == .structure }.map { file.text(in: $0.source) } == ["1", "2"])
    }

    @Test func unassignedCellsStayWithoutStatements() {
        var table = goals.table
        table.rows[0].cells[3].isUnassigned = true
        let statements = TableStatements(library: library).statements(of: table, in: goals.layout, number: 1).statements
        #expect(statements.count == 4)
    }

    @Test func unknownUnitsAreKeptAsPrinted() {
        let table = PrintedTable(title: "目标表", head: "指标,2025年目标", rows: ["吞吐量,500标准箱以上"])
        #expect(read(table).statements.map(shown) == ["吞吐量||target|ge|500 标准箱|2025"])
    }

    @Test func levelAndGrowthAreBothStated() {
        let table = PrintedTable(
            title: "表1 2025年主要产品产量", head: "产品名称,单位,产量,比上年增长（%）", rows: ["木耳,吨,512.6,3.4", "香菇,吨,140.1,-7.9"],
            documentTitle: "某市2025年国民经济和社会发展统计公报")
        #expect(
            read(table).statements.map(shown) == [
                "木耳产量||undetermined|eq|512.6 吨|2025", "木耳产量||undetermined|eq|3.4 %|2025",
                "香菇产量||undetermined|eq|140.1 吨|2025",
                "香菇产量||undetermined|eq|-7.9 %|2025",
            ])
        #expect(read(table).statements.map(\.measure) == [.level, .change, .level, .change])
    }

    @Test func partsTakeTheNameAndTheUnitOfTheirWhole() {
        let table = PrintedTable(
            title: "2025年各种方式货运量", head: "指标,绝对数,增速（%）",
            rows: ["货物运输总量（万吨）,9976,6.1", "  铁路,1162,18.8", "  水运货物,6,5.6", "按城乡分,,", "城镇,30,1.1"])
        #expect(
            read(table).statements.filter { $0.measure == .level }.map(shown) == [
                "货物运输总量||undetermined|eq|9976 万吨|2025", "货物运输总量|铁路|undetermined|eq|1162 万吨|2025",
                "水运货物||undetermined|eq|6 万吨|2025", "货物运输总量|城镇|undetermined|eq|30 万吨|2025",
            ])
    }

    @Test func rowsOfYearsAndOfAreasAreNamedByTheirHeads() {
        let years = PrintedTable(title: "财政收支", head: "年份,木耳收入（亿元）", rows: ["2023年,18.26", "2024年,20.34"])
        #expect(
            read(years).statements.map(shown) == [
                "木耳收入||undetermined|eq|18.26 亿元|2023", "木耳收入||undetermined|eq|20.34 亿元|2024",
            ])
        let areas = PrintedTable(
            title: "2024年某市分县区木耳收入执行情况表", head: "地区,2024年执行数", rows: ["全市合计,812", "东岭县,231"], unit: "万元")
        #expect(
            read(areas).statements.map(shown) == [
                "木耳收入||actual|eq|812 万元|2024", "木耳收入||actual|eq|231 万元|2024",
            ])
        #expect(read(areas).statements.map(\.areaMention) == ["全市", "东岭县"])
    }
}
