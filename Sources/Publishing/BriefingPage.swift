public import StatisticalModel

/// A row of a briefing, as progress.csv has it, in the unit that people read.
public struct BriefingTarget: Sendable {
    public var name: String
    public var area: String
    /// As printed: 亿元.
    public var unit: String
    public var target: String
    public var latest: String
    public var targetYear: Int?
    public var lamp: Lamp
    public var verdict: ProgressVerdict?
    public var ungraded: UngradedReason?
    public var isBinding: Bool
    /// How far behind, a fraction below zero.
    public var gap: DecimalNumber?
    public var units: DutyUnits

    public init(
        name: String, area: String, unit: String, target: String, latest: String, targetYear: Int?, lamp: Lamp,
        verdict: ProgressVerdict?, ungraded: UngradedReason?, isBinding: Bool, gap: DecimalNumber?, units: DutyUnits
    ) {
        self.name = name
        self.area = area
        self.unit = unit
        self.target = target
        self.latest = latest
        self.targetYear = targetYear
        self.lamp = lamp
        self.verdict = verdict
        self.ungraded = ungraded
        self.isBinding = isBinding
        self.gap = gap
        self.units = units
    }
}

/// A task of a briefing.
public struct BriefingTask: Sendable {
    public var text: String
    public var deadline: String
    public var days: Int?
    public var lamp: TaskLamp
    public var units: DutyUnits

    public init(text: String, deadline: String, days: Int?, lamp: TaskLamp, units: DutyUnits) {
        self.text = text
        self.deadline = deadline
        self.days = days
        self.lamp = lamp
        self.units = units
    }
}

/// 简报: one A4 page of an area or a unit, as HTML without anything from elsewhere.
public struct BriefingPage {
    public var area: String
    /// Empty for all units.
    public var unit: String
    public var edition: String
    public var asOf: CalendarDate
    public var targets: [BriefingTarget]
    public var tasks: [BriefingTask]
    private let words: ReportWords

    public init(
        area: String, unit: String, edition: String, asOf: CalendarDate, targets: [BriefingTarget],
        tasks: [BriefingTask], words: ReportWords
    ) {
        self.area = area
        self.unit = unit
        self.edition = edition
        self.asOf = asOf
        self.targets = targets
        self.tasks = tasks
        self.words = words
    }

    /// Rows of each table: what fits on the page.
    private var limit: Int { unit.isEmpty ? 6 : 10 }

    public var bytes: [UInt8] {
        let title = [area, unit, words("brief.title")].filter { !$0.isEmpty }.joined(separator: " ")
        var text = "<!DOCTYPE html>\n<html lang=\"\(words.language == .chinese ? "zh-CN" : "en")\">\n<head>\n"
        text += "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
        text += "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        text += "<title>\(AuditPage.escaped(title))</title>\n<style>\(Self.style)</style>\n</head>\n<body>\n"
        text += "<h1>\(AuditPage.escaped(title))</h1>\n<p class=\"facts\">\(AuditPage.escaped(facts))</p>\n"
        for sentence in [rated, parts, owed, furthest] where !sentence.isEmpty {
            text += "<p>\(AuditPage.escaped(sentence))</p>\n"
        }
        text += lamps
        if unit.isEmpty { text += units }
        text += behind + due + deadlines
        return Array((text + "</body>\n</html>\n").utf8)
    }

    private var facts: String {
        [words.labelled("cover.as-of", asOf.description), words.labelled("cover.edition", edition)]
            .joined(separator: words.language == .chinese ? "　" : " · ")
    }

    // MARK: Sentences

    private func count(_ lamp: Lamp) -> Int { targets.count { $0.lamp == lamp } }
    private func count(_ reason: UngradedReason) -> Int { targets.count { $0.ungraded == reason } }

    private var rated: String {
        let numbers =
            [targets.count, targets.count - count(.none)] + Lamp.allCases.dropLast().map(count)
            + [targets.count { $0.verdict == .behind }]
        return words.fill(words("highlights.rated"), numbers.map(String.init))
    }

    /// What the unit answers for itself; empty for all units.
    private var parts: String {
        guard !unit.isEmpty else { return "" }
        let led = [targets.count { isLed($0.units) }, tasks.count { isLed($0.units) }]
        let numbers = [led[0], targets.count - led[0], led[1], tasks.count - led[1]]
        return words.fill(words("brief.parts"), numbers.map(String.init))
    }

