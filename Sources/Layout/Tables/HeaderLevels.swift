import PipelineDefinition
import SourceText

/// Tells a wrapped header (2021年, 完成情况) from one of two levels (2025年 over 产量 and 产值).
struct HeaderLevels {
    let lexicon: TableLexicon

    /// The levels of each column of `piece`.
    func levels(of piece: FlattenedPiece) -> [[String]] {
        let headers = piece.columns.map { parts($0.header) }
        var result: [[String]] = []
        var index = 0
        var known: [String] = []
        while index < headers.count {
            var children = childCount(from: index, headers, piece.columns)
            let own = [headers[index].last ?? ""] + headers.dropFirst(index + 1).prefix(children).map { $0.joined() }
            // What follows the heads that stood under the upper head before stands alone.
            if known.count > 1, own.starts(with: known) { children = known.count - 1 }
            known = headers[index].count > 1 ? Array(own.prefix(children + 1)) : known
            if headers[index].count > 1, children > 0 {
                let parent = headers[index].dropLast().joined()
                result.append([parent, headers[index].last ?? ""])
                for child in index + 1...index + children { result.append([parent, headers[child].joined()]) }
                index += children + 1
            } else {
                result.append([headers[index].joined()])
                index += 1
            }
        }
        return result
    }

    /// The header's lines, a bracket or a measure word joined to the line before.
    private func parts(_ lines: [TableLine]) -> [String] {
        var result: [String] = []
        var isOpen = false
        for line in lines {
            let goesOn = isOpen || line.kind == .bracket || lexicon.contains(line.text, as: .measure)
            if goesOn, let last = result.last {
                result[result.count - 1] = last + line.printed
            } else {
                result.append(line.printed)
            }
            isOpen = line.bracketBalance > 0
        }
        // A blank head has one level too.
        return result.isEmpty ? [""] : result
    }

    /// How many columns after `index` stand under the same upper header.
    private func childCount(from index: Int, _ headers: [[String]], _ columns: [FlattenedPiece.Column]) -> Int {
        var count = 0
        for next in headers.indices.dropFirst(index + 1) {
            guard headers[next].count == 1,
                canBeChild(columns[next]) || areYears(headers[index].last ?? "", headers[next][0]),
                columns[next].cells.isEmpty || columns[index].cells.isEmpty
                    || columns[next].isOfFigures == columns[index].isOfFigures
            else { break }
            count += 1
        }
        return count
    }

    /// 2025年 and 2030年 under one head.
    private func areYears(_ one: String, _ other: String) -> Bool {
        [one, other].allSatisfy {
            $0.unicodeScalars.last == CellKind.yearSign && CellKind(Array($0.unicodeScalars)) == .span
        }
    }

    private func canBeChild(_ column: FlattenedPiece.Column) -> Bool {
        let text = column.header.map(\.text).joined()
        let isYear = text.contains("年") && column.header.contains { $0.scalars.contains(where: CellBoundary.isDigit) }
        return !lexicon.contains(HeaderJudge.base(text), as: .standalone) && !isYear
    }
}
