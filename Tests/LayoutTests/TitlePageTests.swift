import PipelineDefinition
import SourceText
import StatisticalModel
import Testing

@testable import Layout

@Suite struct TitlePageTests {
    @Test func aCommuniqueNamesItsOrganAndItsDate() throws {
        let layout = PageTextFixture.layout(
            text: """
                云溪市2024年
                国民经济和社会发展统计公报[1]
                云溪市统计局
                （2025年3月20日）
                一、综合
                全年地区生产总值286.5亿元。
                """)
        let document = try #require(layout.documents.first)
        #expect(document.title == "云溪市2024年国民经济和社会发展统计公报")
        #expect(document.issuer == "云溪市统计局")
        #expect(document.date == CalendarDate(year: 2025, month: 3, day: 20))
        #expect(document.register == .communique)
        #expect(layout.prose == ["一、综合", "全年地区生产总值286.5亿元。"])
    }

    @Test func aReportNamesTheSessionThatHeardIt() throws {
        let layout = PageTextFixture.layout(
            text: """
                政府工作报告
                ——2025年1月15日在云溪市第三届人民代表大会第四次会议上
                云溪市市长 某某
                各位代表：
                请予审议。
                """)
        let document = try #require(layout.documents.first)
        #expect(document.title == "政府工作报告")
        #expect(document.date == CalendarDate(year: 2025, month: 1, day: 15))
        #expect(document.register == .report)
        #expect(layout.prose == ["请予审议。"])
    }

    @Test func aReportAfterAnotherDocumentIsADocumentOfItsOwn() {
        let layout = PageTextFixture.layout(
            text: """
                云溪市人民政府关于公布《云溪市公平竞争审查办法》的通告
                云府发〔2024〕3号
                《云溪市公平竞争审查办法》已经会议审议通过，现予公布。
                2024年4月2日
                云溪市公平竞争审查办法
                第一条 审查应当在15个工作日内完成。
                关于云溪市2023年计划执行情况与2024年计划草案的报告
                ——2024年1月18日在云溪市第三届人民代表大会第三次会议上
                一、2023年计划执行情况
                地区生产总值增长5.2%。
                """)
        #expect(layout.documents.map(\.number) == ["云府发〔2024〕3号", nil])
        #expect(layout.documents.map(\.date?.month) == [4, 1])
        #expect(layout.documents.last?.register == .report)
        #expect(layout.blocks.last?.headings.count == 1)
    }

    @Test func aTitleGoesOnInBrackets() {
        let layout = PageTextFixture.layout(
            text: """
                云府办〔2023〕8号
                云溪市人民政府办公室关于印发云溪市
                新能源产业三年行动计划
                （2023—2025年）的通知
                到2025年，装机达到600万千瓦。
                """)
        #expect(layout.documents.map(\.title) == ["云溪市人民政府办公室关于印发云溪市新能源产业三年行动计划（2023—2025年）的通知"])
        #expect(layout.prose == ["到2025年，装机达到600万千瓦。"])
    }

    @Test(arguments: [
        ("2024年3月5日", "2024-03-05"), ("（2024年3月5日）", "2024-03-05"), ("二〇二四年三月五日", "2024-03-05"),
        ("二○二四年十二月", "2024-12"), ("2024-03-05 10:20", "2024-03-05"), ("2024/3/5", "2024-03-05"),
    ])
    func datesOfLines(line: String, date: String) {
        #expect(DocumentDate.ofLine(Array(line.utf8))?.description == date)
    }

    @Test(arguments: ["2024年", "2024年3月5日前", "2021—2025年", "24年3月5日", "2024年13月1日", "1.9", "3.25.1"])
    func noDates(line: String) {
        #expect(DocumentDate.ofLine(Array(line.utf8)) == nil)
    }

    @Test(arguments: [
        ("云溪市2024年国民经济和社会发展统计公报", DocumentRegister.communique), ("政府工作报告", .report),
        ("关于2023年计划执行情况与2024年计划草案的报告", .report), ("政府工作报告重点任务分工方案的通知", .plan),
        ("关于印发《云溪市养老规划》的通知", .plan), ("关于2024年计划执行情况的审查意见", .review),
        ("关于云溪市2024年预算执行情况的报告", .review), ("关于2024年预算执行情况和2025年预算草案的报告", .report),
        ("云溪市养老服务三年实施方案", .plan), ("《云溪市2024年统计公报》解读", .news), ("云溪市2024年工作总结", .review), ("关于元旦放假的通知", .notice),
        ("《云溪市人民政府公报》简介", .notice), ("去年完成国土绿化任务超1亿亩", .review),
        ("2013年度残疾人状况监测报告", .review), ("云溪教育年鉴", .communique),
        ("云溪市完成2025年目标任务工作方案", .plan), ("云溪市第七次全国人口普查主要数据", .communique),
    ])
    func registers(title: String, register: DocumentRegister) {
        #expect(DocumentTitle.register(of: Array(title.utf8), lexicon: PageTextFixture.library.layout) == register)
    }

    @Test func aTitleWithoutSuchAWordHasNoRegister() {
        #expect(DocumentTitle.register(of: Array("云溪市人民政府大事记".utf8), lexicon: PageTextFixture.library.layout) == nil)
    }
}
