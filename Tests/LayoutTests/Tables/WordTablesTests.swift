import StatisticalModel
import Testing

@testable import Layout

@Suite("Tables of words only")
struct WordTablesTests {
    private let heads = ["任务类别", "具体任务", "工作目标", "责任单位"]
    private let rows = [
        ["菌棚改造", "改造老旧菌棚", "改造菌棚120个", "县农业农村局"],
        ["菌棚改造", "推广节水喷淋", "喷淋覆盖九成菌棚", "县水利局"],
        ["品牌培育", "申报地理标志", "取得证书两件", "县市场监管局"],
        ["品牌培育", "开设直营门店", "新开门店16家", "县商务局、县林业局"],
    ]
    private let end = ["三、保障措施", "各地要落实责任。"]

    private func tables(_ lines: [String]) -> [RecoveredTable] {
        TableFixture.recover(TableFixture.pageText(["全年平稳。", "附表2 木耳产业重点任务清单"] + lines + end))
    }

    /// A head, then its cells.
    private func columns(_ rows: ArraySlice<[String]>) -> [String] {
        heads.indices.flatMap { column in [heads[column]] + rows.map { $0[column] } }
    }

    private func check(_ found: [RecoveredTable]) throws {
        #expect(found.count == 1)
        let table = try #require(found.first)
        #expect(table.columns.map(\.name) == heads)
        #expect(TableFixture.cells(table) == rows)
        #expect(table.notes.isEmpty)
    }

    @Test("one cell a line row after row, two heads of which no list has")
    func rowAfterRow() throws { try check(tables(heads + rows.joined())) }

    @Test("column after column; a page that repeats the heads goes on")
    func columnAfterColumn() throws {
        try check(tables(columns(rows[...])))
        try check(tables(columns(rows[..<3]) + columns(rows[3...])))
    }

    @Test("lines parted by blanks; a page that repeats the heads goes on")
    func partedLines() throws {
        let lines = ([heads] + rows[..<3] + [heads] + rows[3...]).map { $0.joined(separator: "    ") }
        let text = ["全年平稳。", "", "附表2 木耳产业重点任务清单", ""] + lines + [""] + end
        try check(TableFixture.recover(text.joined(separator: "\n") + "\n"))
    }

    @Test("a cell of two lines leaves the rows unread; with a blank one beside it their columns are blank, with notes")
    func wrappedCells() throws {
        #expect(tables(heads + ["菌棚改造", "改造老旧菌棚和", "烘干车间", "改造菌棚120个", "县农业农村局"] + rows[1...].joined()).isEmpty)
        let heads = ["项目名称", "建设单位", "建设内容", "主管部门"]
        let rows = [
            ["老旧菌棚改造", "县农业农村局", "改造菌棚", "县农业农村局"], ["节水喷淋", "县水利局", "铺设喷淋管道三公里", "县水利局"],
            ["地理标志申报", "县市场监管局", "申报证书两件", "县市场监管局"], ["门店", "新开城区直营门店", "乡镇门店九家", "县商务局"],
        ]
        let table = try #require(tables(heads + rows.joined()).first)
        #expect(TableFixture.cells(table) == rows.map { ["", "", "", $0[3]] })
        #expect(table.notes.count == 3)
    }

    @Test("a first row whose cell wraps is no line of the head")
    func wrappedFirstRow() throws {
        let text = """
            附表2 木耳产业重点任务清单

            项目            工作目标                  责任单位
            菌种更新        更新菌种三十个，推广到    县科技局
                            全部乡镇
            节水喷淋        铺设喷淋管道三公里        县水利局
            门店建设        新开门店九家              县商务局

            """
        let table = try #require(TableFixture.recover(text).first)
        #expect(table.columns.map(\.name) == ["项目", "工作目标", "责任单位"])
        #expect(
            TableFixture.cells(table) == [
                ["菌种更新", "更新菌种三十个，推广到全部乡镇", "县科技局"], ["节水喷淋", "铺设喷淋管道三公里", "县水利局"],
                ["门店建设", "新开门店九家", "县商务局"],
            ])
    }

    @Test("one column whose cells wrap stays blank between three that have a line a row")
    func oneWrappedColumn() throws {
        let lines = [
            "项目名称", "菌种更新", "节水喷淋", "门店建设", "工作内容", "更新菌种三十个，推广", "到全部乡镇", "铺设喷淋管道三公里，改", "造老旧菌棚", "新开门店", "责任单位",
            "县科技局", "县水利局", "县商务局", "完成时限", "6月底前完成", "全年", "9月底前完成",
        ]
        let table = try #require(tables(lines).first)
        #expect(
            TableFixture.cells(table).map { [$0[0], $0[2], $0[3]] } == [
                ["菌种更新", "县科技局", "6月底前完成"], ["节水喷淋", "县水利局", "全年"], ["门店建设", "县商务局", "9月底前完成"],
            ])
        #expect(TableFixture.cells(table).map { $0[1] } == ["", "", ""] || table.notes.isEmpty)
    }

    @Test("TAB rows of words go on under the heads of the page before")
    func tabbedRowsGoOn() throws {
        let text =
            (["附表2 木耳产业重点任务清单", "项目\t工作目标\t责任单位", "菌种更新\t更新菌种三十个\t县科技局", "", "12", ""]
            + ["节水喷淋\t铺设喷淋管道三公里\t县水利局", "门店建设\t新开乡镇直营门店九家\t县商务局"]).joined(separator: "\n")
        let found = TableFixture.recover(text + "\n")
        #expect(found.map { TableFixture.cells($0).map { $0[0] } } == [["菌种更新", "节水喷淋", "门店建设"]])
    }
}
