import BulletinSource
import SourceText

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

    static func text(of bytes: [UInt8]) throws(BulletinSourceError) -> CanonicalText {
        guard ExternalProgram.path(of: program) != nil else { throw .needsProgram(program, package: package) }
        var trace = PDFTrace()
        let status = try TemporaryFolder.with(program) { folder throws(BulletinSourceError) in
            let path = try folder.write(bytes, as: "bulletin.pdf", for: program)
            return try ExternalProgram.run(
                program, ["trace", path], package: package, seconds: seconds, outputLimit: outputLimit
            ) { trace.read($0) }
        }
        if status != 0, trace.pageCount == 0, isEncrypted(bytes) { throw .encrypted(.pdf) }
        return try trace.text()
    }

    /// Whether the trailer names a dictionary of encryption.
    private static func isEncrypted(_ bytes: [UInt8]) -> Bool {
        let word = Array("/Encrypt".utf8)
        var index = bytes.startIndex
        while let next = bytes[index...].firstIndex(of: word[0]), next + word.count <= bytes.count {
            if bytes[next..<next + word.count].elementsEqual(word) { return true }
            index = next + 1
        }
        return false
    }
}
