import PipelineDefinition
import SourceText
import StatisticalModel

/// Rows of one list as tasks and projects.
struct ListTableReader {
    let layout: BulletinLayout
    let table: RecoveredTable
    let columns: ListColumns
    let library: PipelineLibrary

    func read(into outcome: inout PlanListReader.Outcome) {
        guard columns.isTaskList || columns.isProjectList else { return }
        var above = [String](repeating: "", count: table.columns.count)
        for (index, row) in table.rows.enumerated() where row.kind == .item {
            let (texts, spanned) = filled(row, from: &above)
            let (tasks, projects) = (outcome.tasks.count, outcome.projects.count)
            if columns.isProjectList {
                readProjects(row, texts, number: index + 1, into: &outcome)
            } else {
                readTask(row, texts, number: index + 1, into: &outcome)
            }
            for index in tasks..<outcome.tasks.count { outcome.tasks[index].spanned = spanned }
            for index in projects..<outcome.projects.count { outcome.projects[index].spanned = spanned }
        }
    }

    /// The row's texts; number, section and lead unit of a merged cell stand only on its first row.
    private func filled(_ row: RecoveredTable.Row, from above: inout [String]) -> (
        texts: [String], spanned: [SpannedField]
    ) {
        var spanned: Set<SpannedField> = []
        var texts = row.cells.map { CellPieces.compact($0.string) }
        let numberColumn = columns.first(.number)
        let goesOn = table.form != .rotated && numberColumn.map { texts[$0].isEmpty } ?? false
        for (index, field) in columns.fields.enumerated() where index < texts.count {
            if goesOn, let spans = Self.spans(field), texts[index].isEmpty, !row.cells[index].isUnassigned,
                !above[index].isEmpty
            {
                texts[index] = above[index]
                spanned.insert(spans)
            }
            above[index] = texts[index]
        }
        return (texts, SpannedField.allCases.filter(spanned.contains))
    }

    private static func spans(_ field: ListColumnLexicon.Field?) -> SpannedField? {
        switch field {
        case .number: .number
        case .section: .section
        case .leadUnit: .leadUnit
        default: nil
        }
    }

    private func text(_ field: ListColumnLexicon.Field, _ texts: [String]) -> String {
        columns.indices(field).filter { $0 < texts.count && !texts[$0].isEmpty }.map { texts[$0] }.joined(
            separator: "；")
    }

    private func section(_ row: RecoveredTable.Row, _ texts: [String]) -> String {
        let own = text(.section, texts)
        if !own.isEmpty { return own }
        return row.group.isEmpty ? table.title : row.group
    }

    // MARK: tasks

    private func readTask(
        _ row: RecoveredTable.Row, _ texts: [String], number: Int, into outcome: inout PlanListReader.Outcome
    ) {
        let column = columns.indices(.task).last { $0 < texts.count && !texts[$0].isEmpty } ?? columns.first(.task)
        guard let column, let provenance = provenance(row, number, column, texts[column]) else { return }
        let (mark, words) = Self.split(texts[column])
        let deadline = text(.deadline, texts)
        let printed = text(.number, texts)
        // Words that could not be given to the row: its number or its unit still tells that it is there.
        if words.isEmpty, printed.isEmpty, text(.leadUnit, texts).isEmpty { return }
        outcome.tasks.append(
            PlanTask(
                provenance: provenance, number: mark.isEmpty ? printed : mark, text: words,
                section: section(row, texts), leader: text(.leader, texts), leadUnit: text(.leadUnit, texts),
                responsible: text(.responsible, texts), cooperating: text(.cooperating, texts),
                deadlineText: deadline, deadline: DeadlineText.date(in: deadline)))
    }

