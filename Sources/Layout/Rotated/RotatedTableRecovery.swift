import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// Tables of pages that are printed on their side, which page text gives as one to three characters a line.
///
/// A page reads header by header, each followed by its whole column; where a cell ends is not printed.
/// The rows are counted by the number column or by （1）, （2） … in the text, and each column is cut by an
/// exact search for the cells that look most like its kind. What stays open is left blank with a note.
struct RotatedTableRecovery {
    struct Outcome {
        /// Without document and headings: the caller knows them.
        var tables: [RecoveredTable] = []
        /// Of each table what its columns over several rows print, page by page.
        var spans: [[SpanStretch]] = []
        var claims: [NumeralClaim] = []
        var diagnostics: [Diagnostic] = []
    }

    private let file: SourceFile
    private let lexicon: RotatedLexicon
    private let runs: [RotatedRun]
    /// Pages without headers.
    private let unread: [RotatedPage]
    private let furniture: [Range<Int>]
    /// The signs of the bulletin's ordinary text; none where no table asks for them.
    private let prose: [UInt32]

    init(_ file: SourceFile, _ lines: [SourceLine], library: PipelineLibrary) {
        self.file = file
        let reader = RotatedPageReader(file: file, lexicon: library.layout, lines: lines)
        furniture = reader.furniture
        (runs, unread) = RotatedRun.group(reader.pages, finder: RotatedHeaderFinder(lexicon: library.rotated))
        var lexicon = library.rotated
        lexicon.areas = library.areas
        self.lexicon = lexicon
        prose = runs.isEmpty ? [] : Self.prose(file, lines)
    }

    var tableCount: Int { runs.count }

    /// One table by itself; what it comes to depends on no other.
    func table(_ index: Int) -> Outcome {
        var outcome = Outcome()
        RotatedTableBuilder(file: file, run: runs[index], lexicon: lexicon, prose: prose).build(into: &outcome)
        return outcome
    }

    /// The whole of what `tables` came to, in their order, with what is no table's.
    func outcome(of tables: [Outcome]) -> Outcome {
        var outcome = Outcome()
        for range in furniture {
            outcome.claims.append(NumeralClaim(source: range, fate: .structure, reason: .pageFurniture))
        }
        for table in tables {
            outcome.tables += table.tables
            outcome.spans += table.spans
            outcome.claims += table.claims
            outcome.diagnostics += table.diagnostics
        }
        for page in unread { report(page, into: &outcome) }
        return outcome
    }

    /// The signs of the lines of ordinary text, which teach what characters follow each other.
    private static func prose(_ file: SourceFile, _ lines: [SourceLine]) -> [UInt32] {
        var scalars: [UInt32] = []
        scalars.reserveCapacity(file.bytes.count / 3)
        for line in lines where line.role == .text {
            var offset = line.range.lowerBound
            while offset < line.range.upperBound {
                let (value, length) = UTF8Scanning.scalar(in: file.bytes, at: offset)
                if PageScanner.blankLength(file.bytes, at: offset, end: line.range.upperBound) == 0 {
                    scalars.append(CellLanguage.sign(value))
                }
                offset += length
            }
        }
        return scalars
    }

    private func report(_ page: RotatedPage, into outcome: inout Outcome) {
        for run in page.text.text.runs {
            outcome.claims.append(
                NumeralClaim(source: run.source, fate: .unexplained, reason: .unknownHeaders))
        }
        outcome.diagnostics.append(
            Diagnostic(
                path: file.name, position: SourcePosition(line: page.lines.lowerBound), severity: .warning,
                code: .rotatedWithoutHeaders))
    }
}
