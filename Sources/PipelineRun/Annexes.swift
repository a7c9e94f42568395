import PipelineDefinition
import SourceText
import StatisticalModel

/// Which of a run's files are annexes of a document in another file.
///
/// `柳川市养老服务实施方案.docx` and `柳川市养老服务实施方案 附件1 主要指标表.xlsx` in one folder are one document; so are
/// `通知.docx` and `附件1.xlsx` where no other file of the folder can be meant, or where the text of one alone
/// announces the annex by the words of its name. Where two may be meant, an annex stays a document of its own.
struct Annexes: Sendable {
    /// The index of the main file by that of its annex.
    private var mains: [Int: Int] = [:]

    /// Shorter words of a name may stand in any text.
    private static let fewestCharacters = 4

    /// - Parameter layouts: What was read, `nil` where a file could not be; in the order of the names.
    init(of layouts: [BulletinLayout?], lexicon: LayoutLexicon) {
        let words = lexicon.words(.annex)
        let names = layouts.map { $0.map { Name($0.file.name, words: words) } }
        for (index, name) in names.enumerated() {
            guard let name, name.isAnnex else { continue }
            let others = names.indices.filter { other in
                names[other].map { !$0.isAnnex && $0.folder == name.folder } ?? false
            }
            let alike = others.filter { names[$0]?.shares(name.stem) ?? false }
            let announcing = others.filter { other in layouts[other].map { Self.announces(name, $0, words) } ?? false }
            let candidates = name.stem.isEmpty ? (announcing.isEmpty ? others : announcing) : alike
            if candidates.count == 1 { mains[index] = candidates[0] }
        }
    }

    /// The main file of the annex at `index`.
    subscript(index: Int) -> Int? { mains[index] }

    /// The stretches of `files`, which are in the order of their names, that must be read together: an annex may belong to
    /// any file of its folder.
    static func chunks(of files: [BulletinFile], lexicon: LayoutLexicon) -> [Range<Int>] {
        let words = lexicon.words(.annex)
        let names = files.map { Name($0.name, words: words) }
        let folders = Set(names.filter(\.isAnnex).map(\.folder))
        var last: [String: Int] = [:]
        for (index, name) in names.enumerated() where folders.contains(name.folder) { last[name.folder] = index }
        var chunks: [Range<Int>] = []
        var (start, end) = (0, 0)
        for (index, name) in names.enumerated() {
            end = max(end, last[name.folder] ?? index)
            guard index == end else { continue }
            chunks.append(start..<index + 1)
            (start, end) = (index + 1, index + 1)
        }
        return chunks
    }

    /// Gives an annex what its own text leaves unsaid: title, number, issuer, day, year and register of its document.
    static func fill(_ layout: inout BulletinLayout, from main: BulletinLayout, lexicon: LayoutLexicon) {
        guard let document = main.documents.first else { return }
        let own = BulletinName(layout.file.name).title
        for index in layout.documents.indices {
            var annex = layout.documents[index]
            let title = Array(annex.title.utf8)
            let isNamed = !title.isEmpty && annex.title != own
            if !isNamed || lexicon.words(.annex).longestMatch(in: title, at: 0) != nil { annex.title = document.title }
            annex.number = annex.number ?? document.number
            annex.issuer = annex.issuer ?? document.issuer
            annex.date = annex.date ?? document.date
            annex.year = annex.year ?? document.year
            annex.register = annex.register ?? document.register
            layout.documents[index] = annex
        }
        if layout.statedArea == nil { layout.statedArea = main.statedArea }
    }

    /// A line of `layout` that names an annex holds the words behind the number of `name`: `附件：1. 主要指标表`.
    private static func announces(_ name: Name, _ layout: BulletinLayout, _ words: WordTrie<Bool>) -> Bool {
        guard name.words.unicodeScalars.count >= fewestCharacters else { return false }
        let wanted = Array(name.words.utf8)
        var isList = false
        for block in layout.blocks {
            let bytes = block.text.bytes
            if words.longestMatch(in: bytes, at: 0) != nil { isList = true }
            if isList, bytes.holds(wanted) { return true }
        }
        return false
    }

    /// A file's name taken apart at its word of an annex.
    private struct Name {
        let folder: String
        var isAnnex = false
        /// Before the word, without the marks that part them: `柳川市养老服务实施方案`.
        var stem: String
        /// Behind the word and its number: `主要指标表`.
        var words = ""

        init(_ name: String, words trie: WordTrie<Bool>) {
            let parts = name.split(separator: "/")
            folder = parts.dropLast().joined(separator: "/")
            let title = Array(BulletinName(name).title.utf8)
            stem = String(decoding: title, as: UTF8.self)
            for index in title.indices where title[index] & 0xC0 != 0x80 {
                guard let word = trie.longestMatch(in: title, at: index) else { continue }
                isAnnex = true
                stem = Self.trimmed(title[..<index])
                self.words = Self.trimmed(title[(index + word.length)...])
                return
            }
        }

        /// Both names begin alike, as far as the shorter one goes.
        func shares(_ other: String) -> Bool {
            stem.unicodeScalars.count >= fewestCharacters && other.unicodeScalars.count >= fewestCharacters
                && (stem.hasPrefix(other) || other.hasPrefix(stem))
        }

        /// Without digits, blanks and marks at both ends.
        private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
            let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
            // 附件一 counts as 附件1 does.
            let isWord: (Unicode.Scalar) -> Bool = { $0.properties.isAlphabetic && $0.properties.numericType == nil }
            guard let first = scalars.firstIndex(where: isWord), let last = scalars.lastIndex(where: isWord) else {
                return ""
            }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[first...last])
            return String(view)
        }
    }
}
