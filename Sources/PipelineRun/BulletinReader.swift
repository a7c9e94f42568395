import Extraction
import Ingestion
import Layout
public import PipelineDefinition
public import SourceText
public import StatisticalModel

/// A bulletin after the first three stages: what stands in it, as written.
public struct ReadBulletin: Sendable {
    public let path: String
    public let byteCount: Int
    public let digest: SHA256Digest
    public let layout: BulletinLayout
    public let extract: BulletinExtract

    public var name: String { layout.file.name }

    /// Every numeral of the file and what became of it.
    public func ledger() -> [LedgerEntry] {
        NumeralLedger(
            file: layout.file, claims: layout.claims + extract.claims,
            statementIDs: extract.statements.map(\.id)
        ).entries
    }
}

/// Takes bulletin files through Ingestion, Layout and Extraction.
public struct BulletinReader: Sendable {
    private let layoutAnalyzer: LayoutAnalyzer
    private let extractor: Extractor

    public init(library: PipelineLibrary) {
        layoutAnalyzer = LayoutAnalyzer(library: library)
        extractor = Extractor(library: library)
    }

    /// Reads the file at `path`; `nil` where it is no text, with the reason among the diagnostics.
    public func read(_ path: String) -> (bulletin: ReadBulletin?, diagnostics: [Diagnostic]) {
        let bytes: [UInt8]
        do {
            bytes = try FileBytes.read(path)
        } catch {
            return (nil, [Diagnostic(path: path, severity: .error, code: .unreadable(error))])
        }
        let outcome = Ingestion.ingest(bytes: bytes, name: BulletinFiles.name(of: path))
        guard let file = outcome.file else { return (nil, outcome.diagnostics) }
        let layout = layoutAnalyzer.layout(of: file)
        let extract = extractor.extract(from: layout).numbered(fileName: file.name)
        let bulletin = ReadBulletin(
            path: path, byteCount: bytes.count, digest: SHA256Digest(of: bytes), layout: layout, extract: extract)
        return (bulletin, outcome.diagnostics + layout.diagnostics)
    }

    /// Reads the files behind `paths` whose names are wanted, on all cores, in the order of their names.
    public func readAll(
        _ paths: [String], where isWanted: (_ name: String) -> Bool = { _ in true }
    ) async -> (bulletins: [ReadBulletin], diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let files = BulletinFiles.find(paths, diagnostics: &diagnostics).filter {
            isWanted(BulletinFiles.name(of: $0))
        }
        let results = await withTaskGroup(of: (Int, ReadBulletin?, [Diagnostic]).self) { group in
            for (index, file) in files.enumerated() {
                group.addTask {
                    let result = read(file)
                    return (index, result.bulletin, result.diagnostics)
                }
            }
            var results: [(Int, ReadBulletin?, [Diagnostic])] = []
            for await result in group { results.append(result) }
            return results.sorted { $0.0 < $1.0 }
        }
        diagnostics += results.flatMap(\.2)
        return (results.compactMap(\.1), diagnostics)
    }
}
