import PipelineDefinition
import SourceText
import StatisticalModel

/// The one area that a sentence's own words are about, told from places that only occur in them.
///
/// A place in the name of a firm or project (鄂尔多斯某化工有限公司), the ends of a route (东胜区至乌审旗铁路), one of
/// several places, and a place of another province (区级 behind 新建 is no 新建区) are not what a figure is of.
struct NamedPlace {
    let areas: AreaTable
    let outer: ReferenceArea?

    func area(of statement: Statement) -> ReferenceArea? {
        let text = Array((statement.qualifier + statement.indicator).utf8)
        let found = areas.mentions(in: text, within: outer?.code).filter { isNear($0.area) }
        guard let last = found.last else { return nil }
        // 鄂尔多斯市东胜区 is one place, each named within the one before.
        for (wide, narrow) in zip(found, found.dropFirst())
        where !AreaTable.contains(wide.area, narrow.area) { return nil }
        let rest = String(decoding: text[last.range.upperBound...], as: UTF8.self)
        let isRoute = areas.words.routes.contains { rest.begins(with: $0) }
        return isRoute || areas.words.owners.contains { rest.contains($0) } ? nil : last.area
    }

    /// Within the province of the document, or that province; of a document without an area, cities and provinces.
    /// Of a place without a code nothing tells what is near.
    private func isNear(_ area: ReferenceArea) -> Bool {
        guard let code = area.code else { return false }
        guard let outer else { return code.number % 100 == 0 }
        return code.provinceNumber == outer.code?.provinceNumber
    }
}
