import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// A name of an indicator taken apart: what is measured (the head) and what else its words say.
///
/// 每千名老年人口养老床位数 is 养老床位 {per-unit 1000 elderly}. Synonyms have gone into one spelling, words of
/// announcement (全年, 完成) have gone, and what a name leaves out because it goes without saying is filled in.
struct NameFacets: Hashable, Sendable {
    /// What no facet takes; characters of the folded name.
    fileprivate(set) var head: [Unicode.Scalar] = []
    /// The values of each facet, joined by `+` where the name says several: `output+share`.
    fileprivate(set) var values = FacetValues()
    /// Near words by the word that stands for them: 煤炭 for 原煤.
    fileprivate(set) var near: [String: Set<String>] = [:]
    /// The name in canonical spelling, before facets were taken out.
    fileprivate(set) var canonical: [UInt8] = []
    /// The name as folded.
    fileprivate(set) var folded: [UInt8] = []

    var headText: String { String(scalars: head) }

    /// 养老床位 {per-unit 1000 elderly}
    var description: String {
        let facets = values.map { "\($0.facet.rawValue) \($0.value)" }
        return headText + (facets.isEmpty ? "" : " {\(facets.joined(separator: ", "))}")
    }

    /// What is left of 总床位 is 床位: one word without a facet names nothing.
    var isBare: Bool { head.count <= 2 && values.allSatisfy { $0.facet == .change || $0.facet == .area } }
}

/// The values of a name's few facets, in the order of the facets.
struct FacetValues: Hashable, Sendable, RandomAccessCollection {
    struct Entry: Hashable, Sendable {
        let facet: NameFacet
        var value: String
    }

    private var entries: [Entry] = []

    var startIndex: Int { 0 }
    var endIndex: Int { entries.count }
    subscript(place: Int) -> Entry { entries[place] }

    subscript(facet: NameFacet) -> String? {
        get { entries.first { $0.facet == facet }?.value }
        set {
            let place = entries.firstIndex { $0.facet == facet }
            switch (place, newValue) {
            case (let place?, let value?): entries[place].value = value
            case (let place?, nil): entries.remove(at: place)
            case (nil, let value?):
                let next = entries.firstIndex { facet < $0.facet } ?? entries.count
                entries.insert(Entry(facet: facet, value: value), at: next)
            case (nil, nil): break
            }
        }
    }
}

/// Takes names apart by the tables of ``FacetLexicon``; each pass goes over a name's bytes once.
struct NameAnalyzer: Sendable {
    let lexicon: FacetLexicon
    var units = UnitTable()

    /// Replaced words may make a longer one that has a synonym again; four rounds reach what the tables chain.
    private static let rounds = 4

    /// - Parameter asRate: whether the figure is a yearly rate, which the name may leave to the verb: growth and fall
    ///   are one facet then.
    func facets(of name: String, asRate: Bool = false) -> NameFacets {
        var result = NameFacets()
        result.folded = FacetLexicon.fold(name, units: units)
        let whole = canonical(withoutLead(result.folded), &result.near)
        if let (numerator, denominator, divider) = shareParts(of: whole) {
            take(canonical(numerator, &result.near), into: &result)
            takeDenominator(canonical(denominator, &result.near), behind: divider, into: &result)
        } else {
            take(whole, into: &result)
        }
        settleChange(&result)
        if asRate { result.values[.change] = "growth" }
        fillDefaults(&result)
        return result
    }

    // MARK: Words in one spelling

    /// Without the words of announcement at its beginning, so that a verb behind them still begins the name.
    private func withoutLead(_ name: [UInt8]) -> [UInt8] {
        var rest = name[...]
        while let found = lexicon.meanings(in: Array(rest), at: 0), found.words.allSatisfy({ $0.meaning == .frame }),
            found.length < rest.count
        {
            rest = rest.dropFirst(found.length)
        }
        return Array(rest)
    }

