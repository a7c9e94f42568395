import PipelineDefinition
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import Normalization

/// What area a document is of: what its title names, but neither a paper nor the place of a dateline.
@Suite struct BulletinAreasTests {
    private func area(title: String = "", source: String? = nil, line: String = "") -> String? {
        var library = PipelineLibrary()
        var problems: [Diagnostic] = []
        library.layout = LayoutLexicon(path: ProjectFolder.pipelines + "/common/layout.csv", problems: &problems)
        for (code, name, short) in [
            ("140000", "山西省", "山西"), ("140400", "长治市", "长治"), ("110000", "北京市", "北京"), ("140423", "襄垣县", "襄垣县"),
        ] {
            library.areas.insert(ReferenceArea(code: AreaCode(code)!, name: name), names: [name, short])
        }
        var document = BulletinDocument(title: title, firstLine: 1, lastLine: 2)
        document.source = source
        let text = BulletinBuilder.text(line)
        let blocks = line.isEmpty ? [] : [TextBlock(role: .paragraph, text: text, line: 1, lineEnd: 1)]
        let layout = BulletinLayout(file: SourceFile(name: "a.txt", text: line), documents: [document], blocks: blocks)
        return Normalizer(library: library).setting(of: layout).documentAreas.first??.name
    }

    @Test(arguments: [
        ("长治市2023年统计公报", "长治市"), ("长治市城区2004年国民经济和社会发展统计公报", "长治市城区"), ("长治市城区供暖", "长治市"),
        ("长治市矿区人民政府工作报告", "长治市矿区"), ("长治市襄垣区2025年统计公报", "襄垣区"), ("长治市山城区2025年统计公报", "长治市"),
    ])
    func ofTitles(title: String, name: String) {
        #expect(area(title: title) == name)
    }

    /// 山西晚报 prints of anywhere, 长治日报 of its city where nothing else says.
    @Test func ofPapers() {
        #expect(area(line: "山西晚报 2026年2月25日") == nil)
        #expect(area(line: "长治日报 2026年2月25日") == "长治市")
        #expect(area(title: "山西省2023年统计公报", line: "长治日报 2026年2月25日") == "山西省")
    }

    /// The province that a text names alone and more than once, where it speaks of the whole of it.
    @Test func ofATextThatNamesItsProvince() {
        #expect(area(line: "山西是农业大省，推进中国式现代化山西新实践，确保全省粮食播种面积800万亩。") == "山西省")
        #expect(area(line: "山西是农业大省，确保全省粮食播种面积800万亩。") == nil)
        #expect(area(line: "山西是农业大省，推进中国式现代化山西新实践。") == nil)
        #expect(area(line: "山西是农业大省，推进现代化山西新实践，确保全省粮食播种面积800万亩，向北京市供应10万吨。") == nil)
    }

    /// A congress is that of its place, whether the list holds it or not; other places of meetings are none.
    @Test(arguments: [
        ("——2023年8月29日在禾州县第十八届人民代表大会常务委员会第四次会议上", "禾州县"), ("——2023年8月29日在襄垣县第十八届人民代表大会第四次会议上", "襄垣县"),
        ("——2023年8月29日在禾州县第四次现场会上", nil),
    ])
    func ofCongresses(line: String, name: String?) {
        #expect(area(title: "关于2023年计划执行情况的审议报告", line: line) == name)
    }

    @Test func ofDatelines() {
        #expect(area(line: "新华社，北京") == nil)
        #expect(area(line: "北京") == "北京市")
    }

    @Test func ofSources() {
        #expect(area(title: "1—4月财政收支情况", source: "长治市财政局") == "长治市")
        #expect(area(title: "1—4月财政收支情况", source: "长治网") == nil)
        #expect(area(title: "山西省1—4月财政收支情况", source: "长治市财政局") == "山西省")
    }
}
