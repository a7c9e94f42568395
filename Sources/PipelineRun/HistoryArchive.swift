internal import Glibc
public import History
public import SourceText
public import StatisticalModel

/// The history of an output folder: OUTPUT/history.sqlite, fed by the indicators.csv of editions.
///
/// Editions are what counts; the history can be deleted and rebuilt. Supplanted runs of one edition, though,
/// are known to the history alone.
public struct HistoryArchive: Sendable {
    public let output: String
    public var path: String { "\(output)/history.sqlite" }

    public init(output: String) { self.output = output }

    /// The history for questions; an error where there is none.
    public func open() throws(HistoryError) -> HistoryFile {
        guard FileBytes.exists(path) else {
            throw HistoryError(path: path, reason: "there is no history yet; `gongbao history --rebuild` makes one")
        }
        return try HistoryFile(path: path)
    }

    /// Adds an edition that has been published. `edition` is its folder.
    public func record(edition: String, asOf: CalendarDate) throws(HistoryError) {
        let observations = try Self.observations(of: edition)
        try HistoryFile(path: path).record(observations, asOf: asOf)
    }

    /// Makes the history anew from all editions, by their dates, beside the old one and then in its place.
    ///
    /// The answer are editions that could not be read for want of a run.json.
    public func rebuild() throws(HistoryError) -> [Diagnostic] {
        let list: EditionList
        do { list = try EditionList(output: output) } catch {
            throw HistoryError(path: error.path, reason: error.reason)
        }
        var runs: [(asOf: CalendarDate, observations: [HistoricalObservation])] = []
        for edition in list.editions { runs.append((edition.asOf, try Self.observations(of: edition.path))) }
        let staging = "\(output)/.history.sqlite.new"
        // What a killed run left, its journal first: a journal without its file could spoil the next one.
        for leftover in ["\(staging)-journal", staging] { unlink(leftover) }
        try HistoryFile(path: staging).record(runs)
        // Opening the old file takes up its journal, which must not stay behind for the new one.
        if FileBytes.exists(path) { _ = try? HistoryFile(path: path) }
        unlink("\(path)-journal")
        guard rename(staging, path) == 0 else {
            let failure = FileError(path: path)
            throw HistoryError(path: path, reason: failure.reason)
        }
        return list.diagnostics
    }

    private static func observations(of edition: String) throws(HistoryError) -> [HistoricalObservation] {
        let path = "\(edition)/indicators.csv"
        do {
            return try IndicatorsFile.observations(try FileBytes.read(path))
        } catch let error as FileError {
            throw HistoryError(path: path, reason: error.reason)
        } catch {
            throw HistoryError(path: path, reason: "\(error)")
        }
    }
}