    private func canonical(_ name: [UInt8], _ near: inout [String: Set<String>]) -> [UInt8] {
        var name = name
        for _ in 0..<Self.rounds {
            let (next, changed) = replaced(name, &near)
            name = next
            if !changed { break }
        }
        return name
    }

    private func replaced(_ name: [UInt8], _ near: inout [String: Set<String>]) -> (name: [UInt8], changed: Bool) {
        var result: [UInt8] = []
        var changed = false
        var index = 0
        while index < name.count {
            guard let (length, synonym) = lexicon.synonym(in: name, at: index) else {
                appendCharacter(of: name, at: &index, to: &result)
                continue
            }
            let word = name[index..<index + length]
            index += length
            switch synonym.replacement {
            case .turned:
                // 培训 alone has no object.
                guard name.count - index >= 6 else {
                    result += word
                    continue
                }
                return (result + name[index...] + synonym.canonical, true)
            case .near:
                near[String(decoding: synonym.canonical, as: UTF8.self), default: []]
                    .insert(String(decoding: word, as: UTF8.self))
            case .same: break
            }
            if !word.elementsEqual(synonym.canonical) { changed = true }
            result += synonym.canonical
        }
        return (result, changed)
    }

    /// No word begins inside a character.
    private func appendCharacter(of name: [UInt8], at index: inout Int, to result: inout [UInt8]) {
        let end = min(name.count, index + UTF8Scanning.width(name[index]))
        result += name[index..<end]
        index = end
    }

    // MARK: Facets

    /// Takes the facet words out of `name`; what is left joins the head.
    private func take(_ name: [UInt8], into result: inout NameFacets) {
        result.canonical += name
        var rest: [UInt8] = []
        var index = 0
        while index < name.count {
            guard let (length, words) = lexicon.meanings(in: name, at: index) else {
                appendCharacter(of: name, at: &index, to: &rest)
                continue
            }
            for word in words {
                switch word.meaning {
                case .keep, .divider: rest += name[index..<index + length]
                case .frame: break
                case .facet(let facet, let value): result.add(value, to: facet)
                }
            }
            index += length
        }
        result.head += String(decoding: rest, as: UTF8.self).unicodeScalars
    }

    /// 养老机构护理型床位 and 养老机构床位 of 护理型床位占养老机构床位比重, with 占比 behind the first, and with the
    /// change where the name ends with one (比重提高).
    private func shareParts(of name: [UInt8]) -> (numerator: [UInt8], denominator: [UInt8], divider: [UInt8])? {
        var index = 3
        while index < name.count {
            if let (length, words) = lexicon.meanings(in: name, at: index) {
                if words.contains(where: { $0.meaning == .divider }) {
                    let tail = tail(of: name, from: index + length)
                    guard tail.share > index + length else { return nil }
                    return (
                        Array(name[..<index]) + lexicon.shareWord + name[tail.change...],
                        Array(name[index + length..<tail.share]), Array(name[index..<index + length])
                    )
                }
                index += length
            } else {
                index += UTF8Scanning.width(name[index])
            }
        }
        return nil
    }

    /// Where, behind the denominator, the word of the share and that of its change begin.
    private func tail(of name: [UInt8], from start: Int) -> (share: Int, change: Int) {
        var share: Int?
        var change: Int?
        var index = start
        while index < name.count {
            guard let (length, words) = lexicon.meanings(in: name, at: index) else {
                (share, change) = (nil, nil)
                index += UTF8Scanning.width(name[index])
                continue
            }
            let meanings = words.map(\.meaning)
            if meanings.contains(.facet(.measure, "share")), length > 3 {
                (share, change) = (index, nil)
            } else if meanings.contains(where: Self.isChange) {
                change = change ?? index
            } else if meanings != [.frame] {
                (share, change) = (nil, nil)
            }
            index += length
        }
        let end = change ?? name.count
        return (share ?? end, end)
    }