    /// `（12）` at the head of a task is its number.
    static func split(_ text: String) -> (number: String, words: String) {
        guard text.begins(with: "（") || text.begins(with: "("),
            let end = text.firstIndex(where: { $0 == "）" || $0 == ")" })
        else { return ("", text) }
        let inner = text[text.index(after: text.startIndex)..<end]
        guard !inner.isEmpty, inner.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return ("", text) }
        return (String(text[...end]), String(text[text.index(after: end)...]))
    }

    // MARK: projects

    private func readProjects(
        _ row: RecoveredTable.Row, _ texts: [String], number: Int, into outcome: inout PlanListReader.Outcome
    ) {
        guard let column = columns.first(.project), column < row.cells.count else { return }
        let packed = table.form == .rotated ? nil : packed(row, column)
        let names = packed?.names ?? [texts[column]]
        // A row whose name is not readable still has its money.
        guard !names.isEmpty || !text(.investment, texts).isEmpty else { return }
        guard let provenance = provenance(row, number, column, texts[column]) else { return }
        for (position, name) in (names.isEmpty ? [""] : names).enumerated() {
            var own = texts
            if names.count > 1 {
                for (index, values) in packed?.values ?? [:] {
                    own[index] = values.count == names.count ? values[position] : ""
                }
            }
            append(row, own, name: name, provenance, into: &outcome)
        }
        guard names.count > 1, let packed else { return }
        for (index, values) in packed.values.sorted(by: { $0.key < $1.key }) where values.count != names.count {
            outcome.findings.append(finding(index, values: values.count, of: names.count, provenance))
        }
        if names.allSatisfy(\.isEmpty) {
            outcome.findings.append(finding(column, values: packed.printed, of: names.count, provenance))
        }
    }

    /// A cell that holds several projects: their names, and the values of the cells beside it that hold several.
    private struct Packed {
        /// Blank where the cells beside tell how many projects there are, and the names do not.
        var names: [String]
        /// How many names are printed.
        var printed: Int
        var values: [Int: [String]] = [:]
    }

    /// Fields with a value of their own for each project; several values that are not as many as the projects are none.
    private static let ownFields: Set<ListColumnLexicon.Field> = [
        .deadline, .responsible, .cooperating, .owner, .investment, .period, .state,
    ]
    /// Fields that may as well speak of all projects of the row.
    private static let sharedFields: Set<ListColumnLexicon.Field> = [.leader, .leadUnit, .scope]

    /// The projects of a row. Markup counts them; else the count holds on which most cells agree, the names' own first.
    private func packed(_ row: RecoveredTable.Row, _ project: Int) -> Packed {
        let pieces = CellPieces(lexicon: library.listColumns)
        let names = pieces.projects(row.cells[project])
        var packed = Packed(names: names, printed: names.count)
        var shared: [Int: [String]] = [:]
        for (index, cell) in row.cells.enumerated() where index != project {
            guard let field = columns.fields[index], case let values = pieces.values(cell), values.count > 1 else {
                continue
            }
            if Self.ownFields.contains(field) { packed.values[index] = values }
            if Self.sharedFields.contains(field) { shared[index] = values }
        }
        if names.count > 1, row.cells[project].parts.count < 2 {
            var votes = [names.count: 1]
            for values in packed.values.values { votes[values.count, default: 0] += 1 }
            let most = votes.max { ($0.value, $1.key) < ($1.value, $0.key) }
            if let most, most.value > votes[names.count, default: 0] {
                let printed = row.cells[project].string.split(separator: " ").map(String.init)
                packed.names = printed.count == most.key ? printed : Array(repeating: "", count: most.key)
            }
        }
        packed.values.merge(shared.filter { $0.value.count == packed.names.count }) { own, _ in own }
        return packed
    }

    private func finding(_ column: Int, values: Int, of count: Int, _ provenance: Provenance) -> FindingNote {
        FindingNote(
            check: "unassigned-cell", severity: .warning, bulletin: layout.file.name, line: provenance.line,
            subject: .text(table.columns[column].name), expected: .phrase(.forEachProject, [String(count)]),
            found: .phrase(.values, [String(values)]))
    }

    private func append(
        _ row: RecoveredTable.Row, _ texts: [String], name: String, _ provenance: Provenance,
        into outcome: inout PlanListReader.Outcome
    ) {
        let deadline = text(.deadline, texts)
        let date = DeadlineText.date(in: deadline)
        outcome.projects.append(
            PlanProject(
                provenance: provenance, number: text(.number, texts), name: name, section: section(row, texts),
                scope: text(.scope, texts), capacity: capacity(texts, name: name), investments: investments(texts),
                period: text(.period, texts), deadlineText: deadline, deadline: date,
                owner: text(.owner, texts), responsible: text(.responsible, texts), state: text(.state, texts)))
        guard columns.first(.leadUnit) != nil, columns.first(.deadline) != nil else { return }
        outcome.tasks.append(
            PlanTask(
                provenance: provenance, number: text(.number, texts), text: name, section: section(row, texts),
                leader: text(.leader, texts), leadUnit: text(.leadUnit, texts), responsible: text(.responsible, texts),
                cooperating: text(.cooperating, texts), deadlineText: deadline, deadline: date))
    }

    private func investments(_ texts: [String]) -> [PlanProject.Investment] {
        columns.indices(.investment).compactMap { index in
            guard index < texts.count, let number = DecimalNumber(texts[index]) else { return nil }
            let header = table.columns[index]
            let source = ListColumns.withoutBracket(header.levels.last ?? "")
            return PlanProject.Investment(
                source: source, kind: library.listColumns.investmentKind(of: source),
                amount: Quantity(value: number, unit: unit(of: header)))
        }
    }

    /// 亿元 of （亿元） in any level of the header, else the table's unit.
    private func unit(of column: RecoveredTable.Column) -> String {
        for level in column.levels.reversed() {
            guard let open = level.lastIndex(where: { $0 == "（" || $0 == "(" }) else { continue }
            let inner = String(level[level.index(after: open)...].dropLast())
            if library.units.resolve(inner) != nil { return inner }
        }
        return table.unit ?? ""
    }

    /// What the scope says, or, where nothing stands there, the name: 年产10万吨风机轮毂铸造项目.
    private func capacity(_ texts: [String], name: String) -> [Quantity] {
        var scanner = CapacityScanner(library: library)
        let scopes = columns.indices(.scope).filter { $0 < texts.count && !texts[$0].isEmpty }
        guard !scopes.isEmpty else { return scanner.quantities(in: name) }
        return scopes.flatMap { index -> [Quantity] in
            if let number = DecimalNumber(texts[index]) {
                return [Quantity(value: number, unit: unit(of: table.columns[index]))]
            }
            scanner.headerUnit = unit(of: table.columns[index])
            return scanner.quantities(in: texts[index])
        }
    }

    private func provenance(_ row: RecoveredTable.Row, _ number: Int, _ column: Int, _ quote: String) -> Provenance? {
        let placed = row.cells.filter { !$0.text.isEmpty }
        let own = column < row.cells.count && !row.cells[column].text.isEmpty ? row.cells[column] : placed.first
        guard let cell = own?.text else { return nil }
        let isPrinted = layout.file.repairs != nil && own?.string == quote
        let quote = isPrinted ? cell.quotation(of: layout.file) : quote
        let document = layout.documents.indices.contains(table.document) ? layout.documents[table.document] : nil
        return Provenance(
            bulletin: layout.file.name, document: table.document, documentTitle: document?.citation ?? "",
            line: layout.file.line(at: cell.sourceOffset(at: 0)),
            lineEnd: layout.file.line(at: cell.sourceOffset(at: cell.bytes.count - 1)), table: table.title,
            row: number, column: column + 1, quote: quote, rule: .listRow)
    }
}
