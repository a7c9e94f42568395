import StatisticalModel
import Testing

@testable import Layout

@Suite("Tables of one cell a line whose heads no list has")
struct PeriodicRowsTests {
    private func tables(_ lines: [String]) -> [RecoveredTable] { TableFixture.recover(TableFixture.pageText(lines)) }

    private let before = ["全年接待游客413万人次。"]
    private let after = ["（四）社会保障", "参保率稳定在97%以上。"]

    private struct Form: CustomTestStringConvertible {
        var heads: [String]
        var rows: [[String]]
        var byRows: [String] { heads + rows.joined() }
        var byColumns: [String] { heads.indices.flatMap { column in [heads[column]] + rows.map { $0[column] } } }
        var testDescription: String { heads.joined(separator: "|") }
    }

    private static let forms = [
        Form(
            heads: ["指标", "年末余额", "比年初增加", "同比增长（%）"],
            rows: [
                ["活期存款", "312.66", "24.18", "8.4"], ["定期存款", "221.50", "20.07", "10.0"],
                ["外币存款", "46.32", "-1.25", "-2.6"],
            ]),
        Form(
            heads: ["指标", "东河区", "西山区", "南浦县"],
            rows: [
                ["常住人口（万人）", "41.2", "36.8", "28.4"], ["粮食产量（万吨）", "3.1", "5.6", "17.9"],
                ["空气优良天数（天）", "318", "322", "341"],
            ]),
        Form(
            heads: ["年份", "新增装机（万千瓦）", "年发电量（亿千瓦时）", "完成投资（亿元）"],
            rows: [
                ["2023年", "45.0", "8.1", "21.6"], ["2024年", "60.0", "12.4", "30.2"], ["2025年", "80.0", "18.9", "41.0"],
            ]),
        Form(
            heads: ["险种", "收入预算", "收入执行", "支出预算"],
            rows: [
                ["养老保险", "48210", "49017", "46300"], ["医疗保险", "9320", "9411", "7600"],
                ["合计", "57530", "58428", "53900"],
            ]),
    ]

    /// Parts of a year head columns as years do, also over names that end like measures.
    @Test func partsOfAYearAreHeads() throws {
        let form = Form(
            heads: ["指标", "一季度", "上半年", "全年"],
            rows: [
                ["木材加工业增速（%）", "8.3", "7.1", "6.4"], ["批发业销售额增速（%）", "9.0", "8.2", "7.7"],
                ["快递业务量（万件）", "41", "88", "190"],
            ])
        for lines in [form.byRows, form.byColumns] {
            let table = try #require(tables(before + ["表3 主要情况表"] + lines + after).first)
            #expect(table.columns.map(\.name) == form.heads)
            #expect(TableFixture.cells(table) == form.rows)
        }
    }

    @Test("the head of a measure may come twice")
    func headsOfMeasuresComeAgain() throws {
        let heads = ["贸易伙伴", "出口额（亿元）", "比上年增长（%）", "进口额（亿元）", "比上年增长（%）"]
        let rows = [
            ["甲国", "368.1", "0.2", "273.0", "0.4"], ["乙国", "352.2", "-5.3", "198.3", "4.6"],
            ["丙国", "110.7", "-3.5", "113.0", "-7.9"], ["丁国", "78.2", "53.9", "90.9", "18.6"],
        ]
        let table = try #require(tables(before + ["表5 进出口情况表"] + heads + rows.joined() + after).first)
        #expect(table.columns.map(\.name) == heads)
        #expect(TableFixture.cells(table) == rows)
    }

