import PipelineDefinition
import SourceText
import StatisticalModel

/// Codes of our own where no standard has one.
enum SDMXCode {
    /// `X-` and twelve digits of a digest of `name`.
    static func digest(of name: String) -> String {
        "X-" + SHA256Digest(of: Array(name.utf8)).description.prefix(12)
    }
}

/// structure.json: what indicators.sdmx.csv consists of, as an SDMX-JSON 2.0 structure message.
///
/// The dataflow and data structure GONGBAO:INDICATORS(1.0) with a concept for each column, and the code lists of the
/// coded ones: the codes that the edition uses (`isPartial`), each with its Chinese and English name.
enum SDMXStructure {
    static let path = "structure.json"

    static func file(_ report: EditionReport) -> EditionFile {
        EditionFile(path: path, bytes: SDMXMessage(report).document.bytes)
    }

    /// A column of the CSV file.
    struct Component {
        enum Place {
            case dimension, time, measure, attribute
        }

        enum Values {
            case codes(list: String)
            case format(String)
        }

        let id: String
        let place: Place
        let values: Values
    }

    static let components: [Component] = SDMXCSV.header.dropFirst(3).map { id in
        let place: Component.Place =
            switch id {
            case "TIME_PERIOD": .time
            case "OBS_VALUE": .measure
            default: SDMXCSV.dimensions.contains(id) ? .dimension : .attribute
            }
        let list = lists[id].map { Component.Values.codes(list: $0) }
        return Component(id: id, place: place, values: list ?? .format(formats[id] ?? "String"))
    }

    private static let lists = [
        "REF_AREA": "CL_AREA", "INDICATOR": "CL_INDICATOR", "KIND": "CL_KIND", "MEASURE": "CL_MEASURE",
        "UNIT_MEASURE": "CL_UNIT", "UNIT_MULT": "CL_UNIT_MULT", "OBS_STATUS": "CL_OBS_STATUS",
        "COMPARATOR": "CL_COMPARATOR",
    ]
    private static let formats = [
        "VARIANT": "Integer", "DECIMALS": "Integer", "OBS_VALUE": "Double", "OBS_VALUE_UPPER": "Double",
        "TIME_PERIOD": "ObservationalTimePeriod",
    ]
}

/// A name in both languages.
private struct SDMXName {
    let chinese: String
    let english: String

    init(chinese: String, english: String) {
        self.chinese = chinese
        self.english = english.isEmpty ? chinese : english
    }

    init(key: String) {
        self.init(chinese: ReportWords(.chinese)(key), english: ReportWords(.english)(key))
    }

    func precedes(_ other: SDMXName) -> Bool { chinese.utf8.lexicographicallyPrecedes(other.chinese.utf8) }

    var members: [(String, JSONValue)] {
        [("name", .text(english)), ("names", .object([("en", .text(english)), ("zh", .text(chinese))]))]
    }
}

/// The parts of the message, made from the rows that the CSV file has.
private struct SDMXMessage {
    private let report: EditionReport
    private let units: UnitWords
    private var names: [String: [String: SDMXName]] = [:]

    private static let agency = "GONGBAO"
    private static let version = "1.0"
    private static let dataflow = "INDICATORS"
    private static let scheme = "CONCEPTS"

