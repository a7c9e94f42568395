import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// Reads headings and paragraphs in order: statements of prose, and a claim for every numeral in them.
struct ProseReader {
    private let shared: SharedLibrary
    private let scanner: ProseScanner
    private let responsibilities: ResponsibilityReader

    init(library: PipelineLibrary) {
        shared = SharedLibrary(library)
        scanner = ProseScanner(library: library)
        responsibilities = ResponsibilityReader(library: library, scanner: scanner)
    }

    func read(_ layout: BulletinLayout) -> BulletinExtract {
        var extract = BulletinExtract()
        var documents = self.documents(in: layout)
        extract.titleYears = documents.compactMap(\.titleYear)
        if documents.contains(where: { $0.year == nil }) {
            let blocks = Dictionary(grouping: layout.blocks, by: \.document)
            for index in documents.indices where documents[index].year == nil {
                documents[index].complete(from: DocumentContext.years(in: blocks[index] ?? [], scanner: scanner))
            }
            // An article of a newspaper page may name no year itself: the page it stands on then tells.
            let years = DocumentContext.years(in: layout.blocks, scanner: scanner)
            for index in documents.indices { documents[index].complete(from: years) }
        }
        let (found, reaching) = responsibilities.read(layout.blocks)
        var places = ReadingPlaces(scanner: scanner)
        var numerals = NumeralClaims(file: layout.file)
        var names = ParagraphNames()
        for (index, block) in layout.blocks.enumerated() {
            numerals.begin(block)
            places.enter(block)
            let document = documents.indices.contains(block.document) ? documents[block.document] : nil
            let count = extract.statements.count
            read(block, places, document, reaching[index], layout.file, &names, &extract, &numerals)
            guard extract.statements.count > count else { continue }
            let headings = layout.headings(block.headings)
            for index in count..<extract.statements.count { extract.statements[index].provenance.headings = headings }
        }
        TextKind(evidence: shared.library.evidence).complete(&extract.statements, of: documents)
        extract.claims = numerals.claims
        extract.tasks = TaskReader(file: layout.file).tasks(layout, found, documents)
        return extract
    }

    /// Each document's context; the short lines above its text stand in for a title that says neither year nor kind.
    private func documents(in layout: BulletinLayout) -> [DocumentContext] {
        var openings = [[TextBlock]](repeating: [], count: layout.documents.count)
        var texts = [TextBlock?](repeating: nil, count: layout.documents.count)
        var isOpen = [Bool](repeating: true, count: layout.documents.count)
        for block in layout.blocks where openings.indices.contains(block.document) {
            guard isOpen[block.document], openings[block.document].count < 3, block.markerLength == 0,
                block.text.bytes.count < 120,
                !UTF8Scanning.hasBefore("。", in: block.text.bytes, at: block.text.bytes.count)
            else {
                if isOpen[block.document], block.role == .paragraph { texts[block.document] = block }
                isOpen[block.document] = false
                continue
            }
            openings[block.document].append(block)
        }
        return layout.documents.indices.map {
            DocumentContext(layout.documents[$0], opening: openings[$0], text: texts[$0], scanner: scanner)
        }
    }

    private func read(
        _ block: TextBlock, _ place: ReadingPlaces, _ document: DocumentContext?, _ duty: Responsibility,
        _ file: SourceFile, _ before: inout ParagraphNames, _ extract: inout BulletinExtract,
        _ numerals: inout NumeralClaims
    ) {
        var state = SentenceContext()
        state.sectionYear = place.scope.year
        state.toldYear = place.toldYear(of: document)
        state.leadYear = place.leadYear(of: block)
        state.reviewSpan = place.scope.reviewSpan
        state.documentYear = document?.presentYear ?? state.sectionYear
        state.spokenYear = document?.spokenYear ?? state.documentYear
        state.isYearGuessed = document?.yearOrigin == .guess
        state.isAnnual = document?.yearOrigin == .title && document?.isPlan == false
        state.issueYear = document?.nowYear
        state.planEnd = document?.year
        let resolver = ContextResolver(
            scope: place.scope, document: document, duty: duty, evidence: shared.library.evidence,
            bytes: block.text.bytes)
        let sentences = SentenceSplitter.sentences(block.text.bytes, numerals: scanner.numerals)
        state.names.head = Self.head(of: block, sentences)
        let names = shared.library.names
        // 从三大门类看，采矿业增长4%: the parts of what the paragraph before has named.
        if block.role == .paragraph, opensView(block) { state.names.wholes = before.wholes }
        defer { before = block.role == .paragraph ? state.names : ParagraphNames() }
        if !names.headEndings.end(state.names.head), names.fundEndings.end(place.subject) {
            state.names.head = place.subject
        }
        for sentence in sentences {
            guard sentence.holdsNumeral else {
                openWithWords(block.text.bytes, sentence.range, &state)
                continue
            }
            let range =
                min(
                    max(sentence.range.lowerBound, block.markerLength), sentence.range.upperBound)..<sentence.range
                .upperBound
            let list = place.tokens(of: range) ?? scanner.scan(block.text.bytes, range)
            numerals.note(list.notes)
            guard block.role == .paragraph || block.role == .note else {
                let fate: NumeralFate = block.role == .documentHead ? .name : .context
                for quantity in list.quantities where !quantity.isChineseCount {
                    numerals.claim(quantity.numerals, fate, .heading)
                }
                continue
            }
            var analyzer = ClauseAnalyzer(
                bytes: block.text.bytes, list: list, context: state, shared: shared)
            analyzer.analyze(range)
            state.names = analyzer.lastTopic
            state.kind = analyzer.evidence.kind
            state.paragraphKind = analyzer.evidence.paragraphKind
            let count = extract.statements.count
            emit(analyzer.drafts, list, sentence.range, block, resolver, state, file, &extract, &numerals)
            if extract.statements.count > count { state.neighbour = extract.statements.last.flatMap(\.spokenKind) }
            state.close(months: analyzer.evidence.months)
            state.open(with: analyzer.evidence.opening, isHead: sentence.range.lowerBound <= block.markerLength)
        }
    }