    @Test("a numbered label under the heads is a row without values, a dash among words is a cell")
    func numberedLabels() throws {
        let heads = ["项目名称", "建设地点", "总投资（万元）", "建设进度", "责任单位"]
        let rows = [
            ["城北泵站改造", "城北镇", "46800", "完成基础", "县水利局"], ["粮库扩建", "河口乡", "9200", "竣工投用", "县粮食局"],
            ["果品市场", "城北镇", "7400", "—", "县商务局"],
        ]
        let lines = heads + ["一、续建项目"] + rows[0] + rows[1] + ["二、新建项目"] + rows[2]
        let table = try #require(tables(before + ["附件1 项目计划表"] + lines + after).first)
        #expect(
            TableFixture.cells(table) == [
                ["一、续建项目", "", "", "", ""], rows[0], rows[1], ["二、新建项目", "", "", "", ""], rows[2],
            ])
    }

    @Test("between row numbers one cell may be of another kind")
    func numberedRows() throws {
        let heads = ["序号", "改革事项", "要点", "时限安排"]
        let rows = [
            ["1", "开办提速", "材料压减至3份", "2024年6月底"], ["2", "审批提速", "时限压至45天", "2024年9月底"],
            ["3", "登记便利", "当日办结", "2024年6月底"], ["4", "用电便利", "接电不超过10天", "2024年12月底"], ["5", "信用监管", "抽查5%", "全年"],
        ]
        let table = try #require(tables(before + ["附件 改革事项台账"] + heads + rows.joined() + after).first)
        #expect(TableFixture.cells(table) == rows)
    }

    @Test("rows that break off before a figure are no table, rather than some of its rows")
    func tablesDoNotEndBeforeFigures() {
        let lines = [
            "指标", "计量", "基期值", "目标值", "说明", "用水总量", "亿立方米", "8.62", "9.10", "上限", "地下水", "亿立方米", "2.41", "2.20", "上限",
            "再生水", "亿立方米", "0.58", "0.49", "下限", "灌溉系数", "0.556", "0.580", "普及率", "88", "92",
        ]
        #expect(tables(before + ["附表2 控制值表"] + lines + after).isEmpty)
    }

    /// Three heads over three rows read both ways: years, places, totals and measures tell which.
    @Test(arguments: forms)
    private func printedByRowsOrByColumns(form: Form) throws {
        for lines in [form.byRows, form.byColumns] {
            let table = try #require(tables(before + ["表3 主要情况表"] + lines + after).first)
            #expect(table.columns.map(\.name) == form.heads)
            #expect(TableFixture.cells(table) == form.rows)
            #expect(table.title == "表3 主要情况表")
        }
    }

    @Test func labelsAndClassesOfAgeAreRows() throws {
        let lines = [
            "指标", "年末数（万人）", "比重（%）", "全县人口", "60.18", "100.0", "按年龄分", "0—17岁", "11.32", "18.8", "18—59岁", "34.76",
            "57.8", "60岁及以上", "14.10", "23.4",
        ]
        let table = try #require(tables(before + ["表1 人口构成表"] + lines + after).first)
        #expect(
            TableFixture.cells(table) == [
                ["全县人口", "60.18", "100.0"], ["按年龄分", "", ""], ["0—17岁", "11.32", "18.8"], ["18—59岁", "34.76", "57.8"],
                ["60岁及以上", "14.10", "23.4"],
            ])
    }

    // MARK: columns with a line for each row

    @Test func wordsWithoutRowNumbersUnderListedHeads() throws {
        let columns = [
            ["项目名称", "城南养老中心", "普惠托育园", "老旧管网更新"],
            ["建设内容", "新建床位180张，配套助餐", "场所2处。", "新增托位240个。", "更新管网23公里。"],
            ["牵头单位", "县民政局", "县卫生健康局", "县住房和城乡建设局"], ["完成时间", "2024年10月底", "2024年8月底", "2024年12月底"],
        ]
        let table = try #require(tables(before + ["附件 项目清单"] + columns.joined() + after).first)
        #expect(table.columns.map(\.name) == columns.map { $0[0] })
        #expect(TableFixture.cells(table).map { $0[1] } == ["新建床位180张，配套助餐场所2处。", "新增托位240个。", "更新管网23公里。"])
    }

    @Test func wordsThatComeAgainAreAColumn() throws {
        let columns = [
            ["指标", "入学率", "巩固率", "普及率", "达标率"], ["目标值", "92%", "96%", "93%", "97%"],
            ["实际值", "93%", "97%", "92%", "98%"],
            ["是否达标", "是", "是", "否", "是"],
        ]
        let table = try #require(tables(before + ["表2 教育情况表"] + columns.joined() + after).first)
        #expect(TableFixture.cells(table).map { $0[3] } == ["是", "是", "否", "是"])
    }

    // MARK: aligned cells that wrap

    private func aligned(_ lines: [String]) throws -> RecoveredTable {
        let head = ["附件2 项目清单", "", "项目名称        建设内容                    牵头单位        完成时间"]
        return try #require(TableFixture.recover((head + lines + ["", "三、措施"]).joined(separator: "\n") + "\n").first)
    }

    @Test func alignedCellsGoOnWhereTheirColumnCutThem() throws {
        let table = try aligned([
            "城南养老中心    新建护理床位180张，配套     县民政局        2024年10月底", "                助餐场所2处。",
            "普惠托育园      新增托位240个。             县卫生健康局    2024年8月底",
        ])
        #expect(
            TableFixture.cells(table) == [
                ["城南养老中心", "新建护理床位180张，配套助餐场所2处。", "县民政局", "2024年10月底"],
                ["普惠托育园", "新增托位240个。", "县卫生健康局", "2024年8月底"],
            ])
        #expect(table.notes.isEmpty)
    }

    @Test func whatMayBeginTheNextCellLeavesItsCellBlankWithANote() throws {
        let table = try aligned([
            "城南养老中心    新建床位180张。             县民政局        2024年10月底", "                助餐场所2处。",
            "普惠托育园      新增托位240个。             县卫生健康局    2024年8月底",
        ])
        #expect(TableFixture.cells(table)[0] == ["城南养老中心", "", "县民政局", "2024年10月底"])
        #expect(table.notes == [.unassignedRow(head: "城南养老中心", line: 5, isOneLine: true)])
    }

    private func cells(under title: String, _ lines: [String]) throws -> ([String], [[String]]) {
        let table = try #require(tables(before + [title] + lines + after).first)
        #expect(table.notes.isEmpty)
        return (table.columns.map(\.name), TableFixture.cells(table))
    }

    @Test("two levels: what has a unit stands alone, the lower heads come again under the others")
    func levels() throws {
        let (heads, rows) = try cells(
            under: "表4 各旗区苗木生产情况",
            [
                "旗区", "苗圃数（个）", "用材林苗", "经济林苗", "面积（亩）", "增长（%）", "面积（亩）", "增长（%）",
                "全市", "61", "812.5", "3.1", "440.2", "-1.6", "东河区", "22", "310.4", "2.2", "160.1", "-2.5",
                "西山区", "39", "502.1", "3.7", "280.1", "-1.1",
            ])
        #expect(
            heads == ["旗区", "苗圃数（个）", "用材林苗/面积（亩）", "用材林苗/增长（%）", "经济林苗/面积（亩）", "经济林苗/增长（%）"])
        #expect(
            rows == [
                ["全市", "61", "812.5", "3.1", "440.2", "-1.6"], ["东河区", "22", "310.4", "2.2", "160.1", "-2.5"],
                ["西山区", "39", "502.1", "3.7", "280.1", "-1.1"],
            ])
    }

    @Test("the first head may be blank")
    func blankHead() throws {
        let (heads, rows) = try cells(
            under: "表2 农户家庭农机拥有情况",
            [
                "计量单位", "山区", "平原区", "拖拉机", "台", "12.4", "31.8", "插秧机", "台", "1.7", "8.3", "水泵", "套",
                "28.2", "20.6",
            ])
        #expect(heads == ["", "计量单位", "山区", "平原区"])
        #expect(
            rows == [
                ["拖拉机", "台", "12.4", "31.8"], ["插秧机", "台", "1.7", "8.3"], ["水泵", "套", "28.2", "20.6"],
            ])
    }

    @Test("a remark behind the figures is mostly blank; what opens prose is none")
    func remarks() throws {
        let (heads, rows) = try cells(
            under: "附表2 灌区改造工程表",
            [
                "片区", "灌区名称", "改造性质", "总投资", "年度投资", "备注", "河东", "沙湾灌区", "续建", "8.6", "5.2", "河东",
                "柳林灌区", "新建", "3.4", "3.4", "含渠首", "河西", "石桥灌区", "新建", "6.2", "2.2",
            ])
        #expect(heads == ["片区", "灌区名称", "改造性质", "总投资", "年度投资", "备注"])
        #expect(
            rows == [
                ["河东", "沙湾灌区", "续建", "8.6", "5.2", ""], ["河东", "柳林灌区", "新建", "3.4", "3.4", "含渠首"],
                ["河西", "石桥灌区", "新建", "6.2", "2.2", ""],
            ])
    }

    @Test("约束性 and 预期性 end rows of cells of any kind; a category stands once")
    func closedRows() throws {
        let (heads, rows) = try cells(
            under: "专栏2 林草发展主要指标",
            [
                "类别", "指标", "2020年", "2025年", "属性", "生态", "森林覆盖率（%）", "—", "下降33%", "约束性",
                "湿地保护率（%）", "50.2", "55", "预期性", "产业", "林业产值增速（%）", "6.1", "高于农业增速", "预期性", "林下经济产值（亿元）", "12.1", "13",
                "预期性",
            ])
        #expect(heads == ["类别", "指标", "2020年", "2025年", "属性"])
        #expect(
            rows == [
                ["生态", "森林覆盖率（%）", "—", "下降33%", "约束性"], ["", "湿地保护率（%）", "50.2", "55", "预期性"],
                ["产业", "林业产值增速（%）", "6.1", "高于农业增速", "预期性"],
                ["", "林下经济产值（亿元）", "12.1", "13", "预期性"],
            ])
    }

    @Test("合计 under numbered rows has no number")
    func totalWithoutNumber() throws {
        let (_, rows) = try cells(
            under: "附表3 苗木补助安排表",
            [
                "序号", "专项名称", "主管部门", "上年预算", "增减", "1", "造林补助", "市林草局", "1800", "350", "2", "抚育补助",
                "市财政局", "960", "0", "3", "种苗补助", "市林草局", "420", "-80", "合计", "3180", "270",
            ])
        #expect(rows.last == ["", "合计", "", "3180", "270"])
        #expect(rows.count == 4)
    }

    @Test("a line over the heads that ends as no title does is no head")
    func titleByPlace() throws {
        let table = try #require(
            tables(
                before + [
                    "2023年全市苗木生产主要数据", "项目", "单位", "2023年", "2022年", "多年平均", "苗圃面积", "亩", "587.3", "641.2",
                    "602.8", "出圃量", "万株", "9.42", "11.06", "10.35", "种子量", "吨", "5.18", "5.63", "5.40",
                ] + after
            ).first)
        #expect(table.columns.map(\.name) == ["项目", "单位", "2023年", "2022年", "多年平均"])
        #expect(table.rows.count == 3)
    }

    private func cells(_ lines: [String]) -> [[[String]]] { tables(before + lines + after).map(TableFixture.cells) }

    @Test("parts of two wholes have the same names; 城镇 and 乡村 among names under 指标 are no places")
    func parts() {
        let rows = [
            ["出口额", "592.1", "11.8"], ["其中：一般贸易", "471.3", "8.5"], ["加工贸易", "88.9", "27.3"],
            ["进口额", "272.1", "3.9"], ["其中：一般贸易", "201.4", "-1.2"], ["加工贸易", "45.8", "18.4"],
        ]
        #expect(cells(["表4 木耳贸易"] + ["指标", "绝对数", "增长（%）"] + rows.joined()) == [rows])
        let people = [
            ["常住人口", "312.46", "100.0"], ["其中：城镇", "207.85", "66.5"], ["乡村", "104.61", "33.5"],
            ["其中：男性", "158.73", "50.8"], ["女性", "153.73", "49.2"], ["其中：0—15岁（含不满16周岁）", "52.18", "16.7"],
            ["16—59岁", "192.17", "61.5"], ["60岁及以上", "68.11", "21.8"], ["70岁及以上", "30.11", "9.6"],
        ]
        #expect(cells(["表1 人口构成"] + ["指标", "年末数（万人）", "比重（%）"] + people.joined()) == [people])
    }

    @Test("a title that is none by its words is no head, nor is what the figures are compared with")
    func unlikeTitle() {
        let rows = [["甲局", "42680", "99.1", "优"], ["乙局", "18350", "95.6", "良"], ["丙局", "9720", "97.3", "优"]]
        let heads = ["部门名称", "预算金额", "执行率（%）", "评价等级"]
        let found = tables(before + ["2024年度各部门整体支出绩效评价结果"] + heads + rows.joined() + after)
        #expect(found.map { $0.columns.map(\.name) } == [heads])
        #expect(found.map(TableFixture.cells) == [rows])
        let months = [["1月", "99.4", "100.3"], ["2月", "100.8", "101.0"], ["3月", "100.1", "99.0"]]
        for lines in [
            ["月份", "同比", "环比"] + months.joined(),
            ["月份"] + months.map { $0[0] } + ["同比"] + months.map { $0[1] } + ["环比"] + months.map { $0[2] },
        ] {
            let found = tables(before + ["表8 木耳价格指数表", "上年同期（上月）=100"] + lines + after)
            #expect(found.map { $0.columns.map(\.name) } == [["月份", "同比", "环比"]])
            #expect(found.map(TableFixture.cells) == [months])
        }
    }

    @Test("a category that stands once leaves the first cell of the rows under it blank")
    func categories() {
        let rows = [
            ["鲜品", "鲜耳保鲜", "新建冷库三座", "18.6", "县商务局"], ["", "鲜耳分拣", "购置设备九台", "5.2", "各园区"],
            ["干品", "干耳包装", "改造车间两处", "7.4", "县工信局"], ["", "干耳仓储", "新建仓库一座", "3.1", "各乡镇"],
        ]
        let lines = ["附件 木耳工程表", "工程类别", "工程名称", "建设内容", "投资估算", "实施主体"] + rows.joined().filter { !$0.isEmpty }
        #expect(cells(lines) == [rows])
    }

    @Test("figures with units stand among words in one column")
    func mixedColumn() {
        let rows = [
            ["编织袋", "95×55cm", "条", "120", "仓库"], ["救生衣", "工作型", "件", "260", "水库"], ["橡皮艇", "4.2米", "艘", "18", "河口"],
            ["应急灯", "移动式", "台", "45", "仓库"], ["土工布", "400g", "卷", "90", "仓库"],
        ]
        #expect(cells(["附件2 物资计划表", "物资", "规格型号", "单位", "数量", "存放地点"] + rows.joined()) == [rows])
    }
}
