import Comparison
import PipelineDefinition
import Publishing
import SourceText

/// What a complete new edition changes against the one in its place.
///
/// Told before the two are exchanged and kept in no file of the edition, whose bytes depend on the inputs and, for the
/// front page, on the edition of an earlier day.
public enum EditionReplacement: Sendable {
    /// There was no edition of that name.
    case first
    /// Every file has the same bytes: the old edition stays untouched.
    case unchanged
    /// The figures' differences, and the files whose bytes differ.
    case changed(EditionDifferenceRun, files: [String])
    /// Bulletins that the edition in place read are missing: it stays, and the new one is not written.
    case missingInputs
    /// The files that differ, where the old edition's figures cannot be read, and why.
    case unreadable(reason: String, files: [String])

    init(of folder: EditionFolder, library: PipelineLibrary, language: ComparisonLanguage) {
        guard EditionFolder.holdsEdition(folder.path) else {
            self = .first
            return
        }
        let files = folder.changedFiles
        guard !files.isEmpty else {
            self = .unchanged
            return
        }
        do {
            let name = BulletinFiles.name(of: folder.path)
            let words = ReportWords(language == .chinese ? .chinese : .english)
            let run = try EditionDifferenceRun(
                old: folder.path, new: folder.stagingPath, output: "", library: library, language: language,
                names: (words("run.old-edition", name), words("run.new-edition", name)))
            self = .changed(run, files: files)
        } catch {
            self = .unreadable(reason: error.description, files: files)
        }
    }
}
