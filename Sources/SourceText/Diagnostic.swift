/// What is wrong with an input file: a code, whose words `finding.…` stand in Publishing's table.
public enum FindingCode: Sendable, Hashable {
    case missingPath
    case unreadable(FileError)
    case emptyFile
    case noText
    case unconvertible(encoding: String)
    /// A web page, an office file, a PDF or an OFD of which no text can be made.
    case source(BulletinSourceError)
    /// What a workbook does not show is not read: a sheet, or so many cells in rows and columns of one.
    case hiddenSheet(String)
    case hiddenCells(sheet: String, count: Int)
    /// Formulas whose values nobody computed and stored; the first such cell.
    case uncomputedFormulas(cell: String, count: Int)
    /// Tables of these pages whose rules leave open which cell a text stands in: such cells are blank.
    case openCells(pages: [Int])
    /// The text of these pages lies unseen behind pictures: a program for scans has recognized it.
    case recognizedText(pages: [Int])
    /// The bytes at the place form no character of the encoding.
    case brokenCharacter(encoding: String)
    /// So many further places like that, which are not listed.
    case moreBrokenCharacters(Int)
    case rotatedWithoutHeaders
    case rotatedWithoutCount
    /// `小巷1|40条`: a line end cuts the number where a digit fell out, so that it is not read; or at the margin, where it goes on.
    case lostDigit(String)
    case cutNumber(String)
    /// The edition in place, named here, read this bulletin; this run does not find it, or cannot read it.
    case inputMissing(edition: String)
    /// Somebody wrote to the bulletin after it was read.
    case inputChanged
    /// The file was read as a part of the document in another, by that name.
    case annexOf(String)
    /// A file whose name ends as that of an office file, and whose bytes are plain text: cut off, perhaps, or a message.
    case textNamed(ending: String)
    /// Of a definition file or an edition, in English words: for the console alone, no edition prints it.
    case words(String)
}

/// A finding about an input file: what is wrong and where.
public struct Diagnostic: Sendable, Hashable {
    public enum Severity: String, Sendable, Hashable {
        case error, warning, note
    }

    public let path: String
    /// `nil` where the finding concerns the file as a whole.
    public let position: SourcePosition?
    public let severity: Severity
    public let code: FindingCode

    public init(path: String, position: SourcePosition? = nil, severity: Severity, code: FindingCode) {
        self.path = path
        self.position = position
        self.severity = severity
        self.code = code
    }

    public init(path: String, position: SourcePosition? = nil, severity: Severity, message: String) {
        self.init(path: path, position: position, severity: severity, code: .words(message))
    }

    /// `path:line:column: error: message`, the form that editors jump to, with the words of the code.
    ///
    /// - Parameter severity: Its word; `nil` for the English one.
    public func line(_ message: String, severity word: String? = nil) -> String {
        let place = position.map { ":\($0.line):\($0.column)" } ?? ""
        return "\(path)\(place): \(word ?? severity.rawValue): \(message)"
    }
}

extension Diagnostic: CustomStringConvertible {
    /// The line with the code's own words, or with the code itself where Publishing has the words.
    public var description: String {
        switch code {
        case .words(let message): line(message)
        case .unreadable(let error): line(error.reason)
        default: line("\(code)")
        }
    }
}
