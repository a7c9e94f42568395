import BulletinSource
import SourceText
import Testing

@Suite struct WebPageTests {
    private func text(_ page: String) throws -> String {
        String(decoding: try WebPage.text(of: Array(page.utf8)).bytes, as: UTF8.self)
    }

    @Test func blocksAreLinesAndRunsAreJoined() throws {
        let page = """
            <!DOCTYPE html><html><head><title>网站</title><style>p{}</style></head><body><script>var a = 2024;</script>
            <h1>安河市
            2023年计划</h1><div>新增<span>托位</span><b>600</b>个。<br>　　新建<a href="#x">3</a>所学校。</div></body></html>
            """
        #expect(try text(page) == "<h1>安河市2023年计划</h1>\n<p>新增托位600个。</p>\n<p>新建3所学校。</p>\n")
    }

    @Test func aDataTableKeepsItsSpansAndALayoutTableIsProse() throws {
        let page = """
            <html><table><tr><td>左栏</td><td><p>到2025年，床位达到500张。</p>
            <table><tr><th rowspan=2>指标<th colspan="2">目标</tr><tr><th>2023年<th>2025年</tr>
            <tr><td>床位<td>&lt;5.5<td>38</tr></table></td></tr></table></html>
            """
        #expect(
            try text(page) == """
                <p>左栏</p>
                <p>到2025年，床位达到500张。</p>
                <table>
                <tr><th rowspan="2">指标</th><th colspan="2">目标</th></tr>
                <tr><th>2023年</th><th>2025年</th></tr>
                <tr><td>床位</td><td><5.5</td><td>38</td></tr>
                </table>

                """)
    }

    @Test func menusFormsAndHiddenTextAreLeftOut() throws {
        let page = """
            <html><div><a href="/a">首页</a> | <a href="/b">政务公开</a></div><form><select><option>2021年</select></form>
            <p>床位达到500张。</p><p style="display: none">床位达到900张。</p>
            <ul><li><a href="/c">上一篇：2022年计划</a></ul></html>
            """
        #expect(try text(page) == "<p>床位达到500张。</p>\n")
    }

    /// The name of a site leads to its front page, a headline often to the page itself; both may stand in a header.
    @Test(arguments: [
        ("2025年安河市国民经济和社会发展统计公报 <span>2025</span>", "<h1>2025年安河市国民经济和社会发展统计公报</h1>\n"),
        ("安河市2025年国民经济计划 2026", "<h1>安河市2025年国民经济计划 2026</h1>\n"),
        ("安河市2025年重点工作任务", "<h1>安河市2025年重点工作任务</h1>\n"), ("安河市2025年重点工作表", ""),
        ("安河市统计局门户网站欢迎您", ""),
    ])
    func aHeadlineAmongLinksIsKept(headline: String, kept: String) throws {
        let page = """
            <html><header><div><a href="/">某公报库</a> > <a href="/x">地级市统计公报</a></div>
            <h1><a href="/y">\(headline)</a></h1></header><p>床位达到500张。</p></html>
            """
        #expect(try text(page) == kept + "<p>床位达到500张。</p>\n")
    }

    @Test func marksOfFootnotesDoNotTouchFigures() throws {
        let page = "<html><p>增长8.8%<sup>1</sup>，86家<sup>[2]</sup>，面积120km<sup>2</sup>，5<sup>3</sup>个。</html>"
        #expect(try text(page) == "<p>增长8.8%，86家，面积120km2，5个。</p>\n")
    }

    @Test func gb2312IsReadAsGB18030() throws {
        // 镕 stands in GB18030 alone.
        let bytes =
            Array("<html><meta charset=gb2312><p>".utf8) + [0xE9, 0x46, 0xB4, 0xEF, 0xB5, 0xBD] + Array("5".utf8)
        #expect(String(decoding: try WebPage.text(of: bytes).bytes, as: UTF8.self) == "<p>镕达到5</p>\n")
    }

    @Test(arguments: [
        "<html><body><script src=a.js></script><div id=app></div></html>",
        "<html><p>正在验证浏览器</p><script>check()</script></html>",
        "<html><p>正在验证浏览器，请稍候。</p><script>check()</script></html>",
        "<html><h1>2023年计划</h1><iframe src=viewer.html?file=a.pdf></iframe></html>",
    ]) func pagesWithoutABulletinAreRefused(page: String) {
        #expect(throws: BulletinSourceError.noText(.html)) { try WebPage.text(of: Array(page.utf8)) }
    }

    @Test func placesAreThePathsOfElements() throws {
        let page = "<html><body><p>甲</p><p>乙</p><table><tr><td>丙<td>1<tr><td>丁<td>2</table></html>"
        let text = try WebPage.text(of: Array(page.utf8))
        #expect(
            text.places.places == [
                .element("body/p[1]"), .element("body/p[2]"), .element("body/table[1]/tr[1]/td[1]"),
                .element("body/table[1]/tr[1]/td[2]"), .element("body/table[1]/tr[2]/td[1]"),
                .element("body/table[1]/tr[2]/td[2]"),
            ])
        #expect(
            text.places.ranges.map { String(decoding: text.bytes[$0], as: UTF8.self) } == [
                "甲", "乙", "丙", "1", "丁", "2",
            ])
    }

    @Test func thousandsOfOpenElementsEndNothing() throws {
        let page = "<html>" + String(repeating: "<div><span>", count: 20_000) + "床位达到500张。"
        #expect(try text(page) == "<p>床位达到500张。</p>\n")
    }
}
