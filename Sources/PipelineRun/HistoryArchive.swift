internal import Glibc
public import History
public import SourceText
import StatisticalModel

/// The history of an output folder: OUTPUT/history.sqlite, fed by the indicators.csv of editions.
///
/// Editions are what counts, and the history follows them: whoever asks it or adds to it first takes up what it
/// does not know yet (``takeUp(latest:)``). So a run that was killed after its edition was exchanged and before the
/// history was written leaves no mixture behind, and a deleted history comes back. Supplanted runs of one
/// edition, though, are known to the history alone: ``backUp(to:)`` saves them.
public struct HistoryArchive: Sendable {
    public let output: String
    public var path: String { "\(output)/history.sqlite" }
    private let patience: OutputLock.Patience

    public init(output: String, patience: OutputLock.Patience = OutputLock.Patience()) {
        self.output = output
        self.patience = patience
    }

    /// The history for questions; an error where there is none.
    public func open() throws(HistoryError) -> HistoryFile {
        guard FileBytes.exists(path) else {
            throw HistoryError(path: path, reason: "there is no history yet; `make report` begins one")
        }
        return try HistoryFile(path: path)
    }

    /// Records the editions that the history does not know as they stand now, by their dates, in one transaction.
    ///
    /// - Parameter latest: An edition that is recorded last and in any case: what it says is the latest belief of its
    ///   series, though the history knew it before others came.
    /// - Returns: Editions that could not be read for want of a run.json.
    @discardableResult
    public func takeUp(latest: String? = nil) throws(HistoryError) -> [Diagnostic] {
        let list = try editions()
        guard list.editions.contains(where: \.isRecorded) else { return list.diagnostics }
        let isNew = !FileBytes.exists(path)
        let history = try HistoryFile(path: path)
        if isNew { try takePermissions(path) }
        let missing = try Self.runs(list, except: try history.editions(), latest: latest)
        if !missing.isEmpty { try history.record(missing) }
        return list.diagnostics
    }

    /// As ``takeUp(latest:)``, while no run writes to the folder.
    @discardableResult
    public func takeUpAlone() throws(HistoryError) -> [Diagnostic] {
        try alone { () throws(HistoryError) in try takeUp() }
    }

    /// Makes the history anew from all editions, by their dates, beside the old one and then in its place. The old one
    /// stays as `history.sqlite.kept-DATE`.
    ///
    /// - Returns: Editions that could not be read for want of a run.json.
    public func rebuild() throws(HistoryError) -> [Diagnostic] {
        try alone { () throws(HistoryError) in
            let list = try editions()
            let staging = emptyStaging()
            try HistoryFile(path: staging).record(try Self.runs(list))
            try replace(with: staging)
            return list.diagnostics
        }
    }

    /// Writes a copy of the history to the file `copy`, which it replaces in one step.
    public func backUp(to copy: String) throws(HistoryError) {
        let part = "\(copy).part"
        for leftover in ["\(part)-journal", part] { unlink(leftover) }
        try open().backUp(to: part)
        guard (try? EditionFolder.synchronizeFolder(part)) != nil, rename(part, copy) == 0 else {
            throw HistoryError(path: copy, reason: FileError(path: copy).reason)
        }
    }

    /// Puts the backup `copy` in the history's place, if it is sound and this program can read it; the old one stays
    /// as `history.sqlite.kept-DATE`. What the editions say since then is taken up by the next that asks.
    public func restore(from copy: String) throws(HistoryError) {
        guard FolderTree(copy).kind == .file else { throw HistoryError(path: copy, reason: "there is no such file") }
        let problems = HistoryFile.problems(at: copy)
        guard problems.isEmpty else { throw HistoryError(path: copy, reason: problems.joined(separator: "; ")) }
        try alone { () throws(HistoryError) in
            let staging = emptyStaging()
            do throws(FileError) {
                try EditionFolder.writeFile(try FileBytes.read(copy, limit: .max), path: staging)
            } catch {
                throw HistoryError(path: error.path, reason: error.reason)
            }
            _ = try HistoryFile(path: staging).editions()
            try replace(with: staging)
        }
    }

    private func alone<Result>(_ work: () throws(HistoryError) -> Result) throws(HistoryError) -> Result {
        guard let result = try OutputLock.hold(output, patience, during: work) else {
            throw HistoryError(path: output, reason: "another run still writes to this folder")
        }
        return result
    }

    private func emptyStaging() -> String {
        let staging = "\(output)/.history.sqlite.new"
        // What a killed run left, its journal first: a journal without its file could spoil the next one.
        for leftover in ["\(staging)-journal", staging] { unlink(leftover) }
        return staging
    }

    private func replace(with staging: String) throws(HistoryError) {
        try takePermissions(staging)
        if FileBytes.exists(path) {
            // A history that cannot be opened is kept by its bytes, with its journal.
            let kept = "\(output)/\(KeptEdition.freeName(for: "history.sqlite", in: output))"
            if let old = try? HistoryFile(path: path) {
                try old.backUp(to: kept)
            } else {
                guard link(path, kept) == 0 else {
                    throw HistoryError(path: kept, reason: FileError(path: kept).reason)
                }
                if FileBytes.exists("\(path)-journal") { link("\(path)-journal", "\(kept)-journal") }
            }
        }
        // Opening the old file has taken up its journal, which must not stay behind for the new one.
        unlink("\(path)-journal")
        guard (try? EditionFolder.synchronizeFolder(staging)) != nil, rename(staging, path) == 0 else {
            throw HistoryError(path: path, reason: FileError(path: path).reason)
        }
        try? EditionFolder.synchronizeFolder(output)
    }

    /// Readable for whoever reads the folder, whatever the umask.
    private func takePermissions(_ file: String) throws(HistoryError) {
        var status = stat()
        guard stat(output, &status) == 0, chmod(file, status.st_mode & 0o664 | 0o600) == 0 else {
            throw HistoryError(path: file, reason: FileError(path: file).reason)
        }
    }

    private func editions() throws(HistoryError) -> EditionList {
        do {
            return try EditionList(output: output)
        } catch {
            throw HistoryError(path: error.path, reason: error.reason)
        }
    }

    /// What the editions say, without those that are known as they are; that of `latest` at the end.
    private static func runs(
        _ list: EditionList, except known: Set<EditionMark> = [], latest: String? = nil
    ) throws(HistoryError) -> [HistoricalRun] {
        var runs: [HistoricalRun] = []
        let others = list.editions.filter { $0.name != latest }
        for edition in others + list.editions.filter({ $0.name == latest }) where edition.isRecorded {
            let path = "\(edition.path)/indicators.csv"
            do {
                let bytes = try FileBytes.read(path)
                let mark = EditionMark(
                    name: edition.name, asOf: edition.asOf, digest: SHA256Digest(of: bytes).description)
                guard edition.name == latest || !known.contains(mark) else { continue }
                let observations = try IndicatorsFile.observations(bytes)
                runs.append(HistoricalRun(asOf: edition.asOf, observations: observations, edition: mark))
            } catch let error as FileError {
                throw HistoryError(path: path, reason: error.reason)
            } catch {
                throw HistoryError(path: path, reason: "\(error)")
            }
        }
        return runs
    }
}
