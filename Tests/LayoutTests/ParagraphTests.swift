import PipelineDefinition
import SourceText
import StatisticalModel
import Testing

@testable import Layout

@Suite struct ParagraphTests {
    @Test func markupOnOneLineIsParagraphsAndHeadings() {
        let layout = PageTextFixture.layout(text: "<p>到2025年，床位达到55张。</p><h3>二、目标</h3><p>改造<br>120个</p>\n")
        #expect(layout.prose == ["到2025年，床位达到55张。", "二、目标", "改造", "120个"])
        #expect(layout.blocks.map(\.line) == [1, 1, 1, 1])
        #expect(layout.claims.map { layout.file.text(in: $0.source) }.filter { $0 == "3" } == ["3", "3"])
    }

    @Test func linesPagesAndFurnitureDoNotCutAParagraph() {
        let file = PageTextFixture.file(
            ["到2025年，全市煤炭企业全员工效 1.2 万吨/", "年，现代产业集群的产值达到2260万千", "·· 2"],
            ["瓦以上，设备利用率提高到95%以", "上。", "下一步将继续推动技术改造和设备更新工作，形", "成合力。"])
        #expect(
            PageTextFixture.layout(file).prose == [
                "到2025年，全市煤炭企业全员工效1.2万吨/年，现代产业集群的产值达到2260万千瓦以上，设备利用率提高到95%以上。",
                "下一步将继续推动技术改造和设备更新工作，形成合力。",
            ])
    }

    /// A bullet sets a line apart from the one above, which ends in no stop, and is no part of its text.
    @Test func bulletsAreItemsOfAList() {
        let layout = PageTextFixture.layout(text: "●光电子信息、汽车制造、大健康三大产业迈入万亿级规模，增速全国领先\n●粮食总产达到557亿斤\n")
        #expect(layout.prose == ["●光电子信息、汽车制造、大健康三大产业迈入万亿级规模，增速全国领先", "●粮食总产达到557亿斤"])
        #expect(layout.blocks.map(\.markerLength) == [3, 3])
    }

    /// A page sets words of a sentence in bold print on a line of their own.
    @Test func aSentenceGoesOnBehindItsBoldWords() {
        let lines = [
            "“十五五”时期经济社会发展的", "主要目标", "是：产值年均增长5%左右，发展质量明显提高，人民生活水平迈上新台阶。", "主要目标", "产值年均增长5%左右。",
        ]
        #expect(
            PageTextFixture.layout(text: lines.joined(separator: "\n") + "\n").prose == [
                lines[0] + lines[1] + lines[2], lines[3], lines[4],
            ])
    }

    /// A headline that ends in a figure, and a paragraph that ends in a ratio or a share without a stop, are not cut text.
    @Test(arguments: [
        ["省级行政事业单位公务接待经费去年支出4亿元", "受省政府委托，省财政厅报告财政决算情况。"],
        ["全年实现地区生产总值744.94亿元，同比增长6.3%", "农业生产形势较好，第一产业增加值145.88亿元。"],
        ["全年生产总值增长6%，三次产业结构为9.2:51:39.8", "全年居民消费价格总水平比上年上涨1.4%。"],
    ])
    func figuresEndLines(lines: [String]) {
        let all = lines + ["全市经济保持平稳较快发展，社会大局和谐稳定，各项事业取得新的进步，人民生活不断改善。"]
        #expect(PageTextFixture.layout(text: all.joined(separator: "\n") + "\n").prose == all)
    }

    /// A page break may cut a figure from what follows it.
    @Test func wordsBehindAFigureGoOn() {
        let lines = ["到2025年，全市农作物耕种收综合机械化率要达到75%", "以上，设备利用率提高到95%以上。"]
        #expect(PageTextFixture.layout(text: lines.joined(separator: "\n") + "\n").prose == [lines.joined()])
    }

    @Test func aHeadingAsWideAsATitleStandsAlone() {
        let layout = PageTextFixture.layout(
            text: "西岭市国民经济和社会发展“十五五”规划\n\n一、“十四五”期间取得的主要成绩\n\n城镇化率达到70%。\n")
        #expect(layout.prose == ["一、“十四五”期间取得的主要成绩", "城镇化率达到70%。"])
    }

    @Test func headingsNestByTheirNumbers() {
        let layout = PageTextFixture.layout(
            text: """
                一、总体要求
                （一）发展目标
                到2025年，床位达到五千张。
                （二）主要任务
                1.完善设施
                新建站点六十个，覆盖全部社区。
                二、保障措施
                加强组织领导，落实各方责任。
                """)
        let levels = layout.blocks.map(\.role)
        #expect(
            levels == [
                .heading(level: 1), .heading(level: 2), .paragraph, .heading(level: 2), .heading(level: 3), .paragraph,
                .heading(level: 1), .paragraph,
            ])
        #expect(layout.blocks.map(\.headings) == [[], [0], [0, 1], [0], [0, 3], [0, 3, 4], [], [6]])
        #expect(layout.blocks.map(\.markerLength) == [6, 9, 0, 9, 2, 0, 6, 0])
    }

    @Test func aHeadingShorterThanTheColumnDoesNotRunOn() {
        let file = PageTextFixture.file(
            [
                "（一）打造高效便利的政务环境示范区", "聚焦办事便利和服务高效，以数字政府建设作为主", "要的载体，全面推动政务服务由可办能办走向好办易", "办，建成智慧政务。",
            ], ["（二）打造宽松有序的市场环境示范"])
        let layout = PageTextFixture.layout(file)
        #expect(layout.prose.first == "（一）打造高效便利的政务环境示范区")
        #expect(layout.blocks.first?.role == .heading(level: 2))
    }

    @Test func aRunInHeadingThatFillsItsLineRunsOn() {
        let file = PageTextFixture.file(
            ["2.加强居家社区机构协调发展，创新居家社区养", "老服务模式。打造以社区为平台的服务体系，支持居", "家养老服务。"], ["完毕。"])
        #expect(PageTextFixture.layout(file).prose.first == "2.加强居家社区机构协调发展，创新居家社区养老服务模式。打造以社区为平台的服务体系，支持居家养老服务。")
    }

    @Test func headingsUnderChaptersAreDeeper() {
        let layout = PageTextFixture.layout(text: "第一章 规划背景\n第一节 成就\n（一）服务\n床位达到五千张。\n")
        #expect(
            layout.blocks.map(\.role) == [.heading(level: 1), .heading(level: 2), .heading(level: 4), .paragraph])
    }

    @Test func aRunInHeadingIsAParagraphWithAMarker() {
        let layout = PageTextFixture.layout(text: "（一）优化服务。压缩办理时限到3个工作日。\n（二）强化监管。抽查比例达到5%。\n")
        #expect(layout.blocks.map(\.role) == [.paragraph, .paragraph])
        #expect(layout.blocks.map(\.markerLength) == [9, 9])
    }

    @Test func clauseNumbersFusedWithNumbers() {
        let layout = PageTextFixture.layout(
            text: "5.推进改革。\n6.建设站点。\n7.15分钟服务圈基本建成。\n8.2024年12月前完成验收。\n")
        #expect(layout.blocks.map(\.markerLength) == [2, 2, 2, 2])
    }

    @Test func aNumberAtTheHeadOfAWrappedLineIsNoClause() {
        let file = PageTextFixture.file(
            ["2021年到2030年，新增探明的天然气地质储量达到", "1.9万亿立方米，累计探明的储量达到四点六万亿立", "方米。"], ["继续推进。"])
        let layout = PageTextFixture.layout(file)
        #expect(layout.prose.first == "2021年到2030年，新增探明的天然气地质储量达到1.9万亿立方米，累计探明的储量达到四点六万亿立方米。")
        #expect(layout.blocks.first?.markerLength == 0)
    }

    @Test func aParagraphAcrossTakenLinesIsJoined() {
        let file = PageTextFixture.file(
            ["累计探明的天然气储量达到四点六万亿立方米，2023", "年产量达到三百亿立方米、2024年三百一十五、2025", "表2 天然气增产计划表"], ["序号", "1"],
            ["年产量达到三百三十亿立方米，2030年达到三百八十", "亿立方米。"])
        let lines = PageScanner.scan(file, lexicon: PageTextFixture.library.layout)
        let taken = lines.map { $0.page == 1 }
        let blocks = PageTextFixture.blocks(file, taken: taken)
        #expect(
            blocks.map(\.text.string) == [
                "累计探明的天然气储量达到四点六万亿立方米，2023年产量达到三百亿立方米、2024年三百一十五、"
                    + "2025年产量达到三百三十亿立方米，2030年达到三百八十亿立方米。",
                "表2天然气增产计划表",
            ])
    }

    /// A converter that keeps the look of a page sets rests of a line, raised marks and exponents on lines of their own.
    @Test func restsAndRaisedMarksOnLinesOfTheirOwnGoOn() {
        let layout = PageTextFixture.layout(
            text: """
                初步核算，全年地区生产总值完成六千一百亿元，按不变价格计
                算，比上年增长4.6%。其中，第三产业增加值4201.2亿元，
                             增长4.9%。三次产业结构为9.2：
                               23.0：
                                   67.9。全年粮食播种面积六百万亩，增加2.01
                万亩，比上年增加，全市限额以上单位粮油食品类商品零售额增长
                            [5]
                4.0%。全年细颗粒物的年平均浓度比上年下降，为每立方
                3

                米53μg/m ，比上年下降3.6%
                                        。
                """)
        #expect(
            layout.prose == [
                "初步核算，全年地区生产总值完成六千一百亿元，按不变价格计算，比上年增长4.6%。其中，第三产业增加值4201.2亿元，"
                    + "增长4.9%。三次产业结构为9.2：23.0：67.9。全年粮食播种面积六百万亩，增加2.01万亩，"
                    + "比上年增加，全市限额以上单位粮油食品类商品零售额增长4.0%。全年细颗粒物的年平均浓度比上年下降，为每立方米53μg/m，比上年下降3.6%。"
            ])
    }

    @Test func labelledLinesAndCaptionsStandAlone() {
        let layout = PageTextFixture.layout(
            text: """
                2.共建绒山羊育种联合实验室，完善良种体系
                牵头单位：市农牧局
                完成时限：2024年12月
                专栏3 重点工程
                新建养老服务站点六十个。
                """)
        #expect(
            layout.prose == [
                "2.共建绒山羊育种联合实验室，完善良种体系", "牵头单位：市农牧局", "完成时限：2024年12月", "专栏3重点工程", "新建养老服务站点六十个。",
            ])
    }

    @Test func rowsWithTabsThatNoTableTakesAreNeverJoined() {
        let file = SourceFile(name: "a.md", text: "序号\t项目名称及建设内容说明\t牵头单位和责任单位\n1\t年产六十万吨项目\t工业和信息化局\n")
        #expect(PageTextFixture.blocks(file, taken: [false, false]).count == 2)
    }

    @Test func placesOfAJoinedParagraph() {
        let file = PageTextFixture.file(["到2025年，全市现代产业集群的产值达到5508", "亿元。"], ["完毕。"])
        let block = PageTextFixture.layout(file).blocks[0]
        #expect(block.line == 1)
        #expect(block.lineEnd == 3)
        let unit = block.text.bytes.count - 9
        #expect(file.position(at: block.text.sourceOffset(at: unit)).line == 3)
    }
}
