import SourceText
public import StatisticalModel

/// All pipelines' indicators, found by folded name or alias in one hash lookup.
public struct IndicatorCatalogue: Sendable {
    fileprivate let units: UnitTable
    private let words: NameLexicon
    /// Indicators by folded name; more than one where two pipelines follow the same name.
    private var byName: [NameKey: [Int]] = [:]
    fileprivate private(set) var indicators: [Indicator] = []
    private var byCode: [IndicatorCode: Int] = [:]

    /// The indicators of all pipelines of `library`.
    public init(library: PipelineLibrary) {
        self.init(pipelines: library.pipelines, units: library.units, words: library.names)
    }

    /// `units` makes unit brackets at a name's end fold away, `words` tell what stands around a name and what it measures.
    public init(pipelines: [Pipeline], units: UnitTable = UnitTable(), words: NameLexicon = NameLexicon()) {
        self.units = units
        self.words = words
        for indicator in pipelines.flatMap(\.indicators) { insert(indicator) }
    }

    private mutating func insert(_ indicator: Indicator) {
        let index = indicators.count
        indicators.append(indicator)
        byCode[indicator.code] = index
        for word in [indicator.name] + indicator.aliases {
            let folded = NameKey(NameFolding.fold(word, units: units))
            guard byName[folded]?.contains(index) != true else { continue }
            byName[folded, default: []].append(index)
        }
    }

    /// The names that indicators of more than one pipeline bear, in the order of names.
    public var sharedNames: [(name: String, indicators: [Indicator])] {
        byName.compactMap { name, places in
            let owners = places.map { indicators[$0] }
            return Set(owners.map(\.pipeline)).count > 1 ? (name.text, owners) : nil
        }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    public subscript(code: IndicatorCode) -> Indicator? { byCode[code].map { indicators[$0] } }

    /// The indicator that bears `name`, once folded and freed of the verbs around it; `nil` where none does.
    ///
    /// The qualifier is tried as a part of the name before the name alone (煤制油气 + 煤制油产量; 养老机构 +
    /// 护理型床位占比). The name alone says little (煤制油, 新能源): `unit`, the base unit, must measure the same
    /// dimension as the indicator's, see ``UnitAgreement``.
    ///
    /// - Parameter change: 1 for 增长 and 提高, -1 for 下降, 0 for other changes, `nil` for a level: a growth rate is
    ///   looked for first, so that 地区生产总值增长6% is the indicator 地区生产总值增长 and never the level.
    public func match(
        name: String, qualifier: String = "", unit: UnitCode? = nil, change: Int? = nil
    ) -> Indicator? {
        let names = qualifier.isEmpty ? [name] : [qualifier + name, name + qualifier, name]
        for name in names {
            let folded = NameFolding.fold(name, units: units)
            for core in [folded] + words.frame.cores(of: folded) {
                if let change, unit == .percentagePoint || change >= 0 && unit == .percent,
                    let rate = growthRate(of: core)
                {
                    return rate
                }
                if let found = lookUp(core, unit, isChange: change != nil) { return found }
            }
        }
        return nil
    }

    /// The indicator whose name `name` ends with, and the words before it, which narrow its scope.
    ///
    /// 旗区政务服务中心进驻事项综合窗口受理率 is an indicator with a scope of its own. Only names of eight
    /// characters and more tell that much.
    public func matchEnd(of name: String, unit: UnitCode?) -> (indicator: Indicator, scope: String)? {
        let scalars = NameFolding.fold(name, units: units).unicodeScalars
        var start = scalars.startIndex
        var left = scalars.count
        while left > Self.shortestEnding {
            start = scalars.index(after: start)
            left -= 1
            if let found = lookUp(String(scalars[start...]), unit, isChange: false) {
                return (found, String(scalars[..<start]))
            }
        }
        return nil
    }

    static let shortestEnding = 8

    /// The indicator that a total is of, by the table's or document's title: 产值合计 under 能源产业产值预期目标表 is
    /// 能源产业产值合计. `nil` unless one known name alone has its head in the title.
    public func total(name: String, of place: Provenance, unit: UnitCode?) -> Indicator? {
        let folded = NameFolding.fold(name, units: units)
        guard place.table != nil, words.totals.end(folded) else { return nil }
        let titles = [place.table ?? "", place.documentTitle].map { NameFolding.fold($0, units: units) }
        var found: Set<Int> = []
        for (name, owners) in byName {
            let whole = name.text
            guard whole.hasSuffix(folded), whole != folded else { continue }
            let subject = whole.dropLast(folded.count)
            if titles.contains(where: { $0.contains(subject) }) { found.formUnion(owners) }
        }
        let agreement = UnitAgreement(units: units, words: words)
        let fitting = found.filter { agreement.holds(indicators[$0], stated: unit, isChange: false) }
        return fitting.count == 1 ? fitting.first.map { indicators[$0] } : nil
    }

    /// Whether a figure in `unit` can be one of `indicator`: ``UnitAgreement``.
    public func agrees(_ indicator: Indicator, unit: UnitCode?, isChange: Bool) -> Bool {
        UnitAgreement(units: units, words: words).holds(indicator, stated: unit, isChange: isChange)
    }

    private func growthRate(of folded: String) -> Indicator? {
        for ending in words.growths {
            if let found = lookUp(folded + ending, .percent, isChange: false), words.isGrowthRate(found.name) {
                return found
            }
        }
        return nil
    }

    private func lookUp(_ folded: String, _ unit: UnitCode?, isChange: Bool) -> Indicator? {
        guard let found = byName[NameKey(folded)] else { return nil }
        if let unit, let index = found.first(where: { indicators[$0].unit == unit }) { return indicators[index] }
        let agreement = UnitAgreement(units: units, words: words)
        let fitting = found.filter { agreement.holds(indicators[$0], stated: unit, isChange: isChange) }
        return fitting.count == 1 ? indicators[fitting[0]] : nil
    }
}

/// The names of a catalogue by their pairs of neighbouring characters, for the search of near ones.
public struct NearIndicators: Sendable {
    private let catalogue: IndicatorCatalogue
    private var namesWithPair: [UInt64: [Int]] = [:]
    private var names: [(owner: Int, pairs: Int)] = []

