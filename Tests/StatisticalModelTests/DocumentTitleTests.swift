import StatisticalModel
import Testing

@Suite struct DocumentTitleTests {
    @Test(arguments: [
        ("某市人民政府关于印发某市打造一流环境实施方案的通知（某府发〔2022〕167号）", "某市打造一流环境实施方案", "某府发〔2022〕167号"),
        ("某市人民政府办公室关于印发《某市行动方案（2023—2025年）》的通知（某府办发〔2022〕1号）", "某市行动方案（2023—2025年）", "某府办发〔2022〕1号"),
        ("关于加快推进电网规划建设的实施意见（某政发〔2023〕11号）", "关于加快推进电网规划建设的实施意见", "某政发〔2023〕11号"),
        ("某市2026年行动方案（征求意见稿）", "某市2026年行动方案（征求意见稿）", nil), ("", "", nil),
    ])
    func aTitleTellsItsSubjectAndNumber(text: String, subject: String, number: String?) {
        #expect(DocumentTitle(text).subject == subject)
        #expect(DocumentTitle(text).number == number)
    }
}
