import BulletinSource
import SourceText
import StatisticalModel

extension BulletinExtract {
    /// The extract with the page, cell or element of each figure, where the file was made from one of another form.
    consuming func placed(in file: SourceFile) -> BulletinExtract {
        guard let places = file.places else { return self }
        var result = consume self
        for index in result.statements.indices {
            let statement = result.statements[index]
            result.statements[index].provenance.place =
                places.place(of: statement.numeralRanges, in: file)
                ?? places.place(of: [file.range(of: statement.wording, at: statement.provenance)], in: file)
        }
        for index in result.tasks.indices {
            let line = file.range(of: nil, at: result.tasks[index].provenance)
            result.tasks[index].provenance.place = places.place(of: [line], in: file)
        }
        for index in result.projects.indices {
            let line = file.range(of: nil, at: result.projects[index].provenance)
            result.projects[index].provenance.place = places.place(of: [line], in: file)
        }
        return result
    }

    /// The extract with the status U for figures of `pages`, whose text a program has recognized.
    consuming func doubted(onPages pages: Set<Int>) -> BulletinExtract {
        guard !pages.isEmpty else { return self }
        var result = consume self
        for index in result.statements.indices {
            if case .page(let page, _)? = result.statements[index].provenance.place, pages.contains(page) {
                result.statements[index].status = .lowReliability
            }
        }
        return result
    }
}

extension SourceFinding {
    /// The pages whose text a program has recognized.
    var recognizedPages: [Int] { if case .recognizedText(let pages) = code { pages } else { [] } }
}

extension PlaceMap {
    /// The first place of `ranges` of the file's text; boxes on one page are taken together.
    fileprivate func place(of ranges: [Range<Int>], in file: SourceFile) -> SourcePlace? {
        var result: SourcePlace?
        for range in ranges {
            for place in places(in: file.printedRange(of: range)) {
                switch (result, place) {
                case (nil, _): result = place
                case (.page(let page, let box)?, .page(let next, let more)) where page == next:
                    result = .page(page, box: box.union(more))
                default: break
                }
            }
        }
        return result
    }
}

extension SourceFile {
    /// The bytes of `words` on the first line of a provenance; the whole line where it does not hold them.
    fileprivate func range(of words: String?, at provenance: Provenance) -> Range<Int> {
        guard (1...lineCount).contains(provenance.line) else { return 0..<0 }
        let line = rangeOfLine(provenance.line)
        let words = Array((words ?? "").utf8)
        guard !words.isEmpty, words.count <= line.count else { return line }
        for start in line.lowerBound...line.upperBound - words.count where bytes[start] == words[0] {
            if bytes[start..<start + words.count].elementsEqual(words) { return start..<start + words.count }
        }
        return line
    }
}
