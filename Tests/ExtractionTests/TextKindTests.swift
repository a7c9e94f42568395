import StatisticalModel
import Testing

@testable import Extraction

/// What no word decides in a text that tells nothing but facts, or facts and intentions.
@Suite struct TextKindTests {
    private static let open = "省级支出842亿元。"
    private static let facts = "收入完成预算的97%，同比增长6%。税收同比增长3%。"

    private func kinds(_ text: String, title: String = "") -> [StatementKind] {
        ProseFixture.extract(text, title: title).statements.map(\.kind)
    }

    @Test func threeFactsMakeTheOthersFacts() {
        #expect(kinds(Self.open + Self.facts) == [.actual, .actual, .actual, .actual])
    }

    @Test func twoDoNot() {
        #expect(kinds(Self.open + "收入完成预算的97%，同比增长6%。") == [.undetermined, .actual, .actual])
    }

    @Test func anIntentionLeavesThemOpen() {
        #expect(
            kinds(Self.open + Self.facts + "力争新增企业30家。")
                == [.undetermined, .actual, .actual, .actual, .target])
    }

    @Test func theEvidenceNamesTheText() {
        let statement = ProseFixture.extract(Self.open + Self.facts).statements.first
        #expect(statement?.evidence?.kind.winner?.speaker == .text)
        #expect(statement?.evidence?.kind.isOpen == false)
    }
}
