public import SourceText

/// Reads the pages of an OFD (GB/T 33190): a ZIP of XML parts, lengths in millimetres.
///
///     OFD.xml ─► Doc_0/Document.xml ─► Pages/Page_0/Content.xml      in the order that Document.xml names them
///                       └─────────────► Tpls/Tpl_0/Content.xml       a template, drawn under or over a page
///
///     <TextObject Boundary="31.7 25.7 33.3 4.4" Size="3.7"><TextCode X="0" Y="3.7" DeltaX="g 4 3.7 3.6">
///
/// An object's points go through its CTM, then move by the corner of its Boundary. Several documents in a file
/// follow each other; pictures that are missing, seals and annotations are passed over.
public enum OFDReader {
    /// Points in a millimetre.
    private static let scale = 72 / 25.4
    /// Objects in objects (page blocks, compound objects) nest no deeper in real files.
    private static let deepest = 32

    public static func text(of bytes: [UInt8]) throws(BulletinSourceError) -> CanonicalText {
        var assembler = PageAssembler()
        try read(bytes) { assembler.add($0) }
        return try assembler.text(of: .ofd)
    }

    /// Gives each page to `take` in order.
    static func read(_ bytes: [UInt8], take: (PageContent) -> Void) throws(BulletinSourceError) {
        let archive = try ZipArchive(bytes, form: .ofd)
        let roots = try node("OFD.xml", archive).children("DocBody").compactMap { $0.child("DocRoot")?.text }
        guard !roots.isEmpty else { throw .missingPart(.ofd, part: "DocRoot") }
        var number = 0
        for root in roots {
            let path = resolve(root, in: "")
            let document = try node(path, archive)
            let base = folder(path)
            let common = document.child("CommonData")
            var templates: [String: XMLNode] = [:]
            for template in common?.children("TemplatePage") ?? [] {
                guard let id = template["ID"], let place = template["BaseLoc"] else { continue }
                templates[id] = try optionalNode(place, base, archive)
            }
            for page in document.child("Pages")?.children("Page") ?? [] {
                number += 1
                guard let place = page["BaseLoc"] else { throw .missingPart(.ofd, part: "Page") }
                guard let content = try optionalNode(place, base, archive) else {
                    throw .missingPart(.ofd, part: place)
                }
                take(self.page(content, number: number, common: common, templates: templates))
            }
        }
    }

    // MARK: Parts

    private static func node(_ path: String, _ archive: ZipArchive) throws(BulletinSourceError) -> XMLNode {
        guard let index = archive.index(of: path) else { throw .missingPart(.ofd, part: path) }
        return try XMLNode(archive.bytes(at: index), part: path)
    }

    /// A part by the place that another part in `base` names; programs write it from the root, with and without a slash.
    private static func optionalNode(
        _ place: String, _ base: String, _ archive: ZipArchive
    ) throws(BulletinSourceError) -> XMLNode? {
        for path in [resolve(place, in: base), resolve(place, in: "")] where archive.contains(path) {
            return try node(path, archive)
        }
        return nil
    }

    private static func folder(_ path: String) -> String {
        path.split(separator: "/").dropLast().joined(separator: "/")
    }

