import BulletinSource
import CSystemCalls
import Extraction
import Ingestion
import Layout
import Normalization
public import PipelineDefinition
import Publishing
public import SourceText
public import StatisticalModel

/// A bulletin after the first three stages: what stands in it, as written.
public struct ReadBulletin: Sendable {
    public let path: String
    /// The file that holds it: an archive, or ``path``.
    let container: String
    /// What the ids of its statements begin with.
    public let stem: String
    public let byteCount: Int
    public let digest: SHA256Digest
    /// Of ``container`` as it was read; `nil` for a bulletin that is no file here: it came with a request, or records
    /// tell of it.
    let stamp: FileStamp?
    public internal(set) var layout: BulletinLayout
    public internal(set) var extract: BulletinExtract
    /// What is kept of the text by records or by a report; `nil` where ``layout`` has it.
    var kept: KeptText?
    /// What the paragraphs said of all figures; `nil` while they are there.
    var setting: BulletinSetting?

    /// What an edition shows and takes of a bulletin's text, for one whose file holds nothing but its lines.
    struct KeptText: Sendable {
        var ledger: [LedgerEntry] = []
        var excerpts: [StatementID: SourceExcerpt] = [:]
        var openNumerals: [LedgerEntry: OpenNumeral] = [:]
    }

    /// The path below the input root: `2023/plan.txt`.
    public var name: String { layout.file.name }

    /// Every numeral of the file and what became of it.
    public func ledger() -> [LedgerEntry] {
        if let kept { return kept.ledger }
        return NumeralLedger(
            file: layout.file, claims: layout.claims + extract.claims,
            statementIDs: extract.statements.map(\.id)
        ).entries
    }

    /// The lines behind a statement, as much of them as an edition keeps.
    func excerpt(of statement: Statement) -> SourceExcerpt {
        if let kept { return kept.excerpts[statement.id] ?? SourceExcerpt(lines: []) }
        return SourceExcerpt(of: statement, in: self, room: SourceExcerpt.keptBytes)
    }

    /// Without its paragraphs, and without its text unless that is less than what a report asks of it: many figures of
    /// one long line have as many excerpts.
    func condensed(by normalizer: BulletinNormalizer) -> ReadBulletin {
        var copy = self
        copy.setting = normalizer.setting(of: self)
        copy.layout.blocks = []
        let kept = kept ?? KeptText(of: self)
        guard self.kept != nil || kept.byteCount <= layout.file.bytes.count else { return copy }
        copy.kept = kept
        copy.layout.claims = []
        copy.extract.claims = []
        copy.layout.file = layout.file.withoutBytes
        return copy
    }

    /// A numeral that nothing explains, with the words around it.
    func openNumeral(_ entry: LedgerEntry) -> OpenNumeral {
        kept?.openNumerals[entry] ?? OpenNumeral(entry, in: self)
    }
}

extension ReadBulletin.KeptText {
    fileprivate init(of bulletin: ReadBulletin) {
        ledger = bulletin.ledger()
        for statement in bulletin.extract.statements { excerpts[statement.id] = bulletin.excerpt(of: statement) }
        for entry in ledger where entry.fate == .unexplained { openNumerals[entry] = bulletin.openNumeral(entry) }
    }

    /// Of the excerpts' words.
    fileprivate var byteCount: Int {
        excerpts.values.reduce(0) { $0 + $1.lines.reduce(0) { $0 + $1.parts.reduce(0) { $0 + $1.utf8.count } } }
    }
}

/// What came of the files behind the paths of a run.
public struct ReadBulletins: Sendable {
    /// By name.
    public var bulletins: [ReadBulletin] = []
    /// The files of which no bulletin was made, by name.
    public var unread: [UnreadFile] = []
    /// The web addresses that bulletins came from, by their names, as the bulletins.csv beside them says.
    public var addresses: [String: String] = [:]
    public var diagnostics: [Diagnostic] = []

    /// Frees the tables and statements of bulletins of which a report has been made: writing it takes as much memory as
    /// reading them did.
    mutating func dropTexts() {
        for index in bulletins.indices {
            bulletins[index].layout = BulletinLayout(file: SourceFile(name: bulletins[index].name, bytes: []))
            bulletins[index].extract = BulletinExtract()
            bulletins[index].kept = nil
        }
    }
}

