import Reading
import SourceText

/// Decides where a paragraph ends among hard-broken lines.
///
/// What counts: whether the line above is full (as wide as its neighbours) and ends a sentence, and
/// whether the line begins with a clause number that is the next of its kind.
struct ParagraphBreaks {
    let lines: [TextLine]
    /// True where lines are cut at a fixed width; false where a line is a whole paragraph.
    let isWrapped: Bool
    /// True where most lines follow each other directly, so that a blank line means something.
    private let blanksTell: Bool
    /// The last clause number of each kind.
    private var last: [ClauseMarker.Kind: Int] = [:]

    init(lines: [TextLine], isWrapped: Bool) {
        self.lines = lines
        self.isWrapped = isWrapped
        blanksTell = lines.count { $0.followsBlank } * 2 < lines.count
    }

    /// True where most lines that do not end a sentence are about as wide as their neighbours. The line above a
    /// numbered heading ends where it will.
    static func isWrapped(_ lines: [TextLine]) -> Bool {
        var (open, even) = (0, 0)
        for index in lines.indices.dropLast()
        where !lines[index].endsSentence && lines[index].cells >= 24 && !isHeading(lines[index + 1]) {
            open += 1
            let (width, next) = (lines[index].cells, lines[index + 1].cells)
            if width <= 120, abs(width - next) * 4 <= width || next < width { even += 1 }
        }
        return open * 3 > lines.count && even * 3 >= open * 2
    }

    /// A new document or a gap: numbering starts over.
    mutating func restart() { last = [:] }

    /// True where the paragraph of `previous` ends and `index` begins another.
    func breaks(before index: Int) -> Bool {
        let (line, above, previous) = (lines[index], lines[index - 1], index - 1)
        if line.opensParagraph { return true }
        if line.markdownLevel > 0 || above.markdownLevel > 0 { return true }
        if line.hasTab || above.hasTab { return true }
        if goesOn(line, above) || goesOnToPredicate(index) { return false }
        if line.followsGap, above.endsSentence || Self.isHeading(above) { return true }
        let full = isFull(previous)
        if acceptedMarker(line, above, full) != nil { return true }
        if line.captionLength > 0 || above.captionLength > 0 { return true }
        if opensByWords(line) { return above.endsSentence || !full }
        if line.isLabel, !above.lastScalar.joinsItems { return true }
        if isOverSite(previous) { return true }
        guard isWrapped else { return breaksUnwrapped(line, above) || isHeadline(previous) }
        if above.endsSentence { return !full || isIndented(index) }
        if Self.isHeading(above), !isContinuedHeading(above, index) { return true }
        if blanksTell, line.followsBlank, above.followsBlank, !isWide(previous, percent: 90) { return true }
        return !full
    }

    /// The marker of the paragraph that begins at `index`, `nil` where its digits are a number (`1.9万亿`).
    mutating func marker(ofParagraphAt index: Int) -> ClauseMarker? {
        guard let marker = lines[index].marker, !marker.isDoubtful || isNext(marker) else { return nil }
        last[marker.kind] = marker.value
        if marker.kind == .annex { last = [:] }
        if marker.kind <= .chapter { last[.section] = nil }
        return marker
    }

    /// No paragraph begins with a mark that closes, none behind a comma or within a ratio: a converter that keeps the
    /// look of a page sets such rests on lines of their own, far to the right (`…4201.2亿元，`, `增长4.9%。`).
    private func goesOn(_ line: TextLine, _ above: TextLine) -> Bool {
        guard isWrapped, let first = line.bytes.first else { return false }
        let opening = line.bytes.scalar(at: 0).value
        if opening.isClosingMark { return true }
        if line.marker.map({ !$0.isDoubtful }) ?? false { return false }
        let end = above.lastScalar
        if end == UInt32(scalar: "，") || end == UInt32(scalar: "、") { return true }
        let digits: ClosedRange<UInt8> = 0x30...0x39
        if end == UInt32(scalar: "："), digits.contains(first) {
            return above.bytes.dropLast(3).last.map { digits.contains($0) } == true
        }
        // A figure that its unit follows: `…增加2.01`, `万头；…`.
        return above.cells >= Self.text && above.bytes.last.map { digits.contains($0) } == true
            && (opening == UInt32(scalar: "万") || opening == UInt32(scalar: "亿") || first == UInt8(ascii: "%"))
    }

