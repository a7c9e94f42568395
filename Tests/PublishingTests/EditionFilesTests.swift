import DelimitedText
import Publishing
import StatisticalModel
import Testing

struct EditionFilesTests {
    @Test(arguments: [
        "progress.csv", "indicators.csv", "statements.csv", "tasks.csv", "projects.csv", "ledger.csv", "checks.csv",
        "run.json",
        "tables/tables.csv",
    ])
    func filesAreAsRecorded(_ path: String) throws {
        let file = try #require(EditionFiles.files(of: SampleReport.report()).first { $0.path == path })
        try Golden.compare(
            String(decoding: file.bytes, as: UTF8.self),
            with: "files/" + path.split(separator: "/").joined(separator: "-"))
    }

    @Test func orderOfInputDoesNotShow() {
        var report = SampleReport.report()
        let files = EditionFiles.files(of: report)
        report.statements.reverse()
        report.observations.reverse()
        report.inputs.reverse()
        #expect(EditionFiles.files(of: report) == files)
    }

    @Test func everyRowHasTheFieldsOfItsHeader() throws {
        for file in EditionFiles.files(of: SampleReport.report()) where file.path.hasSuffix(".csv") {
            let records = try CSVReader.records(file.bytes)
            let width = try #require(records.first).fields.count
            for record in records { #expect(record.fields.count == width, "\(file.path):\(record.line)") }
        }
    }

    /// The mark stands before every CSV file but SDMX-CSV and changes nothing else; what reads them reads both.
    @Test func aMarkIsBeforeEveryCSVFileButSDMX() throws {
        var report = SampleReport.report()
        let plain = EditionFiles.files(of: report).filter { $0.path.hasSuffix(".csv") }
        report.csvMark = .byteOrderMark
        let marked = EditionFiles.files(of: report)
        for file in plain {
            let mark: [UInt8] = file.path == "indicators.sdmx.csv" ? [] : [0xEF, 0xBB, 0xBF]
            let other = try #require(marked.first { $0.path == file.path })
            #expect(other.bytes == mark + file.bytes, "\(file.path)")
            #expect(try CSVReader.records(other.bytes) == CSVReader.records(file.bytes))
        }
    }

    @Test func headersFixedByTheDesignStay() {
        #expect(
            StatementsCSV.header.joined(separator: ",")
                == "id,bulletin,document,line,line_end,source,table,row,column,pipeline,indicator_code,indicator,"
                + "qualifier,region_code,region,kind,measure,comparator,value,value_upper,unit,base_value,"
                + "base_value_upper,base_unit,year,period,deadline,attribute,responsible,quote,start,end,status,role,"
                + "page,x0,y0,x1,y1,place")
        #expect(
            TablesCSV.header.joined(separator: ",")
                == "file,title,first_line,last_line,rows,columns,layout,notes")
    }

    @Test func tablesJoinTwoLevelsOfHeaderAndLeaveGroupsOut() throws {
        typealias Cell = RecoveredTable.Cell
        let table = RecoveredTable(
            form: .markdown, title: "表1",
            columns: [
                .init(levels: ["指标"], line: 1), .init(levels: ["2025年", "产量"], line: 1),
            ],
            rows: [
                .init(kind: .group, cells: [Cell(), Cell()], group: "“一老”"), .init(cells: [Cell(), Cell()]),
            ], pieces: [7...9])
        let files = TablesCSV.files(
            [
                PublishedTable(bulletin: "003.txt", table: table), PublishedTable(bulletin: "003.txt", table: table),
            ], words: ReportWords(.chinese))
        #expect(files.map(\.path) == ["tables/003-L00007.csv", "tables/003-L00007-2.csv", "tables/tables.csv"])
        #expect(String(decoding: files[0].bytes, as: UTF8.self) == "指标,2025年/产量\n,\n")
        #expect(String(decoding: files[2].bytes, as: UTF8.self).contains("003-L00007-2.csv,表1,7,9,1,2,markdown,"))
    }
}
