import BulletinSource
import SourceText
import TestSupport
import Testing

@Suite struct ZipArchiveTests {
    @Test func entriesAreReadByNameInAnyLettersAndByIndex() throws {
        let archive = try ZipArchive(ZipWriter.archive(["a/B.xml": "甲", "c.xml": "乙", "d/": ""]))
        #expect(archive.names == ["a/B.xml", "c.xml"])
        #expect(try archive.bytes(of: "/A/b.xml") == Array("甲".utf8))
        #expect(try archive.bytes(at: 1) == Array("乙".utf8))
    }

    @Test func namesInGBKAreDecoded() throws {
        var writer = ZipWriter()
        writer.add([0xB9, 0xAB, 0xB1, 0xA8, 0x5C, 0x31], [0x31])
        writer.add(Array("公报".utf8), [0x32], flags: 0x800)
        #expect(try ZipArchive(writer.bytes).names == ["公报/1", "公报"])
    }

    @Test func aMissingEntryIsNamed() throws {
        let archive = try ZipArchive(ZipWriter.archive(["a": "1"]), form: .docx)
        #expect(throws: BulletinSourceError.missingPart(.docx, part: "word/document.xml")) {
            try archive.bytes(of: "word/document.xml")
        }
    }

    @Test func anArchiveCutOffIsDamaged() {
        let whole = ZipWriter.archive(["word/document.xml": "<a/>", "b": "2"])
        for length in [4, 40, whole.count - 30] {
            #expect(throws: BulletinSourceError.self) { try ZipArchive(Array(whole[..<length]), form: .docx) }
        }
    }

    @Test func whatUnpacksTooFarIsRefusedAndItsNeighboursRead() throws {
        var writer = ZipWriter()
        writer.addBomb("bomb.xml", runs: 30_000)
        writer.add(Array("a.xml".utf8), [0x31])
        var limits = ZipArchive.Limits()
        limits.ratioAllowance = 1000
        limits.ratio = 100
        let archive = try ZipArchive(writer.bytes, limits: limits)
        #expect(throws: BulletinSourceError.unpacksTooFar(part: "bomb.xml")) { try archive.bytes(of: "bomb.xml") }
        #expect(try archive.bytes(of: "a.xml") == [0x31])
        limits.ratio = 200
        #expect(try ZipArchive(writer.bytes, limits: limits).bytes(of: "bomb.xml").count == 1 + 258 * 30_000)
    }

    @Test func anEncryptedEntryIsRefused() {
        var writer = ZipWriter()
        writer.add(Array("a".utf8), [0x31], flags: 1)
        #expect(throws: BulletinSourceError.encrypted(.xlsx)) { try ZipArchive(writer.bytes, form: .xlsx) }
    }
}

@Suite struct FileFormTests {
    @Test(arguments: [
        ("word/document.xml", FileForm.docx), ("xl/workbook.xml", .xlsx), ("ppt/presentation.xml", .presentation),
        ("OFD.xml", .ofd), ("content.xml", .openDocument), ("2023/plan.txt", .zip),
    ]) func archivesAreToldByTheirParts(part: String, form: FileForm) {
        #expect(FileForm.sniff(ZipWriter.archive(["[Content_Types].xml": "<a/>", part: "<a/>"])) == form)
    }

    @Test(arguments: [
        ("<!DOCTYPE html><p>甲", FileForm.html), ("\u{FEFF}\r\n<!-- a --><HTML>", .html),
        ("<?xml version=\"1.0\"?>\n<html xmlns=\"x\">", .html), ("<table><tr><td>甲</td></tr></table>", .text),
        ("全市<html>", .text), ("%PDF-1.4", .pdf), ("HTTP/1.1 200\n\n%PDF-1.4", .pdf), ("{\\rtf1", .rtf), ("", .text),
        ("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook>", .oleWorkbook),
    ]) func textsAreToldByTheirBeginning(text: String, form: FileForm) {
        #expect(FileForm.sniff(Array(text.utf8)) == form)
    }
}
