import PipelineDefinition
import SourceText
import TestSupport
import Testing

@testable import Ingestion

@Suite struct TextRepairTests {
    static let lexicon: RepairLexicon = {
        var problems: [Diagnostic] = []
        let lexicon = RepairLexicon(folder: ProjectFolder.pipelines + "/common", problems: &problems)
        precondition(problems.isEmpty, "\(problems)")
        return lexicon
    }()

    private func ingested(_ text: String) -> SourceFile? {
        Ingestion.ingest(bytes: Array(text.utf8), name: "a.txt", repairs: Self.lexicon).file
    }

    private func read(_ text: String) -> String {
        ingested(text).map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    }

    // MARK: script

    @Test(arguments: [
        ("到2025年，農村自來水普及率穩定在97%以上。", "到2025年，农村自来水普及率稳定在97%以上。"),
        ("「十四五」期間，產值達到38萬億元，成效顯著。", "“十四五”期间，产值达到38万亿元，成效显著。"),
        ("衛(wèi)生機構(gòu)達到12個", "卫生机构达到12个"),
    ])
    func traditionalTextIsReadInSimplifiedCharacters(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    /// Two characters of the other script are a name; so are more of them among nine times as many of this one.
    @Test(arguments: [
        "与臺灣企业签约3个。", "到2025年，乾县、著名商标企业达到12个。",
        "館名為國立，总投资额达到亿元级项目进展顺利，规划实现产业发展，还将继续优化结构、强调质量，为农业、渔业发展创造机会，与东部协调发展，营业额连续增长",
    ])
    func namesInSimplifiedTextStay(text: String) {
        #expect(read(text) == text)
        #expect(ingested(text)?.repairs == nil)
    }

    @Test func threeCharactersOfNothingElseAreTraditionalText() {
        #expect(read("產業園") == "产业园")
        #expect(read("產業") == "產業")
    }

    @Test func eachLineOfATextOfBothScriptsSpeaksForItself() {
        let traditional = "到2025年，農村自來水普及率穩定，灌溉面積擴大，衛生機構總數增長，醫療資源優質發展，養護產業與勞動關係協調。"
        let simplified = "到2025年，农村自来水普及率稳定，灌溉面积扩大，卫生机构总数增长，医疗资源优质发展，养护产业与劳动关系协调。"
        let text = traditional + "\n" + traditional + "\n小結\n" + simplified + "\n臺北\n"
        #expect(read(text) == simplified + "\n" + simplified + "\n小结\n" + simplified + "\n臺北\n")
    }

    @Test func onlyGlossesWithTonesGo() {
        #expect(read("亳(bó)州、厦（xià）门") == "亳州、厦门")
        for text in ["产值(GDP)", "长度(km)", "编号(a)á"] { #expect(read(text) == text) }
    }

    @Test func aQuotationShowsWhatIsPrinted() throws {
        let printed = "衛(wèi)生機構(gòu)109年達到1\u{200B}2個，108年為11個"
        let file = try #require(ingested(printed))
        #expect(String(decoding: file.bytes, as: UTF8.self) == "卫生机构2020年达到12个，2019年为11个")
        let text = PlacedText(file, 0..<file.bytes.count)
        #expect(text.quotation(of: file) == "衛(wèi)生機構(gòu)109年達到12個，108年為11個")
        #expect(text.quotation(in: 3..<6, of: file) == "生")
        #expect(text.quotation(in: 0..<6, of: file) == "衛(wèi)生")
        #expect(text.slice(12..<19).quotation(of: file) == "109年")
    }

    // MARK: the Republic's years

    @Test(arguments: [
        ("民國109年產值達到12億元", "2020年产值达到12亿元"), ("民国109年、中華民國113年", "2020年、2024年"),
        ("民国21年建成", "1932年建成"), ("民國元年設縣，面積廣闊", "1912年设县，面积广阔"),
        ("民國一百零九年，一百年來的歷史", "2020年，一百年来的历史"), ("民國一〇九年度預算總額", "2020年度预算总额"),
        ("民國109至113年，110年為12億元", "2020至2024年，2021年为12亿元"),
        ("自109年38萬增至113年57萬，總數增長", "自2020年38万增至2024年57万，总数增长"),
    ])
    func yearsOfTheRepublic(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test(arguments: [
        // No document of that calendar: simplified, or with years of ours, or one such year alone.
        "2023年，100年以上老店100家，110年、120年老店各5家", "学校有110年，医院有120年", "民国21年建县，至今110年",
    ])
    func otherYearsStay(text: String) {
        #expect(read(text).contains("110年"))
    }

    @Test(arguments: ["2024年，學校有110年、醫療機構有120年", "學校有110年，歷經風雨", "學校110年以上、醫院120年歷史，總數"])
    func lengthsOfTimeInTraditionalTextStay(text: String) {
        #expect(read(text).contains("110年"))
    }

    // MARK: characters

    @Test(arguments: [
        ("养⽼机构护理型床位占⽐达到55%，⼩区120个", "养老机构护理型床位占比达到55%，小区120个"),
        ("⻔诊、⺟亲", "门诊、母亲"), ("达到1\u{200B}2\u{FEFF}0\u{2060}个", "达到120个"),
        ("\u{202A}产值\u{202C}5\u{00AD}5亿元\u{200E}", "产值55亿元"), ("产值\u{2003}55\u{202F}亿元", "产值 55 亿元"),
    ])
    func radicalsInvisibleCharactersAndSpaces(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test func aRadicalIsReadAlsoInAQuotation() throws {
        let file = try #require(ingested("养⽼机构12个"))
        #expect(PlacedText(file, 0..<file.bytes.count).quotation(of: file) == "养老机构12个")
    }

    // MARK: markup

    @Test(arguments: [
        ("增长&nbsp;5%&nbsp", "增长 5% "), ("&ldquo;十四五&rdquo;末&ge;95%", "“十四五”末≥95%"), ("达到&#49;&#x32;个", "达到12个"),
        ("增长&amp;nbsp;5%", "增长 5%"), ("AT&T &amp; &copy", "AT&T & &copy"), ("a&#124;b&#10;", "a&#124;b&#10;"),
        ("达到<span style=\"font-size:12px\">55</span>%<\\/span>", "达到55%"), ("<!-- 12 -->一个<o:p></o:p>", "一个"),
        ("<script>var a=5;</script>共<b>6</b>个", "共6个"), ("<div class=\"c1\">甲</div><BR/>", "<p>甲</p><br>"),
        ("<td width=\"20\">5</td>", "<td width=\"20\">5</td>"), ("<td>5<\\/td>", "<td>5</td>"), ("a<5且b>3", "a<5且b>3"),
        ("> 2023年工作\n>> 回顾：>95%\n>\n> 95%", "> 2023年工作\n回顾：>95%\n>\n> 95%"), ("> 工作回顾", "工作回顾"),
    ])
    func markup(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    // MARK: digits apart

    @Test(arguments: [
        ("产值达到1 0 0 . 9 亿元", "产值达到100.9 亿元"),
        ("2 0 2 5 年，覆盖率达到9 3 %以上 , 控制在4 . 5 ‰以内。", "2025 年，覆盖率达到93 %以上 , 控制在4.5 ‰以内。"),
        ("比例调整为1 6 ∶4 7 ∶3 7 。", "比例调整为16 ∶47 ∶37 。"), ("产值1 2 , 3 4 5 万元", "产值12,345 万元"),
        ("产值达到1 2\n0 亿元，增长 1 5 %，床位达到2 0张。", "产值达到12\n0 亿元，增长 15 %，床位达到20张。"),
    ])
    func digitsApartAreJoined(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test(arguments: [
        "甲区 3 5 7", "甲区 3 5 7 完成", "序 号 1 2 3 4", "1 2 3 甲局、乙局", "资 1 1 3 1.", "甲区\t3 5个", "甲区  3 5个  7", "1. 5个社区",
        "税收 309153 324700 102.5%",
        "2025年，产值100亿元，共1 2个", "失业率（%） 3.2 3.9 3.5 3.1",
    ])
    func cellsAndListsStay(text: String) {
        #expect(read(text) == text)
    }

    @Test(arguments: ["<script>", "<p ", "<!-- ", ">", "> ", "(á", "1 ", "1 , 2 ", "民國1", "109年", "&amp;", "<a"])
    func largeAndOddTextsPass(part: String) {
        let text = String(repeating: part, count: 60_000 / part.utf8.count)
        #expect(ingested(text + "é") != nil)
    }

    // MARK: places

    @Test func placesLeadBackToTheFile() throws {
        let printed = "一\u{200B}\n<p class=\"x9\">達到１２&nbsp;萬億，產值1 0 0 . 9億元"
        let file = try #require(ingested(printed))
        #expect(file.asPrinted == SourceFile(name: "a.txt", text: printed))
        #expect(file.lineCount == 2)
        let bytes = Array(printed.utf8)
        for (part, source) in [("达", "達"), ("万", "萬"), ("100.9", "1 0 0 . 9"), ("亿元", "億元"), ("一", "一")] {
            let place = try #require(Self.place(of: part, in: file.bytes))
            #expect(String(decoding: bytes[file.printedRange(of: place)], as: UTF8.self) == source)
        }
        let hundred = try #require(Self.place(of: "100.9", in: file.bytes))
        #expect(file.position(at: hundred.lowerBound) == SourcePosition(line: 2, column: 30))
    }

    private static func place(of part: String, in bytes: [UInt8]) -> Range<Int>? {
        let part = Array(part.utf8)
        return bytes.indices.first { bytes[$0...].starts(with: part) }.map { $0..<$0 + part.count }
    }

    /// Between edits the bytes are the file's, edits stand in order, and line ends stay.
    @Test(arguments: 0..<60) func editsAreExact(seed: Int) throws {
        var random = SplitMix64(state: UInt64(seed))
        let parts = [
            "產業", "達到", "1 2", "(wèi)", "&nbsp;", "<b>", "\n", "民國109年", "\u{200B}", "> ", "⽼", "<\\/p>", "3 . 5 %",
            "，", "110年", "<p", ">", "萬", "&#1", "\r\n", "👍",
        ]
        let text = (0..<40).reduce(into: "") { text, _ in text += parts[random.below(parts.count)] }
        guard let file = ingested(text), let repairs = file.repairs else { return }
        #expect(repairs.printed == Array(text.utf8))
        #expect(file.bytes.count { $0 == 0x0A } == repairs.printed.count { $0 == 0x0A })
        var (read, printed) = (0, 0)
        for edit in repairs.edits {
            #expect(file.bytes[read..<edit.text.lowerBound] == repairs.printed[printed..<edit.printed.lowerBound])
            (read, printed) = (edit.text.upperBound, edit.printed.upperBound)
        }
        #expect(file.bytes[read...] == repairs.printed[printed...])
    }
}