/// What a reader is to read.
public enum BulletinInput: Sendable {
    /// A file or a folder. `name` is what a single file is called; without one it is called by its own name.
    case path(String, name: String? = nil)
    /// A file's content and its name.
    case content([UInt8], name: String)
}

/// Takes bulletin files through Ingestion, Layout and Extraction.
public struct BulletinReader: Sendable {
    private let layoutAnalyzer: LayoutAnalyzer
    private let extractor: Extractor
    private let repairs: RepairLexicon
    private let areas: AreaTable
    private let lexicon: LayoutLexicon
    private let sizeLimit: Int
    private let scans: ScanPolicy
    private let onProgress: @Sendable (RunProgress) -> Void

    /// - Parameters:
    ///   - sizeLimit: The bytes that a file may have; larger ones are not read.
    ///   - onProgress: Called after each bulletin of each step, from one task at a time.
    public init(
        library: PipelineLibrary, sizeLimit: Int = FileBytes.sizeLimit, scans: ScanPolicy = .refused,
        onProgress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) {
        self.sizeLimit = sizeLimit
        self.scans = scans
        self.onProgress = onProgress
        layoutAnalyzer = LayoutAnalyzer(library: library)
        extractor = Extractor(library: library)
        repairs = library.repairs
        areas = library.areas
        lexicon = library.layout
    }

    /// Reads the files behind `paths` that are wanted, on all cores, in the order of their names; of files with the
    /// same bytes the first. `isWanted` is asked with the digest of a file's bytes.
    public func readAll(
        _ paths: [String], where isWanted: (BulletinFile, SHA256Digest) -> Bool = { _, _ in true }
    ) async -> ReadBulletins {
        await read(paths.map { .path($0) }, where: isWanted)
    }

    /// Reads what `inputs` name as one run: its annexes join their documents, and of files with the same bytes the
    /// first by name is read.
    public func read(
        _ inputs: [BulletinInput], where isWanted: (BulletinFile, SHA256Digest) -> Bool = { _, _ in true }
    ) async -> ReadBulletins {
        var result = ReadBulletins()
        let contents = await self.contents(of: inputs, &result).filter { isWanted($0.file, $0.digest) }
        let stated = StatedContexts(of: contents.filter { $0.stamp != nil }.map(\.file), areas: areas)
        result.diagnostics += stated.diagnostics
        let steps = RunProgress(done: 0, total: 2 * contents.count)
        onProgress(steps)
        await read(contents, stated, &result, progress: steps)
        result.unread.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        return result
    }

    /// Reads the files behind `paths` in the order of their names and hands each bulletin to `body`, a few at a time:
    /// what one takes of memory is free before the next ones are read.
    ///
    /// - Parameter batchSize: The bytes of bulletins that are read at once, at least: enough for all cores.
    /// - Returns: What is said of the run; its bulletins are gone.
    public func readEach<Failure: Error>(
        _ paths: [String], batchSize: Int = 1 << 19, _ body: (ReadBulletin) async throws(Failure) -> Void
    ) async throws(Failure) -> ReadBulletins {
        let found = BulletinFiles(paths)
        var result = ReadBulletins(unread: found.unread, diagnostics: found.diagnostics)
        let files = await toldApart(found.files, &result)
        let stated = StatedContexts(of: files, areas: areas)
        result.diagnostics += stated.diagnostics
        var first: [SHA256Digest: String] = [:]
        var batch: [Content] = []
        var steps = RunProgress(done: 0, total: 2 * files.count)
        onProgress(steps)
        for chunk in Annexes.chunks(of: files, lexicon: lexicon) {
            for file in files[chunk] { batch += contents(of: file, &first, &result) }
            let size = batch.reduce(0) { $0 + $1.bytes.count }
            guard size >= batchSize || chunk.upperBound == files.endIndex else { continue }
            await read(batch, stated, &result, progress: steps)
            steps.done = 2 * chunk.upperBound
            onProgress(steps)
            batch = []
            let bulletins = result.bulletins
            result.bulletins = []
            for bulletin in bulletins { try await body(bulletin) }
        }
        result.unread.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        return result
    }

