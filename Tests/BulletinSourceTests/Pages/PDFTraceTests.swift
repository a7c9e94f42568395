import SourceText
import Testing

@testable import BulletinSource

@Suite("The trace of a PDF") struct PDFTraceTests {
    private static func glyphs(_ text: String, x: Double, y: Double) -> String {
        var result = ""
        for (index, scalar) in text.unicodeScalars.enumerated() {
            result +=
                #"<g unicode="\#(scalar == "<" ? "&lt;" : String(scalar))" glyph="\#(index)" x="\#(x + 10 * Double(index))" y="\#(y)" adv="1"/>"#
        }
        return result
    }

    private static func text(_ glyphs: String, tag: String = "fill_text", transform: String = "1 0 0 -1 0 842")
        -> String
    {
        #"<\#(tag) colorspace="DeviceGray" color="0" transform="\#(transform)"><span font="A" wmode="0" trm="10 0 0 10">\#(glyphs)</span></\#(tag)>"#
    }

    private static func document(_ body: String..., isWhole: Bool = true) -> String {
        "<document filename=\"a.pdf\">\n"
            + body.enumerated().map { "<page number=\"\($0 + 1)\" mediabox=\"0 0 595 842\">\n\($1)\n</page>\n" }
            .joined()
            + (isWhole ? "</document>\n" : "")
    }

    private static func lines(_ trace: String, step: Int = 1000) throws -> [String] {
        var reader = PDFTrace()
        let bytes = Array(trace.utf8)
        for start in stride(from: 0, to: bytes.count, by: step) {
            reader.read(bytes[start..<min(bytes.count, start + step)])
        }
        return String(decoding: try reader.text().bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test("A trace may come in pieces of any length", arguments: [1, 7, 64, 100_000]) func pieces(step: Int) throws {
        let trace = Self.document(
            Self.text(Self.glyphs("床位<床", x: 60, y: 700)), Self.text(Self.glyphs("托位", x: 60, y: 700)))
        #expect(try Self.lines(trace, step: step) == ["床位<床", "托位"])
    }

    @Test("A page that is turned is read as it is shown") func rotated() throws {
        // /Rotate 90: what runs up in the file runs to the right as shown.
        let turned = Self.text(
            #"<g unicode="床" x="100" y="60" adv="1"/><g unicode="位" x="100" y="70" adv="1"/>"#, transform: "0 1 1 0 0 0"
        )
        let trace = Self.document(turned)
            .replacing(#"trm="10 0 0 10""#, with: #"trm="0 10 -10 0""#)
        #expect(try Self.lines(trace) == ["床位"])
    }

    @Test("Text set sideways is read along its lines, its box stands on the page as shown") func sideways() throws {
        // Lines run down the page.
        let trace = Self.document(
            Self.text(
                (0..<4).map { #"<g unicode="\#(["床", "位", "1", "2"][$0])" x="300" y="\#(700 - 10 * $0)" adv="1"/>"# }
                    .joined())
        )
        .replacing(#"trm="10 0 0 10""#, with: #"trm="0 -10 10 0""#)
        var reader = PDFTrace()
        reader.read(trace.utf8)
        let text = try reader.text()
        #expect(String(decoding: text.bytes, as: UTF8.self) == "床位12\n")
        #expect(text.places.places.last == .page(1, box: PageBox(x0: 298.4, y0: 162, x1: 308.6, y1: 182)))
    }

    @Test("What a clip hides is not read; it ends with its pop") func clips() throws {
        let clip =
            #"<clip_path winding="nonzero" transform="1 0 0 -1 0 842"><moveto x="50" y="690"/><lineto x="82" y="690"/><lineto x="82" y="720"/><lineto x="50" y="720"/><closepath/></clip_path>"#
        let trace = Self.document(
            clip + Self.text(Self.glyphs("床位数量", x: 60, y: 700)) + "<pop_clip/>"
                + Self.text(Self.glyphs("托位", x: 60, y: 600)))
        #expect(try Self.lines(trace) == ["床位", "托位"])
    }

    @Test("Hidden text behind a picture is read with a warning") func recognized() throws {
        var reader = PDFTrace()
        reader.read(
            Self.document(
                #"<fill_image transform="595 0 0 842 0 0"/>"#
                    + Self.text(Self.glyphs("床位一千二百三十四张", x: 60, y: 700), tag: "ignore_text")
            ).utf8)
        #expect(try reader.text().findings == [SourceFinding(.warning, .recognizedText(pages: [1]))])
    }

    @Test("Rules that are drawn white are none") func whiteRules() throws {
        func rule(_ color: String, y: Int) -> String {
            #"<stroke_path linewidth="1" colorspace="DeviceRGB" color="\#(color)" transform="1 0 0 -1 0 842"><moveto x="50" y="\#(y)"/><lineto x="300" y="\#(y)"/></stroke_path>"#
        }
        var reader = PDFTrace()
        reader.read(#"<page number="1" mediabox="0 0 595 842">"#.utf8)
        reader.read((rule("0 0 0", y: 700) + rule("1 1 1", y: 600)).utf8)
        #expect(reader.page?.rulings == [Ruling(.horizontal, at: 142, from: 50, to: 300)])
    }

    @Test("A trace without pages is a broken file; one that breaks off says where") func broken() throws {
        #expect(throws: BulletinSourceError.damaged(.pdf, reason: "no page can be found")) {
            try Self.lines("<document filename=\"a.pdf\">\n")
        }
        var reader = PDFTrace()
        reader.read(Self.document(Self.text(Self.glyphs("床位", x: 60, y: 700)), isWhole: false).utf8)
        #expect(try reader.text().findings == [SourceFinding(.error, .source(.breaksOff(afterPage: 1)))])
    }

    @Test("Numbers as page descriptions print them") func numbers() {
        let texts = ["-12.5", ".028", "1e-06", "+3", "", "-", "1.2.3", "nan", "1e999"]
        #expect(texts.map { PageNumber.read(Array($0.utf8)) } == [-12.5, 0.028, 1e-06, 3, nil, nil, nil, nil, nil])
    }
}
