import SourceText
import StatisticalModel
import Testing

@testable import Layout

/// Measures of a rotated list by the words of the plan's clauses.
@Suite struct PlanMeasuresTests {
    private static let clauses = [
        "托育供给", "（1）扩大托育供给。新建社区托育点，支持幼儿园开设托班，鼓励用人单位办托。", "（2）培养托育人才。开设婴幼儿照护专业，组织保育人员轮训，评定职业技能等级。",
        "监管服务", "（3）完善监管机制。公开机构备案信息，开展消防安全检查，建立家长投诉热线。",
    ]
    /// The rest of the plan: clauses of words that no other clause has, as a pair tells by how few clauses hold it.
    private static let others = (4...20).map { number in
        "（\(number)）" + String(String.UnicodeScalarView((0..<6).map { Unicode.Scalar(0x4E00 + number * 16 + $0)! }))
    }
    private static let tasks = [
        "改造闲置校舍为社区托育点。", "支持幼儿园开设托班20个。", "在职业学院开设婴幼儿照护专业。", "每年组织保育人员轮训两次。", "公开机构备案信息，建立家长投诉热线。",
    ]

    private static func marker(_ clause: String) -> Int { clause.prefix { $0 != "）" }.utf8.count + 3 }

    private func text(_ string: String) -> PlacedText {
        let file = SourceFile(name: "plan.txt", text: string)
        return PlacedText(file, 0..<file.bytes.count)
    }

    private func filled(labels: [(number: Int, text: String)], clauses: [String] = clauses) -> RecoveredTable {
        var blocks: [TextBlock] = []
        for clause in clauses + Self.others {
            let isClause = clause.hasPrefix("（")
            let head = blocks.lastIndex { $0.role == .heading(level: 3) }
            blocks.append(
                TextBlock(
                    role: isClause ? .paragraph : .heading(level: 3), text: text(clause),
                    markerLength: isClause ? Self.marker(clause) : 0, headings: isClause ? head.map { [$0] } ?? [] : [],
                    line: 1,
                    lineEnd: 1))
        }
        let open = RecoveredTable.Cell(isUnassigned: true)
        var tables = [
            RecoveredTable(
                form: .rotated, title: "任务清单",
                columns: ["指标", "举措", "具体任务"].map { RecoveredTable.Column(levels: [$0], line: 1) },
                rows: Self.tasks.map { RecoveredTable.Row(cells: [open, open, RecoveredTable.Cell(text($0))]) },
                notes: [.unboundedCells(column: "举措", rows: [1, 2, 3, 4, 5], printed: [])], pieces: [1...9])
        ]
        let measures = SpanStretch(
            column: 1, task: 2, rows: 0..<5, text: text(labels.map(\.text).joined()),
            labels: labels.map { ($0.number, text($0.text)) })
        let heads = SpanStretch(column: 0, task: 2, rows: 0..<5, text: text("托育供给监管服务"), labels: [])
        PlanMeasures(blocks: blocks).fill(&tables, [[heads, measures]])
        return tables[0]
    }

    /// A list of titles, and beside them in one stretch what the plan's clauses of these titles say.
    private func texts(_ sentences: [String], endsSentence: Bool = true) -> [String] {
        let clauses = Self.clauses.filter { $0.hasPrefix("（") } + Self.others.map { $0 + "。" + $0 }
        let blocks = clauses.map { clause in
            TextBlock(role: .paragraph, text: text(clause), markerLength: Self.marker(clause), line: 1, lineEnd: 1)
        }
        var tables = [
            RecoveredTable(
                form: .rotated, title: "责任清单",
                columns: ["主要任务", "具体措施"].map { RecoveredTable.Column(levels: [$0], line: 1) },
                rows: ["（1）扩大托育供给", "（2）培养托育人才", "（3）完善监管机制"].map {
                    RecoveredTable.Row(cells: [RecoveredTable.Cell(text($0)), RecoveredTable.Cell(isUnassigned: true)])
                }, pieces: [1...9])
        ]
        var stretch = SpanStretch(column: 1, task: 0, rows: 0..<3, text: text(sentences.joined()))
        var place = 0
        for sentence in sentences {
            stretch.sentences.append(place..<place + sentence.utf8.count)
            place += sentence.utf8.count
        }
        stretch.endsSentence = endsSentence
        PlanMeasures(blocks: blocks).fill(&tables, [[stretch]])
        return tables[0].rows.map { $0.cells[1].string }
    }

    private let said = ["新建社区托育点。", "支持幼儿园开设托班。", "开设婴幼儿照护专业，评定职业技能等级。", "公开机构备案信息。", "建立家长投诉热线。"]

    @Test func sentencesStandBesideTheTitleOfTheirClause() {
        #expect(
            texts(said) == ["新建社区托育点。支持幼儿园开设托班。", "开设婴幼儿照护专业，评定职业技能等级。", "公开机构备案信息。建立家长投诉热线。"])
    }

    /// Words of no clause may end the cell before them or begin the one behind.
    @Test func aSentenceThatThePlanLacksLeavesTheCellsBesideItOpen() {
        let more = said[..<2] + ["逐月通报进展。"] + said[2...]
        #expect(texts(Array(more)) == ["", "", "公开机构备案信息。建立家长投诉热线。"])
        #expect(texts(said, endsSentence: false)[2] == "")
    }

    private let labels = [(1, "1.扩大托育供给"), (2, "2.培养托育人才"), (3, "3.完善监管机制")]

    @Test func tasksStandUnderTheMeasureWhoseWordsTheyTakeUp() {
        let table = filled(labels: labels)
        #expect(
            table.rows.map { $0.cells[1].string } == [
                "1.扩大托育供给", "1.扩大托育供给", "2.培养托育人才", "2.培养托育人才", "3.完善监管机制",
            ])
        #expect(table.rows.map { $0.cells[0].string } == ["托育供给", "托育供给", "托育供给", "托育供给", "监管服务"])
        #expect(
            table.notes == [
                .doubtfulCells(column: "指标", rows: [1, 2, 3, 4, 5], sign: .measures),
                .doubtfulCells(column: "举措", rows: [1, 2, 3, 4, 5], sign: .measures),
            ])
    }

    @Test func aListOfAnotherPlanStaysOpen() {
        let others = [(1, "1.修缮乡村公路"), (2, "2.整治河道环境"), (3, "3.推广节水灌溉")]
        #expect(filled(labels: others).rows.allSatisfy { $0.cells[1].isUnassigned })
    }

    @Test func aPlanWithAGapStaysOpen() {
        let clauses = Self.clauses.filter { !$0.hasPrefix("（2）") }
        #expect(filled(labels: labels, clauses: clauses).rows.allSatisfy { $0.cells[1].isUnassigned })
    }
}
