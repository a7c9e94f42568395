import Spreadsheet
import StatisticalModel

/// The charts of a report beside that of the lamps, and what is said of those that lack data.
struct ReportCharts {
    let all: [ChartTable]
    /// On 总览, under the lamps.
    let completion: Range<Int>
    /// On 目标与投资.
    let targets: Range<Int>
    /// On 关键指标.
    let paths: Range<Int>
    /// Which charts are left out, and why.
    let omitted: [String]

    init(_ pipelines: [PipelineSheet], projects: [PlanProject], words: ReportWords) {
        var all: [ChartTable] = []
        var omitted: [String] = []
        func draw(_ key: String, _ tables: (PipelineSheet) -> [ChartTable]) -> Range<Int> {
            let first = all.count
            for pipeline in pipelines {
                let found = tables(pipeline)
                if found.isEmpty { omitted.append(words("omitted.\(key)", words.name(of: pipeline.pipeline))) }
                all += found
            }
            return first..<all.count
        }
        completion = draw("completion") { [CompletionChart.table($0, words: words)].compactMap { $0 } }
        let first = all.count
        _ = draw("targets") { [TargetsChart.table($0, words: words)].compactMap { $0 } }
        if let investment = InvestmentChart.table(projects, words: words) {
            all.append(investment)
        } else {
            omitted.append(words("omitted.investment"))
        }
        targets = first..<all.count
        paths = draw("paths") { PathChart($0, words: words).tables }
        self.all = all
        self.omitted = omitted
    }
}
