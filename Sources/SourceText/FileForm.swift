/// What a file is, told by its content: a `.wps` may be an OLE document, an `.xls` a ZIP.
public enum FileForm: String, Sendable, Hashable, CaseIterable {
    /// Whatever shows no sign of another form.
    case text
    case html
    case pdf
    case docx
    case xlsx
    case ofd
    /// A ZIP of none of these forms.
    case zip
    /// The binary files of Word and WPS, and of Excel and ET.
    case oleDocument = "doc"
    case oleWorkbook = "xls"
    /// DOCX or XLSX locked by a password: an OLE file around it.
    case lockedOffice = "office"
    /// An OLE file of something else.
    case ole
    case rtf
    case openDocument = "odf"
    case presentation = "pptx"
    case picture

    /// The form of `bytes`.
    ///
    ///     FileForm.sniff(Array("%PDF-1.7".utf8))    // .pdf
    public static func sniff(_ bytes: [UInt8]) -> FileForm {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            return zipForm(bytes)
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return oleForm(bytes) }
        // A PDF may have some bytes of a mail or a server before its mark.
        if bytes.prefix(1024).holds(Array("%PDF-".utf8)) { return .pdf }
        if bytes.starts(with: Array("{\\rtf".utf8)) { return .rtf }
        if pictureMarks.contains(where: { bytes.starts(with: $0) }) { return .picture }
        return markupForm(bytes) ?? .text
    }

    /// JPEG, PNG, GIF, TIFF.
    private static let pictureMarks: [[UInt8]] = [
        [0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47], Array("GIF8".utf8), [0x49, 0x49, 0x2A, 0x00],
        [0x4D, 0x4D, 0x00, 0x2A],
    ]

    // MARK: - Containers

    /// By the names of the entries, as their heads and the directory at the end spell them.
    private static func zipForm(_ bytes: [UInt8]) -> FileForm {
        var index = 0
        while let next = bytes[index...].firstIndex(of: 0x50), next + 46 < bytes.count {
            index = next + 1
            guard bytes[next + 1] == 0x4B else { continue }
            let isLocal = bytes[next + 2] == 0x03 && bytes[next + 3] == 0x04
            guard isLocal || bytes[next + 2] == 0x01 && bytes[next + 3] == 0x02 else { continue }
            let lengthPlace = next + (isLocal ? 26 : 28)
            let start = next + (isLocal ? 30 : 46)
            let length = Int(bytes[lengthPlace]) | Int(bytes[lengthPlace + 1]) << 8
            guard start + length <= bytes.count else { continue }
            let name = String(decoding: bytes[start..<start + length], as: UTF8.self).lowercased()
            if name.hasPrefix("word/") { return .docx }
            if name.hasPrefix("xl/") { return .xlsx }
            if name.hasPrefix("ppt/") { return .presentation }
            if name == "ofd.xml" { return .ofd }
            if name == "content.xml" { return .openDocument }
            // What an entry holds may be an archive itself.
            if isLocal {
                let size = (18..<22).reversed().reduce(0) { $0 << 8 | Int(bytes[next + $1]) }
                let extra = Int(bytes[next + 28]) | Int(bytes[next + 29]) << 8
                index = min(bytes.count, start + length + extra + size)
            }
        }
        return .zip
    }

    /// By the names of the streams, which stand in UTF-16 in sectors of the file.
    private static func oleForm(_ bytes: [UInt8]) -> FileForm {
        func holds(_ stream: String) -> Bool {
            bytes.holds(stream.utf16.flatMap { [UInt8($0 & 0xFF), 0] })
        }
        if holds("EncryptedPackage") { return .lockedOffice }
        if holds("WordDocument") { return .oleDocument }
        if holds("PowerPoint Document") { return .presentation }
        return holds("Workbook") || holds("Book\u{0}") ? .oleWorkbook : .ole
    }

    // MARK: - Markup

    /// Elements that begin a page, and those of Office's single XML files. A bulletin in plain text or Markdown may begin
    /// with a table or a tag of its own.
    private static let firstElements: [(name: String, form: FileForm)] =
        ["!doctype html", "html", "head", "body", "meta", "title"].map { ($0, .html) } + [
            ("workbook", .oleWorkbook), ("ss:workbook", .oleWorkbook), ("w:worddocument", .oleDocument),
            ("pkg:package", .oleDocument),
        ]

    /// By the first element of a text, behind blanks, comments and declarations; `nil` for other texts.
    private static func markupForm(_ bytes: [UInt8]) -> FileForm? {
        // UTF-16 has its zeros between the letters of the tags.
        let head = bytes.prefix(1 << 14).filter { $0 != 0 }
        var index = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : head.starts(with: [0xFF, 0xFE]) ? 2 : 0
        if head.starts(with: [0xFE, 0xFF]) { index = 2 }
        while index < head.count {
            if head[index] <= 0x20 {
                index += 1
            } else if has("<!--", in: head, at: index) {
                guard let end = offset(behind: "-->", in: head, from: index) else { return nil }
                index = end
            } else if has("<?", in: head, at: index) {
                guard let end = offset(behind: ">", in: head, from: index) else { return nil }
                index = end
            } else {
                return firstElements.first { has("<" + $0.name, in: head, at: index) }?.form
            }
        }
        return nil
    }

    /// True where `word` stands at `index`, in letters of either size.
    private static func has(_ word: String, in bytes: [UInt8], at index: Int) -> Bool {
        let word = word.utf8
        guard index + word.count <= bytes.count else { return false }
        return Swift.zip(word, bytes[index...]).allSatisfy { own, byte in
            own == ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
    }

    private static func offset(behind word: String, in bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index < bytes.count {
            if has(word, in: bytes, at: index) { return index + word.utf8.count }
            index += 1
        }
        return nil
    }
}
