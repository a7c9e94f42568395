import StatisticalModel
import Testing

@testable import Publishing

/// The briefing as an office reads it: rows of its tables, cell by cell.
struct BriefingPageTests {
    private func target(_ name: String, lead: String, all: String, helps: String = "", gap: DecimalNumber)
        -> BriefingTarget
    {
        BriefingTarget(
            name: name, area: "乌海市", unit: "张", target: "≥60", latest: "55", targetYear: 2025, lamp: .red,
            verdict: .behind, ungraded: nil, isBinding: false, gap: gap,
            units: DutyUnits(lead: lead, all: all, cooperating: helps))
    }

    private func page(unit: String = "", _ language: ReportLanguage = .chinese) -> String {
        let targets = [
            target("床位", lead: "甲局", all: "甲局", helps: "乙局", gap: -2), target("托位", lead: "", all: "乙局", gap: -1),
        ]
        let task = BriefingTask(
            text: "改造", deadline: "2025-12", days: -1, lamp: .overdue,
            units: DutyUnits(lead: "甲局", responsible: "乙局", cooperating: ""))
        return String(
            decoding: BriefingPage(
                area: "乌海市", unit: unit, edition: "2026", asOf: CalendarDate(year: 2026, month: 4, day: 30),
                targets: targets, tasks: [task],
                words: ReportWords(language, units: ["张": "beds"])
            ).bytes, as: UTF8.self)
    }

    /// The rows of tables that have a head, cells joined by `|`.
    private func rows(_ page: String) -> [String] {
        page.split(separator: "\n").filter { $0.hasPrefix("<tr><td>") }.map { line in
            line.split(separator: "<td>").dropFirst().map {
                String($0.split(separator: "</td>", maxSplits: 1, omittingEmptySubsequences: false)[0])
            }.joined(separator: "|")
        }
    }

    @Test func whoLeadsAndWhoHelpsStandApart() {
        #expect(
            rows(page()) == [
                "乙局|0|0|0|1|0|0", "甲局|0|0|0|1|0|0", "床位 2025|≥60张|55张|红灯|甲局|乙局",
                "托位 2025|≥60张|55张|红灯|乙局|", "改造|2025-12|已到期|甲局|乙局",
            ])
    }

    /// Its own first, though what it helps with is further behind.
    @Test func aUnitReadsItsPartAndWhoLeads() {
        let page = page(unit: "乙局")
        #expect(
            rows(page) == [
                "托位 2025|≥60张|55张|红灯|牵头（责任）|乙局", "床位 2025|≥60张|55张|红灯|配合|甲局",
                "改造|2025-12|已到期|共同责任|甲局",
            ])
        #expect(page.contains("<p>其中本单位牵头（责任）1项，共同牵头、共同责任或配合1项；任务牵头（责任）0项，参与1项。</p>"))
    }

    @Test func figuresStandApartFromTheirUnitsInEnglish() {
        #expect(rows(page(unit: "甲局", .english)).first == "床位 2025|≥60 beds|55 beds|Red|leads|甲局")
    }
}
