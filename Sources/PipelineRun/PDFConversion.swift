import BulletinSource
import SourceText

/// What a run does with pages that are pictures.
public enum ScanPolicy: Sendable, Hashable {
    /// They are an error with their numbers.
    case refused
    /// Tesseract reads them: every figure there is of low reliability (U), and a finding says so.
    case recognized
}

/// The pages of a PDF by `mutool trace`: characters with their boxes and the rules between them.
///
/// What it writes is read as it comes, so that a file of hundreds of pages takes the memory of one.
enum PDFConversion {
    private static let program = "mutool"
    private static let package = "mupdf-tools"
    /// Hundreds of pages take some seconds.
    private static let seconds = 120
    /// A page of a newspaper is 2 MB of trace.
    private static let outputLimit = 4 << 30

    static func text(of bytes: [UInt8], scans: ScanPolicy) throws(BulletinSourceError) -> CanonicalText {
        guard ExternalProgram.path(of: program) != nil else { throw .needsProgram(program, package: package) }
        return try TemporaryFolder.with(program) { folder throws(BulletinSourceError) in
            let path = try folder.write(bytes, as: "bulletin.pdf", for: program)
            var pageCount = 0
            let pages: [Int]
            do throws(BulletinSourceError) {
                let text = try traced(path, of: bytes, &pageCount)
                guard scans == .recognized, let scanned = text.findings.lazy.compactMap(\.scannedPages).first else {
                    return text
                }
                pages = scanned
            } catch .scannedPages(let all) where scans == .recognized {
                pages = all
            }
            let whole = try ScannedPages(pages, of: path, pageCount: pageCount, in: folder).recognized()
            return try traced(whole, of: bytes, &pageCount)
        }
    }

    private static func traced(
        _ path: String, of bytes: [UInt8], _ pageCount: inout Int
    ) throws(BulletinSourceError) -> CanonicalText {
        var trace = PDFTrace()
        let status = try ExternalProgram.run(
            program, ["trace", path], package: package, seconds: seconds, outputLimit: outputLimit
        ) { trace.read($0) }
        pageCount = trace.pageCount
        // The trailer names a dictionary of encryption.
        if status != 0, trace.pageCount == 0, bytes.holds(Array("/Encrypt".utf8)) { throw .encrypted(.pdf) }
        return try trace.text()
    }
}

extension SourceFinding {
    fileprivate var scannedPages: [Int]? {
        if case .source(.scannedPages(let pages)) = code { pages } else { nil }
    }
}

/// The pages of a PDF that are pictures, as Tesseract reads them: its PDF with unseen text takes their place.
private struct ScannedPages {
    /// From 1, in order.
    private let pages: [Int]
    private let path: String
    private let pageCount: Int
    private let folder: TemporaryFolder

    private static let program = "tesseract"
    private static let package = "tesseract-ocr tesseract-ocr-chi-sim"
    /// What Tesseract asks for; in dots an inch.
    private static let resolution = "300"
    /// A dense page takes five seconds of an idle processor.
    private static let secondsForPage = 60

    init(_ pages: [Int], of path: String, pageCount: Int, in folder: TemporaryFolder) {
        (self.pages, self.path, self.pageCount, self.folder) = (pages, path, pageCount, folder)
    }

    /// The path of the PDF with text on all pages.
    func recognized() throws(BulletinSourceError) -> String {
        guard ExternalProgram.path(of: Self.program) != nil else {
            throw .needsProgram(Self.program, package: Self.package)
        }
        let seconds = 60 + Self.secondsForPage * pages.count
        let picture = "\(folder.path)/page%05d.png"
        let numbers = pages.map(String.init).joined(separator: ",")
        try call("mutool", ["draw", "-q", "-r", Self.resolution, "-c", "gray", "-o", picture, path, numbers], seconds)
        let pictures = pages.map { page in
            let number = String(page)
            return "\(folder.path)/page\(String(repeating: "0", count: max(0, 5 - number.utf8.count)))\(number).png\n"
        }
        let list = try folder.write(Array(pictures.joined().utf8), as: "pictures.txt", for: Self.program)
        let read = "\(folder.path)/read"
        try call(
            Self.program,
            [list, read, "-l", "chi_sim", "--dpi", Self.resolution, "-c", "textonly_pdf=1", "pdf"], seconds)
        let whole = "\(folder.path)/whole.pdf"
        // Each page from the one file or the other.
        var parts = ["merge", "-o", whole]
        var next = 1
        for (index, page) in pages.enumerated() {
            if next < page { parts += [path, "\(next)-\(page - 1)"] }
            parts += ["\(read).pdf", String(index + 1)]
            next = page + 1
        }
        if next <= pageCount { parts += [path, "\(next)-N"] }
        try call("mutool", parts, seconds)
        return whole
    }

    private func call(_ name: String, _ arguments: [String], _ seconds: Int) throws(BulletinSourceError) {
        let outcome = try ExternalProgram.run(name, arguments, package: Self.package, seconds: seconds)
        if outcome.status != 0 { throw .programFailed(name, status: outcome.status) }
    }
}
