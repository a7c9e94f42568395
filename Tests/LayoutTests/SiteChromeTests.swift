import SourceText
import StatisticalModel
import Testing

@testable import Layout

/// What a site sets around a text is furniture, however many lines; the text and its title stay whole.
@Suite struct SiteChromeTests {
    private static let title = "2025年云溪市国民经济和社会发展统计公报"
    private static let body = ["一、综合", "初步核算，全年地区生产总值612.7亿元，比上年增长4.8%。", "年末医院床位8140张。"]

    private func layout(_ head: String, title: String = title, foot: String = "") -> BulletinLayout {
        PageTextFixture.layout(text: "\(head)\n\(title)\n\n\(Self.body.joined(separator: "\n\n"))\n\(foot)\n")
    }

    @Test(arguments: [
        "政务公开\n办事服务\n12345平台\n当前位置：首页 > 统计信息\n分享到：",
        "首页\n> 政务公开\n> 统计信息\n字体大小[ 大 中 小 ] 打印",
        "索 引 号：33001/2026-118\n发布机构：市统计局\n发布日期：2026-05-18",
        "索引号\t33001/2026-118\t分类\t统计公报\n发布机构\t市统计局\t发文日期\t2026-05-18",
        "| 索引号 | 33001/2026-118 |\n| --- | --- |\n| 标题 | 云溪市统计公报 |",
        "<table>\n<tr><td>索引号</td><td>33001/2026-118</td></tr>\n<tr><td>成文日期</td><td>2026-05-18</td></tr>\n</table>",
        "索引号\n33001/2026-118\n主题分类\n统计\n成文日期\n2026-05-18",
        "2026年8月20日 最新文章\n2026-04-30 18:20 来源: 云溪市统计局\n发布于：北京市",
    ])
    func linesOverTheTitle(head: String) {
        let layout = layout(head)
        #expect(layout.documents.map(\.title) == [Self.title])
        #expect(layout.documents.map(\.year) == [2025])
        #expect(layout.documents.map(\.register) == [.communique])
        #expect(layout.prose == Self.body)
        #expect(layout.tables.isEmpty)
    }

    /// The headline of a news item ends like no title; the line of source and time under it tells what it is.
    @Test func aHeadlineOverSourceAndTime() {
        let headline = "生态环境部门：2022年全市生态环境质量保持改善态势"
        let text = "云溪日报讯：5月29日，市生态环境局举行例行新闻发布会，介绍全市空气、地表水、土壤和声环境质量的有关情况。"
        let layout = PageTextFixture.layout(
            text: "首页\n新闻中心\n\(headline)\n\n2023-05-31 10:23:37 来源：云溪网\n\n\(text)\n")
        #expect(layout.documents.map(\.title) == [headline])
        #expect(layout.documents.map(\.year) == [2022])
        #expect(layout.prose.last == text)
    }

    private static let news = "市林业局近日印发规划，提出到2027年全市森林覆盖率达到24%，森林蓄积量达到190万立方米。"

    /// A dateline may stand between a headline and the line of the day, on which the news was written.
    @Test func aHeadlineOverADateline() {
        let headline = "云溪市力争2027年森林覆盖率达到24%"
        let layout = PageTextFixture.layout(text: "\(headline)\n\n新华社，云溪\n2024-08-19 14:13\n\n\(Self.news)\n")
        #expect(layout.documents.map(\.title) == [headline])
        #expect(layout.documents.map(\.date) == [CalendarDate(year: 2024, month: 8, day: 19)])
        #expect(layout.prose.contains(headline))
        #expect(layout.prose.last == Self.news)
    }

    @Test func whomTheTextIsFrom() {
        let layout = layout("", title: Self.title + "\n发布时间：2026-04-11 来源：云溪市统计局 浏览次数：310")
        #expect(layout.documents.map(\.source) == ["云溪市统计局"])
        #expect(layout.documents.map(\.date) == [nil])
        #expect(self.layout("").documents.map(\.source) == [nil])
    }

    /// Months without a year are of the year in which the site published them soon after; of one much later nobody knows.
    @Test(arguments: [("2024-05-20", 2024), ("2024-07-31", 2024), ("2024-08-01", nil), ("2024-04-30", nil)])
    func monthsWithoutAYear(day: String, year: Int?) {
        let layout = PageTextFixture.layout(
            text: "1-4月全市财政收支情况\n发布日期：\(day) 来源：云溪市财政局\n\n1-4月，全市一般公共预算收入700亿元，增长1.9%。\n")
        #expect(layout.documents.map(\.year) == [year])
    }

