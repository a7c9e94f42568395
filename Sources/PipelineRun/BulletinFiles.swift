public import SourceText

/// The bulletin files that a run reads: `.txt` and `.md`, named or found in named folders.
public enum BulletinFiles {
    /// The files behind `paths`, by name and then by path, each once; what is no bulletin file or cannot be listed
    /// goes to `diagnostics`.
    ///
    /// Folders are searched to any depth; hidden entries and files with other endings are passed over
    /// in silence there, while a file that is named outright is read whatever its ending.
    public static func find(_ paths: [String], diagnostics: inout [Diagnostic]) -> [String] {
        var files: Set<String> = []
        for path in paths {
            if FileBytes.isDirectory(path) {
                collect(path, into: &files, diagnostics: &diagnostics)
            } else if FileBytes.exists(path) {
                files.insert(path)
            } else {
                diagnostics.append(Diagnostic(path: path, severity: .error, code: .missingPath))
            }
        }
        return files.sorted { first, second in
            let (a, b) = (name(of: first), name(of: second))
            return a == b ? first.utf8.lexicographicallyPrecedes(second.utf8) : a.utf8.lexicographicallyPrecedes(b.utf8)
        }
    }

    private static func collect(_ folder: String, into files: inout Set<String>, diagnostics: inout [Diagnostic]) {
        do {
            for entry in try FileBytes.list(folder) where !entry.hasPrefix(".") {
                let path = folder.hasSuffix("/") ? folder + entry : "\(folder)/\(entry)"
                if FileBytes.isDirectory(path) {
                    collect(path, into: &files, diagnostics: &diagnostics)
                } else if entry.hasSuffix(".txt") || entry.hasSuffix(".md") {
                    files.insert(path)
                }
            }
        } catch {
            diagnostics.append(Diagnostic(path: folder, severity: .error, code: .unreadable(error)))
        }
    }

    /// The last component of a path.
    public static func name(of path: String) -> String {
        String(path.split(separator: "/").last ?? "")
    }
}