    /// 从三大门类看, 分行业看: the first clause of the paragraph only divides.
    private func opensView(_ block: TextBlock) -> Bool {
        let bytes = block.text.bytes
        let opening = bytes[min(block.markerLength, bytes.count)...]
        let names = shared.library.names
        guard (names.viewOpenings + names.divisionOpenings).contains(where: { opening.starts(with: $0) }) else {
            return false
        }
        let end = UTF8Scanning.start(before: min(bytes.count, ReadingPlaces.headLength), in: bytes)
        let list = scanner.scan(bytes, block.markerLength..<max(end, block.markerLength))
        guard let clause = list.tokens.indices.first(where: { list.isBoundary($0) }), clause > 0 else { return false }
        return list.roles(clause - 1).contains(.asideEnding)
    }

    /// 今年以来，我县发展加快。: a sentence without numerals that opens with this year ends another that was told.
    private func openWithWords(_ bytes: [UInt8], _ sentence: Range<Int>, _ state: inout SentenceContext) {
        guard let told = state.paragraphYear, let year = state.documentYear, told != year,
            let match = shared.library.prose.words.longestMatch(
                in: bytes, at: sentence.lowerBound, limit: sentence.upperBound),
            match.value.roles.contains(.relativeYear), match.value.roles.isDisjoint(with: [.sameYear, .yearBefore]),
            match.value.offset == 0
        else { return }
        state.open(with: OpeningYear(year: year, holds: true), isHead: false)
    }

    /// 一般公共预算 of “1.一般公共预算。收入完成142亿元。”: the sentence with which a paragraph names what it is about.
    private static func head(of block: TextBlock, _ sentences: [SentenceSplitter.Sentence]) -> String {
        guard sentences.count > 1, let first = sentences.first, !first.holdsNumeral || block.markerLength > 0,
            first.range.upperBound - block.markerLength <= headLimit, first.range.upperBound > block.markerLength + 3
        else { return "" }
        return String(decoding: block.text.bytes[block.markerLength..<first.range.upperBound - 3], as: UTF8.self)
    }
    /// Bytes (sixteen characters) of the longest such sentence with its stop.
    static let headLimit = 48

    private func emit(
        _ drafts: [StatementDraft], _ list: TokenList, _ sentence: Range<Int>, _ block: TextBlock,
        _ resolver: ContextResolver, _ state: SentenceContext, _ file: SourceFile, _ extract: inout BulletinExtract,
        _ numerals: inout NumeralClaims
    ) {
        let whole =
            sentence.count <= SentenceSplitter.quoteLimit && !drafts.isEmpty
            ? SentenceSplitter.quote(of: sentence, in: sentence, block.text, file) : nil
        for draft in drafts {
            var quantity = list.quantities[draft.quantity]
            if let full = draft.unitOf { quantity.unit = list.quantities[full].unit }
            if let share = draft.share { quantity.value = share }
            if draft.isNegative {
                let value = quantity.value
                quantity.value = DecimalNumber(significand: -value.significand, exponent: value.exponent)
            }
            if let reason = draft.contextReason {
                let isExplained = reason != .withoutName && (quantity.hasUnit || !reason.lacksUnit)
                numerals.claim(quantity.numerals, isExplained ? .context : .unexplained, reason)
                continue
            }
            var statement = resolver.statement(draft, quantity, state)
            statement.provenance.bulletin = file.name
            statement.provenance.document = block.document
            statement.provenance.sentence = block.text.sourceOffset(at: sentence.lowerBound)
            let start = block.text.sourceOffset(at: draft.range.lowerBound)
            let end = block.text.sourceOffset(at: max(draft.range.lowerBound, draft.range.upperBound - 1))
            statement.provenance.line = file.line(at: start)
            statement.provenance.lineEnd = file.line(at: max(start, end))
            statement.provenance.quote =
                whole ?? SentenceSplitter.quote(of: draft.range, in: sentence, block.text, file)
            statement.numeralRanges = quantity.numerals.flatMap { block.text.sourceRanges(of: $0) }
            statement.areaMention = area(in: statement.qualifier + statement.indicator)
            extract.statements.append(statement)
            numerals.claim(quantity.numerals, .statement, .clause, statement: extract.statements.count - 1)
        }
    }

    /// The first area that a name holds by three characters or more: 海南区, not the 海南 of a company's name.
    private func area(in name: String) -> String? {
        let bytes = Array(name.utf8)
        let mention = shared.library.areas.mentions(in: bytes).first { $0.range.count > 6 }
        return mention.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }
}

extension Statement {
    /// Its kind where something spoke for it; what only a bound makes a target (毛入园率98%以上) says nothing of the next.
    fileprivate var spokenKind: StatementKind? {
        guard kind != .undetermined, kind != .reference else { return nil }
        return evidence?.kind.winner?.speaker == .bound ? nil : kind
    }
}
