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
            let texts = filled(row, from: &above)
            if columns.isProjectList {
                readProjects(row, texts, number: index + 1, into: &outcome)
            } else {
                readTask(row, texts, number: index + 1, into: &outcome)
            }
        }
    }

    /// The row's texts; number, section and lead unit of a merged cell stand only on its first row.
    private func filled(_ row: RecoveredTable.Row, from above: inout [String]) -> [String] {
        var texts = row.cells.map { CellPieces.compact($0.string) }
        let numberColumn = columns.first(.number)
        let goesOn = table.form != .rotated && numberColumn.map { texts[$0].isEmpty } ?? false
        for (index, field) in columns.fields.enumerated() where index < texts.count {
            let spans = field == .number || field == .section || field == .leadUnit
            if goesOn, spans, texts[index].isEmpty, !row.cells[index].isUnassigned { texts[index] = above[index] }
            above[index] = texts[index]
        }
        return texts
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
        guard text.hasPrefix("（") || text.hasPrefix("("),
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
        let pieces = CellPieces(lexicon: library.listColumns)
        let names = table.form == .rotated ? [texts[column]] : pieces.projects(row.cells[column])
        // A row whose name is not readable still has its money.
        guard !names.isEmpty || !text(.investment, texts).isEmpty else { return }
        guard let provenance = provenance(row, number, column, texts[column]) else { return }
        for (position, name) in (names.isEmpty ? [""] : names).enumerated() {
            var own = texts
            if names.count > 1 { shareOut(row, position, of: names.count, pieces, column, provenance, &own, &outcome) }
            append(row, own, name: name, provenance, into: &outcome)
        }
    }

    /// The value of each other cell for one of several projects: one for each, one for all, or blank with a finding.
    private func shareOut(
        _ row: RecoveredTable.Row, _ position: Int, of count: Int, _ pieces: CellPieces, _ project: Int,
        _ provenance: Provenance, _ texts: inout [String], _ outcome: inout PlanListReader.Outcome
    ) {
        for (index, cell) in row.cells.enumerated() where index != project {
            let field = columns.fields[index]
            guard field == .deadline || field == .responsible || field == .cooperating || field == .owner else {
                continue
            }
            let values = pieces.values(cell)
            if values.count == count {
                texts[index] = values[position]
            } else if values.count > 1 {
                texts[index] = ""
                guard position == 0 else { continue }
                outcome.findings.append(
                    FindingNote(
                        check: "unassigned-cell", severity: .warning, bulletin: layout.file.name, line: provenance.line,
                        subject: .text(table.columns[index].name),
                        expected: .phrase(.forEachProject, [String(count)]),
                        found: .phrase(.values, [String(values.count)])))
            }
        }
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