    private static func resolve(_ place: String, in base: String) -> String {
        let isAbsolute = place.hasPrefix("/")
        var parts = isAbsolute ? [] : base.split(whereSeparator: { $0 == "/" || $0 == "\\" })
        for part in place.split(whereSeparator: { $0 == "/" || $0 == "\\" || $0.isWhitespace }) where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    // MARK: Pages

    private static func page(
        _ content: XMLNode, number: Int, common: XMLNode?, templates: [String: XMLNode]
    ) -> PageContent {
        let box = numbers(
            content.child("Area")?.child("PhysicalBox")?.text ?? common?.child("PageArea")?.child("PhysicalBox")?.text)
        var page = PageContent(
            number: number, width: (box.count == 4 ? box[2] : 210) * scale,
            height: (box.count == 4 ? box[3] : 297) * scale)
        var map = PageMatrix()
        (map.a, map.d) = (scale, scale)
        var texts = OFDTexts()
        for use in content.children("Template") {
            guard let id = use["TemplateID"], let template = templates[id] else { continue }
            add(template, to: &page, &texts, map, depth: 0)
        }
        add(content, to: &page, &texts, map, depth: 0)
        page.glyphs = texts.glyphs()
        return page
    }

    /// The objects of the layers of a page, of blocks and of compound objects.
    private static func add(
        _ node: XMLNode, to page: inout PageContent, _ texts: inout OFDTexts, _ map: PageMatrix, depth: Int
    ) {
        guard depth < deepest else { return }
        for child in node.children where child["Visible"] != "false" {
            switch child.name {
            case "Content", "Layer", "PageBlock": add(child, to: &page, &texts, map, depth: depth + 1)
            case "TextObject":
                texts.add(text(child, matrix(child).then(map)), boundary: numbers(child["Boundary"]), map)
            case "PathObject": addPath(child, to: &page, matrix(child).then(map))
            case "ImageObject":
                let box = numbers(child["Boundary"])
                if box.count == 4 { page.pictureArea += abs(box[2] * box[3]) * scale * scale }
            default: break
            }
        }
    }

    /// From an object's own points to those of its page.
    private static func matrix(_ object: XMLNode) -> PageMatrix {
        var matrix = PageMatrix(numbers(object["CTM"])) ?? PageMatrix()
        let box = numbers(object["Boundary"])
        if box.count == 4 {
            matrix.e += box[0]
            matrix.f += box[1]
        }
        return matrix
    }

    private static func text(_ object: XMLNode, _ map: PageMatrix) -> [Glyph] {
        var glyphs: [Glyph] = []
        let size = object["Size"].flatMap { PageNumber.read(Array($0.utf8)) } ?? 3.5
        let width = object["HScale"].flatMap { PageNumber.read(Array($0.utf8)) } ?? 1
        let turn = quarter(object["CharDirection"])
        var (x, y) = (0.0, 0.0)
        for code in object.children("TextCode") {
            // What a code does not say goes on from the code before.
            x = code["X"].flatMap { PageNumber.read(Array($0.utf8)) } ?? x
            y = code["Y"].flatMap { PageNumber.read(Array($0.utf8)) } ?? y
            let (steps, falls) = (deltas(code["DeltaX"]), deltas(code["DeltaY"]))
            let scalars = Array(code.text.unicodeScalars.filter { $0 != "\n" && $0 != "\r" && $0 != "\t" })
            for (index, scalar) in scalars.enumerated() {
                let own = (scalar.value < 0x2E80 ? 0.5 : 1) * size * width
                let step = index < steps.count ? steps[index] : 0
                let fall = index < falls.count ? falls[index] : 0
                let extent = step > 0 && fall == 0 ? min(step, size * width) : own
                let place = map.point(x, y)
                let along = map.vector(extent * turn.cosine, extent * turn.sine)
                let up = map.vector(size * turn.sine, -size * turn.cosine)
                if let glyph = Glyph(scalar, x: place.x, y: place.y, along: along, up: up) { glyphs.append(glyph) }
                x += step
                y += fall
            }
        }
        return glyphs
    }

    /// Characters turned in their places by 0, 90, 180 or 270 degrees.
    private static func quarter(_ angle: String?) -> (cosine: Double, sine: Double) {
        switch angle {
        case "90": (0, 1)
        case "180": (-1, 0)
        case "270": (0, -1)
        default: (1, 0)
        }
    }

    private static func addPath(_ object: XMLNode, to page: inout PageContent, _ map: PageMatrix) {
        let fills = object["Fill"] == "true"
        let strokes = object["Stroke"] != "false"
        func isWhite(_ name: String) -> Bool {
            let ink = object.child(name)?["Value"].map { numbers($0) } ?? []
            return ink.count == 3 && ink.allSatisfy { $0 > 250 }
        }
        guard let data = object.child("AbbreviatedData")?.text else { return }
        if strokes, !isWhite("StrokeColor") { addPath(data, .stroke, to: &page, map) }
        if fills, !isWhite("FillColor") { addPath(data, .fill, to: &page, map) }
    }

    /// `M 0 0 L 156 0 L 156 2 C`: S and M begin, L draws, Q, B and A curve, C closes.
    private static func addPath(_ data: String, _ paint: PagePath.Paint, to page: inout PageContent, _ map: PageMatrix)
    {
        var path = PagePath(paint)
        var sign: UInt8 = 0
        var values: [Double] = []
        func draw() {
            let count: [UInt8: Int] = [0x4D: 2, 0x53: 2, 0x4C: 2, 0x51: 4, 0x42: 6, 0x41: 7]
            guard let count = count[sign], values.count >= count else { return }
            let point = map.point(values[count - 2], values[count - 1])
            guard max(abs(point.x), abs(point.y)) < PageContent.farthest else {
                values = []
                return
            }
            switch sign {
            case UInt8(ascii: "M"), UInt8(ascii: "S"): path.move(to: point)
            case UInt8(ascii: "L"): path.line(to: point)
            default: path.curve(to: point)
            }
            values = []
        }
        for word in data.utf8.split(whereSeparator: { $0 <= 0x20 || $0 == UInt8(ascii: ",") }) {
            if let first = word.first, word.count == 1, (0x41...0x5A).contains(first) {
                sign = first
                values = []
                if sign == UInt8(ascii: "C") { path.close() }
            } else if let value = PageNumber.read(word) {
                values.append(value)
                draw()
            }
        }
        page.rulings += path.finish()
        page.outlineCount += path.outlineCount
    }

    // MARK: Numbers

    private static func numbers(_ text: String?) -> [Double] {
        (text ?? "").utf8.split(whereSeparator: { $0 <= 0x20 || $0 == UInt8(ascii: ",") }).compactMap { word in
            if word.first == UInt8(ascii: "#") {
                return Int(String(decoding: word.dropFirst(), as: UTF8.self), radix: 16).map(Double.init)
            }
            return PageNumber.read(word)
        }
    }

    /// The steps between characters: `g 4 3.72 3.64` is 3.72 four times, then 3.64.
    private static func deltas(_ text: String?) -> [Double] {
        let words = (text ?? "").utf8.split(whereSeparator: { $0 <= 0x20 || $0 == UInt8(ascii: ",") })
        var result: [Double] = []
        var index = 0
        while index < words.count, result.count < 1 << 16 {
            if words[index].elementsEqual("g".utf8), index + 2 < words.count {
                let count = PageNumber.read(words[index + 1]) ?? 0
                let step = PageNumber.read(words[index + 2]) ?? 0
                if count > 0 { result += Array(repeating: step, count: Int(min(count, 65_536))) }
                index += 3
            } else {
                result.append(PageNumber.read(words[index]) ?? 0)
                index += 1
            }
        }
        return result
    }
}

/// The text objects of a page.
///
/// Some programs draw the boundary close around the ink and put the text into it as into one of full height: a comma then
/// hangs below its line. Such an object stands on the line of the next object that it stands beside.
private struct OFDTexts {
    private struct Object {
        var glyphs: [Glyph]
        /// The boundary on the page.
        var box: PageBox
        var isLow: Bool
    }

