import PipelineDefinition
import SourceText

/// A page, or a part of one, that is printed on its side.
struct RotatedPage {
    var text = RotatedText()
    var lines: ClosedRange<Int>
    var page: Int
}

/// Joins the raw lines of rotated stretches to pages and leaves their furniture out.
struct RotatedPageReader {
    private let file: SourceFile
    private let lexicon: LayoutLexicon
    private(set) var pages: [RotatedPage] = []
    /// Raw ranges of page furniture inside the rotated stretches.
    private(set) var furniture: [Range<Int>] = []
    /// The lines of the open page, and in them where its groups end.
    private var held: [SourceLine] = []
    private var groupEnds: [Int] = []

    init(file: SourceFile, lexicon: LayoutLexicon, lines: [SourceLine]) {
        self.file = file
        self.lexicon = lexicon
        var lastRotated: Int?
        for line in lines {
            switch line.role {
            case .blank: closeGroup()
            case .rotated:
                if line.startsPage { closePage() }
                if let last = lastRotated, line.number - last > 12 { closePage() }
                if line.followsBlank || opensPart(line) { closeGroup() }
                held.append(line)
                lastRotated = line.number
            case .furniture:
                closePage()
            case .text:
                // Words of a damaged stretch in the middle of a page still belong to it.
                if let last = lastRotated, line.number - last <= 2, isInside(line, of: lines) {
                    if line.followsBlank { closeGroup() }
                    held.append(line)
                    lastRotated = line.number
                } else {
                    closePage()
                }
            }
        }
        closePage()
    }

    /// True for a line that begins with a space although no blank line stands before: a page or a new part of it.
    private func opensPart(_ line: SourceLine) -> Bool { file.lineStarts[line.number - 1] < line.range.lowerBound }

    private func isInside(_ line: SourceLine, of lines: [SourceLine]) -> Bool {
        let next = lines[line.number..<min(lines.count, line.number + 4)]
        return next.contains { $0.role == .rotated } && !next.contains { $0.startsPage && $0.role == .text }
    }

    private mutating func closeGroup() {
        if held.count > groupEnds.last ?? 0 { groupEnds.append(held.count) }
    }

    private mutating func closePage() {
        closeGroup()
        guard let first = held.first, let last = held.last else { return }
        var page = RotatedPage(lines: first.number...last.number, page: first.page)
        var (paired, start) = (0, 0)
        for end in groupEnds {
            let group = held[start..<end]
            start = end
            if isFurniture(group) {
                furniture += group.map(\.range)
                continue
            }
            if group.count == 2 { paired += 1 }
            page.text.append(group: group, of: file)
        }
        if paired * 4 < groupEnds.count { page.text.forgetGroups() }
        held.removeAll(keepingCapacity: true)
        groupEnds.removeAll(keepingCapacity: true)
        pages.append(page)
    }

    /// `·· 7`: dots and a number, nothing else.
    private func isPageNumber(_ line: SourceLine) -> Bool {
        var dots = 0
        for byte in file.bytes[line.range] {
            if byte == 0xC2 {
                dots += 1
            } else if byte != 0xB7, byte != 0x20, !(0x30...0x39).contains(byte) {
                return false
            }
        }
        return dots >= 1 && line.range.count > 2 * dots
    }

    /// A running head printed one character to a line: 政府文件, a gazette's name.
    private func isFurniture(_ group: ArraySlice<SourceLine>) -> Bool {
        if group.count == 1, let line = group.first, isPageNumber(line) { return true }
        guard group.count >= 4 || group.contains(where: { $0.range.count > 18 }) else { return false }
        let bytes = group.flatMap { file.bytes[$0.range] }
        if lexicon.words(.runningHead).value(of: bytes) != nil { return true }
        return bytes.indices.contains { start in
            guard let match = lexicon.words(.gazette).longestMatch(in: bytes, at: start) else { return false }
            return start + match.length == bytes.count
        }
    }
}
