import PipelineDefinition
import StatisticalModel
import Testing

@testable import Extraction

/// Numerals and words that state nothing: no quantity may come of them, and every digit is claimed.
@Suite struct TrapTests {
    @Test(arguments: [
        "新建5G基站", "拨打12345热线", "满足N-1要求", "降低PM2.5浓度", "改造10千伏线路", "生产1，4-丁二醇", "第五次全国会议", "发布4.0版",
        "“十四五”规划纲要", "完成五大任务", "打造一刻钟生活圈", "降低近视率", "学校附近环境", "新签约项目", "超临界机组", "多能互补示范", "提供7×24小时服务",
        "联动110报警服务台", "12345与110对接联动", "尼龙66项目", "开展“五个一”活动", "推进一体化", "双一流高校", "三北工程", "一老一小服务", "四大班子", "六税两费政策",
        "两个确立", "一带一路建设", "两癌筛查", "三级医院", "二级以上医院", "一类出口企业", "项目二期建成", "二手房交易", "千家万户", "百姓生活",
        "千方百计增收", "统一标准", "进一步优化", "一批项目", "一次性补贴", "一网通办", "一对一帮扶", "一企一策", "220千伏变电站", "65岁以上老年人",
        "3岁以下婴幼儿", "百亿级产业", "千亿级集群", "万元地区生产总值能耗", "5A级景区", "365天不打烊", "鄂府发〔2022〕149号文件", "第3章",
        "附件1", "表2", "图3", "2023年6月30日", "2021—2025年", "1月份", "COVID-19防控", "H7N9防控", "3D打印", "《2030年前行动方案》", "首届大会",
        "C919飞机", "三农工作", "一站式服务", "二维码应用", "八一建军节", "三方评估",
    ])
    func noQuantity(_ text: String) {
        let extract = ProseFixture.extract("加快\(text)。")
        #expect(extract.statements.isEmpty, "\(extract.statements.map { "\($0.indicator) \($0.quantity!)" })")
        #expect(digits(text) == claimed(extract, text))
    }

    @Test func everyTrapOfTheListKeepsQuiet() {
        let traps = ProseFixture.library.prose.examples.filter { $0.path.hasSuffix("traps.csv") }
        #expect(traps.count >= 200)
        for trap in traps {
            let extract = ProseFixture.extract("\(trap.example)。")
            #expect(extract.statements.isEmpty, "traps.csv:\(trap.line) \(trap.example)")
        }
    }

    /// Digits counted apart from the extractor.
    private func digits(_ text: String) -> Int { text.unicodeScalars.filter { ("0"..."9").contains($0) }.count }

    private func claimed(_ extract: BulletinExtract, _ text: String) -> Int {
        let bytes = Array("加快\(text)。".utf8)
        return extract.claims.map { claim in
            bytes[claim.source].filter { (0x30...0x39).contains($0) }.count
        }.reduce(0, +)
    }
}