    /// A headline that opens with its year may be short; a menu of that length is none.
    @Test(arguments: [("2022年1—7月全县经济运行简析", 2022), ("全县国民经济和社会运行简析", nil)])
    func aShortHeadlineWithItsYear(headline: String, year: Int?) {
        let layout = PageTextFixture.layout(
            text: "首页 > 统计月报\n\(headline)\n发布日期：2023-08-30 来源：云溪县统计局\n\n全县经济稳定增长，工业增加值增长5%。\n")
        #expect(layout.documents.map(\.title) == [year == nil ? "plan" : headline])
        #expect(layout.documents.map(\.year) == [year])
    }

    /// A paper's day stands in its masthead.
    @Test func theDayOfAMasthead() {
        func date(_ line: String) -> CalendarDate? {
            PageTextFixture.layout(text: "我市召开经济运行新闻发布会\n\(line)\n\n上半年，全市经济稳定增长，工业增加值增长5%。\n")
                .documents.first?.date
        }
        #expect(date("云溪日报 2022-07-27 第A03版") == CalendarDate(year: 2022, month: 7, day: 27))
        #expect(date("会议定于2022年7月27日召开") == nil)
    }

    @Test func linesBetweenTitleAndText() {
        let layout = layout("", title: Self.title + "\n03/17\n发布时间：2026-04-11　字体：大 中 小\n来源：统计局 浏览次数：310")
        #expect(layout.documents.map(\.title) == [Self.title])
        #expect(layout.documents.map(\.date) == [nil])
        #expect(layout.prose == Self.body)
    }

    @Test func aTitleOverTwoLinesUnderARepeatedOne() {
        let layout = layout(
            "您当前的位置：首页 > 要闻\n最新！\(Self.title)\n来源:统计局 2026-03-31 09:14 阅读人数：1",
            title: "2025年云溪市\n国民经济和社会发展统计公报[1]\n云溪市统计局\n（2026年3月31日）")
        let document = layout.documents.first
        #expect(document?.title == Self.title)
        #expect(document?.issuer == "云溪市统计局")
        #expect(document?.date == CalendarDate(year: 2026, month: 3, day: 31))
        #expect(layout.heads == ["2025年云溪市", "国民经济和社会发展统计公报[1]", "云溪市统计局", "（2026年3月31日）"])
        #expect(layout.prose == Self.body)
    }

    @Test func aTitleThatIsPrintedThreeTimes() {
        let layout = layout("", title: [Self.title, Self.title, Self.title + "[1]"].joined(separator: "\n\n"))
        #expect(layout.documents.map(\.title) == [Self.title])
        #expect(layout.prose.joined() == Self.body.joined())
    }

    @Test func pageIndicesThatRise() {
        let layout = layout("", foot: "03/17\n城镇化率达到72.15%。\n04/17\n粮食总产量71.3万吨。")
        #expect(layout.prose == Self.body + ["城镇化率达到72.15%。", "粮食总产量71.3万吨。"])
    }

    @Test func everythingUnderTheTextFromTheSitesFootOn() {
        let layout = layout(
            "", foot: "扫一扫在手机打开当前页\n打印 关闭\n友好城市\n海口市\n版权所有：云溪市人民政府\n若有登录问题，请致电0591-62623959，感谢理解。")
        #expect(layout.prose == Self.body)
        #expect(layout.claims.contains { layout.file.text(in: $0.source) == "62623959" && $0.fate == .structure })
    }

    /// A single label may open a line of any text, and a line of the text ends what is taken for a head.
    @Test(arguments: [
        "来源：中央资金", "时间：2025年", ">引用的一行\n>又一行", "养老机构\n床位数", "一、来源：中央资金\n二、时间：2025年",
    ])
    func textIsNoChrome(head: String) {
        let layout = PageTextFixture.layout(text: head + "\n到2025年，床位达到500张，其余各项任务全部完成。\n")
        #expect(layout.claims.allSatisfy { $0.reason != .pageFurniture })
        #expect(layout.blocks.map(\.text.string).joined().hasPrefix(head.split(separator: "\n")[0]))
    }

    @Test func aFootThatTextFollowsIsNone() {
        let layout = PageTextFixture.layout(
            text: "\(Self.title)\n一、综合\n全年生产总值612.7亿元。\n责任编辑：某某\n二、农业\n粮食总产量71.3万吨。\n")
        #expect(layout.prose.last == "粮食总产量71.3万吨。")
    }
}
