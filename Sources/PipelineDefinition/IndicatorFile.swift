import SourceText
import StatisticalModel

/// Reads indicators.csv: `code,name,english,unit,direction,aliases`.
struct IndicatorFile {
    let path: String
    let pipeline: PipelineID
    private(set) var indicators: [Indicator] = []
    private var lineOfCode: [String: Int] = [:]
    private var ownerOfName: [NameKey: (code: String, line: Int)] = [:]

    init(path: String, pipeline: PipelineID) {
        self.path = path
        self.pipeline = pipeline
    }

    var codes: [String] { indicators.map(\.code.text) }
    var unitsByCode: [(String, UnitCode)] { indicators.map { ($0.code.text, $0.unit) } }

    mutating func read(units: UnitTable, _ problems: inout [Diagnostic]) {
        let table = DefinitionTable(
            path: path, required: ["code", "name", "english", "unit", "direction", "aliases"], optional: ["note"],
            problems: &problems)
        for row in table.rows {
            for column in ["code", "name", "english"] where row(column).trimmed.isEmpty {
                problems.append(table.problem(row, column: column, "the field ‘\(column)’ is empty"))
            }
            let unit = checkUnit(row, table, units, &problems)
            let direction = checkDirection(row, table, &problems)
            let code = row("code")
            if let line = lineOfCode[code] {
                problems.append(
                    table.problem(row, column: "code", "the code ‘\(code)’ stands already on line \(line)"))
                continue
            }
            lineOfCode[code] = row.line
            claimNames(of: row, table, units, &problems)
            indicators.append(
                Indicator(
                    pipeline: pipeline, code: IndicatorCode(code), name: row("name"), englishName: row("english"),
                    unit: unit, direction: direction, aliases: row.list("aliases")))
        }
    }

    private func checkUnit(
        _ row: DefinitionTable.Row, _ table: DefinitionTable, _ units: UnitTable, _ problems: inout [Diagnostic]
    ) -> UnitCode {
        let text = row("unit")
        // A plain number (a death rate per million tonnes) has no unit.
        guard !text.isEmpty else { return UnitCode("") }
        guard let unit = units.resolve(text) else {
            problems.append(
                table.problem(row, column: "unit", "unknown unit ‘\(text)’\(units.hint(for: text))"))
            return UnitCode(text)
        }
        if unit.base.name != text || unit.factor != 1 {
            problems.append(
                table.problem(
                    row, column: "unit", "‘\(text)’ is no base unit; did you mean ‘\(unit.base)’?"))
        }
        return unit.base
    }

    private func checkDirection(
        _ row: DefinitionTable.Row, _ table: DefinitionTable, _ problems: inout [Diagnostic]
    ) -> Direction {
        if let direction = Direction(rawValue: row("direction")) { return direction }
        let hint = NearestName.hint(for: row("direction"), among: Direction.allCases.map(\.rawValue))
        problems.append(
            table.problem(row, column: "direction", "unknown direction ‘\(row("direction"))’\(hint)"))
        return .up
    }

    /// A name may lead to one indicator only, or a figure would go to whichever stands first.
    private mutating func claimNames(
        of row: DefinitionTable.Row, _ table: DefinitionTable, _ units: UnitTable, _ problems: inout [Diagnostic]
    ) {
        let code = row("code")
        for (column, word) in [("name", row("name"))] + row.list("aliases").map({ ("aliases", $0) }) {
            let folded = NameKey(NameFolding.fold(word, units: units))
            if let owner = ownerOfName[folded], owner.code != code {
                problems.append(
                    table.problem(
                        row, column: column, part: word,
                        "‘\(word)’ already names \(owner.code) on line \(owner.line)"))
            } else {
                ownerOfName[folded] = (code, row.line)
            }
        }
    }
}