    /// `…经济社会发展的`, `主要目标`, `是：产值年均增长5%`: words in bold print that a page set on a line of their own.
    private func goesOnToPredicate(_ index: Int) -> Bool {
        let (line, above) = (lines[index], lines[index - 1])
        guard !above.endsSentence, line.marker == nil, line.captionLength == 0, above.captionLength == 0 else {
            return false
        }
        if Self.opensPredicate(line) { return true }
        let next = index + 1
        return above.lastScalar == Self.attributive && next < lines.count && Self.opensPredicate(lines[next])
    }

    private static func opensPredicate(_ line: TextLine) -> Bool {
        let verb = line.bytes.scalar(at: 0)
        return verb.value == copula && line.bytes.count > verb.length
            && line.bytes.scalar(at: verb.length).value == UInt32(scalar: "：")
    }
    // 的, 是
    private static let attributive: UInt32 = 0x7684
    private static let copula: UInt32 = 0x662F

    /// Columns of a line that is text, no lone figure or caption.
    private static let text = 24

    /// One line is one paragraph, but a page break of the original may have cut it.
    private func breaksUnwrapped(_ line: TextLine, _ above: TextLine) -> Bool {
        if above.endsSentence { return true }
        if Self.isHeading(above) { return true }
        if Self.endsFigure(above), Self.opensWords(line) { return true }
        let closes = above.lastScalar == UInt32(scalar: "）") || above.lastScalar == UInt32(scalar: ")")
        return above.cells < 36 || closes
    }

    /// The first line of all, without a comma, over a sentence: a page break seldom cuts the first words of a text.
    private func isHeadline(_ index: Int) -> Bool {
        index == 0 && lines[0].bytes.firstIndex(of: Array("，".utf8)) == nil && lines[1].endsSentence
    }

    /// The first line of all, under which the site's own lines stood: a headline.
    private func isOverSite(_ index: Int) -> Bool {
        index == 0 && lines[1].followsFurniture && lines[0].page == lines[1].page && !lines[0].endsSentence
            && lines[0].bytes.firstIndex(of: Array("，".utf8)) == nil
    }

    /// `…增长6.3%`, `…结构为9.2:51:39.8`: a share or a ratio, behind which a sentence that goes on sets a mark.
    private static func endsFigure(_ line: TextLine) -> Bool {
        if line.lastScalar == UInt32(scalar: "%") || line.lastScalar == UInt32(scalar: "‰") { return true }
        var index = line.bytes.count
        while index > 0, line.bytes[index - 1].isOfNumber { index -= 1 }
        guard index < line.bytes.count, index > 0 else { return false }
        let sign = line.bytes.lastScalar(before: index)
        return sign == UInt32(scalar: ":") || sign == UInt32(scalar: "：") || sign == UInt32(scalar: "∶")
    }

    /// A Chinese character that no figure is followed by (以上, 左右, 的).
    private static func opensWords(_ line: TextLine) -> Bool {
        let first = line.bytes.scalar(at: 0).value
        return (0x4E00...0x9FFF).contains(first) && !behindFigures.contains(first)
    }
    // 以, 左, 上, 的, 和, 与, 及, 或, 之, 个
    private static let behindFigures: Set<UInt32> = [
        0x4EE5, 0x5DE6, 0x4E0A, 0x7684, 0x548C, 0x4E0E, 0x53CA, 0x6216, 0x4E4B, 0x4E2A,
    ]

    /// The line's marker, where it can be one at this place.
    private func acceptedMarker(_ line: TextLine, _ above: TextLine, _ full: Bool) -> ClauseMarker? {
        guard let marker = line.marker else { return nil }
        let closed = above.endsSentence || !full || Self.isHeading(above) || above.lastScalar == UInt32(scalar: "）")
        if marker.isDoubtful { return isNext(marker) && closed ? marker : nil }
        if marker.kind == .annex { return marker }
        if closed { return marker }
        guard isNext(marker) || marker.value == 1 else { return nil }
        // `…基地第 | 三、第四条通道。` goes on; a heading of the first rank stands alone on its line.
        let cutsOrdinal = above.lastScalar == UInt32(scalar: "第") || line.bytes.containsSentenceEnd
        return marker.kind == .ideograph && cutsOrdinal ? nil : marker
    }

