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

    let library: PipelineLibrary

    func recover(_ file: SourceFile, _ lines: [SourceLine]) -> Outcome {
        let reader = RotatedPageReader(file: file, lexicon: library.layout, lines: lines)
        let (runs, unread) = RotatedRun.group(
            reader.pages, finder: RotatedHeaderFinder(lexicon: library.rotated))
        var outcome = Outcome()
        for range in reader.furniture {
            outcome.claims.append(NumeralClaim(source: range, fate: .structure, reason: .pageFurniture))
        }
        var lexicon = library.rotated
        lexicon.areas = library.areas
        if !runs.isEmpty {
            let prose = prose(file, lines)
            for run in runs {
                RotatedTableBuilder(file: file, run: run, lexicon: lexicon, prose: prose).build(into: &outcome)
            }
        }
        for page in unread { report(page, file, into: &outcome) }
        return outcome
    }

    /// The signs of the lines of ordinary text, which teach what characters follow each other.
    private func prose(_ file: SourceFile, _ lines: [SourceLine]) -> [UInt32] {
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

    private func report(_ page: RotatedPage, _ file: SourceFile, into outcome: inout Outcome) {
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
