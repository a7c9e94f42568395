internal import Glibc
public import History
public import SourceText
import StatisticalModel

/// The history of an output folder: OUTPUT/history.sqlite, fed by the indicators.csv of editions.
///
/// Editions are what counts, and the history follows them: whoever asks it or adds to it first takes up what it
/// does not know yet (``takeUp()``). So a run that was killed after its edition was exchanged and before the
/// history was written leaves no mixture behind, and a deleted history comes back. Supplanted runs of one
/// edition, though, are known to the history alone.
public struct HistoryArchive: Sendable {
    public let output: String
    public var path: String { "\(output)/history.sqlite" }

    public init(output: String) { self.output = output }

    /// The history for questions; an error where there is none.
    public func open() throws(HistoryError) -> HistoryFile {
        guard FileBytes.exists(path) else {
            throw HistoryError(path: path, reason: "there is no history yet; `make report` begins one")
        }
        return try HistoryFile(path: path)
    }

    /// Records the editions that the history does not know as they stand now, by their dates, in one transaction.
    ///
    /// The answer are editions that could not be read for want of a run.json.
    @discardableResult
    public func takeUp() throws(HistoryError) -> [Diagnostic] {
        let list = try editions()
        guard !list.editions.isEmpty else { return list.diagnostics }
        let history = try HistoryFile(path: path)
        let missing = try Self.runs(list, except: try history.editions())
        if !missing.isEmpty { try history.record(missing) }
        return list.diagnostics
    }

    /// Makes the history anew from all editions, by their dates, beside the old one and then in its place.
    ///
    /// The answer are editions that could not be read for want of a run.json.
    public func rebuild() throws(HistoryError) -> [Diagnostic] {
        let list = try editions()
        let staging = "\(output)/.history.sqlite.new"
        // What a killed run left, its journal first: a journal without its file could spoil the next one.
        for leftover in ["\(staging)-journal", staging] { unlink(leftover) }
        try HistoryFile(path: staging).record(try Self.runs(list))
        // Opening the old file takes up its journal, which must not stay behind for the new one.
        if FileBytes.exists(path) { _ = try? HistoryFile(path: path) }
        unlink("\(path)-journal")
        guard rename(staging, path) == 0 else {
            let failure = FileError(path: path)
            throw HistoryError(path: path, reason: failure.reason)
        }
        return list.diagnostics
    }

    private func editions() throws(HistoryError) -> EditionList {
        do {
            return try EditionList(output: output)
        } catch {
            throw HistoryError(path: error.path, reason: error.reason)
        }
    }

    /// What the editions say, without those that are known as they are.
    private static func runs(
        _ list: EditionList, except known: Set<EditionMark> = []
    ) throws(HistoryError) -> [HistoricalRun] {
        var runs: [HistoricalRun] = []
        for edition in list.editions {
            let path = "\(edition.path)/indicators.csv"
            do {
                let bytes = try FileBytes.read(path)
                let mark = EditionMark(
                    name: edition.name, asOf: edition.asOf, digest: SHA256Digest(of: bytes).description)
                guard !known.contains(mark) else { continue }
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