    /// The bulletins of one file, an archive's several, but those whose bytes came before.
    private func contents(
        of file: BulletinFile, _ first: inout [SHA256Digest: String], _ result: inout ReadBulletins
    ) -> [Content] {
        let content = Result { () throws(FileError) in try Content(file, limit: sizeLimit) }
        let whole = Self.distinct([content], named: [file], &first, &result)
        var inner = Self.unpacked(whole, &result)
        guard inner.contains(where: { $0.file != file }) else { return inner }
        inner = Self.distinct(inner.map { .success($0) }, named: inner.map(\.file), &first, &result)
        var files = inner.map(\.file)
        BulletinFile.tellApart(&files)
        for index in files.indices { inner[index].file = files[index] }
        return inner
    }

    /// The files with the stems that a run over all of them gives: which have the same bytes must be known for that,
    /// where two would have one stem.
    private func toldApart(_ files: [BulletinFile], _ result: inout ReadBulletins) async -> [BulletinFile] {
        var files = files
        guard Set(files.map(\.stem)).count < files.count else { return files }
        var first: [SHA256Digest: String] = [:]
        var kept: [BulletinFile] = []
        for file in files {
            // What cannot be read is told when it is to be read.
            if let bytes = try? FileBytes.read(file.path, limit: sizeLimit), !bytes.isEmpty {
                let digest = SHA256Digest(of: bytes)
                if let name = first[digest] {
                    result.unread.append(UnreadFile(name: file.name, reason: .duplicate(of: name)))
                    continue
                }
                first[digest] = file.name
            }
            kept.append(file)
        }
        files = kept
        BulletinFile.tellApart(&files)
        return files
    }

    /// The bytes of all files behind `inputs`, by name; what is none goes to `result`.
    private func contents(of inputs: [BulletinInput], _ result: inout ReadBulletins) async -> [Content] {
        var paths: [String] = []
        var files: [BulletinFile] = []
        var given: [Content] = []
        for input in inputs {
            switch input {
            case .path(let path, nil): paths.append(path)
            case .path(let path, let name?): files.append(BulletinFile(path: path, name: name))
            case .content(let bytes, let name):
                given.append(Content(BulletinFile(path: name, name: name), bytes: bytes, container: name, stamp: nil))
            }
        }
        let found = BulletinFiles(paths)
        result.unread += found.unread
        result.diagnostics += found.diagnostics
        files += found.files
        var read = await Self.concurrently(files) { [sizeLimit] file in
            Result { () throws(FileError) in try Content(file, limit: sizeLimit) }
        }
        if !given.isEmpty || files.count > found.files.count {
            read += given.map { .success($0) }
            files += given.map(\.file)
            let order = files.indices.sorted { files[$0].name.utf8.lexicographicallyPrecedes(files[$1].name.utf8) }
            (files, read) = (order.map { files[$0] }, order.map { read[$0] })
        }
        var first: [SHA256Digest: String] = [:]
        var contents = Self.distinct(read, named: files, &first, &result)
        // A bulletin in an archive may lie beside it too.
        contents = Self.unpacked(contents, &result)
        first = [:]
        contents = Self.distinct(contents.map { .success($0) }, named: contents.map(\.file), &first, &result)
        files = contents.map(\.file)
        BulletinFile.tellApart(&files)
        for index in files.indices { contents[index].file = files[index] }
        return contents
    }

