import SourceText
import StatisticalModel
import Testing

@testable import Layout

@Suite struct DocumentTests {
    private static let notice = [
        "各区人民政府，市人民政府各部门，各直属单位：", "现将《云溪市养老托育服务发展行动方案》印发给你们，请结合实际，认", "真组织实施。", "云溪市人民政府",
        "2024年3月18日",
    ]
    private static let title = ["云溪市人民政府关于印发", "云溪市养老托育服务发展", "行动方案的通知"]

    /// The notice and the plan's title stand between the two columns of the first page and the next page.
    private var gazette: SourceFile {
        PageTextFixture.file(
            Self.title + ["云府发〔2024〕9号", "为进一步完善全市养老托育服务的体系，按照", "国家和省里的要求，结合实际，制定本方案。"]
                + ["一、发展目标", "到2025年，全市建成社区养老服务站点达到二"] + Self.notice + ["云溪市养老托育服务发展", "行动方案"],
            ["百个以上，每千人口拥有托位达到4.6个，普惠", "托位占比超过六成。"],
            ["云溪市人民政府关于公布", "2024年公共服务清单的", "通知", "云府发〔2024〕10号", "清单自公布之日起施行，各部门要按照清单提", "供服务。"])
    }

    @Test func documentsHaveTitleNumberIssuerAndDate() throws {
        let documents = PageTextFixture.layout(gazette).documents
        #expect(documents.count == 2)
        let plan = try #require(documents.first)
        #expect(plan.title == "云溪市人民政府关于印发云溪市养老托育服务发展行动方案的通知")
        #expect(plan.number == "云府发〔2024〕9号")
        #expect(plan.issuer == "云溪市人民政府")
        #expect(plan.date == CalendarDate(year: 2024, month: 3, day: 18))
        #expect(plan.firstLine == 1)
        #expect(documents[1].firstLine == plan.lastLine + 1)
        #expect(documents[1].lastLine == gazette.lineCount)
    }

    @Test func theSentenceAroundTheNoticeIsJoined() {
        let layout = PageTextFixture.layout(gazette)
        #expect(layout.prose.contains("到2025年，全市建成社区养老服务站点达到二百个以上，每千人口拥有托位达到4.6个，普惠托位占比超过六成。"))
        #expect(layout.heads.joined().contains("行动方案》印发给你们"))
        #expect(!layout.prose.joined().contains("印发给你们"))
    }

    @Test func blocksKnowTheirDocument() {
        let layout = PageTextFixture.layout(gazette)
        let last = layout.blocks.last
        #expect(last?.document == 1)
        #expect(last?.text.string == "清单自公布之日起施行，各部门要按照清单提供服务。")
        #expect(last?.headings == [])
    }

    @Test func aHeadAtThePagesEndBelongsToTheBodyAboveIt() {
        let page = ["本市上年完成投资四十亿元，项目进展顺利。", "·· 7", "为推动文旅产业发展，提升服务水平，依据国", "家规划，结合本市实际，特制定本实施方案。"]
        let file = PageTextFixture.file(
            ["前言在此，讲述本期内容的来源与编排方式。"],
            page + ["一、总体要求", "坚持以文塑旅，推动景区提质升级，形成全域"]
                + ["云溪市人民政府关于印发", "云溪市文旅产业实施方案的通知", "云府发〔2024〕11号", "各区人民政府，市人民政府各部门："]
                + ["《云溪市文旅产业实施方案》已经研究通过，现印发给你们，请认真落实。", "云溪市人民政府", "2024年5月6日"],
            ["旅游格局。"])
        let layout = PageTextFixture.layout(file)
        #expect(layout.documents.first?.number == "云府发〔2024〕11号")
        #expect(layout.prose.contains("坚持以文塑旅，推动景区提质升级，形成全域旅游格局。"))
        #expect(layout.prose.contains { $0.hasPrefix("为推动文旅产业发展") })
    }

    @Test func aMarkdownGazetteHasItsNumberAndDateOnOneLine() {
        let layout = PageTextFixture.layout(
            text: """
                # 云溪市人民政府公报

                ## 目 录

                云溪市人民政府关于加快电网建设的意见  
                (云府发〔2024〕3号) .....2

                # 云溪市人民政府 关于加快电网建设的意见

                云府发〔2024〕3号 2024年2月1日

                各区人民政府，市政府各部门：

                ## 一、目标

                到2026年，供电可靠率达到99.95%。
                """)
        #expect(layout.documents.count == 1)
        #expect(layout.documents.first?.title == "云溪市人民政府关于加快电网建设的意见")
        #expect(layout.documents.first?.date == CalendarDate(year: 2024, month: 2, day: 1))
        #expect(layout.prose == ["一、目标", "到2026年，供电可靠率达到99.95%。"])
    }

    @Test func aSinglePlanIsOneDocument() {
        let layout = PageTextFixture.layout(text: "云溪市2026年优化服务行动方案\n（征求意见稿）\n\n为落实部署，制定本方案。\n一、目标\n到年底办结率达到98%。\n")
        #expect(layout.documents.map(\.title) == ["云溪市2026年优化服务行动方案（征求意见稿）"])
        #expect(layout.documents.first?.number == nil)
        #expect(layout.prose.first == "为落实部署，制定本方案。")
    }

    @Test func aFileWithoutATitleIsNamedAfterItself() {
        let layout = PageTextFixture.layout(text: "全市共有养老床位五千张。\n")
        #expect(layout.documents.map(\.title) == ["plan"])
    }

    @Test func numeralsOfHeadsAndFurnitureAreClaimed() {
        let layout = PageTextFixture.layout(gazette)
        func fate(_ text: String) -> NumeralFate? {
            layout.claims.first { layout.file.text(in: $0.source) == text }?.fate
        }
        #expect(fate("9") == .documentNumber)
        #expect(fate("18") == .date)
        #expect(fate("一、") == .structure)
        #expect(fate("4") == nil)
    }
}