    private func isLed(_ units: DutyUnits) -> Bool { units.role(of: unit) == .leads }

    /// What the unit answers for stands before what it takes part in.
    private func order(_ units: DutyUnits) -> String { unit.isEmpty || isLed(units) ? "0" : "1" }

    private var owed: String {
        let rest = [count(.toConfirm), count(.noBase)].map(String.init)
        let names = owners.filter { $0.owed > 0 }.sorted { $1.owed < $0.owed }.prefix(3)
        guard !names.isEmpty else { return words.fill(words("highlights.owed.none"), rest) }
        let list = names.map { words("highlights.owed.one", $0.name, "\($0.owed)") }
        return words.fill(
            words("highlights.owed"),
            ["\(count(.dueNoData))", list.joined(separator: words("highlights.comma"))] + rest)
    }

    private var furthest: String {
        let numbers = [
            tasks.count { $0.lamp == .overdue },
            tasks.count { $0.lamp != .completed && $0.days.map { (0...Highlights.dueDays[0]).contains($0) } ?? false },
        ].map(String.init)
        let worst = late.prefix(3).map { label($0) }
        guard !worst.isEmpty else { return words.fill(words("highlights.furthest.none"), numbers) }
        return words.fill(words("highlights.furthest"), [worst.joined(separator: words("highlights.comma"))] + numbers)
    }

    private func label(_ target: BriefingTarget, columns: Int = 36) -> String {
        let place = area.isEmpty || target.area != area ? target.area + " " : ""
        return place + ShortText.cut(target.name, columns: columns) + (target.targetYear.map { " \($0)" } ?? "")
    }

    // MARK: Tables

    /// Red and yellow, of a unit its own before others', the furthest behind first.
    private var late: [BriefingTarget] {
        targets.enumerated().filter { $0.element.lamp == .red || $0.element.lamp == .yellow }.sorted { left, right in
            let orders = [left, right].map { order($0.element.units) }
            guard orders[0] == orders[1] else { return orders[0] < orders[1] }
            let (first, second) = (left.element.gap?.doubleValue ?? 0, right.element.gap?.doubleValue ?? 0)
            return first == second ? left.offset < right.offset : first < second
        }.map(\.element)
    }

    private struct Owner {
        let name: String
        var lamps: [Lamp: Int] = [:]
        var owed = 0
    }

    /// The heaviest first.
    private var owners: [Owner] {
        var owners: [String: Owner] = [:]
        for target in targets {
            let place = area.isEmpty || target.area != area ? target.area : ""
            let name =
                target.units.lead.isEmpty && !place.isEmpty
                ? words.bracketed(place, words("highlights.no-unit"))
                : [place, target.units.lead.isEmpty ? words("highlights.no-unit") : target.units.lead]
                    .filter { !$0.isEmpty }.joined(separator: " ")
            owners[name, default: Owner(name: name)].lamps[target.lamp, default: 0] += 1
            if target.ungraded == .dueNoData { owners[name]?.owed += 1 }
        }
        return sortedByKey(Array(owners.values)) { owner in
            let weight = owner.owed + (owner.lamps[.red] ?? 0) + (owner.lamps[.yellow] ?? 0)
            return [sortable(99_999_999 - weight), owner.name]
        }
    }

    private func table(_ title: String, _ heads: [String], _ rows: [[String]], more: Int) -> String {
        guard !rows.isEmpty else { return "" }
        // A column without a word in any row takes room from the others.
        let shown = heads.indices.filter { column in rows.contains { !$0[column].isEmpty } }
        let (heads, rows) = (shown.map { heads[$0] }, rows.map { row in shown.map { row[$0] } })
        let head = heads.map { "<th scope=\"col\">\(AuditPage.escaped($0))</th>" }.joined()
        let body = rows.map { row in
            "<tr>" + row.map { "<td>\(AuditPage.escaped($0))</td>" }.joined() + "</tr>\n"
        }
        let rest = more > 0 ? "<p class=\"more\">\(AuditPage.escaped(words("brief.more", "\(more)")))</p>\n" : ""
        return
            "<h2>\(AuditPage.escaped(title))</h2>\n<table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(body.joined())"
            + "</tbody></table>\n\(rest)"
    }