    public init(_ catalogue: IndicatorCatalogue) {
        self.catalogue = catalogue
        for (owner, indicator) in catalogue.indicators.enumerated() {
            for name in Set(([indicator.name] + indicator.aliases).map { NameFolding.fold($0, units: catalogue.units) })
            {
                let pairs = Self.pairs(name)
                for pair in pairs { namesWithPair[pair, default: []].append(names.count) }
                names.append((owner, pairs.count))
            }
        }
    }

    /// The known indicators nearest to `name`, best first: for reports, never for a decision.
    ///
    /// Nearness is Dice's coefficient over pairs of neighbouring characters, at least 0.35.
    public func nearest(name: String, limit: Int = 3) -> [Indicator] {
        let pairs = Self.pairs(NameFolding.fold(name, units: catalogue.units))
        var shared: [Int: Int] = [:]
        for pair in pairs { for entry in namesWithPair[pair] ?? [] { shared[entry, default: 0] += 1 } }
        var best: [Int: Double] = [:]
        for (entry, count) in shared {
            let owner = names[entry].owner
            best[owner] = max(best[owner] ?? 0, Double(2 * count) / Double(pairs.count + names[entry].pairs))
        }
        return best.filter { $0.value >= 0.35 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit)
            .map { catalogue.indicators[$0.key] }
    }

    private static func pairs(_ text: String) -> Set<UInt64> {
        var result: Set<UInt64> = []
        var previous: UInt64 = 0
        for scalar in text.unicodeScalars {
            result.insert(previous << 32 | UInt64(scalar.value))
            previous = UInt64(scalar.value)
        }
        return result
    }
}
