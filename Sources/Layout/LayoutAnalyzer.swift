public import PipelineDefinition
public import SourceText
public import StatisticalModel

/// The second stage: clean lines to documents, headings, paragraphs and tables.
///
/// What a site sets around the text goes first, then the heads of documents are found, once; tables are recovered from
/// the rest and have no claim to a title's lines; what no table takes becomes headings and paragraphs.
public struct LayoutAnalyzer: Sendable {
    private let library: PipelineLibrary

    public init(library: PipelineLibrary) {
        self.library = library
    }

    /// The layout, its parts read one after the other.
    public func layout(of file: SourceFile) -> BulletinLayout {
        let work = LayoutWork(file, library: library)
        return work.layout(of: (0..<work.partCount).map(work.part))
    }

    /// The layout as work whose parts may be read side by side.
    public func work(of file: SourceFile) -> LayoutWork { LayoutWork(file, library: library) }
}

/// The layout of a file as parts that do not depend on each other: the tables of pages that stand upright, and each
/// table of pages printed on their side, which takes longer than all the rest.
///
///     let work = analyzer.work(of: file)
///     let layout = work.layout(of: (0..<work.partCount).map(work.part))
public struct LayoutWork: Sendable {
    /// What one part came to.
    public struct Part: Sendable {
        fileprivate enum Outcome {
            case upright(TableRecovery.Outcome)
            case rotated(RotatedTableRecovery.Outcome)
        }

        fileprivate let outcome: Outcome
    }

    private let file: SourceFile
    private let library: PipelineLibrary
    private let lines: [SourceLine]
    private let text: [TextLine]
    private let finder: DocumentHeadFinder
    private let rotated: RotatedTableRecovery

    fileprivate init(_ file: SourceFile, library: PipelineLibrary) {
        self.file = file
        self.library = library
        var lines = PageScanner.scan(file, lexicon: library.layout)
        let text = TextLine.read(lines, file: file, lexicon: library.layout)
        let site = SiteChrome(text, in: file, lexicon: library.layout)
        Self.mark(site, text, in: &lines)
        self.lines = lines
        self.text = TextLine.remaining(text, without: site.isChrome, asFurniture: true)
        var finder = DocumentHeadFinder(
            file: file, lines: self.text, lexicon: library.layout, isWrapped: ParagraphBreaks.isWrapped(self.text))
        finder.find(site)
        self.finder = finder
        rotated = RotatedTableRecovery(file, lines, library: library)
    }

    public var partCount: Int { rotated.tableCount + 1 }

    /// Reads the part `index`, from 0.
    public func part(_ index: Int) -> Part {
        index < rotated.tableCount
            ? Part(outcome: .rotated(rotated.table(index)))
            : Part(outcome: .upright(TableRecovery(library: library).recover(file, lines: lines)))
    }

    /// The layout of all `parts`, in their order.
    public func layout(of parts: [Part]) -> BulletinLayout {
        var upright = TableRecovery.Outcome()
        var tables: [RotatedTableRecovery.Outcome] = []
        for part in parts {
            switch part.outcome {
            case .upright(let outcome): upright = outcome
            case .rotated(let outcome): tables.append(outcome)
            }
        }
        return layout(upright, rotated.outcome(of: tables))
    }

