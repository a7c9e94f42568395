import BulletinSource
import SourceText

/// Any bytes as a web page, as the main part of a DOCX, as a sheet of an XLSX and as an archive: nothing may trap or
/// hang, and every place must lie within the text.
enum SourceFuzzer {
    static func read(_ bytes: [UInt8]) {
        _ = FileForm.sniff(bytes)
        check(try? WebPage.text(of: bytes))
        check(try? WordDocument.text(of: archive(["word/document.xml": bytes, "word/numbering.xml": bytes])))
        check(
            try? Workbook.text(
                of: archive([
                    "xl/workbook.xml": Array("<w><sheets><sheet name=\"a\" id=\"r\"/></sheets></w>".utf8),
                    "xl/_rels/workbook.xml.rels": Array("<R><r Id=\"r\" Target=\"s.xml\"/></R>".utf8),
                    "xl/s.xml": bytes, "xl/styles.xml": bytes, "xl/sharedStrings.xml": bytes,
                ])))
        if let archive = try? ZipArchive(bytes) {
            for index in archive.names.indices.prefix(4) { _ = try? archive.bytes(at: index) }
        }
    }

    private static func check(_ text: CanonicalText?) {
        guard let text else { return }
        precondition(text.places.ranges.allSatisfy { $0.upperBound <= text.bytes.count })
        precondition(String(validating: text.bytes, as: UTF8.self) != nil)
    }

    /// Entries without compression; readers do not check their sums.
    private static func archive(_ parts: KeyValuePairs<String, [UInt8]>) -> [UInt8] {
        var (entries, directory): ([UInt8], [UInt8]) = ([], [])
        func number(_ value: Int, _ length: Int) -> [UInt8] {
            (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        for (name, bytes) in parts {
            let offset = entries.count
            let common =
                number(20, 2) + number(0, 8) + number(Int(sum(bytes)), 4) + number(bytes.count, 4)
                + number(bytes.count, 4) + number(name.utf8.count, 2) + number(0, 2)
            entries += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + bytes
            directory +=
                [0x50, 0x4B, 1, 2] + number(20, 2) + common + number(0, 10) + number(offset, 4) + Array(name.utf8)
        }
        return entries + directory + [0x50, 0x4B, 5, 6] + number(0, 4) + number(parts.count, 2) + number(parts.count, 2)
            + number(directory.count, 4) + number(entries.count, 4) + number(0, 2)
    }

    /// CRC-32 of ISO 3309.
    private static func sum(_ bytes: [UInt8]) -> UInt32 {
        var rest = UInt32.max
        for byte in bytes {
            rest ^= UInt32(byte)
            for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
        }
        return ~rest
    }
}

/// libFuzzer calls it with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSource(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    SourceFuzzer.read(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
