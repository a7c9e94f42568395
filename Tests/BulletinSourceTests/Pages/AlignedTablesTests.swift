import Testing

@testable import BulletinSource

@Suite("Tables without rules between rows and columns") struct AlignedTablesTests {
    private static let head: KeyValuePairs = [60.0: "指标", 220.0: "单位", 280.0: "2023年", 350.0: "2024年"]

    @Test("Three rules: the lines between the first two are the head") func threeRules() throws {
        let page = PageSketch().across(100, 50, 400).across(120, 50, 400).across(170, 50, 400)
            .row(92, [180: "表1 主要指标"]).row(114, Self.head)
            .row(140, [60: "养老床位", 225: "张", 285: "3210", 355: "3566"])
            .row(160, [60: "每千人口托位", 225: "个", 290: "3.2", 360: "4.5"])
        #expect(
            try page.lines == [
                "表1 主要指标", "<table>", "<tr><th>指标</th><th>单位</th><th>2023年</th><th>2024年</th></tr>",
                "<tr><td>养老床位</td><td>张</td><td>3210</td><td>3566</td></tr>",
                "<tr><td>每千人口托位</td><td>个</td><td>3.2</td><td>4.5</td></tr>", "</table>",
            ])
    }

    @Test("Without rules three rows make a table, two do not", arguments: [2, 3]) func fewestRows(count: Int) throws {
        var page = PageSketch()
        for index in 0..<count {
            page = page.row(120 + 20 * Double(index), [60: "养老床位", 225: "张", 285: "3210", 355: "3566"])
        }
        #expect(try page.lines.contains("<table>") == (count == 3))
    }

    @Test("A head over two columns, its own rule or none under it", arguments: [false, true])
    func groups(hasRule: Bool) throws {
        var page = PageSketch().across(100, 50, 450).across(140, 50, 450).across(210, 50, 450)
            .row(112, [310: "年末数"]).row(122, [60: "指标", 220: "单位", 400: "增长"])
            .row(133, [280: "2023年", 350: "2024年"])
            .row(160, [60: "养老床位", 225: "张", 285: "3210", 355: "3566", 405: "11.1"])
            .row(180, [60: "托位", 225: "个", 290: "3.2", 360: "4.5", 410: "8.3"])
            .row(200, [60: "探访率", 225: "%", 285: "86.0", 355: "—", 405: "—"])
        if hasRule { page = page.across(117, 278, 390) }
        #expect(
            try page.lines.prefix(4) == [
                "<table>",
                #"<tr><th rowspan="2">指标</th><th rowspan="2">单位</th><th colspan="2">年末数</th><th rowspan="2">增长</th></tr>"#,
                "<tr><th>2023年</th><th>2024年</th></tr>",
                "<tr><td>养老床位</td><td>张</td><td>3210</td><td>3566</td><td>11.1</td></tr>",
            ])
    }

    @Test("A label of several lines is of the row whose figures stand at its middle") func wrappedLabels() throws {
        let page = PageSketch().across(100, 50, 400).across(120, 50, 400).across(240, 50, 400)
            .row(114, Self.head)
            .row(135, [60: "养老床位", 225: "张", 285: "3210", 355: "3566"])
            .row(158, [60: "义务教育学校校舍"]).row(173, [60: "安全保障长效机制", 225: "%", 285: "86.0", 355: "91.5"])
            .row(188, [60: "补助到位率"])
            .row(210, [60: "城乡居民基本养老"]).row(217, [225: "元", 285: "113", 355: "133"]).row(225, [60: "保险金"])
        #expect(
            try page.lines.dropFirst(3) == [
                "<tr><td>义务教育学校校舍安全保障长效机制补助到位率</td><td>%</td><td>86.0</td><td>91.5</td></tr>",
                "<tr><td>城乡居民基本养老保险金</td><td>元</td><td>113</td><td>133</td></tr>", "</table>",
            ])
    }

    @Test("Columns of figures may stand close; a label may touch the unit") func closeColumns() throws {
        let page = PageSketch()
            .row(100, [60: "养老床位", 145: "张", 170: "1,204.5", 208: "1,310.8"])
            .row(120, [60: "每千人口托位数量", 145: "个", 170: "31.2", 208: "33.8"])
            .row(140, [60: "探访率", 145: "%", 170: "86.0", 208: "90.2"])
            .row(160, [60: "覆盖率", 145: "%", 170: "76.5", 208: "90.2"])
            .row(180, [60: "城镇新增就业人数目", 145: "人", 170: "3.12", 208: "3.45"])
        #expect(
            try page.lines == [
                "<table>", "<tr><td>养老床位</td><td>张</td><td>1,204.5</td><td>1,310.8</td></tr>",
                "<tr><td>每千人口托位数量</td><td>个</td><td>31.2</td><td>33.8</td></tr>",
                "<tr><td>探访率</td><td>%</td><td>86.0</td><td>90.2</td></tr>",
                "<tr><td>覆盖率</td><td>%</td><td>76.5</td><td>90.2</td></tr>",
                "<tr><td>城镇新增就业人数目</td><td>人</td><td>3.12</td><td>3.45</td></tr>", "</table>",
            ])
    }

    @Test("Prose with figures is no table") func prose() throws {
        let page = PageSketch()
            .write("2024年全市新增床位 1200 张，增长 8.5%，其中护理型床位 600 张，占比 50%。", x: 60, y: 100)
            .write("2023年全市新增床位 1100 张，增长 7.5%，其中护理型床位 500 张，占比 45%。", x: 60, y: 120)
            .write("2022年全市新增床位 1000 张，增长 6.5%，其中护理型床位 400 张，占比 40%。", x: 60, y: 140)
        #expect(!(try page.lines.contains("<table>")))
    }
}
