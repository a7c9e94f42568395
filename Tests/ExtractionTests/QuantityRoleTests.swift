import Foundation
import StatisticalModel
import TestSupport
import Testing

@testable import Extraction

/// What each quantity is to its sentence: all that is stated, and the ledger's reason for all that is not.
@Suite struct QuantityRoleTests {
    struct Example: Sendable, CustomStringConvertible {
        var sentence: String
        var stated: [String]
        var reasons: [String]
        var description: String { sentence }
    }

    /// `Tests/Fixtures/quantity-roles.txt`: `sentence => statement; statement # reason reason`.
    static let examples: [Example] = {
        let path = ProjectFolder.root + "/Tests/Fixtures/quantity-roles.txt"
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let halves = line.components(separatedBy: " =>")
            let parts = halves[1].components(separatedBy: " #")
            return Example(
                sentence: halves[0],
                stated: parts[0].components(separatedBy: "; ").map { $0.trimmingCharacters(in: .whitespaces) }
                    .filter { !$0.isEmpty },
                reasons: parts[1].split(separator: " ").map(String.init))
        }
    }()

    @Test func theTableIsThere() { #expect(Self.examples.count >= 80) }

    @Test(arguments: examples) func statesWhatItsRoleSays(_ example: Example) {
        let extract = ProseFixture.extract(example.sentence)
        let stated = extract.statements.map { statement in
            let quantity = statement.quantity
            let upper = quantity?.upper.map { "-\($0)" } ?? ""
            let value = quantity.map { "\($0.value)\(upper)\($0.unit)" } ?? ""
            return "\(statement.indicator)|\(statement.comparator.rawValue) \(value)|\(statement.measure)"
        }
        #expect(stated == example.stated)
        #expect(reasons(extract) == example.reasons)
    }

    /// Bytes of verb and base before the figure: eighteen characters, not nineteen.
    @Test func aGapsBaseHasItsReach() {
        #expect(RelationReader.baseReach == 54)
        #expect(isGap(named: 14))
        #expect(!isGap(named: 15))
    }

    private func isGap(named count: Int) -> Bool {
        let base = String(repeating: "某", count: count) + "目标"
        return names("出口额增长6%，高于\(base)1个百分点。").last == "出口额增速高于\(base)"
    }

    /// Bytes from the verb to the plan's end: twelve characters, not thirteen.
    @Test func aPlanHasItsReach() {
        #expect(RelationReader.planReach == 36)
        #expect(isPlanShare(named: 8))
        #expect(!isPlanShare(named: 9))
    }

    private func isPlanShare(named count: Int) -> Bool {
        let plan = String(repeating: "某", count: count) + "计划"
        return names("契税收入30亿元，完成\(plan)的97%。").last == "契税收入完成\(plan)"
    }

    @Test func aReckoningHasItsReach() {
        #expect(QuantityRoles.reckoningReach == 45)
        #expect(reasons(ofReckoning: 13) == ["denominator"])
        #expect(reasons(ofReckoning: 14) != ["denominator"])
    }

    private func reasons(ofReckoning count: Int) -> [String] {
        reasons(ProseFixture.extract("按户型3.1人\(String(repeating: "某", count: count))测算，受益人口9万人。"))
    }

    @Test func aRankHasItsReach() {
        #expect(QuantityRoles.wordReach == 30)
        #expect(reasons(ofRank: 6) == ["rank"])
        #expect(reasons(ofRank: 7) != ["rank"])
    }

    private func reasons(ofRank count: Int) -> [String] {
        reasons(ProseFixture.extract("排名\(String(repeating: "某", count: count))上升4位。"))
    }

    /// 国、省控 share a noun behind the list; 国控断面、 is a thing of its own.
    @Test func aSharedNounHasItsLimit() {
        #expect(QuantityRoles.memberLimit == 3)
        #expect(reasons(ProseFixture.extract("39个国、省控断面水质优良比例100%。")) == ["extent"])
        #expect(reasons(ProseFixture.extract("39个国控、省控断面水质优良比例100%。")) != ["extent"])
    }

    @Test func onlySomeRolesState() {
        let states = QuantityRole.allCases.filter(\.states)
        #expect(states == [.value, .oldLevel, .change, .gap, .planShare])
    }

    /// Bounds joined by 且 tell who is spoken of; without 对 or a noun behind them they are what is asked for.
    @Test func boundsThatAreJoined() {
        let rule = "对产品能耗超过限额1.5倍以上且未整改的企业提高电价。"
        #expect(names(rule) == [])
        #expect(reasons(ProseFixture.extract(rule)) == ["threshold"])
        #expect(names("全年对浓度高于标准2倍以上且年排放量超过100吨的企业实施整治。") == [])
        #expect(names("年排放量超过100吨。") == ["年排放量"])
    }

    @Test func aBoundThatCountsItself() {
        #expect(reasons(ProseFixture.extract("15日以内（包括15日）期限是指工作日。")).last == "restated")
        #expect(names("床位30张（包括5张）。") != ["床位"])
    }

    private func names(_ text: String) -> [String] { ProseFixture.extract(text).statements.map(\.indicator) }

    private func reasons(_ extract: BulletinExtract) -> [String] {
        extract.claims.filter { $0.fate != .statement }.sorted { $0.source.lowerBound < $1.source.lowerBound }
            .map(\.reason.rawValue)
    }
}
