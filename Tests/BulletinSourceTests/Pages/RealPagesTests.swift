import Foundation
import SourceText
import TestSupport
import Testing

@testable import BulletinSource

private enum RealPages {
    static let shared = ProjectFolder.root + "/../shared"
    static var canRun: Bool {
        FileBytes.isDirectory(shared + "/files/pdf")
            && ["/usr/bin/mutool", "/usr/bin/pdftoppm"].allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }
    }
}

/// Real files and the pages that two printers made of one text; without ../shared or the programs they are skipped.
@Suite(.enabled(if: RealPages.canRun, "needs ../shared, mutool and pdftoppm")) struct RealPagesTests {
    private static func output(_ program: String, _ arguments: String...) throws -> [UInt8] {
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/" + program)
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return [UInt8](data)
    }

    private static func text(_ path: String) throws -> CanonicalText {
        var trace = PDFTrace()
        trace.read(try output("mutool", "trace", RealPages.shared + path))
        return try trace.text()
    }

    /// The pixels of a page at a point each, dark ones true.
    private static func picture(_ path: String, page: Int) throws -> (width: Int, isDark: [Bool]) {
        let bytes = try output(
            "pdftoppm", "-gray", "-r", "72", "-f", "\(page)", "-l", "\(page)", RealPages.shared + path)
        // P5, width, height, depth, then a byte a pixel.
        let head = bytes.prefix(40).split(separator: 0x0A, maxSplits: 3).map { String(decoding: $0, as: UTF8.self) }
        let width = try #require(Int(head[1].split(separator: " ")[0]))
        let start = head[0].utf8.count + head[1].utf8.count + head[2].utf8.count + 3
        return (width, bytes[start...].map { $0 < 200 })
    }

    @Test(
        "The boxes of figures cover their ink and nothing beside it",
        arguments: ["wuhan_2025_budget_revenue", "jilin_2025_budget"])
    func boxes(name: String) throws {
        let text = try Self.text("/files/pdf/\(name).pdf")
        let picture = try Self.picture("/files/pdf/\(name).pdf", page: 1)
        var checked = 0
        for (range, place) in zip(text.places.ranges, text.places.places) {
            guard checked < 20, case .page(1, let box) = place, range.count >= 4,
                text.bytes[range].allSatisfy({ (0x2C...0x39).contains($0) })
            else { continue }
            checked += 1
            // Digits are about half of the box's width in ink; the rows of pixels around them are white.
            let columns = Int(box.x0.rounded())..<Int(box.x1.rounded())
            let rows = Int(box.y0.rounded(.down))...Int(box.y1.rounded(.up))
            let dark = columns.filter { x in rows.contains { picture.isDark[$0 * picture.width + x] } }
            #expect(dark.count * 2 > columns.count, "\(String(decoding: text.bytes[range], as: UTF8.self))")
            for y in [rows.lowerBound, rows.upperBound] {
                let ink = columns.filter { picture.isDark[y * picture.width + $0] }.count
                #expect(ink == 0 || ink == columns.count, "\(String(decoding: text.bytes[range], as: UTF8.self))")
            }
        }
        #expect(checked >= 10)
    }

    @Test("Chromium and LibreOffice print the same table") func printers() throws {
        func rows(_ path: String) throws -> [String] {
            let text = String(decoding: try Self.text(path).bytes, as: UTF8.self)
            // Chromium's font has radicals for some characters; Ingestion folds them.
            let folded = text.precomposedStringWithCompatibilityMapping
                .replacing("\u{2EA0}", with: "民").replacing("\u{2ED3}", with: "长").replacing("\u{2ED4}", with: "门")
            return folded.split(separator: "\n").filter { $0.hasPrefix("<tr>") }.map(String.init)
        }
        let chromium = try rows("/cases/formats/plain-chrome.pdf")
        #expect(chromium.count == 22)
        #expect(try rows("/cases/formats/plain-lo.pdf") == chromium)
    }

    @Test("A file that is cut off has no page") func truncated() {
        #expect(throws: BulletinSourceError.damaged(.pdf, reason: "no page can be found")) {
            try Self.text("/files/pdf/shijiazhuang_2025_budget_report.pdf")
        }
    }

    @Test("A scan names its pages") func scan() {
        #expect(throws: BulletinSourceError.scannedPages(Array(1...20))) {
            try Self.text("/files/pdf/zhangjiajie_2025_statistical_bulletin.pdf")
        }
    }

    @Test("Six columns of a newspaper are read one after the other") func newspaper() throws {
        let lines = String(decoding: try Self.text("/files/pdf/hohhot_2025_budget_report.pdf").bytes, as: UTF8.self)
            .split(separator: "\n")
        #expect(lines.count == 58)
        #expect(lines.filter { $0.hasPrefix("——") }.count == 24)
    }
}
