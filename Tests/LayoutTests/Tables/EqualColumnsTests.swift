import StatisticalModel
import Testing

@testable import Layout

@Suite("Flattened tables without row numbers")
struct EqualColumnsTests {
    private func tables(_ lines: [String]) -> [RecoveredTable] { TableFixture.recover(TableFixture.pageText(lines)) }

    private let end = ["三、保障措施", "各地要落实责任。"]

    @Test("runs of one length tell rows and heads, whatever the heads are called")
    func unlistedHeads() throws {
        let found = tables(
            ["全年平稳。", "表1 木耳产销", "事项", "鲜品", "干品", "菌渣", "上报口径（吨）", "60", "40", "12", "核实口径（吨", "）", "55", "35", "-"]
                + end)
        let table = try #require(found.first)
        #expect(table.title == "表1 木耳产销")
        #expect(table.columns.map(\.name) == ["事项", "上报口径（吨）", "核实口径（吨）"])
        #expect(TableFixture.cells(table) == [["鲜品", "60", "55"], ["干品", "40", "35"], ["菌渣", "12", "-"]])
    }

    @Test("places over figures under a head of places are rows: what two levels of heads leave open is blank")
    func placesOver() {
        let found = tables(
            [
                "全年平稳。", "地区", "户数（户）", "占比（%）", "存栏（头）", "出栏（头）", "2020年", "2010年",
                "全市", "412", "100", "100", "93", "51", "东河区", "201", "48.8", "45.2", "40", "22",
                "西山区", "211", "51.2", "54.8", "53", "29",
            ] + end)
        #expect(found.isEmpty)
    }

