public import StatisticalModel

extension BulletinExtract {
    /// ``numbered(stem:)`` for a bulletin that shares its name without the ending with no other.
    public consuming func numbered(fileName: String) -> BulletinExtract {
        numbered(stem: BulletinName(fileName).stem)
    }

    /// The same extract with the ids of statements, tasks and projects set: `<stem>:<line>.<n>`,
    /// `….T<n>` and `….P<n>`, n counting those of a kind that begin on the line, in order.
    ///
    /// An id stays the same as long as the file does; it does not depend on the order of files.
    ///
    /// - Parameter stem: What tells the bulletin from all others of the run: `2023/plan`.
    public consuming func numbered(stem: String) -> BulletinExtract {
        var result = consume self
        var statements = LineCounter(stem)
        for index in result.statements.indices {
            result.statements[index].id = statements.id(line: result.statements[index].provenance.line)
        }
        var tasks = LineCounter(stem, letter: "T")
        for index in result.tasks.indices {
            result.tasks[index].id = tasks.id(line: result.tasks[index].provenance.line)
        }
        var projects = LineCounter(stem, letter: "P")
        for index in result.projects.indices {
            result.projects[index].id = projects.id(line: result.projects[index].provenance.line)
        }
        return result
    }
}

/// Counts the items of each line and names them.
private struct LineCounter {
    private let stem: String
    private let letter: String
    private var counts: [Int: Int] = [:]

    init(_ stem: String, letter: String = "") {
        self.stem = stem
        self.letter = letter
    }

    mutating func id(line: Int) -> StatementID {
        counts[line, default: 0] += 1
        return StatementID("\(stem):\(line).\(letter)\(counts[line, default: 0])")
    }
}
