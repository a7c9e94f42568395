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
        return try TemporaryFolder.with(program) { folder throws(BulletinSourceError) in
            let target = isSheet ? "xlsx" : "docx"
            let source = try folder.write(bytes, as: "bulletin.\(form.rawValue)", for: program)
            let outcome = try ExternalProgram.run(
                program,
                [
                    // A profile of its own: two at a time would lock each other out.
                    "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore", "--nolockcheck",
                    "--convert-to", target, "--outdir", "\(folder.path)/out", source,
                ], package: package, seconds: seconds)
            do {
                return try FileBytes.read("\(folder.path)/out/bulletin.\(target)")
            } catch {
                throw .programFailed(program, status: outcome.status)
            }
        }
    }

    private static let program = "soffice"
}
