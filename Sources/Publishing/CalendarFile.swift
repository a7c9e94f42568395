import SourceText
import StatisticalModel

/// calendar.ics: the deadlines of an edition for any calendar program (RFC 5545).
///
/// A task that is not closed is an event on the last day of its deadline; the targets of one year, area and responsible
/// unit are one event on the year's last day, as long as the year is not over. The as-of date stands for the time of
/// making, so that the same report gives the same bytes.
enum CalendarFile {
    static let path = "calendar.ics"

    static func file(_ report: EditionReport, words: ReportWords) -> EditionFile {
        let stamp = digits(report.asOf.lastDay) + "T000000Z"
        let language = words.language == .chinese ? "ZH" : "EN"
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//gongbao//\(escaped(report.programVersion))//\(language)",
            "CALSCALE:GREGORIAN", "X-WR-CALNAME:\(escaped(words("calendar.title")))",
        ]
        for event in tasks(report, words) + targets(report, words) {
            lines += [
                "BEGIN:VEVENT", "UID:\(escaped(event.id))@gongbao", "DTSTAMP:\(stamp)",
                "DTSTART;VALUE=DATE:\(digits(event.day))", "SUMMARY:\(escaped(event.title))",
            ]
            if !event.text.isEmpty { lines.append("DESCRIPTION:\(escaped(event.text))") }
            lines += ["CATEGORIES:\(escaped(event.category))", "TRANSP:TRANSPARENT", "END:VEVENT"]
        }
        lines.append("END:VCALENDAR")
        return EditionFile(path: path, bytes: lines.flatMap { folded($0) })
    }

    private struct Event {
        let id: String
        let day: CalendarDate
        let title: String
        let text: String
        let category: String
    }

    private static func tasks(_ report: EditionReport, _ words: ReportWords) -> [Event] {
        let open = report.tasks.filter { $0.lamp != .completed && $0.task.deadline != nil }
        return sortedByKey(open) { [sortable($0.task.deadline?.dayNumber), $0.task.id.text] }.compactMap { item in
            guard let deadline = item.task.deadline else { return nil }
            let units = DutyUnits(item.task)
            let names = [units.lead, units.others].filter { !$0.isEmpty }.joined(separator: words("highlights.comma"))
            let text = [item.task.text, names, item.task.provenance.documentTitle]
            return Event(
                id: item.task.id.text, day: deadline.lastDay,
                title: words("calendar.task", ShortText.cut(item.task.text, columns: 60)),
                text: text.filter { !$0.isEmpty }.joined(separator: "\n"), category: words("kind.task"))
        }
    }

    private static func targets(_ report: EditionReport, _ words: ReportWords) -> [Event] {
        struct Group: Hashable {
            let year: Int
            let area: ReferenceArea?
            let unit: String
        }
        var groups: [Group: [ProgressAssessment]] = [:]
        for row in report.assessments {
            guard let year = row.target.year?.number, year >= report.asOf.year else { continue }
            groups[Group(year: year, area: row.area, unit: row.target.responsible), default: []].append(row)
        }
        let sorted = sortedByKey(Array(groups.keys)) {
            [sortable($0.year), sortable($0.area?.code?.number ?? 999_999), $0.area?.name ?? "", $0.unit]
        }
        return sorted.map { group in
            let rows = groups[group] ?? []
            let unit = group.unit.isEmpty ? words("highlights.no-unit") : group.unit
            let place = [words.area(group.area), unit].filter { !$0.isEmpty }.joined(separator: " ")
            let names = rows.map { row in
                let name = words.language == .english && !row.englishName.isEmpty ? row.englishName : row.indicatorName
                let scale = DisplayScale(row.target)
                return
                    "\(words.named(name, row.qualifier)) \(AuditData.target(row, scale, words))\(words.unit(scale.unit))"
            }
            let key = "\(group.year)|\(group.area?.code?.description ?? group.area?.name ?? "")|\(group.unit)"
            return Event(
                id: String(SHA256Digest(of: Array(key.utf8)).description.prefix(24)),
                day: CalendarDate(year: group.year).lastDay,
                title: words("calendar.targets", "\(group.year)", "\(rows.count)", ShortText.cut(place, columns: 60)),
                text: names.joined(separator: "\n"), category: words("kind.target"))
        }
    }

    // MARK: RFC 5545

    /// 20251231
    private static func digits(_ date: CalendarDate) -> String { date.description.filter { $0 != "-" } }

    /// Section 3.3.11: `\`, `;` and `,` are escaped, a line end is `\n`.
    static func escaped(_ text: String) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","): result += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "\n"): result += "\\n".utf8
            case 0..<0x20, 0x7F: break
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Section 3.1: lines of at most 75 bytes, the next ones begin with a blank; no character is cut.
    static func folded(_ line: String) -> [UInt8] {
        let bytes = Array(line.utf8)
        var result: [UInt8] = []
        var (start, room) = (0, 75)
        while bytes.count - start > room {
            var end = start + room
            while bytes[end] & 0xC0 == 0x80 { end -= 1 }
            result += bytes[start..<end] + [0x0D, 0x0A, 0x20]
            (start, room) = (end, 74)
        }
        return result + bytes[start...] + [0x0D, 0x0A]
    }
}