    private func layout(_ recovered: TableRecovery.Outcome, _ outcome: RotatedTableRecovery.Outcome) -> BulletinLayout {
        var (rotated, finder, taken) = (outcome, finder, recovered.takenLines)
        for index in finder.titleLines { taken[text[index].number - 1] = false }
        finder.takeClosings(among: text.indices.filter { !taken[text[$0].number - 1] })

        var cut = CutNumbers(file: file)
        let (documents, assembler) = Self.assembled(text, finder, taken, &cut, in: file, lexicon: library.layout)
        if rotated.spans.contains(where: { !$0.isEmpty }) {
            PlanMeasures(blocks: assembler.blocks).fill(&rotated.tables, rotated.spans)
        }
        let places = TablePlaces(documents: documents, blocks: assembler.blocks)
        let tables = (recovered.tables + rotated.tables).sorted { $0.firstLine < $1.firstLine }
        return BulletinLayout(
            file: file, documents: documents, blocks: assembler.blocks, tables: tables.map(places.placed),
            rotatedZones: Self.rotatedZones(lines),
            claims: StructureClaims.ofFurniture(lines, in: file) + StructureClaims.ofTags(lines, taken: taken, in: file)
                + assembler.claims + cut.claims
                + LeftoverClaims.claims(
                    recovered.tables, charts: recovered.charts, in: file, taken: taken)
                + rotated.claims,
            diagnostics: cut.diagnostics + rotated.diagnostics)
    }

    /// The site's lines become furniture, and with them the lines of mere markup between them and after them.
    private static func mark(_ site: SiteChrome, _ text: [TextLine], in lines: inout [SourceLine]) {
        guard site.isChrome.contains(true) else { return }
        var (next, isChrome) = (0, false)
        for index in lines.indices where lines[index].role == .text {
            if next < text.count, text[next].number == lines[index].number {
                isChrome = site.isChrome[next]
                next += 1
            }
            if isChrome { lines[index].role = .furniture }
        }
    }

    /// The documents, and the blocks of all lines that no table holds.
    static func assembled(
        _ text: [TextLine], _ finder: DocumentHeadFinder, _ taken: [Bool], _ cut: inout CutNumbers, in file: SourceFile,
        lexicon: LayoutLexicon
    ) -> ([BulletinDocument], BlockAssembler) {
        var isHead = finder.isHead
        let documents = documents(finder, &isHead, in: file, lexicon: lexicon)
        let isTaken = text.map { taken[$0.number - 1] }
        isHead = zip(isHead, isTaken).filter { !$0.1 }.map(\.0)
        var text = TextLine.remaining(text, without: isTaken, asFurniture: false)
        cut.takeOut(of: &text)
        // A caption goes with its table, also where the table stands in the middle of a sentence.
        for index in text.indices.dropLast() where text[index].captionLength > 0 && text[index + 1].followsGap {
            isHead[index] = true
        }
        var assembler = BlockAssembler(
            body: text.indices.filter { !isHead[$0] }.map { text[$0] }, isWrapped: ParagraphBreaks.isWrapped(text),
            documents: documents, lexicon: lexicon)
        assembler.assemble(heads: text.indices.filter { isHead[$0] }.map { text[$0] })
        return (documents, assembler)
    }

    /// The documents with the lines where they end; what stands before the first is front matter.
    private static func documents(
        _ finder: DocumentHeadFinder, _ isHead: inout [Bool], in file: SourceFile, lexicon: LayoutLexicon
    ) -> [BulletinDocument] {
        for index in 0..<(finder.heads.first?.firstIndex ?? 0) { isHead[index] = true }
        var documents = finder.heads.map(\.document)
        for index in documents.indices {
            let next = index + 1 < documents.count ? documents[index + 1].firstLine - 1 : file.lineCount
            documents[index].lastLine = max(documents[index].firstLine, next)
            let title = Array(documents[index].title.utf8)
            documents[index].register =
                documents[index].register ?? DocumentTitle.register(of: title, lexicon: lexicon)
            documents[index].year = documents[index].year ?? DocumentTitle.year(in: title)
        }
        return documents
    }

    private static func rotatedZones(_ lines: [SourceLine]) -> [ClosedRange<Int>] {
        var zones: [ClosedRange<Int>] = []
        var isOpen = false
        for line in lines {
            switch line.role {
            case .rotated:
                if isOpen, let last = zones.last {
                    zones[zones.count - 1] = last.lowerBound...line.number
                } else {
                    zones.append(line.number...line.number)
                }
                isOpen = true
            case .text: isOpen = false
            case .blank, .furniture: break
            }
        }
        return zones
    }
}
