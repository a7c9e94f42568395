import PipelineDefinition
import SourceText
import StatisticalModel

/// Makes observations: figures in the unit of the indicator that they belong to.
struct IndicatorScale {
    private let catalogue: IndicatorCatalogue
    private let words: NameLexicon
    private let scale: QuantityScale
    private let spans: FigureSpan

    init(catalogue: IndicatorCatalogue, units: UnitTable, words: NameLexicon, assessment: AssessmentSettings) {
        self.catalogue = catalogue
        self.words = words
        scale = QuantityScale(units)
        spans = FigureSpan(words: assessment, names: words)
    }

    /// The observation of a statement; a unit that is not the indicator's is noted and kept.
    func observation(of normalized: NormalizedStatement, _ notes: inout [FindingNote]) -> Observation {
        let statement = normalized.statement
        let indicator = normalized.indicator.flatMap { catalogue[$0] }
        var result = Observation(
            sources: [statement], pipeline: normalized.pipeline, indicator: normalized.indicator,
            // A flow is called by its own name beside the stock's.
            indicatorName: (normalized.reading == .increment ? nil : indicator?.name) ?? statement.indicator,
            qualifier: normalized.qualifier,
            area: normalized.area, kind: statement.kind, measure: statement.measure, comparator: statement.comparator,
            value: normalized.baseValue ?? statement.quantity?.value,
            upper: normalized.baseUpper ?? statement.quantity?.upper, unit: normalized.baseUnit, year: statement.year,
            period: statement.period, deadline: statement.deadline, baseYear: statement.baseYear,
            attribute: statement.attribute, responsible: statement.responsible,
            status: statement.observationStatus, months: statement.months, published: normalized.published)
        if normalized.isOnNewBase, [.normal, .provisional].contains(result.status) { result.status = .breakInSeries }
        result.read(as: normalized.reading)
        spans.fill(&result, from: statement)
        if let indicator, isLevel(result, of: indicator) { result.measure = .level }
        if let indicator { fillDivisor(&result, of: indicator.unit) }
        if let indicator, result.measure != .change { fit(&result, to: indicator.unit, of: statement, &notes) }
        return result
    }

    /// A rate of growth is itself the level; and a share or an intensity does not add up, so that 新增 and 新建
    /// before it are part of its name (新建居住区…达标率100%).
    private func isLevel(_ observation: Observation, of indicator: Indicator) -> Bool {
        switch observation.measure {
        case .level: true
        case .change: words.isGrowthRate(indicator.name) && observation.unit == .percent
        case .increment: observation.unit == .percent || words.ratios.contains { indicator.name.contains($0) }
        }
    }

    /// 1000万吨 of a capacity leaves the year unsaid, 降低5克 the kilowatt-hour.
    private func fillDivisor(_ observation: inout Observation, of unit: UnitCode) {
        guard let own = observation.unit, !own.name.isEmpty, unit.name.begins(with: own.name + "/") else { return }
        observation.unit = unit
    }

    private func fit(
        _ observation: inout Observation, to unit: UnitCode, of statement: Statement, _ notes: inout [FindingNote]
    ) {
        guard let value = observation.value, let own = observation.unit, own != unit else { return }
        if own.name.isEmpty {
            // No unit is printed: the indicator's is taken, and said.
            observation.unit = unit
            notes.append(
                .about(
                    statement, check: "unit-missing", severity: .info, expected: .text(unit.name),
                    found: .phrase(.noUnit, [])))
            return
        }
        let scaled = QuantityScale.Scaled(
            value: value, upper: observation.upper, unit: own, dimension: scale.dimension(of: own) ?? "")
        guard let converted = scale.converted(scaled, to: unit) else {
            notes.append(.about(statement, check: "unit-differs", expected: .text(unit.name), found: .text(own.name)))
            return
        }
        (observation.value, observation.upper, observation.unit) = (converted.value, converted.upper, converted.unit)
    }

    /// The observation of a row of baselines.csv or observations.csv.
    ///
    /// - Parameter only: the one area that all bulletins are about, for rows that name none.
    func observation(
        of figure: SuppliedFigure, areas: AreaTable, only: ReferenceArea?, _ notes: inout [FindingNote]
    ) -> Observation {
        let indicator = catalogue[figure.indicator]
        let statement = Statement(
            provenance: Provenance(
                bulletin: figure.path, documentTitle: figure.source, line: figure.line, lineEnd: figure.line,
                quote: figure.source, rule: .supplied),
            source: .table,
            indicator: indicator?.name ?? (figure.name.isEmpty ? figure.indicator.text : figure.name),
            qualifier: figure.qualifier, kind: .actual, measure: figure.measure.statementMeasure,
            quantity: Quantity(
                value: figure.value, unit: figure.unit ?? indicator?.unit.name ?? ""), year: figure.year,
            period: figure.period, changeDirection: figure.measure.changeDirection)
        let scaled = statement.quantity.flatMap { scale.scaled($0) }
        if scaled == nil {
            notes.append(.about(statement, check: "unknown-unit", found: .text(statement.quantity?.unit ?? "")))
        }
        let normalized = NormalizedStatement(
            statement: statement, qualifier: figure.qualifier,
            area: figure.area.flatMap { areas.areas[$0] } ?? (figure.area == nil ? only : nil),
            pipeline: indicator?.pipeline, indicator: figure.indicator, baseValue: scaled?.value,
            baseUnit: scaled?.unit)
        var result = observation(of: normalized, &notes)
        result.status = figure.status
        result.deadline = figure.date
        result.isSupplied = true
        return result
    }
}

extension Observation {
    fileprivate mutating func read(as reading: FigureReading) {
        switch reading {
        case .asPrinted: break
        case .increment: measure = .increment
        case .rate: measure = .level
        case .negatedRate: negateRate()
        }
    }

    /// 下降4% of a rate of growth is -4%; what bounds it bounds it from the other side.
    mutating func negateRate() {
        measure = .level
        let ends = [value, upper].map { end in end.flatMap { DecimalNumber(0).subtracting($0) } }
        (value, upper) = ends[1] == nil ? (ends[0], nil) : (ends[1], ends[0])
        comparator = comparator.mirrored
    }
}
