import DelimitedText
import Testing

@testable import History

struct IndicatorsFileTests {
    @Test func columnsAreReadByName() throws {
        let text = """
            value,indicator,indicator_code,region_code,year,kind,unit,comparator,obs_status,statements
            93,基本养老保险参保率,EC-001,150600,2025,target,%,ge,A,a:1.1
            1.5,发电量,,150600,2025,target,千瓦时,eq,A,a:2.1

            """
        let rows = try IndicatorsFile.observations(Array(text.utf8))
        #expect(
            rows.first
                == HistoricalObservation(
                    key: ObservationKey(
                        indicator: "EC-001", area: "150600", year: "2025", kind: "target", measure: "", unit: "%"),
                    name: "基本养老保险参保率", comparator: "ge", value: "93", source: "a:1.1"))
        #expect(rows.last?.key.indicator == "发电量")
    }

    /// The words of a target are its value, in whichever column an edition has them; the mark is none of the header's.
    @Test(arguments: [
        "value,indicator,wording\n,机构服务质量,明显提高\n", "value,indicator\n明显提高,机构服务质量\n",
        "\u{FEFF}value,indicator,wording\n,机构服务质量,明显提高\n",
    ])
    func wordsAreAValue(_ text: String) throws {
        let rows = try IndicatorsFile.observations(Array(text.utf8))
        #expect(rows.map(\.value) == ["明显提高"])
    }

    @Test func brokenCSVIsAnError() {
        #expect(throws: CSVError.self) { try IndicatorsFile.observations(Array("a,b\n\"1,2\n".utf8)) }
    }
}
