import PipelineDefinition

/// The columns of a table whose rows are lines, learned from the rows that have a field for each.
///
/// 原煤 万吨 3021.4 6.2 and nine lines like it make four columns: words, words, values, values. A shorter row is
/// laid out by the printed columns, or by what its fields can be where only one layout fits; else it is not sure.
struct FieldGrid {
    struct Column {
        var isOfValues: Bool
        /// Most values end in %.
        var isOfPercents: Bool
        /// Where its fields stand in the full rows.
        var place: Range<Int>
    }

    /// The fields of each column, `nil` for a blank cell.
    typealias Layout = [Range<Int>?]

    let columns: [Column]
    private let isAligned: Bool
    private let isNarrow: Bool

    /// A third of a row's fields at most may be of another kind than their columns: 持平 among figures.
    private static let strangers = 3

    /// - Parameter rows: lines with as many fields as the table has columns.
    init(_ rows: [FieldLine]) {
        let count = rows.first?.fields.count ?? 0
        isAligned = rows.count { line in line.fields.dropFirst().contains { $0.gap > 1 } } * 2 >= rows.count
        isNarrow = Self.edges(rows, \.narrow) < Self.edges(rows, \.wide)
        let isNarrow = isNarrow
        columns = (0..<count).map { column in
            let fields = rows.map { $0.fields[column] }
            let values = fields.filter(\.isValue)
            let places = fields.map { isNarrow ? $0.narrow : $0.wide }
            let start = places.map(\.lowerBound).min() ?? 0
            return Column(
                isOfValues: values.count * 2 > fields.count,
                isOfPercents: values.count { $0.line.scalars.last == "%" } * 2 > values.count,
                place: start..<max(start + 1, places.map(\.upperBound).max() ?? 0))
        }
    }

    /// Columns of one name and `values`, of which `percents` are in %, twice side by side.
    init(halvesOf values: Int, percents: Set<Int>) {
        let half =
            [Column(isOfValues: false, isOfPercents: false, place: 0..<1)]
            + (0..<values).map { Column(isOfValues: true, isOfPercents: percents.contains($0), place: 0..<1) }
        columns = half + half
        (isAligned, isNarrow) = (false, false)
    }

    /// How many different edges the columns' fields have: few where the measure is the one they were aligned by.
    private static func edges(_ rows: [FieldLine], _ place: KeyPath<FieldLine.Field, Range<Int>>) -> Int {
        let count = rows.first?.fields.count ?? 0
        return (0..<count).reduce(0) { sum, column in
            let places = rows.map { $0.fields[column][keyPath: place] }
            return sum + min(Set(places.map(\.lowerBound)).count, Set(places.map(\.upperBound)).count)
        }
    }

    var width: Int { columns.count }
    /// How many columns hold words.
    var words: Int { columns.count { !$0.isOfValues } }
    /// The first column of words: that of names.
    var name: Int { columns.firstIndex { !$0.isOfValues } ?? 0 }

    /// The fields of `line` by column; `nil` where more than one layout fits, or none.
    func layout(_ line: FieldLine) -> Layout? {
        let fields = line.fields
        if fields.count == width { return fits(fields) ? fields.indices.map { $0..<$0 + 1 } : nil }
        if fields.count > width { return merged(fields) }
        return isAligned ? aligned(fields) : byKind(fields)
    }

    private func fits(_ fields: [FieldLine.Field]) -> Bool {
        let strange = zip(fields, columns).count { !Self.suits($0, $1) }
        return strange * Self.strangers <= width
    }

    /// A year and a dash stand among words as well as among values.
    private static func suits(_ field: FieldLine.Field, _ column: Column) -> Bool {
        field.isValue == column.isOfValues || field.shape == .year || field.line.kind == .dash
    }

    /// The fields of a row that the category over it is left out of: one for each other column, each of its kind.
    func underCategory(_ fields: [FieldLine.Field]) -> Layout? {
        guard fields.count == width - 1, zip(fields, columns.dropFirst()).allSatisfy(Self.suits) else { return nil }
        return [nil] + fields.indices.map { $0..<$0 + 1 }
    }

    // MARK: more fields than columns

