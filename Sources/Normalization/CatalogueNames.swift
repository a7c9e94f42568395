import PipelineDefinition
import SourceText
import StatisticalModel

/// What a statement's figure is to its subject, beside the signature of its name.
enum SeriesClass: Hashable {
    case level
    /// Growth of a year, or its fall: one series with a sign.
    case rate
    /// 新增, 新登记 …: the facet's value.
    case increment(String)

    init(_ facets: NameFacets, measure: StatementMeasure, isYearlyRate: Bool) {
        let change = facets.values[.change] ?? ""
        if isYearlyRate || change == "growth" || change == "reduction" {
            self = .rate
        } else if change.begins(with: "increment") {
            self = .increment(change)
        } else {
            self = measure == .increment ? .increment("increment") : .level
        }
    }

    /// 净增: what left is taken off, so that it is less than 新增.
    var isNet: Bool { if case .increment(let value) = self { value.ends(with: ">net") } else { false } }

    var isIncrement: Bool { if case .increment = self { true } else { false } }

    var text: String {
        switch self {
        case .level: ""
        case .rate: "|rate"
        case .increment(let value): "|\(value)"
        }
    }
}

/// The catalogue's indicators by the signatures of their names, for names that no alias spells.
///
/// 社零总额增速 is OG-089 as 社会消费品零售总额增长 is. A rate of growth and one of reduction are one series with a sign:
/// 能耗上升1% is -1 of 单位地区生产总值能耗降低.
struct CatalogueNames: Sendable {
    struct Found {
        let indicator: Indicator
        let reading: FigureReading

        /// The figure is a yearly rate of which the indicator is the level.
        var isRate: Bool { reading == .rate || reading == .negatedRate }
    }

    let analyzer: NameAnalyzer
    private let catalogue: IndicatorCatalogue
    private var bySignature: [NameKey: [Indicator]] = [:]

    init(library: PipelineLibrary, catalogue: IndicatorCatalogue) {
        analyzer = NameAnalyzer(lexicon: library.facets, units: library.units)
        self.catalogue = catalogue
        guard !library.facets.isEmpty else { return }
        let matcher = NameMatcher(analyzer: analyzer)
        for indicator in library.pipelines.flatMap(\.indicators) {
            let name = analyzer.facets(of: indicator.name)
            insert(indicator, indicator.name, name)
            for alias in indicator.aliases {
                let facets = analyzer.facets(of: alias)
                // An alias that contradicts its name stands for itself alone.
                if matcher.match(name, facets).verdict != .apart { insert(indicator, alias, facets) }
            }
        }
    }

    private mutating func insert(_ indicator: Indicator, _ name: String, _ facets: NameFacets) {
        guard !facets.namesNothing else { return }
        let series = SeriesClass(facets, measure: .level, isYearlyRate: false)
        let facets = series == .rate ? analyzer.facets(of: name, asRate: true) : facets
        let key = NameKey(analyzer.signature(of: facets) + series.text)
        guard bySignature[key]?.contains(indicator) != true else { return }
        bySignature[key, default: []].append(indicator)
    }

    /// The indicator that measures what the statement's name says, if one alone does.
    ///
    /// - Parameters:
    ///   - isYearly: whether a change in per cent is one of a year against the year before.
    ///   - isOpenTotal: whether the figure is 累计 since an unsaid time; else its years are known beside its name.
    func indicator(
        named name: String, of statement: Statement, unit: UnitCode?, isYearly: Bool, isOpenTotal: Bool
    ) -> Found? {
        let named = analyzer.facets(of: name)
        let plain = isOpenTotal || statement.measure == .change ? named : named.withoutSpan
        guard !plain.namesNothing else { return nil }
        let isRate = statement.measure == .change && unit == .percent && isYearly
        let series = SeriesClass(plain, measure: statement.measure, isYearlyRate: isRate)
        let signature = analyzer.signature(of: series == .rate ? analyzer.facets(of: name, asRate: true) : plain)
        // 到2025年能源消耗降低14%: over several years a change is one of the level.
        let isChange = statement.measure == .change && series == .level
        if let found = sole(signature + series.text, unit, isChange: isChange) {
            let counts = analyzer.facets(of: found.name).values[.change] == "reduction" ? -1 : 1
            let said = statement.measure == .change ? statement.changeDirection : counts
            let rate: FigureReading = said != 0 && said != counts ? .negatedRate : .rate
            return Found(indicator: found, reading: isRate ? rate : series.isIncrement ? .increment : .asPrinted)
        }
        // 新增养老床位 is an increment of 养老床位, and 净增 another; a change of it is no rate of its own.
        guard series != .level, !series.isNet,
            let found = sole(signature, unit, isChange: statement.measure == .change),
            !(statement.measure == .level && series == .rate)
        else { return nil }
        return Found(indicator: found, reading: series.isIncrement ? .increment : .asPrinted)
    }

    private func sole(_ key: String, _ unit: UnitCode?, isChange: Bool) -> Indicator? {
        let fitting = bySignature[NameKey(key)]?.filter { catalogue.agrees($0, unit: unit, isChange: isChange) } ?? []
        return fitting.count == 1 ? fitting[0] : nil
    }
}

extension NameFacets {
    /// What is left names nothing by itself: 覆盖率, 面积, 投资额, 总投资.
    var namesNothing: Bool {
        guard head.count - (head.first == "总" ? 1 : 0) <= 2 else { return false }
        if head.isEmpty { return values.allSatisfy { Self.isWeak($0.facet) } }
        return values.allSatisfy { $0.facet == .measure ? $0.value == "share" : Self.isWeak($0.facet) }
    }

    private static func isWeak(_ facet: NameFacet) -> Bool {
        [.measure, .change, .area, .period, .priceBasis, .comparison].contains(facet)
    }
}

/// Whether a change in per cent is one of a year against the year before: 今年能耗降低1.6%, not 到2025年降低13.5%.
enum YearlyRate {
    static func isStated(by statement: Statement, published: CalendarDate?) -> Bool {
        guard statement.measure == .change else { return false }
        if let period = statement.period, period.first < period.last { return false }
        guard let year = statement.year?.number else { return false }
        if let base = statement.baseYear?.number { return year - base == 1 }
        guard statement.kind == .target else { return true }
        return published.map { year <= $0.year + 1 } ?? true
    }
}