    /// Reads `wanted` and adds what comes of them to `result`; `progress` is what was done before.
    private func read(
        _ wanted: [Content], _ stated: StatedContexts, _ result: inout ReadBulletins, progress: RunProgress
    ) async {
        func told(_ done: Int) { onProgress(RunProgress(done: progress.done + done, total: progress.total)) }
        var laidOut = await Self.concurrently(wanted, { await layout(of: $0, stated) }, progress: told)
        let annexes = Annexes(of: laidOut.map(\.layout), lexicon: lexicon)
        for index in laidOut.indices {
            guard let main = annexes[index].flatMap({ laidOut[$0].layout }) else { continue }
            laidOut[index].join(main, lexicon: lexicon)
        }
        for outcome in laidOut { result.diagnostics += outcome.diagnostics }
        let outcomes = Array(zip(wanted, laidOut))
        let readings = await Self.concurrently(
            outcomes, { read($0.0, $0.1) }, progress: { told(wanted.count + $0) })
        for (content, bulletin) in zip(wanted, readings) {
            if let bulletin {
                result.bulletins.append(bulletin)
            } else {
                result.unread.append(UnreadFile(name: content.file.name, reason: .unreadable))
            }
        }
        result.addresses.merge(stated.addresses(of: result.bulletins)) { first, _ in first }
    }

    /// The bytes of a file.
    private struct Content: Sendable {
        var file: BulletinFile
        let bytes: [UInt8]
        let digest: SHA256Digest
        let container: String
        let stamp: FileStamp?

        init(_ file: BulletinFile, limit: Int) throws(FileError) {
            let (bytes, stamp) = try FileBytes.readStamped(file.path, limit: limit)
            self.init(file, bytes: bytes, container: file.path, stamp: stamp)
        }

        init(_ file: BulletinFile, bytes: [UInt8], container: String, stamp: FileStamp?) {
            self.file = file
            self.bytes = bytes
            self.container = container
            self.stamp = stamp
            digest = SHA256Digest(of: bytes)
        }
    }

    /// The files with each archive of files replaced by what is in it: `2023.zip/plan.docx`.
    private static func unpacked(_ contents: [Content], _ result: inout ReadBulletins) -> [Content] {
        var files: [Content] = []
        for content in contents {
            guard FileForm.sniff(content.bytes) == .zip else {
                files.append(content)
                continue
            }
            do {
                files += try unpacked(content, &result)
            } catch {
                let name = content.file.name
                result.diagnostics.append(Diagnostic(path: name, severity: .error, code: .source(error)))
                result.unread.append(UnreadFile(name: name, reason: .unreadable))
            }
        }
        return files
    }

    /// All that one archive may unpack to, in bytes.
    private static let archiveLimit = 1 << 30

    private static func unpacked(
        _ content: Content, _ result: inout ReadBulletins
    ) throws(BulletinSourceError) -> [Content] {
        let archive = try ZipArchive(content.bytes)
        var files: [Content] = []
        var size = 0
        for (index, name) in archive.names.enumerated() {
            let parts = name.split(separator: "/")
            // Such as __MACOSX/._plan.docx.
            guard let own = parts.last, !parts.contains(where: { $0.hasPrefix(".") || $0 == "__MACOSX" }),
                !BulletinFiles.sidecars.contains(String(own))
            else { continue }
            let file = BulletinFile(
                path: "\(content.file.path)/\(name)", name: "\(content.file.name)/\(parts.joined(separator: "/"))")
            if let reason = BulletinFiles.reason(String(own)) {
                result.unread.append(UnreadFile(name: file.name, reason: reason))
                continue
            }
            let bytes = try archive.bytes(at: index)
            size += bytes.count
            if size > archiveLimit { throw .unpacksTooFar(part: name) }
            files.append(Content(file, bytes: bytes, container: content.container, stamp: content.stamp))
        }
        if files.isEmpty { throw .noText(.zip) }
        return files
    }

    /// The files that can be read, each content once; the others go to `result`. `first` holds who had a content first.
    private static func distinct(
        _ contents: [Result<Content, FileError>], named files: [BulletinFile], _ first: inout [SHA256Digest: String],
        _ result: inout ReadBulletins
    ) -> [Content] {
        zip(files, contents).compactMap { file, outcome in
            switch outcome {
            case .failure(let error):
                result.diagnostics.append(Diagnostic(path: file.name, severity: .error, code: .unreadable(error)))
                result.unread.append(UnreadFile(name: file.name, reason: .unreadable))
                return nil
            case .success(let content):
                // Empty files say nothing twice: each is an error of its own.
                if !content.bytes.isEmpty, let kept = first[content.digest] {
                    result.unread.append(UnreadFile(name: file.name, reason: .duplicate(of: kept)))
                    return nil
                }
                first[content.digest] = file.name
                return content
            }
        }
    }

