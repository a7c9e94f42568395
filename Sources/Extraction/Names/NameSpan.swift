import PipelineDefinition
import SourceText

/// A name cut into whom it is about and what is measured: 粮食 and 播种面积.
///
/// Statistical Chinese states the measure once and then lists subjects (其中，水稻…，玉米…), or states the subject
/// once and then lists measures (产量…，产值…); a chart of names needs both halves of each name.
struct NameSpan: Sendable {
    /// 粮食; empty where the name is nothing but a measure.
    var subject: String
    /// 播种面积; empty where no known word ends the name.
    var measure: String
    /// What the measure is called of a part (产量 for 总产量); empty where parts do not share it.
    var ofPart: String

    init(_ full: String, _ shared: SharedLibrary) {
        let name = Self.withoutRemark(full)
        let elided = shared.library.names.elided.longest(of: name)
        let facet = shared.library.names.facets.longest(of: name)
        // 总播种面积 of the facets, 播种面积 of the measures that parts share: the longer one ends the name.
        var measure = elided
        for other in [facet, Self.rate(name, shared)] where other?.utf8.count ?? 0 > measure?.utf8.count ?? 0 {
            measure = other
        }
        self.measure = measure ?? ""
        subject = name.withoutLast(self.measure.utf8.count)
        ofPart = elided.flatMap { shared.library.names.ofParts[$0] } ?? ""
    }

    /// 主要畜禽存栏 of 主要畜禽存栏（猪牛羊禽）: a bracket at the end explains the measure.
    static func withoutRemark(_ name: String) -> String {
        guard name.ends(with: "）"), let open = name.lastIndex(of: "（"), open != name.startIndex else { return name }
        return String(name[..<open])
    }

    /// 响应率 of 热线响应率: a rate of three characters, or one known as a whole word.
    private static func rate(_ name: String, _ shared: SharedLibrary) -> String? {
        guard name.ends(with: shared.library.names.rateEnding) else { return nil }
        return shared.library.names.wholeRates.longest(of: name) ?? String(name.suffix(bareRate))
    }

    /// Characters of the shortest noun that a list of kinds shares: 企业 of 国有、民营企业.
    static let genus = 2

    /// Characters of a rate that names no subject: 在线率, 达标率.
    static let bareRate = 3
}

extension NameLexicon {
    /// True where nothing in `name` waits for a measure said before: 出口额 and 常住人口, unlike 水稻 and 第一产业.
    func isWhole(_ full: String) -> Bool {
        let name = NameSpan.withoutRemark(full)
        return name.unicodeScalars.contains(shareSign) || wholeEndings.end(name)
            || elided.end(name) || facets.end(name)
            || measures.end(name) || growths.end(name)
    }

    /// What `name` is called behind its subject where it is nothing but a measure: 支出, 在线率.
    func bareMeasure(_ name: String) -> String? {
        if let form = facetForms[name] { return form }
        if facets.contains(name) { return name }
        let isRate = name.ends(with: rateEnding) && name.count == NameSpan.bareRate && !wholeRates.contains(name)
        return isRate ? name : nil
    }
}
