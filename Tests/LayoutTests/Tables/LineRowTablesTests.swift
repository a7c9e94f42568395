import StatisticalModel
import Testing

@testable import Layout

@Suite("Tables whose rows are lines parted by blanks")
struct LineRowTablesTests {
    private func tables(_ lines: [String]) -> [RecoveredTable] {
        TableFixture.recover(lines.joined(separator: "\n") + "\n")
    }

    private func table(_ lines: [String]) throws -> RecoveredTable { try #require(tables(lines).first) }

    private let heads = ["2024年全市木耳产销情况表", "单位：吨"]

    @Test("labels between rows are rows without values, whatever the heads are called")
    func labels() throws {
        let table = try table(heads + ["事项 上报口径 核实口径", "全部 100 90", "按用途分", "鲜品 60 55", "干品 40 35", "", "三、措施"])
        #expect(table.title == heads[0])
        #expect(table.unit == "吨")
        #expect(table.columns.map(\.name) == ["事项", "上报口径", "核实口径"])
        #expect(
            TableFixture.cells(table) == [
                ["全部", "100", "90"], ["按用途分", "", ""], ["鲜品", "60", "55"], ["干品", "40", "35"],
            ])
        #expect(table.notes.isEmpty)
    }

    @Test("aligned cells stand where they are printed, also in a row with blanks")
    func blanksOfAlignedRows() throws {
        let table = try table(
            heads + [
                "事项      上报      核实      入库", "鲜品      60        55        50", "干品                35        30",
                "菌渣      12                  10", "其他      8         7         6",
            ])
        #expect(
            TableFixture.cells(table) == [
                ["鲜品", "60", "55", "50"], ["干品", "", "35", "30"], ["菌渣", "12", "", "10"], ["其他", "8", "7", "6"],
            ])
    }

    @Test("under a category that stands once a dash may be a value or words")
    func categoriesAndDashes() throws {
        let table = try table([
            "专栏2 养殖业发展主要指标", "", "类别        指标            2020年    2025年    年均         属性",
            "规模        1.存栏（万头）  2.3       —        保持平稳     预期性",
            "            2.出栏（万头）  60.6      65        —           预期性",
            "质量        3.抽检合格率    —        —        >7          预期性",
            "            4.死淘率        5.2       —        <5.5         预期性",
            "            5.良种率        10.8      11.3      —           约束性", "", "三、措施",
        ])
        #expect(
            TableFixture.cells(table) == [
                ["规模", "1.存栏（万头）", "2.3", "—", "保持平稳", "预期性"], ["", "2.出栏（万头）", "60.6", "65", "—", "预期性"],
                ["质量", "3.抽检合格率", "—", "—", ">7", "预期性"], ["", "4.死淘率", "5.2", "—", "<5.5", "预期性"],
                ["", "5.良种率", "10.8", "11.3", "—", "约束性"],
            ])
    }

    @Test("rows of words under listed heads are a table; a numbered name goes on in the next line")
    func rowsOfWords() throws {
        let table = try table([
            "专栏4 助餐服务主要指标", "", "指标                        2025年目标值", "1.助餐点覆盖率              达到60%",
            "2.助餐员持证率              达到90%", "3.新建居住区配套助餐设      达到100%", "施达标率", "4.助餐补贴                  每人每年1次",
            "5.配餐员人数                保持3人以上",
            "", "三、措施",
        ])
        #expect(
            TableFixture.cells(table) == [
                ["1.助餐点覆盖率", "达到60%"], ["2.助餐员持证率", "达到90%"], ["3.新建居住区配套助餐设施达标率", "达到100%"], ["4.助餐补贴", "每人每年1次"],
                ["5.配餐员人数", "保持3人以上"],
            ])
    }

    @Test("a figure that the column's edge cut goes on in the next line")
    func cutFigures() throws {
        let table = try table([
            "2024年实事项目责任分解", "", "序号    项目名称      主要内容                        责任单位    完成时限",
            "1       新增学位      新增学位3600个，其中主城区20    教育局      8月底", "                      00个",
            "2       养老服务      新建食堂20家，改造敬老院        民政局      11月底",
            "3       就业援助      开发岗位1500个                  人社局      12月底",
            "", "三、措施",
        ])
        #expect(TableFixture.cells(table).first == ["1", "新增学位", "新增学位3600个，其中主城区2000个", "教育局", "8月底"])
        #expect(table.rows.count == 3)
    }

    @Test("an upper head with none under it stands alone, wherever it stands")
    func headsAlone() throws {
        let rows = [
            "东河县  36820           5.3   22418           3.1   30.4",
            "西山县  45166           4.6   27450           2.2   28.9",
        ]
        let table = try table(
            [
                "表8 各地区收支情况表", "", "地区    收入                  支出                  系数",
                "        数额（元）      增速  数额（元）      增速",
            ] + rows + [
                "", "三、措施",
            ])
        #expect(
            table.columns.map(\.levels) == [
                ["地区"], ["收入", "数额（元）"], ["收入", "增速"], ["支出", "数额（元）"], ["支出", "增速"], ["系数"],
            ])
    }

    @Test("which upper head over figures stands alone nothing tells with one blank between: no heads, with a note")
    func headsWithoutPlaces() throws {
        let table = try table([
            "表8 各地区收支情况表", "", "地区 收入 支出 系数", "数额（元） 增速 数额（元） 增速", "东河县 36820 5.3 22418 3.1 30.4",
            "西山县 45166 4.6 27450 2.2 28.9", "南浦县 29874 6.4 18122 4.4 32.0", "", "三、措施",
        ])
        #expect(table.notes == [.unreadColumns(head: "地区", line: 3)])
        #expect(table.rows.map(\.cells.count) == [6, 6, 6])
    }

    @Test("a line of labels over the heads is none of them")
    func labelsOverHeads() throws {
        let table = try table([
            "各地区木耳面积和产量", "面积：亩 产量：吨", "地区 面积 产量", "东河县 430 1053", "西山县 262 712", "南浦县 48 101", "", "三、措施",
        ])
        #expect(table.columns.map(\.name) == ["地区", "面积", "产量"])
    }

    @Test("with one blank between cells a short row is laid out only where one layout fits")
    func shortRows() throws {
        let table = try table(
            heads + ["事项 上报 核实 增减%", "鲜品 60 55 9.1%", "干品 40 35 14.3%", "菌渣 12", "其他 3.0%", "合计 112 90 24.4%"])
        #expect(
            TableFixture.cells(table) == [
                ["鲜品", "60", "55", "9.1%"], ["干品", "40", "35", "14.3%"], ["菌渣", "", "", ""], ["其他", "", "", "3.0%"],
                ["合计", "112", "90", "24.4%"],
            ])
        #expect(table.rows[2].cells.map(\.isUnassigned) == [false, true, true, true])
        #expect(table.rows[3].cells.map(\.isUnassigned) == [false, false, false, false])
        #expect(table.notes == [.unassignedRow(head: "菌渣", line: 6, isOneLine: true)])
        #expect(table.rows[4].kind == .total)
    }

    @Test("heads printed over several lines are joined for as many columns as the rows have")
    func headsOfSeveralLines() throws {
        let table = try table(
            heads + [
                "项 目 2023 年", "决算数", "2024年", "预算数", "为年度", "预算%", "收 入 合 计 431 448 105.9%", "木耳 309 324 102.5%",
                "木耳的深加工及其包装运输和", "仓储 129 132 95.7%",
            ])
        #expect(table.columns.map(\.name) == ["项目", "2023年决算数", "2024年预算数", "为年度预算%"])
        #expect(TableFixture.cells(table).map { $0[0] } == ["收入合计", "木耳", "木耳的深加工及其包装运输和仓储"])
    }

    @Test("two levels of heads in order")
    func twoLevels() throws {
        let table = try table(
            heads + ["事项 城镇 农村", "绝对数 增长 绝对数 增长", "鲜品 60 5.1 50 4.0", "干品 40 4.2 30 3.1", "菌渣 12 1.1 10 0.2"])
        #expect(table.columns.map(\.name) == ["事项", "城镇/绝对数", "城镇/增长", "农村/绝对数", "农村/增长"])
        #expect(TableFixture.cells(table)[1] == ["干品", "40", "4.2", "30", "3.1"])
    }

    @Test("two halves side by side become rows of one table")
    func halves() throws {
        let table = try table(
            heads + ["收 入 金额 支 出 金额", "木耳收入 474 木耳支出 273", "返还收入 49 返还支出", "上级收入 上级支出", "总 计 523 总 计 273"])
        #expect(
            TableFixture.cells(table) == [
                ["木耳收入", "474"], ["木耳支出", "273"], ["返还收入", "49"], ["返还支出", ""], ["上级收入", ""], ["上级支出", ""],
                ["总计", "523"], ["总计", "273"],
            ])
    }

    @Test("a page that repeats title, unit and heads goes on; another title begins another table")
    func pages() {
        let first = heads + ["事项 上报 核实", "鲜品 60 55", "干品 40 35"]
        let found = tables(first + heads + ["事项 上报 核实", "菌渣 12 11", "其他 8 7"])
        #expect(found.map { TableFixture.cells($0).map { $0[0] } } == [["鲜品", "干品", "菌渣", "其他"]])
        let other = tables(first + ["2024年全市香菇产销情况表", "单位：吨", "事项 上报 核实", "菌渣 12 11", "其他 8 7"])
        #expect(other.map(\.title) == [heads[0], "2024年全市香菇产销情况表"])
    }

    @Test("prose with blanks around its figures is no table, also under one")
    func prose() {
        let lines = [
            "全年木耳 栽培稳定", "1.鲜品 13302 吨，增长 5.3%；", "2.干品 13372 吨，下降 5.5%；", "3.菌渣 11603 吨，下降 2.4%；",
        ]
        #expect(tables(lines).isEmpty)
        let table = tables(heads + ["事项 上报 核实", "鲜品 60 55", "干品 40 35", "", "  全年木耳 291 吨，其中鲜品 23", "吨。"])
        #expect(table.map(\.rows.count) == [2])
    }

    @Test("two levels on lines of one blank: what has a unit stands alone")
    func levelsBesideAUnit() throws {
        let text = """
            2023年各旗区苗木生产主要情况

            旗区 苗圃数（个） 用材林苗 经济林苗
            面积（亩） 增长（%） 面积（亩） 增长（%）
            全市 61 812.5 3.1 440.2 -1.6
            东河区 22 310.4 2.2 160.1 -2.5
            西山区 39 502.1 3.7 280.1 -1.1

            """
        let table = try #require(TableFixture.recover(text).first)
        #expect(
            table.columns.map(\.name)
                == ["旗区", "苗圃数（个）", "用材林苗/面积（亩）", "用材林苗/增长（%）", "经济林苗/面积（亩）", "经济林苗/增长（%）"])
        #expect(TableFixture.cells(table)[1] == ["东河区", "22", "310.4", "2.2", "160.1", "-2.5"])
    }

    @Test("words of two columns alone are a row whose cells stay blank, with a note")
    func wordsOfTwoColumns() throws {
        let text = """
            附件1 木耳工作任务分工表

            类别 工作任务 责任单位 完成时限
            栽培 扩大菌棚200亩 县农业农村局 2025年6月底
            菌种更新 县科技局
            加工 新建车间2座 县工信局 2025年10月底
            营销 新开门店9家 县商务局 2025年12月底

            """
        let table = try #require(TableFixture.recover(text).first)
        #expect(TableFixture.cells(table)[1] == ["", "", "", ""])
        #expect(table.notes.count == 1)
    }
}
