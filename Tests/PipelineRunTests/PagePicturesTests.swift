import PipelineDefinition
import Publishing
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import PipelineRun

/// Pictures of pages, drawn by the program that reads PDF.
@Suite(.enabled(if: ExternalProgram.path(of: "mutool") != nil, "needs mutool (Debian’s package mupdf-tools)"))
struct PagePicturesTests {
    private func read(_ name: String) async -> [ReadBulletin] {
        await BulletinReader(library: ProjectFolder.library).readAll([ProjectFolder.pipelines + "/bulletins"]) {
            file, _ in file.name == name
        }.bulletins
    }

    @Test func everyFigureOfAPageHasItsPictureAndPlace() async throws {
        let bulletin = try #require(await read("sample-city-annual-plan-2024.pdf").first)
        let placed = bulletin.extract.statements.filter {
            if case .page? = $0.provenance.place { true } else { false }
        }
        let pictures = PagePictures.pictures(of: bulletin.extract.statements, in: bulletin)
        #expect(!placed.isEmpty && Set(pictures.keys) == Set(placed.map(\.id)))
        for picture in pictures.values {
            #expect(picture.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
            #expect(picture.left >= 0 && picture.left + picture.width <= 1001 && picture.width > 0)
            #expect(picture.top >= 0 && picture.top + picture.height <= 1001 && picture.height > 0)
        }
        #expect(PagePictures.pictures(of: bulletin.extract.statements, in: bulletin) == pictures)
    }

    @Test func otherFormsHaveNone() async throws {
        let bulletin = try #require(await read("sample-city-communique-2024.txt").first)
        #expect(PagePictures.pictures(of: bulletin.extract.statements, in: bulletin).isEmpty)
    }
}
