import Glibc
import SourceText

/// Binary office files by LibreOffice, where it is installed: DOC, WPS and RTF to DOCX, XLS and ET to XLSX.
///
/// Not to HTML: that loses the numbers of paragraphs, the addresses of cells and what is hidden.
enum OfficeConversion {
    /// A run may hold hundreds of files: one that takes longer is broken or a trap.
    private static let seconds = 90

    /// The bytes of the file in the newer form.
    static func converted(_ bytes: [UInt8], from form: FileForm) throws(BulletinSourceError) -> [UInt8] {
        let isSheet = form == .oleWorkbook
        let package = isSheet ? "libreoffice-calc-nogui" : "libreoffice-writer-nogui"
        guard ExternalProgram.path(of: program) != nil else { throw .needsProgram(program, package: package) }
        guard let folder = temporaryFolder() else { throw .programFailed(program, status: Int(errno)) }
        defer { remove(folder) }
        let (source, target) = ("\(folder)/bulletin.\(form.rawValue)", isSheet ? "xlsx" : "docx")
        guard write(bytes, to: source) else { throw .programFailed(program, status: Int(errno)) }
        let outcome = try ExternalProgram.run(
            program,
            [
                // A profile of its own: two at a time would lock each other out.
                "-env:UserInstallation=file://\(folder)/profile", "--headless", "--norestore", "--nolockcheck",
                "--convert-to", target, "--outdir", "\(folder)/out", source,
            ], package: package, seconds: seconds)
        do {
            return try FileBytes.read("\(folder)/out/bulletin.\(target)")
        } catch {
            throw .programFailed(program, status: outcome.status)
        }
    }

    private static let program = "soffice"

    private static func temporaryFolder() -> String? {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/gongbao-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { return nil }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func write(_ bytes: [UInt8], to path: String) -> Bool {
        guard let file = fopen(path, "w") else { return false }
        let count = fwrite(bytes, 1, bytes.count, file)
        return fclose(file) == 0 && count == bytes.count
    }

    /// Removes a folder of ours with all that the program left in it.
    private static func remove(_ path: String) {
        for entry in (try? FileBytes.list(path)) ?? [] {
            let own = "\(path)/\(entry)"
            var status = stat()
            let isFolder = lstat(own, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
            if isFolder { remove(own) } else { unlink(own) }
        }
        rmdir(path)
    }
}
