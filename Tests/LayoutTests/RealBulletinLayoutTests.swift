import DelimitedText
import Ingestion
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import Layout

/// What Layout makes of the real bulletins, measured against the hand-made gold.
@Suite(.enabled(if: FileBytes.exists(ProjectFolder.sharedGold))) struct RealBulletinLayoutTests {
    /// Read once for all tests: table recovery takes its time in a debug build.
    private static let shared = Result { try read() }

    private func layouts() throws -> [String: BulletinLayout] { try Self.shared.get() }

    private static func read() throws -> [String: BulletinLayout] {
        var result: [String: BulletinLayout] = [:]
        for name in try FileBytes.list(ProjectFolder.sharedBulletins) where name.hasSuffix(".txt") {
            let bytes = try FileBytes.read("\(ProjectFolder.sharedBulletins)/\(name)")
            let file = try #require(Ingestion.ingest(bytes: bytes, name: name).file)
            result[String(name.prefix(3))] = PageTextFixture.layout(file)
        }
        return result
    }

    /// Letters and digits only, full-width forms folded: line breaks and markup do not count.
    private func folded(_ text: String) -> [UInt8] {
        let file = SourceFile(name: "", text: text)
        let clean = LineCleaner(file: file).clean(0..<file.bytes.count).text.bytes
        return clean.filter { $0 != 0x20 }
    }

    @Test func everyGoldSentenceStandsInOneBlock() throws {
        let blocks = try layouts().mapValues { layout in
            layout.blocks.filter { $0.role != .documentHead }.map { folded($0.text.string) }
        }
        let records = try CSVReader.records(try FileBytes.read("\(ProjectFolder.sharedGold)/prose.csv"))
        let header = try #require(records.first).fields
        let seed = try #require(header.firstIndex(of: "seed"))
        let sentence = try #require(header.firstIndex(of: "sentence"))
        var missing: [String] = []
        for record in records.dropFirst() {
            let words = folded(record.fields[sentence])
            let found = blocks[record.fields[seed]]?.contains { $0.firstIndex(of: words) != nil } ?? false
            if !found { missing.append(record.fields[sentence]) }
        }
        #expect(records.count > 300)
        #expect(missing == [])
    }

    @Test func documentsOfTheGazettes() throws {
        let layouts = try layouts()
        #expect(layouts.mapValues { $0.documents.count } == ["000": 6, "001": 7, "002": 3, "003": 15, "004": 1])
        for (_, layout) in layouts {
            for document in layout.documents where document.number != nil {
                #expect(document.date != nil, "\(document.title)")
                #expect(document.issuer != nil, "\(document.title)")
            }
        }
    }

    @Test func rotatedPagesAreKeptOutOfProse() throws {
        let layout = try #require(try layouts()["003"])
        #expect(layout.rotatedZones.map(\.lowerBound) == [529, 9533, 24982, 89414])
        #expect(layout.rotatedZones.map(\.upperBound) == [8369, 20430, 79538, 99837])
    }
}
