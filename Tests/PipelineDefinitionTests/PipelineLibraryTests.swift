import PipelineDefinition
import SourceText
import StatisticalModel
import TestSupport
import Testing

@Suite struct PipelineLibraryTests {
    static let good = [
        "common/units.csv": "word,base,factor,dimension,counter\n%,%,1,share,no\n张,张,1,count,yes\n元,元,1,money,no\n",
        "common/areas.csv": "code,name,short\n150000,内蒙古自治区,内蒙古\n150600,鄂尔多斯市,鄂尔多斯\n",
        "care/pipeline.yaml": "name: 养老\nenglish-name: Care\norder: 1\nthresholds:\n  red: 40\n  on-track: 0.9\n",
        "care/indicators.csv":
            "code,name,english,unit,direction,aliases\nC-1,床位占比,Beds,%,up,床位比例|床位份额\nC-2,空置率,Vacancy,%,down,\n",
    ]

    /// The good folder with the project's own words, which are no subject of these tests.
    private static let folder: [String: String] = {
        let common = ProjectFolder.pipelines + "/common"
        var files = good
        for name in (try? FileBytes.list(common)) ?? [] where files["common/\(name)"] == nil {
            files["common/\(name)"] = (try? FileBytes.read("\(common)/\(name)")).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
        return files
    }()

    private func problems(_ changes: [String: String]) -> [String] {
        let folder = TemporaryFolder(Self.folder.merging(changes) { $1 })
        return PipelineLibrary.load(from: folder.path).problems.map {
            String($0.description.dropFirst(folder.path.count + 1))
        }
    }

    @Test func aGoodFolderLoadsWithItsSettings() throws {
        let folder = TemporaryFolder(
            Self.folder.merging([
                "care/baselines.csv": "indicator,area,year,value,unit,source\nC-1,150600,2021,40,%,公报2023年第1期\n",
                "care/corrections.csv":
                    "action,bulletin,line,indicator,expected,field,value,reason\noverride,a.txt,12,床位占比,20,value,25,误印\n",
            ]) { $1 })
        let (library, problems) = PipelineLibrary.load(from: folder.path)
        #expect(problems == [])
        let care = try #require(library.pipelines.first)
        #expect(care.thresholds.red == 40)
        #expect(care.thresholds.onTrack == DecimalNumber(significand: 9, exponent: -1))
        #expect(care.thresholds.greenBehind == 10)
        #expect(care.indicators.map(\.direction) == [.up, .down])
        #expect(care.suppliedFigures.map(\.value) == [40])
        #expect(care.suppliedFigures.first?.line == 2)
        #expect(care.corrections.first?.action == .override)
    }

    @Test func statusesOfTasksAreReadWithTheirLine() throws {
        let rows = "task,status,date,remark\nplan-a:120.T1,推进中,2023-06-30,已立项\n"
        let folder = TemporaryFolder(Self.folder.merging(["care/task-status.csv": rows]) { $1 })
        let (library, problems) = PipelineLibrary.load(from: folder.path)
        let status = try #require(library.pipelines.first?.taskStatuses.first)
        #expect(problems == [])
        #expect(status.task == StatementID("plan-a:120.T1") && status.status == "推进中" && status.remark == "已立项")
        #expect(status.date == CalendarDate(year: 2023, month: 6, day: 30) && status.line == 2)
    }

    @Test func everyWrongFieldOfATaskStatusIsReportedAtOnce() {
        #expect(
            problems(["care/task-status.csv": "task,status,date,remark\n第5项,推进,2023/6/30,\n"]) == [
                "care/task-status.csv:2:1: error: expected a task's id of tasks.csv such as plan:120.T1, found ‘第5项’",
                "care/task-status.csv:2:5: error: unknown status ‘推进’; did you mean ‘推进中’?",
                "care/task-status.csv:2:8: error: expected a date such as 2023-06-30, found ‘2023/6/30’",
            ])
        #expect(
            problems(["care/task-status.csv": "task,status,date\n"]) == [
                "care/task-status.csv:1:1: error: the column ‘remark’ is missing"
            ])
    }

    @Test func settingsAreCheckedAtTheirPlace() {
        let yaml = "name: 养老\nenglish-nam: Care\nthresholds:\n  red: viel\n  gren-behind: 5\n"
        #expect(
            problems(["care/pipeline.yaml": yaml]) == [
                "care/pipeline.yaml:2:1: error: unknown setting ‘english-nam’; did you mean ‘english-name’?",
                "care/pipeline.yaml:4:8: error: red: expected a number from 0",
                "care/pipeline.yaml:5:3: error: unknown threshold ‘gren-behind’; did you mean ‘green-behind’?",
                "care/pipeline.yaml:1:1: error: the setting ‘english-name’ is missing",
            ])
    }

    @Test func keyIndicatorsMustBeOnesOfThePipeline() {
        let yaml = "name: 养老\nenglish-name: Care\nkey-indicators: [C-1, C-9]\n"
        #expect(
            problems(["care/pipeline.yaml": yaml]) == [
                "care/pipeline.yaml:3:23: error: key-indicators: no indicator has the code ‘C-9’; did you mean ‘C-1’ or ‘C-2’?"
            ])
    }

    @Test func brokenYAMLNamesItsLine() {
        #expect(
            problems(["care/pipeline.yaml": "name: [养老\n"]).first?.hasPrefix("care/pipeline.yaml:2:1: error:") == true)
        #expect(problems(["care/pipeline.yaml": ""]) == ["care/pipeline.yaml: error: the file is empty"])
    }

    @Test func everyWrongFieldOfIndicatorsIsReportedAtOnce() {
        let rows = """
            code,name,english,unit,direction,aliases
            C-1,床位占比,Beds,%,upp,床位比例|床位份额
            C-2,空置率,"Vacancy, beds",尺,down,空房率|床位份额

            C-1,入住率,Use,万元,up,
            """
        #expect(
            problems(["care/indicators.csv": rows]) == [
                "care/indicators.csv:2:17: error: unknown direction ‘upp’; did you mean ‘up’?",
                "care/indicators.csv:3:25: error: unknown unit ‘尺’; known are %, 张, 元",
                "care/indicators.csv:3:36: error: ‘床位份额’ already names C-1 on line 2",
                "care/indicators.csv:5:13: error: ‘万元’ is no base unit; did you mean ‘元’?",
                "care/indicators.csv:5:1: error: the code ‘C-1’ stands already on line 2",
            ])
    }

    @Test func headersAreChecked() {
        #expect(
            problems(["care/indicators.csv": "code,name,english,unit,direktion,aliases\n"]) == [
                "care/indicators.csv:1:1: error: the column ‘direction’ is missing",
                "care/indicators.csv:1:24: error: unknown column ‘direktion’; did you mean ‘direction’?",
            ])
    }

    @Test func everyWrongFieldOfFiguresIsReportedAtOnce() {
        let rows = """
            indicator,area,year,value,unit,source,qualifier,date,status
            C-3,鄂尔多市,20,4o,张,,,2021-02-30,Z
            """
        #expect(
            problems(["care/observations.csv": rows]) == [
                "care/observations.csv:2:1: error: no indicator ‘C-3’ in indicators.csv; did you mean ‘C-1’ or ‘C-2’?",
                "care/observations.csv:2:5: error: unknown area ‘鄂尔多市’; did you mean ‘鄂尔多斯市’?",
                "care/observations.csv:2:10: error: expected a year such as 2023, found ‘20’",
                "care/observations.csv:2:13: error: expected a number such as 92.4, found ‘4o’",
                "care/observations.csv:2:20: error: expected a date such as 2023-06-30, found ‘2021-02-30’",
                "care/observations.csv:2:31: error: unknown status ‘Z’; known are A, B, D, E, F, P, O, U, R",
                "care/observations.csv:2:18: error: a figure needs its source",
            ])
    }

    @Test func aFigureMustFitItsIndicatorsUnit() {
        let rows = "indicator,area,year,value,unit,source\nC-1,150600,2021,40,张,公报\n"
        #expect(
            problems(["care/baselines.csv": rows]) == [
                "care/baselines.csv:2:20: error: ‘张’ does not fit the indicator's unit ‘%’"
            ])
    }

    @Test func correctionsAreChecked() {
        let rows = """
            action,bulletin,line,indicator,expected,field,value,reason
            overide,a.txt,0,x,,value,1,
            flag,a.txt,3,x,20,value,1,r
            override,a.txt,3,x,20,valu,1,r
            """
        #expect(
            problems(["care/corrections.csv": rows]) == [
                "care/corrections.csv:2:1: error: unknown action ‘overide’; did you mean ‘override’?",
                "care/corrections.csv:2:15: error: expected a line number from 1, found ‘0’",
                "care/corrections.csv:2:19: error: the field ‘expected’ is empty",
                "care/corrections.csv:2:28: error: the field ‘reason’ is empty",
                "care/corrections.csv:3:19: error: only an override sets a field",
                "care/corrections.csv:4:23: error: unknown field ‘valu’; did you mean ‘value’?",
            ])
    }

    @Test func areasAreChecked() {
        #expect(
            problems(["common/areas.csv": "code,name,short\n1506,鄂尔多斯市,\n150300,乌海市,\n150300,乌海,\n"]) == [
                "common/areas.csv:2:1: error: expected six digits (GB/T 2260), found ‘1506’",
                "common/areas.csv:4:1: error: the code ‘150300’ stands already on line 3",
            ])
    }

    @Test func aCodeBelongsToOnePipeline() {
        let found = problems([
            "more/pipeline.yaml": "name: 更多\nenglish-name: More\norder: 2\n",
            "more/indicators.csv": "code,name,english,unit,direction,aliases\nC-1,别的,Other,%,up,\n",
        ])
        #expect(found == ["more/indicators.csv: error: the code ‘C-1’ belongs to care already"])
    }

    @Test func aMissingFolderIsOneProblemPerFile() {
        let problems = PipelineLibrary.load(from: "/nowhere").problems.map(\.description)
        #expect(problems.contains("/nowhere: error: No such file or directory"))
    }
}