    private var lamps: String {
        let cells = Lamp.allCases.map { lamp in
            "<td class=\"\(lamp.rawValue)\">\(AuditPage.escaped(words(lamp))) <b>\(count(lamp))</b></td>"
        }
        return "<table class=\"lamps\"><tbody><tr>\(cells.joined())</tr></tbody></table>\n"
    }

    private var units: String {
        let owners = owners
        let heads =
            [words("column.lead-unit")] + Lamp.allCases.map { words($0) }
            + [words("ungraded.due-no-data")]
        let rows = owners.prefix(limit).map { owner in
            [ShortText.cut(owner.name, columns: 50)] + Lamp.allCases.map { "\(owner.lamps[$0] ?? 0)" } + [
                "\(owner.owed)"
            ]
        }
        return table(words("highlights.units"), heads, rows, more: owners.count - rows.count)
    }

    private func heads(_ keys: [String]) -> [String] { keys.map { words("column.\($0)") } }

    private func row(_ target: BriefingTarget, _ last: String? = nil) -> [String] {
        [
            label(target, columns: 52), words.figure(target.target, target.unit),
            target.latest.isEmpty ? "" : words.figure(target.latest, target.unit),
        ] + (last.map { [$0] } ?? []) + duty(target.units)
    }

    /// Who answers and who takes part; of one unit its own part and who answers.
    private var dutyHeads: [String] { unit.isEmpty ? ["lead-unit", "cooperating"] : ["duty-role", "lead-unit"] }

    private func duty(_ units: DutyUnits) -> [String] {
        let lead = ShortText.cut(units.lead, columns: 24)
        guard unit.isEmpty else { return [units.role(of: unit).map(words.callAsFunction) ?? "", lead] }
        return [lead, ShortText.cut(units.others, columns: 20)]
    }

    private var behind: String {
        let rows = late.prefix(limit).map { row($0, words($0.lamp)) }
        return table(
            words("highlights.behind"), heads(["indicator", "target", "latest", "lamp"] + dutyHeads), rows,
            more: late.count - rows.count)
    }

    private var due: String {
        let owed = targets.enumerated().filter { $0.element.ungraded == .dueNoData }
        let sorted = sortedByKey(owed) {
            [
                order($0.element.units), $0.element.isBinding ? "0" : "1", sortable($0.element.targetYear),
                sortable($0.offset),
            ]
        }.map(\.element)
        let rows = sorted.prefix(limit).map { row($0) }
        return table(
            words("brief.owed"), heads(["indicator", "target", "latest"] + dutyHeads), rows,
            more: sorted.count - rows.count)
    }

    private var deadlines: String {
        let open = tasks.filter { $0.lamp == .overdue || $0.lamp == .dueSoon }
        let sorted = sortedByKey(open.enumerated().map { $0 }) {
            [order($0.element.units), $0.element.deadline, sortable($0.offset)]
        }.map(
            \.element)
        let rows = sorted.prefix(limit).map { task in
            [
                ShortText.cut(task.text, columns: 60), task.deadline,
                words("task-lamp.\(task.lamp.rawValue)", "\(Highlights.dueDays[0])"),
            ] + duty(task.units)
        }
        return table(
            words("highlights.due"), heads(["task", "deadline", "task-lamp"] + dutyHeads), rows,
            more: sorted.count - rows.count)
    }

    private static let style = """
        @page{size:A4;margin:12mm}
        body{font:9.5pt/1.4 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif;color:#1f2a44;margin:0 auto;max-width:186mm}
        h1{font-size:15pt;margin:0}h2{font-size:10.5pt;margin:2.4mm 0 1mm}p{margin:.6mm 0}.facts,.more{color:#4a5563}.more{font-size:8pt}
        table{border-collapse:collapse;width:100%;font-size:8.5pt}th,td{border:1px solid #c9d2de;padding:.3mm 1.4mm;text-align:left;font-weight:normal}
        thead th{background:#1f4e79;color:#fff;-webkit-print-color-adjust:exact;print-color-adjust:exact}
        .lamps td{text-align:center;-webkit-print-color-adjust:exact;print-color-adjust:exact}.lamps{margin:1.5mm 0}
        .green{background:#c6efce;color:#00561b}.green-behind{background:#e4f3d4;color:#3b5a00}.yellow{background:#ffeb9c;color:#6b4a00}
        .red{background:#ffc7ce;color:#8a0010}.none{background:#eceff3;color:#4a5563}
        """
}