    private static func isChange(_ meaning: FacetLexicon.Meaning) -> Bool {
        if case .facet(.change, _) = meaning { true } else { false }
    }

    private func takeDenominator(_ name: [UInt8], behind divider: [UInt8], into result: inout NameFacets) {
        // 占全国比重: a place of reference, known by its word.
        if let (length, words) = lexicon.meanings(in: divider + name, at: divider.count), length == name.count {
            for case .facet(.of, let place) in words.map(\.meaning) {
                result.values[.of] = place
                return
            }
        }
        var denominator = NameFacets()
        take(name, into: &denominator)
        let head = denominator.head
        if !head.isEmpty, result.head.count >= head.count, result.head.suffix(head.count).elementsEqual(head) {
            // 床位 of 护理型床位占养老机构床位比例 says only where: the genus of what is counted.
            for entry in denominator.values where result.values[entry.facet] == nil {
                result.values[entry.facet] = entry.value
            }
        } else {
            // 占全市电力总装机 is of the place's own, as 占电力总装机 is.
            let facets = denominator.values
                .filter { $0.facet != .change && !($0.facet == .area && $0.value == "own") }
                .map { "\($0.facet.rawValue)=\($0.value)" }
            result.values[.of] = ([denominator.headText].filter { !$0.isEmpty } + facets).joined(separator: "+")
        }
    }

    /// 总量增长 is a growth: that it is a stand's says nothing more.
    private func settleChange(_ result: inout NameFacets) {
        let changes = result.values[.change]?.split(separator: "+").map(String.init) ?? []
        guard changes.count > 1, changes.contains("level") else { return }
        result.values[.change] = changes.filter { $0 != "level" }.joined(separator: "+")
    }

    private func fillDefaults(_ result: inout NameFacets) {
        let name = result.canonical
        for entry in lexicon.defaults where result.values[entry.facet] == nil {
            let holds = entry.traits.allSatisfy { trait in
                switch trait {
                case .word(let word): name.holds(word)
                case .facet(let facet, let value): result.values[facet] == value
                }
            }
            if holds { result.values[entry.facet] = entry.value }
        }
    }
}

extension NameFacets {
    fileprivate mutating func add(_ value: String, to facet: NameFacet) {
        guard let old = values[facet] else {
            values[facet] = value
            return
        }
        if old != value { values[facet] = "\(old)+\(value)" }
    }
}

extension NameFacets {
    /// Without 累计 and 五年累计, which say over which years a figure counts and not what it is.
    var withoutSpan: NameFacets {
        var result = self
        if let period = values[.period], period.split(separator: "|").contains("span") {
            result.values[.period] = nil
        }
        return result
    }
}

extension NameAnalyzer {
    /// The signature of `name`, the class of change left to ``SeriesClass``; equal for two names exactly where they
    /// measure the same.
    func signature(of facets: NameFacets) -> String {
        if facets.isBare { return String(decoding: facets.folded, as: UTF8.self) }
        var parts = [facets.headText]
        for entry in facets.values where entry.facet != .change {
            // 全市 is the area's affair; 全国 within a city's document is another area.
            if entry.facet == .area, entry.value == "own" { continue }
            if lexicon.silence(of: entry.facet) == .value(entry.value) { continue }
            let isOne = !entry.value.utf8.contains(UInt8(ascii: "+"))
            let value =
                isOne ? entry.value : Set(entry.value.split(separator: "+")).sorted().joined(separator: "+")
            parts.append("\(entry.facet.rawValue)=\(value)")
        }
        if !facets.near.isEmpty {
            let near = facets.nearWords.filter { $0.value != [$0.key] }
            parts += near.sorted { $0.key < $1.key }.map { "\($0.key)~\($0.value.sorted().joined(separator: "/"))" }
        }
        return parts.joined(separator: ";")
    }
}

extension NameFacets {
    /// Near words that the canonical name still holds.
    var nearWords: [String: Set<String>] { near.filter { canonical.holds(Array($0.key.utf8)) } }
}
