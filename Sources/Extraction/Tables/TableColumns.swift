import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// Which column of a table plays which part; `nil` for a table that states no indicators.
///
/// An indicator table names something in each row and has a column whose head states a year, a
/// target, a baseline or a reference, and whose cells are figures. A table of projects (项目名称,
/// 建设规模 …) or of tasks may hold years too, but no indicators.
struct TableColumns {
    let readings: [ColumnReading]
    let name: Int?
    let area: Int?
    let unit: Int?
    let attribute: Int?
    /// Units in charge, those that lead among them.
    let responsible: [Int]
    let lead: [Int]
    let cooperating: [Int]
    let values: [Int]

    init?(_ table: RecoveredTable, library: PipelineLibrary) {
        let readings = table.columns.map { ColumnReading($0, library: library) }
        self.readings = readings
        guard !readings.contains(where: { $0.has(.project) || $0.has(.task) }) else { return nil }
        let hasUnits = table.unit != nil || readings.contains { $0.has(.unit) }
        let values = readings.indices.filter { column in
            let head = readings[column]
            // A head that could not be read names nothing.
            guard !table.columns[column].text.isEmpty || table.columns[column].name != "" else { return false }
            // A unit tells that figures are measured, whatever the head's words: 产量（万吨）.
            let isMeasured = !head.isDescriptive && column > 0 && (head.unit != nil || hasUnits)
            return (head.canHoldValues || isMeasured) && Self.holdsFigures(table, column: column, library: library)
        }
        guard !values.isEmpty else { return nil }
        self.values = values
        func column(_ role: ColumnReading.Role) -> Int? { readings.firstIndex { $0.has(role) } }
        area = column(.area)
        unit = column(.unit)
        attribute = column(.attribute)
        responsible = readings.indices.filter { readings[$0].has(.responsible) || readings[$0].has(.lead) }
        lead = readings.indices.filter { readings[$0].has(.lead) && !readings[$0].has(.responsible) }
        cooperating = readings.indices.filter {
            readings[$0].has(.cooperating) && !readings[$0].has(.responsible) && !readings[$0].has(.lead)
        }
        // 类别 | 指标: the narrower name stands further right.
        let named = readings.indices.last { readings[$0].has(.name) && !readings[$0].canHoldValues }
        name =
            named
            ?? readings.indices.first { index in
                readings[index].roles.isEmpty && readings[index].year == nil && !values.contains(index)
                    && !Self.holdsFigures(table, column: index, library: library)
            } ?? column(.category)
        guard name != nil || area != nil else { return nil }
    }

    /// The column that names the row for `column`: the nearest one before it, where names stand twice side by side.
    func name(for column: Int) -> Int? {
        guard let name, column < name else { return name }
        return readings.indices.last { $0 < column && readings[$0].has(.name) } ?? name
    }

    /// What the head calls the figure: 产量, also for 比上年增长 behind it, which is the growth of 产量.
    func words(of column: Int) -> String {
        let own = readings[column].words
        guard own.isEmpty, readings[column].has(.change) else { return own }
        return values.last { $0 < column && !readings[$0].has(.change) }.map { readings[$0].words } ?? ""
    }

    /// The column with the unit of `column`, the nearest one before it.
    func unit(for column: Int) -> Int? {
        guard let unit else { return nil }
        return readings.indices.last { $0 < column && readings[$0].has(.unit) } ?? unit
    }

    /// True where the rows name years: 2021年, 2022年.
    func isOfYears(_ table: RecoveredTable) -> Bool {
        guard let name, table.rows.count > 1 else { return false }
        return table.rows.allSatisfy { row in
            guard name < row.cells.count else { return false }
            let bytes = row.cells[name].text.bytes
            return DateReader.years(in: bytes, at: 0).map { $0.end == bytes.count && $0.last == nil } ?? false
        }
    }

    /// True where at least half of the cells that say anything hold a figure rather than a sentence.
    private static func holdsFigures(_ table: RecoveredTable, column: Int, library: PipelineLibrary) -> Bool {
        var filled = 0
        var figures = 0
        for row in table.rows where column < row.cells.count {
            let bytes = row.cells[column].text.bytes
            if bytes.isEmpty || library.headers.noValue.value(of: bytes) != nil { continue }
            filled += 1
            if bytes.count <= 150, isFigure(bytes, library: library) { figures += 1 }
        }
        return figures > 0 && figures * 2 >= filled
    }

    private static func isFigure(_ bytes: [UInt8], library: PipelineLibrary) -> Bool {
        CellReader.quantities(in: bytes, library: library).contains { $0.words.utf8.count <= 60 }
    }
}
