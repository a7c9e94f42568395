import BulletinSource
import SourceText
import Testing

@Suite struct XMLEventsTests {
    @Test func eventsComeInOrderWithoutPrefixes() throws {
        let text = "<w:a xmlns:w=\"u\" w:x=\"1\">甲<w:b/><![CDATA[<c>]]></w:a>"
        var events = try XMLEvents(Array(text.utf8), part: "p")
        var found: [XMLEvent] = []
        while let event = try events.next() { found.append(event) }
        #expect(
            found == [
                .start("a", XMLAttributes(["x": "1"])), .text("甲"), .start("b", XMLAttributes()), .end("b"),
                .text("<c>"), .end("a"),
            ])
    }

    @Test func aTreeHoldsTextAndElements() throws {
        let node = try XMLNode(Array("<a><b k=\"1\">甲</b>乙<b>丙</b></a>".utf8), part: "p")
        #expect(node.text == "甲乙丙")
        #expect(node.children("b").map(\.text) == ["甲", "丙"])
        #expect(node.child("b")?["k"] == "1")
    }

    @Test func declaredEntitiesAreRefused() {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;&b;\">]><a x=\"&c;\">&c;</a>"
        #expect(throws: BulletinSourceError.declaresEntities(part: "p")) {
            try XMLNode(Array(bomb.utf8), part: "p")
        }
    }

    @Test(arguments: [("<a>\n<b></c></a>", 2), ("<a><b>", 1), ("", 1), ("甲", 1)])
    func brokenXMLNamesItsLine(text: String, line: Int) {
        #expect(throws: BulletinSourceError.malformed(part: "p", line: line)) {
            try XMLNode(Array(text.utf8), part: "p")
        }
    }

    @Test func elementsNestOnlySoDeep() throws {
        func nest(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)).utf8)
        }
        #expect(try XMLNode(nest(XMLEvents.deepest), part: "p").name == "a")
        #expect(throws: BulletinSourceError.nestsTooDeep(part: "p")) {
            try XMLNode(nest(XMLEvents.deepest + 1), part: "p")
        }
    }
}