    /// Words that one blank parts become one field, where it is clear which.
    private func merged(_ fields: [FieldLine.Field]) -> Layout? {
        let surplus = fields.count - width
        let gaps = fields.indices.dropFirst().filter { fields[$0].isWord && fields[$0 - 1].isWord }
        let ranked = gaps.sorted { (fields[$0].gap, $0) < (fields[$1].gap, $1) }
        guard ranked.count >= surplus else { return nil }
        if ranked.count > surplus, fields[ranked[surplus - 1]].gap >= fields[ranked[surplus]].gap { return nil }
        let joined = Set(ranked.prefix(surplus))
        var layout: [Range<Int>] = []
        for index in fields.indices {
            if joined.contains(index), let last = layout.last {
                layout[layout.count - 1] = last.lowerBound..<index + 1
            } else {
                layout.append(index..<index + 1)
            }
        }
        let strange = zip(layout, columns).count { fields[$0.lowerBound].isValue != $1.isOfValues }
        return strange * Self.strangers <= width ? layout : nil
    }

    /// The columns of a line that goes on with the cells of the row over it: words that stand in under columns of words,
    /// or the rest of a figure that the line's end cut: 主城区20|00个.
    func continuation(_ line: FieldLine) -> Layout? {
        guard isAligned, line.fields[0].gap > 3, line.fields.count < width else { return nil }
        let fields = line.fields.map { field in
            var field = field
            if field.isValue, field.line.kind != .dash, columns.contains(where: { !$0.isOfValues && begins($0, field) })
            {
                field.shape = .word
            }
            return field
        }
        guard !fields.contains(where: \.isValue), let layout = aligned(fields), layout[0] == nil else { return nil }
        return layout
    }

    private func begins(_ column: Column, _ field: FieldLine.Field) -> Bool {
        column.place.lowerBound == (isNarrow ? field.narrow : field.wide).lowerBound
    }

    // MARK: fewer fields than columns

    /// By the printed columns: each field where it stands, two in none.
    private func aligned(_ fields: [FieldLine.Field]) -> Layout? {
        var layout: Layout = Array(repeating: nil, count: width)
        var last = -1
        for (index, field) in fields.enumerated() {
            guard let column = column(of: field), column > last else { return nil }
            layout[column] = index..<index + 1
            last = column
        }
        return layout
    }

    /// The column whose place `field` shares most, or the nearest one where it stands in a gap.
    private func column(of field: FieldLine.Field) -> Int? {
        let place = isNarrow ? field.narrow : field.wide
        let fit = columns.indices.filter { Self.suits(field, columns[$0]) || begins(columns[$0], field) }
        let shared = fit.map { columns[$0].place.clamped(to: place).count }
        if let most = shared.max(), most > 0 {
            let best = shared.indices.filter { shared[$0] == most }
            return best.count == 1 ? fit[best[0]] : nil
        }
        let distances = fit.map {
            max(columns[$0].place.lowerBound - place.upperBound, place.lowerBound - columns[$0].place.upperBound)
        }
        guard let least = distances.min(), least <= 4 else { return nil }
        let best = distances.indices.filter { distances[$0] == least }
        return best.count == 1 ? fit[best[0]] : nil
    }

    /// Values of one half of a row by their kinds; `nil` where more than one layout fits.
    func half(_ values: [FieldLine.Field]) -> Layout? {
        let width = columns.count / 2
        if values.count == width - 1 { return values.indices.map { $0..<$0 + 1 } }
        return FieldGrid(columns: Array(columns[1..<width])).byKind(values)
    }

    private init(columns: [Column]) {
        self.columns = columns
        (isAligned, isNarrow) = (false, false)
    }

    /// The layout in which each field stands in a column of its kind, in order; `nil` where none or more than one fits:
    /// where the first places that fit are the last ones too, there is one.
    private func byKind(_ fields: [FieldLine.Field]) -> Layout? {
        func places(_ fields: [FieldLine.Field], _ columns: some Sequence<Int>) -> [Int]? {
            var places: [Int] = []
            for column in columns where places.count < fields.count && takes(column, fields[places.count]) {
                places.append(column)
            }
            return places.count == fields.count ? places : nil
        }
        guard let first = places(fields, 0..<width), let last = places(fields.reversed(), (0..<width).reversed()),
            first == last.reversed()
        else { return nil }
        var layout: Layout = Array(repeating: nil, count: width)
        for (index, column) in first.enumerated() { layout[column] = index..<index + 1 }
        return layout
    }

    private func takes(_ column: Int, _ field: FieldLine.Field) -> Bool {
        guard field.isValue else { return !columns[column].isOfValues }
        // A code is no value of its own: 203 before 国防支出.
        guard columns[column].isOfValues else { return false }
        return field.line.kind == .dash || columns[column].isOfPercents == (field.line.scalars.last == "%")
    }
}
