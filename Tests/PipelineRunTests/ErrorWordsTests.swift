import Glibc
import Publishing
import SourceText
import Testing

@testable import PipelineRun

/// What commands say when they cannot, in both languages.
struct ErrorWordsTests {
    private let chinese = ReportWords(.chinese)
    private let english = ReportWords(.english)

    @Test func aFileThatCannotBeReadSaysWhy() {
        let missing = FileError(path: "a.xlsx", code: ENOENT)
        #expect(chinese.failure(missing) == "a.xlsx：没有这个文件或文件夹")
        #expect(english.failure(missing) == "a.xlsx: No such file or directory")
        #expect(chinese.failure(FileError(path: "a", code: EIO)) == "a：无法读取（系统错误5）")
        #expect(chinese.failure(FileError(path: "a", cause: .notAnEdition)) == "a：不是 gongbao 的版本，未改动；请另取版本名")
    }

    @Test func anEditionThatIsNotThereIsAskedFor() {
        let unknown = EditionPlace.Unknown(name: "2027", output: "Output", known: ["2025", "2026"])
        #expect(english(unknown) == "no edition ‘2027’; did you mean ‘2025’ or ‘2026’? Output holds 2025, 2026")
        #expect(chinese(unknown) == "没有版本“2027”；是否指“2025”、“2026”？Output中有2025、2026")
        let none = EditionPlace.Unknown(name: "2027", output: "Output", known: [])
        #expect(english(none) == "no edition ‘2027’; Output holds no edition")
        #expect(chinese(none) == "没有版本“2027”；Output中没有任何版本")
    }

    @Test func aUnitOrAnAreaThatNobodyNames() {
        #expect(chinese(.unknownUnit("民政局", near: ["市民政局"])) == "没有属于单位“民政局”的目标或任务；是否指“市民政局”？")
        #expect(english(.unknownArea("北京市", near: [])) == "no target is of the area ‘北京市’")
    }
}
