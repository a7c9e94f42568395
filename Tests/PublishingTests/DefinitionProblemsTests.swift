import Foundation
import PipelineDefinition
import Testing

@testable import Publishing

/// What is wrong with definition files, in Chinese: the sentences, and those of real files with faults.
struct DefinitionProblemsTests {
    private static func chinese(_ text: String) -> String { UsageWords(ReportWords(.chinese)).translated(text) }

    @Test(arguments: [
        ("unknown unit ‘人次数’; did you mean ‘人次’?", "未知的计量单位“人次数”；是否指“人次”？"),
        ("unknown unit ‘人次数’; did you mean ‘人次’ or ‘次数’?", "未知的计量单位“人次数”；是否指“人次”或“次数”？"),
        ("unknown unit ‘xyz’; units stand in common/units.csv", "未知的计量单位“xyz”；单位见 common/units.csv"),
        ("unknown direction ‘sideways’; known are up, down, keep", "未知的方向“sideways”；可用的有 up, down, keep"),
        (
            "unknown area ‘150601’; did you mean ‘150600’ 鄂尔多斯市 or ‘150602’ 东胜区?",
            "未知的地区“150601”；是否指“150600” 鄂尔多斯市或“150602” 东胜区？"
        ),
        ("the column ‘aliases’ is missing", "缺少“aliases”列"), ("3 fields where the header has 6", "有3个字段，表头有6个"),
        ("line 3: a quote is not closed, or text follows a closing quote", "第3行：引号没有闭合，或闭合的引号后还有文字"),
        ("line 3: 3 fields where the header has 6", "第3行：有3个字段，表头有6个"),
        ("‘居家养老’ already names EC-001 on line 4", "“居家养老”已是 EC-001（第4行）的名称"),
        ("no role ‘whole’ at the place ‘column’", "“whole”不是位置“column”的作用"),
        ("red: expected a number from 0", "red：应为从0起的数值"),
        ("green-behind must not exceed red", "green-behind不得大于red"),
        ("expected a year such as 2023, found ‘去年’", "应为 2023 这样的年份，写的是“去年”"),
        (
            "‘粮食总产量’ is OG-001 of output-goals: put the row into its folder",
            "“粮食总产量”是 OG-001，属于 output-goals：请写入该文件夹"
        ),
        (
            "there is no such folder of definitions; did you mean ‘Pipelines’?", "没有这个定义文件夹；是否指“Pipelines”？"
        ), ("mapping values are not allowed in this context", "此处不能写“键: 值”"),
        ("what no row knows", "what no row knows"),
    ])
    func problemsAreSaidInChinese(_ english: String, _ expected: String) {
        #expect(Self.chinese(english) == expected)
    }

    /// A row needs as many holes in one language as in the other.
    @Test func everySentenceHasItsHoles() {
        for key in ReportWordTable.keys(of: "problem.") {
            let holes = [ReportWords(.chinese)(key), ReportWords(.english)(key)].map {
                $0.split(separator: "{}", omittingEmptySubsequences: false).count
            }
            #expect(holes[0] == holes[1], "\(key)")
        }
    }

    /// The literals of the readers, with their interpolations as holes: none is without a row.
    @Test func everyMessageOfTheReadersHasARow() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../Sources/PipelineDefinition")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        var checked = 0
        for file in files.filter({ $0.pathExtension == "swift" }).sorted(by: { $0.path < $1.path }) {
            for message in Self.messages(in: try String(contentsOf: file, encoding: .utf8)) {
                checked += 1
                #expect(Self.chinese(message) != message, "\(file.lastPathComponent): \(message)")
            }
        }
        #expect(checked > 60)
    }

    /// Literals that are sentences and stand in a call of `problem`, `report` or of a diagnostic.
    private static func messages(in source: String) -> [String] {
        let calls = ["problem(", "report(\"", "message: \"", "message = \""]
        var messages: [String] = []
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where calls.contains(where: line.contains) {
            let text = lines[index..<min(index + 4, lines.count)].joined(separator: "\n")
            let literal = literals(in: text).first { $0.contains(" ") && $0.contains { $0.isLetter && $0.isASCII } }
            if let literal { messages.append(literal) }
        }
        return messages
    }

    /// String literals with `x` for what is interpolated.
    private static func literals(in text: String) -> [String] {
        var literals: [String] = []
        var current: String?
        var depth = 0
        var previous: Character = " "
        for sign in text {
            if depth > 0 {
                depth += sign == "(" ? 1 : sign == ")" ? -1 : 0
            } else if previous == "\\", sign == "(", current != nil {
                current?.removeLast()
                current?.append("x")
                depth = 1
            } else if sign == "\"" {
                if let done = current { literals.append(done) }
                current = current == nil ? "" : nil
            } else {
                current?.append(sign)
            }
            previous = sign
        }
        return literals
    }
}
