import PipelineDefinition
import Reading

/// How likely lines are the header of a column, as a cost: 0 for known words, `nil` for what cannot be one.
struct HeaderJudge {
    let lexicon: TableLexicon
    /// Headers of the tables before, as printed in one text: a continuation repeats them.
    let known: Set<String>

    func cost(_ lines: ArraySlice<TableLine>) -> Double? {
        guard let first = lines.first, lines.allSatisfy(canBeHeader), first.kind != .bracket else { return nil }
        let whole = lines.map(\.text).joined()
        if known.contains(whole) || lexicon.contains(Self.base(whole), as: .header) { return 0 }
        // A head that the page before printed by itself is none of two lines here.
        if lines.count > 1, let last = lines.last, known.contains(last.text) { return nil }
        // 2020年, 2021年 head a column each.
        if lines.count(where: { $0.kind == .span }) > 1 { return nil }
        var cost = 0.0
        for (offset, line) in lines.enumerated() {
            if offset > 0, !canFollow(line, lines[lines.startIndex + offset - 1]) { return nil }
            cost += part(line, isFirst: offset == 0)
        }
        return cost <= 5 ? cost : nil
    }

    /// Whether `line` can stand under `above` in one head: nothing but a bracket under 项目名称, a year under listed words.
    private func canFollow(_ line: TableLine, _ above: TableLine) -> Bool {
        if lexicon.contains(line.text, as: .standalone) { return false }
        if line.kind == .bracket || above.bracketBalance > 0 { return true }
        if lexicon.contains(above.text, as: .standalone) { return false }
        if lexicon.contains(Self.base(above.text), as: .header) || above.kind == .bracket { return true }
        // 概算|总投资 is one head, the end of a long cell none.
        return !isYear(line) && !(above.scalars.count > 6 && lexicon.contains(Self.base(line.text), as: .header))
    }

    /// True for a line that is a listed header by itself, or one that tables before had.
    func isListed(_ line: TableLine) -> Bool {
        line.kind == .text && (lexicon.contains(HeaderJudge.base(line.text), as: .header) || known.contains(line.text))
            && !line.signs.isClosed
    }

    /// True for a listed head, or 评价指标, too short for the title that it looks like.
    func couldHeadNames(_ line: TableLine) -> Bool {
        isListed(line) || line.scalars.count <= 5 && lexicon.suffix(of: line.text, as: .indicators) != nil
    }

    private func part(_ line: TableLine, isFirst: Bool) -> Double {
        if !isFirst, line.kind == .bracket || lexicon.contains(line.text, as: .measure) { return 0 }
        let base = Self.base(line.text)
        if lexicon.contains(base, as: .header) || isYear(line) { return 0 }
        if lexicon.suffix(of: base, as: .headerEnd) != nil { return 1 }
        return line.scalars.count <= 4 ? 2 : 3
    }

    /// True for a line that is a head by itself in a row of heads: listed, or a year.
    func isHeadOfRow(_ line: TableLine) -> Bool {
        guard canBeHeader(line), line.kind != .bracket else { return false }
        return lexicon.contains(Self.base(line.text), as: .header) || lexicon.contains(line.text, as: .ordinal)
            || isYear(line)
    }

    /// True for a row of heads by their words: half of them and two at least are listed, and the others end as heads do.
    func areHeads(_ lines: some Collection<TableLine>) -> Bool {
        let listed = lines.count(where: isHeadOfRow)
        return listed > 1 && listed * 2 >= lines.count && lines.allSatisfy { isHeadOfRow($0) || endsAsHead($0) }
    }

    /// 工作目标, 任务类别: a short line that no list has and that ends as heads do.
    func endsAsHead(_ line: TableLine) -> Bool {
        line.kind == .text && line.scalars.count <= 6 && canBeHeader(line)
            && lexicon.suffix(of: Self.base(line.text), as: .headerEnd) != nil
    }

    /// 2025年, 到2023年, 2021年完成情况, “十四五”预期目标
    func isYear(_ line: TableLine) -> Bool {
        guard line.scalars.count <= 14 else { return false }
        let digits = line.scalars.count(where: CellBoundary.isDigit)
        if digits == 4, line.scalars.contains("年") { return true }
        return line.scalars.contains("”") && line.text.contains("五”")
            && lexicon.suffix(of: line.text, as: .headerEnd) != nil
    }

    /// 建设时间, 完成时限, 建设工期: bare years can stand under it, and 1月 under 月份.
    func isOfDates(_ line: TableLine) -> Bool {
        !isYear(line) && line.scalars.contains { ["时", "期", "年"].contains($0) }
            || lexicon.prefix(of: line.text, as: .dateSign) != nil
    }

    /// 类别, 工程类别: a cell under it may stand once for several rows.
    func isOfCategories(_ text: String) -> Bool { lexicon.suffix(of: text, as: .category) != nil }

    /// A clause number or a caption opens prose: （2）, 一是, 3.
    func beginsProse(_ line: TableLine) -> Bool {
        guard line.kind == .text, let first = line.scalars.first else { return false }
        let second = line.scalars.dropFirst().first
        if first == "(" {
            return second.map { CellBoundary.isDigit($0) || ClauseMarker.isIdeograph($0.value) } ?? false
        }
        if ClauseMarker.isIdeograph(first.value) { return second == "、" || second == "是" }
        if CellBoundary.isDigit(first) { return second == "." || second == "、" }
        return lexicon.prefix(of: line.text, as: .caption) != nil
    }

    /// 上年=100: it says what the figures are compared with, and heads none of them.
    func isBase(_ line: TableLine) -> Bool {
        line.scalars.contains("=") && line.scalars.last.map(CellBoundary.isDigit) ?? false
    }

    /// *注：不含在建部分。
    func isNote(_ line: TableLine) -> Bool {
        guard let word = lexicon.prefix(of: line.text, as: .note) else { return false }
        return line.scalars.count > word.unicodeScalars.count + 2 && line.scalars.contains { $0 == ":" || $0 == "*" }
    }

    /// A sentence, a clause or a note stands under a table.
    func isBeyondTable(_ line: TableLine) -> Bool {
        line.scalars.contains("。") || beginsProse(line) || isNote(line)
    }

    private func canBeHeader(_ line: TableLine) -> Bool {
        guard line.scalars.count <= 18 else { return false }
        // 预期性, % or 建成 is a value.
        if line.signs.isClosed, !lexicon.contains(line.text, as: .header) { return false }
        switch line.kind {
        case .text: return !line.scalars.contains { ["。", ";", ","].contains($0) }
        case .span: return line.isYear
        case .bracket: return true
        case .labelled: return line.text.contains("年")
        case .dash, .number, .quantity: return false
        }
    }

    /// The text without a bracket at its end: 建设规模(万千瓦) is 建设规模.
    static func base(_ text: String) -> String {
        guard text.utf8.last == UInt8(ascii: ")"), let open = text.lastIndex(of: "("), open > text.startIndex else {
            return text
        }
        return String(text[..<open])
    }
}
