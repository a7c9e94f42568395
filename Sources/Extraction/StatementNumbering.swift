public import StatisticalModel

extension BulletinExtract {
    /// The same extract with the ids of statements and tasks set: `<file stem>:<line>.<n>` and
    /// `<file stem>:<line>.T<n>`, n counting those that begin on the line, in order.
    ///
    /// An id stays the same as long as the file does; it does not depend on other bulletins or on the
    /// order of files.
    public func numbered(fileName: String) -> BulletinExtract {
        let stem = fileName.split(separator: ".").dropLast().joined(separator: ".")
        let name = stem.isEmpty ? fileName : stem
        var result = self
        var counts: [Int: Int] = [:]
        for index in result.statements.indices {
            let line = result.statements[index].provenance.line
            counts[line, default: 0] += 1
            result.statements[index].id = StatementID("\(name):\(line).\(counts[line, default: 0])")
        }
        counts = [:]
        for index in result.tasks.indices {
            let line = result.tasks[index].provenance.line
            counts[line, default: 0] += 1
            result.tasks[index].id = StatementID("\(name):\(line).T\(counts[line, default: 0])")
        }
        return result
    }
}