    @Test("labels among the names have no values")
    func labels() throws {
        let found = tables(
            ["表1 木耳产销", "事项", "全部", "按用途分", "鲜品", "干品", "上报", "100", "60", "40", "比重（%）", "100", "60", "40"] + end)
        let table = try #require(found.first)
        #expect(
            TableFixture.cells(table) == [
                ["全部", "100", "100"], ["按用途分", "", ""], ["鲜品", "60", "60"], ["干品", "40", "40"],
            ])
        #expect(table.rows.map(\.group) == ["", "", "按用途分", "按用途分"])
    }

    @Test("a page that repeats the heads goes on, with one row too")
    func pages() throws {
        let found = tables(
            ["表1 木耳产销", "事项", "鲜品", "干品", "上报", "60", "40", "核实", "55", "35", "⏎事项", "菌渣", "上报", "12", "核实", "11"] + end
        )
        #expect(found.count == 1)
        #expect(TableFixture.cells(try #require(found.first)).last == ["菌渣", "12", "11"])
    }

    @Test("a word with a figure fills a column of values")
    func labelledValues() throws {
        let lines = [
            "指标", "预期寿命", "托位数", "护士数", "单位", "岁", "个", "人", "2020年", "77.9", "1.8", "3.3", "2025年", "提高1岁", "4.5",
            "3.8",
        ]
        let table = try #require(TableFixture.recover(TableFixture.pageText(["表2 健康主要指标"] + lines + ["三、措施。"])).first)
        #expect(
            TableFixture.cells(table) == [
                ["预期寿命", "岁", "77.9", "提高1岁"], ["托位数", "个", "1.8", "4.5"], ["护士数", "人", "3.3", "3.8"],
            ])
    }

    @Test("years under one head, and a head behind those that come again, stand where they belong")
    func levelsOfHeads() throws {
        let columns = [
            ["行政区", "东河", "西山", "南浦"], ["用水总量", "2025年", "1.62", "0.94", "0.31"], ["2030年", "1.68", "0.97", "0.33"],
            ["收入", "数额（元）", "361", "298", "217"], ["增速（%）", "5.3", "6.4", "7.2"], ["支出", "数额（元）", "224", "181", "142"],
            ["增速（%）", "3.1", "4.4", "5.6"], ["系数", "30.4", "32.0", "34.7"],
        ]
        let table = try #require(
            TableFixture.recover(TableFixture.pageText(["表1 各区控制目标表"] + columns.joined() + ["三、措施。"])).first)
        #expect(
            table.columns.map(\.levels) == [
                ["行政区"], ["用水总量", "2025年"], ["用水总量", "2030年"], ["收入", "数额（元）"], ["收入", "增速（%）"], ["支出", "数额（元）"],
                ["支出", "增速（%）"], ["系数"],
            ])
    }

    @Test("a page whose first head comes again begins another piece")
    func headsThatComeAgain() {
        let page = ["行业", "采矿", "制造", "林业", "建筑", "增速（%）", "5.1", "4.2", "2.2", "-8.4"]
        let next = ["行业", "教育", "卫生", "增速（%）", "5.4", "26.1"]
        let tables = TableFixture.recover(TableFixture.pageText(["表4 各行业投资增速表"] + page + next + ["三、措施。"]))
        #expect(tables.flatMap { $0.columns.map(\.name) }.allSatisfy { ["行业", "增速（%）"].contains($0) })
    }

    @Test("more names than values with nothing to tell labels are no table")
    func undecided() {
        #expect(
            tables(["全年平稳。", "事项", "鲜品", "干品", "菌渣", "上报", "60", "40", "核实", "55", "35"] + end).isEmpty)
    }

    @Test("names under a title may have no head")
    func blankHead() throws {
        let table = try #require(
            tables(
                [
                    "全年平稳。", "表5 2023年木耳产销情况", "鲜品", "干品", "菌渣", "单位", "吨", "吨", "车", "产量", "60.2", "40",
                    "12", "比上年增长（%）", "5", "3.5", "-2",
                ] + end
            ).first)
        #expect(table.columns.map(\.name) == ["", "单位", "产量", "比上年增长（%）"])
        #expect(
            TableFixture.cells(table) == [
                ["鲜品", "吨", "60.2", "5"], ["干品", "吨", "40", "3.5"], ["菌渣", "车", "12", "-2"],
            ])
    }

    @Test("names of a second half stand between the runs")
    func halves() throws {
        let lines = [
            "表1 收支总表", "收入项目", "甲", "乙", "丙", "收入预算数", "1", "2", "3", "支出项目", "丁", "戊", "己", "支出预算数", "4", "5", "6",
        ]
        let table = try #require(tables(lines + end).first)
        #expect(table.columns.map(\.name) == ["收入项目", "收入预算数", "支出项目", "支出预算数"])
        #expect(TableFixture.cells(table) == [["甲", "1", "丁", "4"], ["乙", "2", "戊", "5"], ["丙", "3", "己", "6"]])
    }

    @Test("words under the last head, one a row, are a column where the table's end shows it")
    func lastColumn() throws {
        let first = ["表1 木耳产销", "事项", "鲜品", "干品", "数量", "60", "40", "存放地点", "城北仓库", "河口货场"]
        let table = try #require(tables(first + end).first)
        #expect(TableFixture.cells(table) == [["鲜品", "60", "城北仓库"], ["干品", "40", "河口货场"]])
        let paged = try #require(
            tables(first + ["⏎事项", "菌渣", "菌棒", "数量", "12", "8", "存放地点", "东山", "西山"] + end).first)
        #expect(TableFixture.cells(paged).suffix(2) == [["菌渣", "12", "东山"], ["菌棒", "8", "西山"]])
    }

    @Test("the lines of a last column that has blanks are the table's all the same")
    func unreadLines() throws {
        let lines = ["表1 木耳产销", "事项", "鲜品", "干品", "菌渣", "数量", "60", "40", "12", "备注", "含外购3吨"]
        let table = try #require(tables(lines + end).first)
        #expect(table.columns.map(\.name) == ["事项", "数量"])
        #expect(table.notes.count == 1)
        #expect(table.lastLine == 21)
    }

    @Test("long names of rows under heads of the page before")
    func longNames() throws {
        let heads = ["类别", "指标名称", "2020年", "2025年", "属性"]
        let rows = [
            ["栽培", "每百平方米菌棚年产鲜耳（公斤）", "10.6", "11.2"], ["栽培", "鲜耳", "78.1", "79"], ["加工", "优质品率（%）", "36.5", "38"],
            ["加工", "获得地理标志证书的干品占全部干品的比重（%）", "31", "34"], ["营销", "销售额（万元）", "146", "150"],
        ].map { $0 + ["预期性"] }
        func columns(_ rows: ArraySlice<[String]>) -> [String] {
            heads.indices.flatMap { column in [heads[column]] + rows.map { $0[column] } }
        }
        var second = columns(rows[3...])
        second[0] = "⏎" + second[0]
        let table = try #require(tables(["专栏1 木耳主要指标"] + columns(rows[..<3]) + second + end).first)
        #expect(TableFixture.cells(table) == rows)
    }

    @Test("持平 stands in a column of figures, and ↑2 is one; other words there leave a column unread, with a note")
    func unchanged() throws {
        func lines(_ word: String) -> [String] {
            [
                "表1 木耳产销", "事项", "鲜品", "干品", "菌渣", "上报（吨）", "60", "40", "12", "较上月位次", "↑2", word, "↓1", "核实（吨）", "55",
                "35", "9",
            ]
                + end
        }
        let table = try #require(tables(lines("持平")).first)
        #expect(table.columns.map(\.name) == ["事项", "上报（吨）", "较上月位次", "核实（吨）"])
        #expect(
            TableFixture.cells(table) == [
                ["鲜品", "60", "↑2", "55"], ["干品", "40", "持平", "35"], ["菌渣", "12", "↓1", "9"],
            ])
        #expect(tables(lines("另行核实")).flatMap(\.notes).count == 1)
    }

    @Test("ranks in order under the first head name the rows, with the names behind them")
    func ranks() throws {
        let found = tables(
            [
                "全年平稳。", "2025年各乡镇木耳产销考评", "位次", "1", "2", "3", "乡镇", "东河镇", "西山镇", "南滩乡", "得分", "94.1", "90.7", "88.2",
                "增长（%）",
                "7.2", "6.4", "-1.5",
            ] + end)
        let table = try #require(found.first)
        #expect(table.columns.map(\.name) == ["位次", "乡镇", "得分", "增长（%）"])
        #expect(
            TableFixture.cells(table) == [
                ["1", "东河镇", "94.1", "7.2"], ["2", "西山镇", "90.7", "6.4"], ["3", "南滩乡", "88.2", "-1.5"],
            ])
    }

    @Test("names under 单位 and measures beside it are no table of columns: the rows were not understood")
    func measuresBeside() {
        let found = tables(
            ["全年平稳。", "单位", "上半年累计", "同比增减", "全省平均", "鲜品", "60", "4.0", "5.0", "干品", "40", "-1.2", "3.1"] + end)
        #expect(found.isEmpty)
    }

    @Test("the next page's first head ends a column of remarks, which is left unread with a note")
    func remarksBeforeNextPage() throws {
        let page = [
            "乡镇", "东河镇", "西山镇", "南滩乡", "北岭乡", "鲜品（吨）", "60", "40", "12", "8", "干品（吨）", "6", "4", "1", "2", "备注", "含园区",
        ]
        let next = ["乡镇", "石桥乡", "柳林乡", "鲜品（吨）", "9", "7", "干品（吨）", "3", "5"]
        let found = tables(["全年平稳。", "表1 木耳产销"] + page + next + end)
        let table = try #require(found.first)
        #expect(
            TableFixture.cells(table) == [
                ["东河镇", "60", "6"], ["西山镇", "40", "4"], ["南滩乡", "12", "1"], ["北岭乡", "8", "2"], ["石桥乡", "9", "3"],
                ["柳林乡", "7", "5"],
            ])
        #expect(table.notes.count == 1)
    }
}
