import PipelineDefinition
import SourceText
import StatisticalModel

/// The area that a statement is about: the one it names, else that of its document, else of its gazette.
struct BulletinAreas {
    /// The areas of one bulletin's documents.
    struct Context {
        var documents: [ReferenceArea?]
        var gazette: ReferenceArea?
    }

    private let areas: AreaTable

    init(_ areas: AreaTable) {
        self.areas = areas
    }

    func context(of layout: BulletinLayout) -> Context {
        let documents = layout.documents.map { document in
            document.issuer.flatMap { areas.area(in: Array($0.utf8)) } ?? areas.area(in: Array(document.title.utf8))
        }
        return Context(
            documents: documents,
            gazette: commonest(documents) ?? areas.area(in: Array(layout.file.name.utf8)) ?? mostNamed(in: layout))
    }

    /// Of a bulletin whose titles name no area, the city that its text names most, from three times on.
    private func mostNamed(in layout: BulletinLayout) -> ReferenceArea? {
        var counts: [ReferenceArea: Int] = [:]
        for block in layout.blocks {
            for mention in areas.mentions(in: block.text.bytes) where mention.area.code.number % 10000 != 0 {
                guard let code = AreaCode(String(mention.area.code.cityNumber)), let city = areas.areas[code] else {
                    continue
                }
                counts[city, default: 0] += 1
            }
        }
        return counts.filter { $0.value >= 3 }.max { ($0.value, $1.key.code) < ($1.value, $0.key.code) }?.key
    }

    func area(of statement: Statement, in context: Context) -> ReferenceArea? {
        let index = statement.provenance.document
        let outer = (context.documents.indices.contains(index) ? context.documents[index] : nil) ?? context.gazette
        guard let mention = statement.areaMention else { return outer }
        if (statement.qualifier + statement.indicator).contains(mention) {
            return NamedPlace(areas: areas, outer: outer).area(of: statement) ?? outer
        }
        return areas.area(named: mention, within: outer?.code)
            ?? areas.area(in: Array(mention.utf8), within: outer?.code) ?? outer
    }

    /// `name` without the area's own name at its head: 鄂尔多斯市示范性老年友好型社区 within 鄂尔多斯市.
    static func name(_ name: String, without area: ReferenceArea?) -> String {
        guard let area, name.hasPrefix(area.name), name.utf8.count >= area.name.utf8.count + 9 else { return name }
        return String(name.dropFirst(area.name.count))
    }

    /// The area of most documents; of equals, the lowest code.
    private func commonest(_ found: [ReferenceArea?]) -> ReferenceArea? {
        var counts: [ReferenceArea: Int] = [:]
        for area in found.compactMap({ $0 }) { counts[area, default: 0] += 1 }
        return counts.max { ($0.value, $1.key.code) < ($1.value, $0.key.code) }?.key
    }
}
