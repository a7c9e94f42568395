import BulletinSource
import SourceText
import StatisticalModel

/// Chooses the reader of a bulletin file by what its bytes are.
enum BulletinForm {
    /// Files with these endings are read as text whatever markup they hold, as somebody copied it there.
    private static let plainEndings: Set<String> = ["txt", "md"]

    private static let officeEndings: Set<String> = [
        "pdf", "doc", "docx", "wps", "rtf", "xls", "xlsx", "et", "ofd", "odt", "ods", "zip",
    ]

    /// The ending of an office file that a file of plain text bears; `nil` for none.
    static func officeEnding(ofText name: String) -> String? {
        BulletinName(name).ending.flatMap { officeEndings.contains($0) ? $0 : nil }
    }

    /// The canonical text; `nil` for plain text, which Ingestion takes as it is.
    static func text(
        of bytes: [UInt8], name: String, scans: ScanPolicy
    ) throws(BulletinSourceError) -> CanonicalText? {
        let form = FileForm.sniff(bytes)
        switch form {
        case .text: return nil
        case .html:
            let isPlain = BulletinName(name).ending.map(plainEndings.contains) ?? false
            return isPlain ? nil : try WebPage.text(of: bytes)
        case .docx: return try WordDocument.text(of: bytes)
        case .xlsx: return try Workbook.text(of: bytes)
        case .oleDocument, .rtf, .openDocument:
            return try WordDocument.text(of: OfficeConversion.converted(bytes, from: form))
        case .oleWorkbook: return try Workbook.text(of: OfficeConversion.converted(bytes, from: form))
        case .lockedOffice: throw .encrypted(form)
        case .pdf: return try PDFConversion.text(of: bytes, scans: scans)
        case .ofd: return try OFDReader.text(of: bytes)
        case .zip, .ole, .presentation, .picture:
            throw .unsupported(form)
        }
    }
}