    init(_ report: EditionReport) {
        self.report = report
        units = UnitWords(names: report.unitNames)
        let indicators = Dictionary(
            report.pipelines.flatMap(\.indicators).map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        for observation in report.observations {
            guard let row = SDMXCSV.row(observation, codes: report.unitCodes) else { continue }
            let values = Dictionary(uniqueKeysWithValues: zip(SDMXCSV.header, row))
            for component in SDMXStructure.components {
                guard case .codes(let list) = component.values, let code = values[component.id] else { continue }
                let name = name(of: code, component.id, observation, indicators)
                if let known = names[list]?[code], !name.precedes(known) { continue }
                names[list, default: [:]][code] = name
            }
        }
    }

    /// What the figure calls the code; of several names (年 and 周岁 are both ANN) the first by its bytes stands.
    private func name(
        of code: String, _ component: String, _ observation: Observation, _ indicators: [IndicatorCode: Indicator]
    ) -> SDMXName {
        switch component {
        case "REF_AREA":
            guard let area = observation.area else { return SDMXName(key: "sdmx.no-area") }
            return SDMXName(chinese: area.name, english: area.code.flatMap { report.areaNames[$0] } ?? "")
        case "INDICATOR":
            let known = observation.indicator.flatMap { indicators[$0] }
            return SDMXName(chinese: known?.name ?? observation.indicatorName, english: known?.englishName ?? "")
        case "UNIT_MEASURE":
            guard code != SDMXUnit.notApplicable else { return SDMXName(key: "sdmx.no-unit") }
            // 件 and 个 are both one; 亿元 is yuan with a power of ten.
            guard code != SDMXUnit.one else { return SDMXName(key: "sdmx.one") }
            let unit = SDMXUnit.base(of: observation.unit, codes: report.unitCodes)
            return SDMXName(chinese: unit, english: units.english(unit))
        case "UNIT_MULT": return SDMXName(chinese: "10^\(code)", english: "10^\(code)")
        case "KIND": return SDMXName(key: "kind.\(code)")
        default: return SDMXName(key: "sdmx.\(component).\(code)")
        }
    }

    var document: JSONValue {
        .object([
            (
                "meta",
                .object([
                    ("schema", .text(Self.schema)), ("id", .text("GONGBAO-\(report.asOf.lastDay)")),
                    ("test", .boolean(false)), ("prepared", .text("\(report.asOf.lastDay)T00:00:00Z")),
                    ("contentLanguages", .array([.text("zh"), .text("en")])),
                    ("sender", .object([("id", .text(Self.agency))])),
                ])
            ),
            (
                "data",
                .object([
                    ("dataflows", .array([dataflow])), ("dataStructures", .array([dataStructure])),
                    ("codelists", .array(names.keys.sorted().map(codeList))), ("conceptSchemes", .array([concepts])),
                ])
            ),
        ])
    }

    private static let schema =
        "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/"
        + "sdmx-json-structure-schema.json"

    private static func urn(_ kind: String, _ id: String, item: String? = nil) -> JSONValue {
        .text("urn:sdmx:org.sdmx.infomodel.\(kind)=\(agency):\(id)(\(version))" + (item.map { ".\($0)" } ?? ""))
    }

    private static func maintained(_ id: String, _ name: SDMXName) -> [(String, JSONValue)] {
        [("id", .text(id)), ("agencyID", .text(agency)), ("version", .text(version))] + name.members
    }

    private var dataflow: JSONValue {
        .object(
            Self.maintained(Self.dataflow, SDMXName(key: "sdmx.dataflow"))
                + [("structure", Self.urn("datastructure.DataStructure", Self.dataflow))])
    }

    private var dataStructure: JSONValue {
        func all(_ place: SDMXStructure.Component.Place) -> [SDMXStructure.Component] {
            SDMXStructure.components.filter { $0.place == place }
        }
        let dimensions = all(.dimension).enumerated().map { component($1, [("position", .integer($0))]) }
        let measures = all(.measure).map { component($0, [("usage", .text("mandatory"))]) }
        let attributes = all(.attribute).map {
            component(
                $0,
                [
                    ("usage", .text("optional")), ("attributeRelationship", .object([("observation", .object([]))])),
                ])
        }
        var list: [(String, JSONValue)] = [
            ("id", .text("DimensionDescriptor")), ("dimensions", .array(dimensions)),
        ]
        if let time = all(.time).first { list.append(("timeDimension", component(time, []))) }
        let parts: [(String, JSONValue)] = [
            ("dimensionList", .object(list)),
            ("measureList", .object([("id", .text("MeasureDescriptor")), ("measures", .array(measures))])),
            ("attributeList", .object([("id", .text("AttributeDescriptor")), ("attributes", .array(attributes))])),
        ]
        return .object(
            Self.maintained(Self.dataflow, SDMXName(key: "sdmx.dataflow"))
                + [("dataStructureComponents", .object(parts))])
    }

    private func component(_ component: SDMXStructure.Component, _ further: [(String, JSONValue)]) -> JSONValue {
        let values: [(String, JSONValue)] =
            switch component.values {
            case .codes(let list):
                [
                    ("enumeration", Self.urn("codelist.Codelist", list)),
                    ("enumerationFormat", .object([("dataType", .text("String"))])),
                ]
            case .format(let type): [("format", .object([("dataType", .text(type))]))]
            }
        return .object(
            [
                ("id", .text(component.id)),
                ("conceptIdentity", Self.urn("conceptscheme.Concept", Self.scheme, item: component.id)),
                ("localRepresentation", .object(values)),
            ] + further)
    }

    private func codeList(_ id: String) -> JSONValue {
        let codes = (names[id] ?? [:]).sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return .object(
            Self.maintained(id, SDMXName(key: "sdmx.\(id)")) + [
                ("isPartial", .boolean(true)),
                ("codes", .array(codes.map { .object([("id", .text($0.key))] + $0.value.members) })),
            ])
    }

    private var concepts: JSONValue {
        let items = SDMXStructure.components.map { component in
            let link: [(String, JSONValue)] = [
                ("rel", .text("self")), ("type", .text("concept")),
                ("urn", Self.urn("conceptscheme.Concept", Self.scheme, item: component.id)),
            ]
            return JSONValue.object(
                [("id", .text(component.id)), ("links", .array([.object(link)]))]
                    + SDMXName(key: "sdmx.concept.\(component.id)").members)
        }
        return .object(
            Self.maintained(Self.scheme, SDMXName(key: "sdmx.concepts")) + [("concepts", .array(items))])
    }
}
