public import SourceText

/// Reads what `mutool trace` prints of a PDF, piece by piece as it comes; each page is handed over once it is whole.
///
///     <page number="1" mediabox="0 0 595 842">
///     <stroke_path linewidth="1" … transform="1 0 0 -1 0 842">
///         <moveto x="57" y="700"/> <lineto x="500" y="700"/>
///     </stroke_path>
///     <fill_text … transform="1 0 0 -1 0 842">
///         <span font="SimSun" … trm="11 0 0 11"> <g unicode="床" glyph="42" x="57" y="690" adv="1"/> </span>
///     </fill_text>
///
/// The transform leads to the page as it is shown (`/Rotate` included), from the upper left corner.
public struct PDFTrace: Sendable {
    /// A tag is longer only where a file means harm.
    private static let longestTag = 1 << 16

    /// A page of a newspaper has ten thousand.
    private static let mostGlyphs = 200_000

    private static let everything = PageBox(x0: -.infinity, y0: -.infinity, x1: .infinity, y1: .infinity)

    private enum Visibility { case shown, hidden }

    private var rest: [UInt8] = []
    private(set) var page: PageContent?
    private var transform = PageMatrix()
    private var textMatrix = PageMatrix()
    private var visibility = Visibility.shown
    private var path: PagePath?
    /// What is shown of what is drawn: the innermost last.
    private var clips: [PageBox] = []
    /// The outline of the clip that is being read.
    private var clip: PageBox?
    private var assembler = PageAssembler()
    /// How many pages have come to their end.
    public private(set) var pageCount = 0
    /// The document has come to its end: all its pages could be read.
    private var isWhole = false

    public init() {}

    /// Reads on; `bytes` may end amid a tag.
    public mutating func read(_ bytes: some Sequence<UInt8>) {
        rest += bytes
        var index = 0
        while index < rest.count {
            guard let open = rest[index...].firstIndex(of: UInt8(ascii: "<")) else {
                index = rest.count
                break
            }
            guard let end = Self.end(of: open, in: rest) else {
                index = rest.count - open > Self.longestTag ? rest.count : open
                break
            }
            tag(TraceTag(rest[open + 1..<end]))
            index = end + 1
        }
        rest.removeFirst(index)
    }

    /// The text of all pages that came; a page that did not end counts as far as it came.
    public consuming func text() throws(BulletinSourceError) -> CanonicalText {
        let (count, isWhole) = (pageCount, isWhole)
        if let open = page { assembler.add(open) }
        guard count > 0 || page != nil else { throw .damaged(.pdf, reason: "no page can be found") }
        var text = try assembler.text(of: .pdf)
        if !isWhole { text.findings.append(SourceFinding(.error, .source(.breaksOff(afterPage: count)))) }
        return text
    }

