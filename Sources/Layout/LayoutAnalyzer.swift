public import PipelineDefinition
public import SourceText
public import StatisticalModel

/// The second stage: clean lines to documents, headings, paragraphs and tables.
public struct LayoutAnalyzer: Sendable {
    private let library: PipelineLibrary

    public init(library: PipelineLibrary) {
        self.library = library
    }

    public func layout(of file: SourceFile) -> BulletinLayout {
        let lines = PageScanner.scan(file, lexicon: library.layout)
        let recovered = TableRecovery(library: library).recover(file, lines: lines)
        var taken = recovered.takenLines
        for line in titleLines(lines, in: file) { taken[line - 1] = false }
        let rotated = RotatedTableRecovery(library: library).recover(file, lines)
        let tables = (recovered.tables + rotated.tables).sorted { $0.firstLine < $1.firstLine }
        var layout = layout(of: file, lines: lines, tables: tables, taken: taken)
        layout.claims += LeftoverClaims.claims(recovered.tables, in: file, taken: taken) + rotated.claims
        layout.diagnostics += rotated.diagnostics
        return layout
    }

    /// The lines that hold titles and numbers of documents: no table has a claim to them.
    private func titleLines(_ lines: [SourceLine], in file: SourceFile) -> [Int] {
        let text = TextLine.read(lines, taken: [], file: file, lexicon: library.layout)
        let numbers = text.indices.filter { DocumentNumber.parse(text[$0].bytes) != nil }
        guard !numbers.isEmpty else { return [] }
        var finder = DocumentHeadFinder(file: file, lines: text, lexicon: library.layout, isWrapped: true)
        finder.find()
        var result: [Int] = []
        for index in numbers {
            var above = index
            while above >= 0, above > index - 6, finder.isHead[above] {
                result.append(text[above].number)
                above -= 1
            }
        }
        return result
    }

    /// The layout of `file` once tables are taken out; `taken` tells for each line, by its index, whether a table holds it.
    func layout(
        of file: SourceFile, lines: [SourceLine], tables: [RecoveredTable], taken: [Bool]
    ) -> BulletinLayout {
        var text = TextLine.read(lines, taken: taken, file: file, lexicon: library.layout)
        var cut = CutNumbers(file: file)
        cut.takeOut(of: &text)
        let isWrapped = ParagraphBreaks.isWrapped(text)
        var finder = DocumentHeadFinder(
            file: file, lines: text, lexicon: library.layout, isWrapped: isWrapped)
        finder.find()
        var isHead = finder.isHead
        let documents = documents(finder, &isHead, in: file)
        // A caption goes with its table, also where the table stands in the middle of a sentence.
        for index in text.indices.dropLast() where text[index].captionLength > 0 && text[index + 1].followsGap {
            isHead[index] = true
        }
        var assembler = BlockAssembler(
            body: text.indices.filter { !isHead[$0] }.map { text[$0] }, isWrapped: isWrapped, documents: documents,
            lexicon: library.layout)
        assembler.assemble(heads: text.indices.filter { isHead[$0] }.map { text[$0] })
        let places = TablePlaces(documents: documents, blocks: assembler.blocks)
        return BulletinLayout(
            file: file, documents: documents, blocks: assembler.blocks, tables: tables.map(places.placed),
            rotatedZones: Self.rotatedZones(lines),
            claims: StructureClaims.ofFurniture(lines, in: file) + StructureClaims.ofTags(lines, taken: taken, in: file)
                + assembler.claims + cut.claims,
            diagnostics: cut.diagnostics)
    }

    /// The documents with the lines where they end; what stands before the first is front matter.
    private func documents(
        _ finder: DocumentHeadFinder, _ isHead: inout [Bool], in file: SourceFile
    ) -> [BulletinDocument] {
        for index in 0..<(finder.heads.first?.firstIndex ?? 0) { isHead[index] = true }
        var documents = finder.heads.map(\.document)
        for index in documents.indices {
            let next = index + 1 < documents.count ? documents[index + 1].firstLine - 1 : file.lineCount
            documents[index].lastLine = max(documents[index].firstLine, next)
            documents[index].register =
                documents[index].register ?? TitleRegister.of(documents[index].title, lexicon: library.layout)
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