    /// A file's layout, `nil` where it is no text, with the reason among the diagnostics.
    private struct LaidOut: Sendable {
        var layout: BulletinLayout?
        /// The pages whose text a program has recognized.
        var recognizedPages: Set<Int> = []
        var diagnostics: [Diagnostic]

        /// Reads the file as an annex of `main`.
        mutating func join(_ main: BulletinLayout, lexicon: LayoutLexicon) {
            guard var layout else { return }
            Annexes.fill(&layout, from: main, lexicon: lexicon)
            self.layout = layout
            diagnostics.append(
                Diagnostic(path: layout.file.name, severity: .note, code: .annexOf(main.file.name)))
        }
    }

    @Sendable private func layout(of content: Content, _ stated: StatedContexts) async -> LaidOut {
        let name = content.file.name
        let source: CanonicalText?
        do {
            source = try Self.naming(name) { () throws(BulletinSourceError) in
                try BulletinForm.text(of: content.bytes, name: name, scans: scans)
            }
        } catch {
            // Without a program that reads its form a bulletin is listed as unread; nothing is wrong with it.
            let isUnreadable = if case .needsProgram = error { false } else { true }
            return LaidOut(
                diagnostics: [Diagnostic(path: name, severity: isUnreadable ? .error : .warning, code: .source(error))])
        }
        var outcome = Self.naming(name) {
            Ingestion.ingest(
                bytes: source?.bytes ?? content.bytes, name: name, repairs: repairs, places: source?.places)
        }
        outcome.diagnostics += source?.findings.map { $0.diagnostic(path: name) } ?? []
        guard let file = outcome.file else { return LaidOut(diagnostics: outcome.diagnostics) }
        if source == nil, let ending = BulletinForm.officeEnding(ofText: name) {
            outcome.diagnostics.append(Diagnostic(path: name, severity: .warning, code: .textNamed(ending: ending)))
        }
        let work = Self.naming(name) { layoutAnalyzer.work(of: file) }
        // The tables of one bulletin may take longer than all the others.
        let parts = await Self.concurrently(Array(0..<work.partCount)) { part in
            Self.naming(name) { work.part(part) }
        }
        var layout = Self.naming(name) { work.layout(of: parts) }
        stated.fill(&layout, of: content.file.path)
        return LaidOut(
            layout: layout, recognizedPages: Set(source?.findings.flatMap(\.recognizedPages) ?? []),
            diagnostics: outcome.diagnostics + layout.diagnostics)
    }

    @Sendable private func read(_ content: Content, _ laidOut: LaidOut) -> ReadBulletin? {
        guard let layout = laidOut.layout else { return nil }
        let extract = Self.naming(content.file.name) {
            extractor.extract(from: layout).numbered(stem: content.file.stem).placed(in: layout.file)
                .doubted(onPages: laidOut.recognizedPages)
        }
        return ReadBulletin(
            path: content.file.path, container: content.container, stem: content.file.stem,
            byteCount: content.bytes.count, digest: content.digest,
            stamp: content.stamp, layout: layout, extract: extract)
    }

    /// Does `work` on the file `name`, which a crash of this thread then tells.
    private static func naming<Outcome, Failure: Error>(
        _ name: String, _ work: () throws(Failure) -> Outcome
    ) throws(Failure) -> Outcome {
        name.withCString(gongbao_begin)
        defer { gongbao_end() }
        return try work()
    }

    /// What `work` makes of each of `items`, in their order; `progress` is told how many are done.
    private static func concurrently<Item: Sendable, Outcome: Sendable>(
        _ items: [Item], _ work: @escaping @Sendable (Item) async -> Outcome, progress: (Int) -> Void = { _ in }
    ) async -> [Outcome] {
        await withTaskGroup(of: (Int, Outcome).self) { group in
            for (index, item) in items.enumerated() {
                group.addTask { (index, await work(item)) }
            }
            var outcomes: [(Int, Outcome)] = []
            for await outcome in group {
                outcomes.append(outcome)
                progress(outcomes.count)
            }
            return outcomes.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}