    /// The `>` that ends the tag at `open`; one within quotes does not.
    private static func end(of open: Int, in bytes: [UInt8]) -> Int? {
        var isQuoted = false
        var index = open + 1
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ">") where !isQuoted: return index
            default: break
            }
            index += 1
        }
        return nil
    }

    private mutating func tag(_ tag: TraceTag) {
        switch tag.name {
        case "page": open(tag)
        case "/page":
            pageCount += 1
            if let whole = page { assembler.add(whole) }
            page = nil
        case "/document": isWhole = true
        case "fill_text", "stroke_text": begin(tag, text: .shown)
        case "clip_text", "clip_stroke_text":
            begin(tag, text: .shown)
            clips.append(clips.last ?? Self.everything)
        case "clip_path", "clip_stroke_path":
            transform = PageMatrix(tag.numbers("transform")) ?? PageMatrix()
            (clip, path) = (PageBox(x0: .infinity, y0: .infinity, x1: -.infinity, y1: -.infinity), nil)
        case "/clip_path", "/clip_stroke_path":
            let outer = clips.last ?? Self.everything
            clips.append(clip.map { outer.intersection($0) } ?? outer)
            clip = nil
        case "clip_mask", "clip_image_mask", "mask": clips.append(clips.last ?? Self.everything)
        case "pop_clip": _ = clips.popLast()
        case "ignore_text": begin(tag, text: .hidden)
        case "span": textMatrix = PageMatrix((tag.numbers("trm") + [0, 0])) ?? PageMatrix()
        case "g": glyph(tag)
        case "stroke_path": begin(tag, path: .stroke)
        case "fill_path": begin(tag, path: .fill)
        case "moveto":
            if let point = point(tag) {
                path?.move(to: point)
                clip?.reach(point)
            }
        case "lineto":
            if let point = point(tag) {
                path?.line(to: point)
                clip?.reach(point)
            }
        case "curveto":
            if let point = point(tag, "x3", "y3") {
                path?.curve(to: point)
                clip?.reach(point)
            }
        case "closepath": path?.close()
        case "/stroke_path", "/fill_path":
            guard var whole = path else { return }
            let shown = clips.last ?? Self.everything
            page?.rulings += whole.finish().compactMap { $0.clipped(to: shown) }
            page?.outlineCount += whole.outlineCount
            path = nil
        case "fill_image", "fill_image_mask":
            guard let matrix = PageMatrix(tag.numbers("transform")) else { return }
            page?.pictureArea += abs(matrix.a * matrix.d - matrix.b * matrix.c)
        default: break
        }
    }

    private mutating func open(_ tag: TraceTag) {
        let box = tag.numbers("mediabox")
        let size = box.count == 4 ? (box[2] - box[0], box[3] - box[1]) : (595, 842)
        page = PageContent(number: pageCount + 1, width: size.0, height: size.1)
        (path, clip, clips) = (nil, nil, [])
    }

    private mutating func begin(_ tag: TraceTag, text visibility: Visibility) {
        self.visibility = visibility
        transform = PageMatrix(tag.numbers("transform")) ?? PageMatrix()
    }

    private mutating func begin(_ tag: TraceTag, path paint: PagePath.Paint) {
        transform = PageMatrix(tag.numbers("transform")) ?? PageMatrix()
        // What is drawn white is not seen; thick strokes are bars.
        let ink = tag.numbers("color")
        let isWhite = tag.has("colorspace", "DeviceCMYK") ? ink.allSatisfy { $0 < 0.03 } : ink.allSatisfy { $0 > 0.97 }
        let width =
            (tag.numbers("linewidth").first ?? 0)
            * abs(transform.a * transform.d - transform.b * transform.c).squareRoot()
        path = isWhite && !ink.isEmpty || paint == .stroke && width > 6 ? nil : PagePath(paint)
    }

    private func point(_ tag: TraceTag, _ x: String = "x", _ y: String = "y") -> (x: Double, y: Double)? {
        guard let x = tag.number(x), let y = tag.number(y) else { return nil }
        let point = transform.point(x, y)
        return max(abs(point.x), abs(point.y)) < PageContent.farthest ? point : nil
    }

    private mutating func glyph(_ tag: TraceTag) {
        // A glyph without a character shows that the font has none to give.
        guard page != nil, let scalar = tag.scalar("unicode") ?? Unicode.Scalar(0xFFFD), let x = tag.number("x"),
            let y = tag.number("y")
        else {
            return
        }
        let matrix = textMatrix.then(transform)
        let place = transform.point(x, y)
        let along = matrix.vector(tag.number("adv") ?? 0.5, 0)
        guard var glyph = Glyph(scalar, x: place.x, y: place.y, along: along, up: matrix.vector(0, 1)) else { return }
        // A cell's text that is longer than the cell ends at its edge.
        if let shown = clips.last, !shown.contains((glyph.box.x0 + glyph.box.x1) / 2, (glyph.box.y0 + glyph.box.y1) / 2)
        {
            return
        }
        glyph.isHidden = visibility == .hidden
        if let count = page?.glyphs.count, count < Self.mostGlyphs { page?.glyphs.append(glyph) }
    }
}

extension PageBox {
    fileprivate mutating func reach(_ point: (x: Double, y: Double)) {
        self = union(PageBox(x0: point.x, y0: point.y, x1: point.x, y1: point.y))
    }

