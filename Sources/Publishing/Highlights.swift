import StatisticalModel

/// What 本期要点 tells, counted: who owes figures, which targets are furthest behind, what is due, what changed.
struct Highlights {
    /// Targets of one unit that leads in one area, or of those of an area that name none: each city has its 市民政局.
    struct Owner {
        /// As printed; empty where none is printed.
        let unit: String
        let area: String
        var lamps: [Lamp: Int] = [:]
        /// Of the unrated ones, those whose time is over.
        var owed = 0

        var weight: Int { owed + (lamps[.red] ?? 0) + (lamps[.yellow] ?? 0) }
    }

    /// A row of a pipeline's sheet.
    struct Place {
        fileprivate let holder: SheetHolder
        /// From 0.
        let index: Int
        var sheet: PipelineSheet { holder.sheet }
        var row: ProgressAssessment { holder.sheet.rows[index] }
    }

    /// One sheet for all its places: it is some kilobytes, and there is a place for each row.
    fileprivate final class SheetHolder: Sendable {
        let sheet: PipelineSheet
        init(_ sheet: PipelineSheet) { self.sheet = sheet }
    }

    private static let ownerLimit = 12
    private static let behindLimit = 8
    private static let owedLimit = 10
    /// Within how many days a thing is due soon, and due next.
    static let dueDays = [30, 90]

    let report: EditionReport
    /// The heaviest first; ``otherOwners`` more have no row of their own.
    let owners: [Owner]
    let otherOwners: [Owner]
    /// Red and yellow targets, those furthest behind first; of an indicator and area the worst.
    let behind: [Place]
    /// Targets whose time is over and that have no figure: binding ones first, then by year; of a series the first.
    let owed: [Place]
    let verdicts: [ProgressVerdict: Int]
    let ungraded: [UngradedReason: Int]
    /// `nil` where there is no edition to compare with.
    let changes: [EditionChange: [Place]]?

    init(_ report: EditionReport, pipelines: [PipelineSheet], words: ReportWords) {
        self.report = report
        let places = pipelines.map(SheetHolder.init).flatMap { holder in
            holder.sheet.rows.indices.map { Place(holder: holder, index: $0) }
        }
        var owners: [[String]: Owner] = [:]
        var ungraded: [UngradedReason: Int] = [:]
        var owed: [Place] = []
        for place in places {
            let row = place.row
            let unit = place.sheet.owner(row)
            let area = words.area(row.area)
            var owner = owners[[unit, area]] ?? Owner(unit: unit, area: area)
            owner.lamps[row.lamp, default: 0] += 1
            // As the sheet words it, so that the counts by formula come to the same.
            let shown = place.sheet.shownUngraded(place.index)
            for reason in UngradedReason.allCases where shown == words("ungraded.\(reason.rawValue)") {
                ungraded[reason, default: 0] += 1
                guard reason == .dueNoData else { continue }
                owner.owed += 1
                owed.append(place)
            }
            owners[[unit, area]] = owner
        }
        let sorted = sortedByKey(Array(owners.values)) { [sortable(99_999_999 - $0.weight), $0.unit, $0.area] }
        self.owners = Array(sorted.prefix(Self.ownerLimit))
        otherOwners = Array(sorted.dropFirst(Self.ownerLimit))
        self.ungraded = ungraded
        verdicts = Dictionary(places.compactMap(\.row.verdict).map { ($0, 1) }, uniquingKeysWith: +)
        let late = places.enumerated().filter { EditionChange.isBehind($0.element.row.lamp) }
        let worst = late.sorted { left, right in
            let (first, second) = (Self.distance(left.element.row), Self.distance(right.element.row))
            return first == second ? left.offset < right.offset : first < second
        }.map(\.element)
        var seen: Set<[String]> = []
        behind = Array(
            worst.filter { seen.insert(Self.series($0)).inserted }.prefix(Self.behindLimit))
        seen = []
        let urgent = sortedByKey(owed) { place in
            let rank = place.row.attribute == .binding ? 0 : 1
            return [sortable(rank), sortable(place.row.target.year?.number)]
        }
        self.owed = Array(urgent.filter { seen.insert(Self.series($0)).inserted }.prefix(Self.owedLimit))
        changes = report.previous.map { past in
            var found: [EditionChange: [Place]] = [:]
            for place in places {
                for change in EditionChange.changes(of: place.row, since: past) {
                    found[change, default: []].append(place)
                }
            }
            return found
        }
    }

    /// How far a target is behind, negative; one without a gap by its share of the target.
    private static func distance(_ row: ProgressAssessment) -> Double {
        row.gap?.doubleValue ?? row.realised.map { $0.doubleValue - 1 } ?? 0
    }

    private static func series(_ place: Place) -> [String] {
        [place.row.indicator.text, place.row.area?.name ?? "", place.row.qualifier]
    }

    func tasks(_ lamp: TaskLamp) -> Int { report.tasks.count { $0.lamp == lamp } }

    func tasksDue(within days: Int) -> Int {
        report.tasks.count { task in
            task.lamp != .completed && task.daysToDeadline.map { (0...days).contains($0) } ?? false
        }
    }

    /// Targets whose year ends within `days`.
    func targetsDue(within days: Int) -> Int {
        let today = report.asOf.lastDay.dayNumber
        return report.assessments.count { row in
            guard let year = row.target.year, row.yearBasis != .standing else { return false }
            return (0...days).contains(CalendarDate(year: year.number).lastDay.dayNumber - today)
        }
    }
}
