public import PipelineDefinition
import SourceText
import StatisticalModel

/// Whether two names measure the same, as far as their words tell.
public enum NameVerdict: String, Sendable, Hashable, CaseIterable {
    /// Every facet agrees: figures join in silence.
    case same
    /// A facet contradicts: 调查 and 登记, 产量 and 产能, 新增 and 总数.
    case apart
    /// One name says more than the other: a person decides, once.
    case ask

    /// The graver of the two: apart before ask before same.
    fileprivate func joined(_ other: NameVerdict) -> NameVerdict {
        self == .apart || other == .apart ? .apart : self == .ask || other == .ask ? .ask : .same
    }
}

/// The verdict on two names, and what differs.
public struct NameMatch: Sendable, Hashable {
    public fileprivate(set) var verdict = NameVerdict.same
    /// `settlement: unsaid ? urban>city`, `measure: capacity ≠ output`; empty where all agree.
    public fileprivate(set) var differences: [String] = []

    /// Whether both names say a facet and contradict, or one is a flow and the other a stock.
    public fileprivate(set) var contradictsFacet = false

    fileprivate mutating func add(_ verdict: NameVerdict, _ difference: String) {
        self.verdict = self.verdict.joined(verdict)
        differences.append(difference)
    }

    fileprivate mutating func add(
        _ facet: NameFacet, _ verdict: NameVerdict, _ left: String, _ right: String, areSaid: Bool
    ) {
        if verdict == .apart, areSaid { contradictsFacet = true }
        add(verdict, facet.rawValue, left, right)
    }

    fileprivate mutating func add(_ verdict: NameVerdict, _ what: String, _ left: String, _ right: String) {
        add(verdict, "\(what): \(left) \(verdict == .ask ? "?" : "≠") \(right)")
    }
}

/// Compares names of indicators facet by facet, never by likeness.
///
/// 社区养老服务设施覆盖率 and 城市社区养老服务设施覆盖率 are asked: nothing printed says that the first means cities only.
/// 煤炭产能 and 煤炭产量 are apart.
public struct NameMatcher: Sendable {
    private let analyzer: NameAnalyzer

    public init(library: PipelineLibrary) {
        analyzer = NameAnalyzer(lexicon: library.facets, units: library.units)
    }

    init(analyzer: NameAnalyzer) {
        self.analyzer = analyzer
    }

    public func match(_ target: String, _ outturn: String) -> NameMatch {
        match(analyzer.facets(of: target), analyzer.facets(of: outturn))
    }

    func match(_ left: NameFacets, _ right: NameFacets) -> NameMatch {
        var result = NameMatch()
        let others = right.values.lazy.map(\.facet).filter { left.values[$0] == nil }
        for facet in (left.values.map(\.facet) + others).sorted() {
            compare(facet, left.values[facet], right.values[facet], &result)
        }
        compareHeads(left, right, &result)
        let (near, other) = (left.nearWords, right.nearWords)
        for word in Set(near.keys).union(other.keys).sorted() {
            let (own, others) = (near[word] ?? [word], other[word] ?? [word])
            if own != others { result.add(.ask, "near words", Self.list(own), Self.list(others)) }
        }
        if result.verdict == .same, left.isBare, left.folded != right.folded {
            result.add(.ask, "bare head: \(left.headText)")
        }
        return result
    }

    private func compare(_ facet: NameFacet, _ left: String?, _ right: String?, _ result: inout NameMatch) {
        let silence = analyzer.lexicon.silence(of: facet)
        let areSaid = left != nil && right != nil || facet == .change
        if facet == .area {
            // Places are compared as places; what remains is a name of another level: 全国 and 全市.
            guard let left, let right, left != right else { return }
            return result.add(facet, .apart, left, right, areSaid: areSaid)
        }
        switch silence {
        case .value(let value):
            let (left, right) = (left ?? value, right ?? value)
            if let verdict = Self.relation(left, right) { result.add(facet, verdict, left, right, areSaid: areSaid) }
        case .unsaid(let neverLeftOut):
            if let left, let right {
                if let verdict = Self.relation(left, right, neverLeftOut) {
                    result.add(facet, verdict, left, right, areSaid: areSaid)
                }
            } else if let said = left ?? right {
                let isDefinite = neverLeftOut.contains(said)
                let silent = isDefinite ? "none" : "unsaid"
                result.add(facet, isDefinite ? .apart : .ask, left ?? silent, right ?? silent, areSaid: areSaid)
            }
        }
    }

    /// `nil` where the values agree. `a>b` is a part of `a`, `a|b` either of them, `a+b` both.
    private static func relation(
        _ left: String, _ right: String, _ neverLeftOut: Set<String> = []
    ) -> NameVerdict? {
        if left == right { return nil }
        if left.contains("+") || right.contains("+") {
            let (left, right) = (Set(left.split(separator: "+")), Set(right.split(separator: "+")))
            if left == right { return nil }
            guard left.isSubset(of: right) || right.isSubset(of: left) else { return .apart }
            // 增加值 and 增加值占比.
            let more = left.symmetricDifference(right).map(String.init)
            return more.contains(where: neverLeftOut.contains) ? .apart : .ask
        }
        let (ours, theirs) = (Set(left.split(separator: "|")), Set(right.split(separator: "|")))
        if ours == theirs { return nil }
        let overlap = ours.contains { own in
            theirs.contains { own == $0 || own.begins(with: $0 + ">") || $0.begins(with: own + ">") }
        }
        return overlap ? .ask : .apart
    }

    private func compareHeads(_ left: NameFacets, _ right: NameFacets, _ result: inout NameMatch) {
        guard left.head != right.head else { return }
        if left.head.sorted() == right.head.sorted() {
            result.add(.ask, "head in another order: \(left.headText) ? \(right.headText)")
        } else if !left.head.isEmpty, !right.head.isEmpty,
            Self.isWithin(left.head, right.head) || Self.isWithin(right.head, left.head)
        {
            result.add(.ask, "unknown word on one side: \(left.headText) ? \(right.headText)")
        } else {
            result.add(.apart, "head", left.headText, right.headText)
        }
    }

    /// Whether the characters of `short` stand in `long` in their order.
    private static func isWithin(_ short: [Unicode.Scalar], _ long: [Unicode.Scalar]) -> Bool {
        var rest = short[...]
        for scalar in long where rest.first == scalar { rest.removeFirst() }
        return rest.isEmpty
    }

    private static func list(_ words: Set<String>) -> String { words.sorted().joined(separator: "/") }
}
