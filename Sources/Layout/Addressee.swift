import PipelineDefinition

/// Whom a notice is addressed to: the lines that open it.
enum Addressee {
    /// The lines that an addressee takes from `index`, 0 for none: `各旗区人民政府，…各大企事业单位：`, or wrapped.
    static func length(at index: Int, of lines: [TextLine], lexicon: LayoutLexicon) -> Int {
        guard lines[index].marker == nil, lexicon.contains(.addressee, in: lines[index].bytes) else { return 0 }
        for count in 1...3 where index + count <= lines.count {
            let line = lines[index + count - 1]
            if line.lastScalar == UInt32(scalar: "：") || line.lastScalar == UInt32(scalar: ":") { return count }
            // Further lines are full of names too; a sentence is none.
            if line.endsSentence || line.cells < 24 || !lexicon.starts(.addressee, lines[index].bytes) { return 0 }
        }
        return 0
    }
}