    /// The height of the stretches by which objects are looked up.
    private static let stretch = 10.0

    private var objects: [Object] = []

    mutating func add(_ glyphs: [Glyph], boundary: [Double], _ map: PageMatrix) {
        guard let first = glyphs.first else { return }
        var box = glyphs.dropFirst().reduce(first.box) { $0.union($1.box) }
        var isLow = false
        if boundary.count == 4, first.direction == .right {
            let (corner, extent) = (map.point(boundary[0], boundary[1]), map.vector(boundary[2], boundary[3]))
            if extent.x > 0, extent.y > 0 {
                box = PageBox(x0: corner.x, y0: corner.y, x1: corner.x + extent.x, y1: corner.y + extent.y)
                isLow = extent.y < 0.65 * first.size
            }
        }
        objects.append(Object(glyphs: glyphs, box: box, isLow: isLow))
    }

    func glyphs() -> [Glyph] {
        var full: [Int: [Int]] = [:]
        for (index, object) in objects.enumerated() where !object.isLow && object.box.y1 - object.box.y0 < 300 {
            guard object.box.y0 > -1e5, object.box.y1 < 1e5 else { continue }
            let first = Int((object.box.y0 / Self.stretch).rounded(.down))
            for stretch in first...Int((object.box.y1 / Self.stretch).rounded(.down)) {
                full[stretch, default: []].append(index)
            }
        }
        return objects.flatMap { object in
            let middle = (object.box.y0 + object.box.y1) / 2
            guard object.isLow, abs(middle) < 1e5 else { return object.glyphs }
            func distance(_ other: PageBox) -> Double { max(other.x0 - object.box.x1, object.box.x0 - other.x1, 0) }
            let near = (full[Int((middle / Self.stretch).rounded(.down))] ?? []).filter { index in
                let other = objects[index]
                return other.box.y0 - 1 <= middle && middle <= other.box.y1 + 1
                    && distance(other.box) < 3 * object.glyphs[0].size
            }.min { distance(objects[$0].box) < distance(objects[$1].box) }
            guard let near else { return object.glyphs }
            return object.glyphs.map { glyph in
                var glyph = glyph
                glyph.baseLine = objects[near].glyphs[0].baseLine
                (glyph.box.y0, glyph.box.y1) = (object.box.y0, object.box.y1)
                return glyph
            }
        }
    }
}
