import StatisticalModel

extension OutcomeCheck {
    /// A file that a folder holds and gongbao does not read: what stands in it is missing from the report.
    static let unreadFile = OutcomeCheck("unread-file") { run, context in
        run.unread.compactMap { file in
            let found: FindingText
            switch file.reason {
            case .ending(let ending): found = .phrase(.fileEnding, [ending])
            case .noEnding: found = .phrase(.noFileEnding, [])
            case .duplicate, .unreadable: return nil
            }
            return context.note(file.name, expected: .phrase(.readableFile, []), found: found)
        }
    }

    /// A file with the same bytes as another, which is read in its stead: its figures count once.
    static let duplicateBulletin = OutcomeCheck("duplicate-bulletin") { run, context in
        run.unread.compactMap { file in
            guard case .duplicate(let kept) = file.reason else { return nil }
            return context.note(
                file.name, subject: .text(kept), expected: .phrase(.once, []), found: .phrase(.sameBytes, [kept]))
        }
    }
}
