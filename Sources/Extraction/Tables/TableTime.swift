import PipelineDefinition
import Reading
import StatisticalModel

/// The year, span and kind of each value column, from its head, the table's title and the document.
struct TableTime {
    private let title: ColumnReading
    /// The year in which the document was published, as far as it says so.
    private let published: Int?
    private let plan: ColumnReading
    private let lastHeaderYear: Year?
    private let headerYears: Int
    /// A communiqué's tables state facts, whatever their heads leave unsaid.
    private let reports: Bool
    private let isPlan: Bool
    /// The later of the years of 2025年预算执行情况和2026年预算草案, which is planned while the other is over.
    private let planned: Year?

    init(_ table: RecoveredTable, columns: TableColumns, in layout: BulletinLayout, library: PipelineLibrary) {
        title = ColumnReading(title: table.title, library: library)
        let document = layout.documents.indices.contains(table.document) ? layout.documents[table.document] : nil
        plan = ColumnReading(title: document?.title ?? "", library: library)
        published = document?.date?.year ?? document?.number.flatMap(Self.year)
        isPlan = document?.register == .plan
        planned = plan.kind == .actual ? Self.planned(in: document?.title ?? "", register: document?.register) : nil
        reports = [.communique, .review].contains(document?.register)
        let years = Set(columns.values.compactMap { columns.readings[$0].year })
        lastHeaderYear = years.max()
        headerYears = years.count
    }

    /// 2022 in 鄂府办发〔2022〕194号.
    private static func year(ofDocumentNumber text: String) -> Int? {
        let bytes = Array(text.utf8)
        return NumeralReader.groups(in: bytes).lazy.compactMap { DateReader.years(in: bytes, at: $0.lowerBound)?.first }
            .first
    }

    private static func planned(in title: String, register: DocumentRegister?) -> Year? {
        guard register == .report || register == nil else { return nil }
        let bytes = Array(title.utf8)
        let years = NumeralReader.groups(in: bytes).compactMap { group -> Int? in
            guard let found = DateReader.years(in: bytes, at: group.lowerBound), found.last == nil else { return nil }
            return found.first
        }
        guard let first = years.min(), let last = years.max(), first < last else { return nil }
        return Year(last)
    }

    struct Reading {
        var year: Year?
        var period: YearSpan?
        var origin: ContextOrigin
        var kind: StatementKind
    }

    func reading(of column: ColumnReading) -> Reading {
        if let year = column.year {
            return Reading(
                year: year, period: column.period, origin: .header, kind: column.kind ?? kind(in: year))
        }
        // A reference value holds for no year of ours.
        if column.kind == .reference { return Reading(year: nil, period: nil, origin: .none, kind: .reference) }
        if column.has(.change), let lastHeaderYear {
            let kind = column.kind ?? kind(in: lastHeaderYear)
            return Reading(year: lastHeaderYear, period: plan.period, origin: .header, kind: kind)
        }
        if let year = title.year {
            let kind = column.kind ?? kindWithoutYear(titleYear: year)
            return Reading(year: year, period: title.period, origin: .title, kind: kind)
        }
        let kind = column.kind ?? kindWithoutYear(titleYear: nil)
        if kind != .actual || reports, let year = planned ?? plan.year {
            return Reading(year: year, period: plan.period, origin: .title, kind: kind)
        }
        return Reading(year: nil, period: nil, origin: .none, kind: kind)
    }

    /// The kind of figures under a head without a year.
    private func kindWithoutYear(titleYear: Year?) -> StatementKind {
        if let planned, title.kind == nil {
            return titleYear.map { $0 >= planned ? .target : .actual } ?? .undetermined
        }
        if let kind = title.kind ?? plan.kind { return kind }
        if reports { return titleYear.map { isAhead($0) } ?? false ? .target : .actual }
        // A level beside no year and no word tells nothing of its kind.
        return isPlan ? .target : .undetermined
    }

    /// The year against the plan's first year and the day of publication.
    func kind(in year: Year) -> StatementKind {
        if let planned, title.kind == nil { return year >= planned ? .target : .actual }
        if let published { return year.number >= published ? .target : .actual }
        if reports, title.kind == nil, plan.kind == nil { return .actual }
        if let first = (title.period ?? plan.period)?.first { return year >= first ? .target : .actual }
        if headerYears > 1 { return year == lastHeaderYear ? .target : .actual }
        // One year in a table of no kind tells nothing of it.
        return title.kind ?? plan.kind ?? (isPlan ? .target : .undetermined)
    }

    /// True for a year that was not over when the text was published.
    private func isAhead(_ year: Year) -> Bool { published.map { year.number >= $0 } ?? false }
}
