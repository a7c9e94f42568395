import Normalization
import PipelineDefinition
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import PipelineRun

/// Title, register, year and area of the real documents in ../shared/documents, written down by hand from reading
/// each of them; skipped visibly where the folder is absent.
@Suite(.enabled(if: FileBytes.exists(ProjectFolder.sharedDocuments), "../shared/documents is absent"))
struct DocumentHeadsOfRealDocumentsTests {
    struct Head: Sendable, Equatable {
        var file: String
        var title: String
        var register: DocumentRegister?
        /// The year that the head says, else the one that its figures are for.
        var year: Int?
        /// The code of every figure that names no place itself.
        var area: String?
    }

    static let heads = [
        Head(
            file: "budget-wuzhong-2025-pdf.txt", title: "关于2025年全市及市本级预算执行情况和2026年全市及市本级预算草案的报告",
            register: .report, year: 2026, area: "640300"),
        Head(
            file: "budget-zhoukou-2019.txt", title: "全市和市级2019年预算执行情况及2020年预算编制说明", register: .report,
            year: 2020, area: "411600"),
        // The text begins with 各位代表 and has no title; it looks back on 2023.
        Head(
            file: "gwr-beijing-2024-pypdf.txt", title: "gwr-beijing-2024-pypdf", register: .report, year: 2024,
            area: "110000"),
        Head(file: "gwr-guangdong-2026.txt", title: "政府工作报告", register: .report, year: 2026, area: "440000"),
        Head(file: "gwr-hainan-2026.txt", title: "政府工作报告", register: .report, year: 2026, area: "460000"),
        // No title line; the first sentence announces the communiqué of the whole country.
        Head(
            file: "health-2023-communique-simp.txt", title: "2023年我国卫生健康事业发展统计公报", register: .communique,
            year: 2023, area: nil),
        // Part of a plan, without its head: the table's caption names the five-year plan.
        Head(
            file: "plan-education-flat-145.txt", title: "plan-education-flat-145", register: .plan, year: 2025,
            area: nil
        ),
        // The title page lost its title; organs and date are left, and the notes call it 本公报.
        Head(
            file: "tjgb-changdu-2025-layout.txt", title: "tjgb-changdu-2025-layout", register: .communique, year: 2025,
            area: "540300"),
        Head(
            file: "tjgb-harbin-2025-layout.txt", title: "2025年哈尔滨市国民经济和社会发展统计公报", register: .communique,
            year: 2025, area: "230100"),
        Head(
            file: "tjgb-jingzhou-2025-pdftotext.txt", title: "荆州市2025年国民经济和社会发展统计公报", register: .communique,
            year: 2025, area: "421000"),
        Head(
            file: "tjgb-quanzhou-2025.txt", title: "2025年泉州市国民经济和社会发展统计公报", register: .communique, year: 2025,
            area: "350500"),
        Head(
            file: "tjgb-wuhai-2025.txt", title: "乌海市2025年国民经济和社会发展统计公报", register: .communique, year: 2025,
            area: "150300"),
        Head(
            file: "outturns-wuhai-2023/2023-plan.txt", title: "乌海市人民政府关于下达2023年乌海市国民经济和社会发展计划的通知",
            register: .plan, year: 2023, area: "150300"),
        Head(
            file: "outturns-wuhai-2023/2023-tjgb.txt", title: "乌海市2023年国民经济和社会发展统计公报", register: .communique,
            year: 2023, area: "150300"),
        Head(
            file: "outturns-wuhai-2023/2024-gwr.txt", title: "乌海市2024年政府工作报告", register: .report, year: 2024,
            area: "150300"),
    ]

    private static let library = ProjectFolder.library

    private func read(_ file: String) async throws -> (document: BulletinDocument, statements: [NormalizedStatement]) {
        let path = "\(ProjectFolder.sharedDocuments)/\(file)"
        let bulletin = try #require(await BulletinReader(library: Self.library).readAll([path]).bulletins.first)
        #expect(bulletin.layout.documents.count == 1)
        let normalized = Normalizer(library: Self.library).normalize([(bulletin.layout, bulletin.extract)])
        return (bulletin.layout.documents[0], normalized.statements)
    }

    private func head(of file: String) async throws -> Head {
        let (document, statements) = try await read(file)
        let areas = Set(statements.filter { $0.statement.areaMention == nil }.map(\.area))
        #expect(areas.count == 1)
        // A plan's table states the base of an earlier year beside its targets.
        let own = statements.filter { document.register != .plan || $0.statement.kind == .target }
        let years = Set(own.compactMap(\.statement.year?.number))
        return Head(
            file: file, title: document.title, register: document.register,
            year: document.year ?? (years.count == 1 ? years.first : nil),
            area: areas.first?.flatMap { $0.code?.description })
    }

    @Test(arguments: heads) func theHead(_ expected: Head) async throws {
        #expect(try await head(of: expected.file) == expected)
    }

    /// A headline in traditional script with glosses: read in full, since the text is simplified before.
    @Test func theHeadOfANewsItemInTraditionalScript() async throws {
        let expected = Head(
            file: "health-2023-communique-trad.txt", title: "国家卫健委:中国人均预期寿命达78.6岁", register: .news, year: 2023,
            area: nil)
        let found = try await head(of: expected.file)
        #expect(found == expected)
    }

    @Test func everyDocumentIsWrittenDown() throws {
        let names = try FileBytes.list(ProjectFolder.sharedDocuments).filter { $0.hasSuffix(".txt") }
        let written = Set(Self.heads.map(\.file)).union(["health-2023-communique-trad.txt"])
        #expect(Set(names).subtracting(written) == [])
    }

    /// 95 in a hundred statements of a communiqué copied from a site are of its year, and facts.
    @Test(arguments: ["tjgb-quanzhou-2025.txt", "tjgb-wuhai-2025.txt"])
    func statementsOfACopiedCommunique(file: String) async throws {
        let statements = try await read(file).statements.map(\.statement)
        let right = statements.count { $0.year == Year(2025) && $0.kind == .actual }
        #expect(statements.count > 300)
        #expect(right * 100 >= statements.count * 95)
    }

    @Test(arguments: [("gwr-hainan-2026.txt", "460000"), ("gwr-guangdong-2026.txt", "440000")])
    func figuresOfAProvince(file: String, code: String) async throws {
        let statements = try await read(file).statements.filter { $0.statement.areaMention == nil }
        #expect(statements.count > 200)
        #expect(statements.allSatisfy { $0.area?.code?.description == code })
    }
}