    fileprivate func intersection(_ other: PageBox) -> PageBox {
        PageBox(x0: max(x0, other.x0), y0: max(y0, other.y0), x1: min(x1, other.x1), y1: min(y1, other.y1))
    }

    fileprivate func contains(_ x: Double, _ y: Double) -> Bool {
        x0 - 1 <= x && x <= x1 + 1 && y0 - 1 <= y && y <= y1 + 1
    }
}

extension Ruling {
    /// The part within `box`.
    fileprivate func clipped(to box: PageBox) -> Ruling? {
        let isAcross = axis == .horizontal
        guard at >= (isAcross ? box.y0 : box.x0) - 2, at <= (isAcross ? box.y1 : box.x1) + 2 else { return nil }
        let (low, high) = (max(from, isAcross ? box.x0 : box.y0), min(to, isAcross ? box.x1 : box.y1))
        return low < high ? Ruling(axis, at: at, from: low, to: high) : nil
    }
}

/// A tag of the trace without its brackets: `g unicode="床" x="57"`.
private struct TraceTag {
    let bytes: ArraySlice<UInt8>
    let name: String

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        let isEnd = bytes.first == UInt8(ascii: "/")
        let end = bytes.dropFirst().firstIndex { $0 == UInt8(ascii: " ") || !isEnd && $0 == UInt8(ascii: "/") }
        name = String(decoding: bytes[..<(end ?? bytes.endIndex)], as: UTF8.self)
    }

    func value(_ key: String) -> ArraySlice<UInt8>? {
        let word = key.utf8
        var index = bytes.startIndex
        while index + word.count + 2 < bytes.endIndex {
            // Attributes stand behind a blank; values do not hold one before a name and `="`.
            let start = index + word.count + 3
            if bytes[index] == UInt8(ascii: " "), bytes[start - 2] == UInt8(ascii: "="),
                bytes[start - 1] == UInt8(ascii: "\""), bytes[index + 1..<start - 2].elementsEqual(word)
            {
                guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
                return bytes[start..<end]
            }
            index += 1
        }
        return nil
    }

    func has(_ key: String, _ word: String) -> Bool { value(key)?.elementsEqual(word.utf8) ?? false }

    func numbers(_ key: String) -> [Double] {
        guard let value = value(key) else { return [] }
        return value.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") })
            .compactMap { PageNumber.read($0) }
    }

    func number(_ key: String) -> Double? { value(key).flatMap { PageNumber.read($0) } }

    /// One character: written out or as an entity (`&lt;`, `&#x4e;`).
    func scalar(_ key: String) -> Unicode.Scalar? {
        guard let value = value(key) else { return nil }
        let text = String(decoding: value, as: UTF8.self)
        guard text.utf8.first == UInt8(ascii: "&"), text.utf8.count > 1 else { return text.unicodeScalars.first }
        let word = text.dropFirst().prefix { $0 != ";" }
        switch word {
        case "lt": return "<"
        case "gt": return ">"
        case "amp": return "&"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard word.utf8.first == UInt8(ascii: "#") else { return nil }
            let isHex = word.dropFirst().first == "x"
            return UInt32(word.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10).flatMap { Unicode.Scalar($0) }
        }
    }
}

/// Numbers as page descriptions print them: `-12.5`, `.028`, `1e-06`.
enum PageNumber {
    /// Not finite values and other text are `nil`.
    static func read(_ text: some Collection<UInt8>) -> Double? {
        var value = 0.0
        var scale = 1.0
        var isNegative = false
        var digits = 0
        var hasPoint = false
        var index = text.startIndex
        if let sign = text.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            index = text.index(after: index)
        }
        while index < text.endIndex {
            let byte = text[index]
            switch byte {
            case 0x30...0x39:
                value = value * 10 + Double(byte - 0x30)
                if hasPoint { scale *= 10 }
                digits += 1
            case UInt8(ascii: ".") where !hasPoint: hasPoint = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                guard let number = Double(String(decoding: text, as: UTF8.self)), number.isFinite else { return nil }
                return number
            default: return nil
            }
            index = text.index(after: index)
        }
        guard digits > 0, value.isFinite, scale.isFinite else { return nil }
        return (isNegative ? -value : value) / scale
    }
}