    private func isNext(_ marker: ClauseMarker) -> Bool {
        marker.value == (last[marker.kind] ?? 0) + 1
    }

    /// `——坚持…`, `（牵头单位：…`, `附件：…`: such a line opens a paragraph where the one above is closed.
    private func opensByWords(_ line: TextLine) -> Bool {
        let bytes = line.bytes
        return bytes.hasPrefix(Self.dashes, at: 0) || bytes.hasPrefix(Self.annexList, at: 0)
    }

    private static let dashes = Array("——".utf8)
    private static let annexList = Array("附件：".utf8)

    /// A clause number and a few words without a comma's worth of sentence: `（二）大力改善人居环境`.
    private static func isHeading(_ line: TextLine) -> Bool {
        guard let marker = line.marker, !marker.isDoubtful, marker.kind != .article, !line.endsSentence else {
            return false
        }
        if marker.kind == .annex { return true }
        let rest = line.bytes[marker.length...]
        return !Array(rest).containsSentenceEnd && line.cells <= 60 && line.lastScalar != UInt32(scalar: "，")
            && line.lastScalar != UInt32(scalar: "、")
    }

    /// A heading that fills its line and goes on: the next line is short, and closes nothing.
    private func isContinuedHeading(_ above: TextLine, _ index: Int) -> Bool {
        guard isWide(index - 1, percent: 79) else { return false }
        // A run-in heading's sentence goes on in lines as wide as its own.
        return !isIndented(index)
    }

    /// True where the line is nearly as wide as those around it, so that its end is the margin's doing.
    private func isFull(_ index: Int) -> Bool {
        guard isWrapped else { return lines[index].cells >= 36 }
        // A paragraph's first line is two characters narrower, and justified print gains or loses one or two.
        return isWide(index, percent: lines[index].endsSentence ? 86 : 72)
    }

    private func isWide(_ index: Int, percent: Int) -> Bool {
        let width = lines[index].cells
        let before = widest(max(0, index - 4)...index)
        let after = index + 1 < lines.count ? widest(index + 1...min(lines.count - 1, index + 4)) : before
        // Under short lines only, such as a title's, those below tell the margin.
        let isFirst = index == 0 || widest(max(0, index - 4)...index - 1) < 24
        let margin = isFirst ? after : min(before, after)
        return width >= 24 && width * 100 >= margin * percent
    }

    private func widest(_ range: ClosedRange<Int>) -> Int {
        var result = 0
        for index in range { result = max(result, lines[index].cells) }
        return result
    }

    /// A first line is two characters narrower than the full line under it.
    private func isIndented(_ index: Int) -> Bool {
        guard index + 2 < lines.count else { return false }
        let (width, next) = (lines[index].cells, lines[index + 1].cells)
        let isFullBelow = !lines[index + 1].endsSentence
        return isFullBelow && (3...5).contains(next - width) && lines[index - 1].cells - width >= 3
    }
}

extension UInt32 {
    /// Marks that never begin a line of text.
    var isClosingMark: Bool {
        switch Unicode.Scalar(self) {
        case "，", "。", "、", "；", "：", "）", "％": true
        default: false
        }
    }

    /// Marks after which an enumeration goes on.
    var joinsItems: Bool {
        switch Unicode.Scalar(self) {
        case "；", "，", "、", "（", ";", ",", "(": true
        default: false
        }
    }
}

extension UInt8 {
    /// A digit or a decimal point.
    fileprivate var isOfNumber: Bool { UInt32(self).isDigit || self == UInt8(ascii: ".") }
}

extension [UInt8] {
    /// True where 。, ； or ： stands anywhere.
    var containsSentenceEnd: Bool {
        var index = 0
        while index < count {
            let scalar = scalar(at: index)
            if scalar.value.endsSentence { return true }
            index += scalar.length
        }
        return false
    }
}
