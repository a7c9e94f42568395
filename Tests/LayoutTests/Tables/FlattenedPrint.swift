/// A table as page text has it: column after column, over one page or more.
struct FlattenedPrint {
    private(set) var lines = ["前面的正文到此为止。", "表1 建设计划表"]

    init(_ table: RandomTable, with random: inout RandomNumbers) {
        let parts = Self.pages(table.numbers.count, &random)
        let noteAfter = random.oneIn(5) ? random.below(table.columns.count + 1) : nil
        for (page, part) in parts.enumerated() {
            if page > 0, random.oneIn(3) { lines.append("⏎续表1") }
            lines.append((page == 0 || lines.last == "⏎续表1" ? "" : "⏎") + "序号")
            printNumbers(of: table, part, isLast: page == parts.count - 1)
            for (index, column) in table.columns.enumerated() {
                if page == parts.count - 1, noteAfter == index { lines += Self.note(&random) }
                lines += column.header + part.flatMap { column.cells[$0] }
                if page == parts.count - 1, let total = column.total { lines.append(total) }
            }
            if page == parts.count - 1, noteAfter == table.columns.count { lines += Self.note(&random) }
        }
        lines += random.oneIn(3) ? ["（二）保障措施", "各旗区要落实责任，按月报送进展情况。"] : ["⏎二、保障措施"]
    }

    private static func pages(_ count: Int, _ random: inout RandomNumbers) -> [Range<Int>] {
        guard count > 3, random.oneIn(3) else { return [0..<count] }
        let first = 1 + random.below(count - 2)
        guard count - first > 3, random.oneIn(2) else { return [0..<first, first..<count] }
        let second = first + 1 + random.below(count - first - 2)
        return [0..<first, first..<second, second..<count]
    }

    private mutating func printNumbers(of table: RandomTable, _ part: Range<Int>, isLast: Bool) {
        for row in part {
            if let label = table.groups[row] { lines += PageWidth.wrapped(label, at: 6) }
            lines.append(table.numbers[row])
        }
        if isLast, table.hasTotal { lines.append("合计") }
    }

    private static func note(_ random: inout RandomNumbers) -> [String] {
        random.oneIn(2)
            ? ["*注：不含在建部分。"] : ["注：规模按核准文件填列，分期建设的按全部规模填列，不含已经", "停建缓建的部分。"]
    }
}
