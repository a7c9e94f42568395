public import PipelineDefinition
public import SourceText

/// The first stage: the bytes of a bulletin file to clean UTF-8 lines.
public enum Ingestion {
    /// What came of one file: its text, unless it cannot be read as text, and findings with their places.
    public struct Outcome: Sendable {
        public var file: SourceFile?
        public var diagnostics: [Diagnostic]

        public init(file: SourceFile?, diagnostics: [Diagnostic]) {
            self.file = file
            self.diagnostics = diagnostics
        }
    }

    /// Reads `bytes` in the encoding that their content shows.
    ///
    /// Bytes that form no character become U+FFFD, each with a warning that names its line and column
    /// (the first ``reportedFaults`` of a file; one more tells the count of the rest). Line numbers are
    /// those of the file. An empty file and one that is no text get an error, and ``Outcome/file`` is `nil`.
    /// The characters are made clean by the words of `repairs` (``SourceFile/repairs``); none without them.
    /// - Parameter places: Where `bytes`, which are UTF-8 then, stand in a file of another form.
    public static func ingest(
        bytes: [UInt8], name: String, repairs: RepairLexicon = RepairLexicon(), places: PlaceMap? = nil
    ) -> Outcome {
        guard !bytes.isEmpty else { return failure(name, .emptyFile) }
        guard let (encoding, mark, isWellFormed) = TextEncoding.detect(bytes) else {
            return failure(name, .noText)
        }
        guard let text = isWellFormed ? (bytes, []) : encoding.decoded(bytes[mark...]) else {
            return failure(name, .unconvertible(encoding: encoding.rawValue))
        }
        guard text.bytes.contains(where: { $0 > 0x20 }) else { return failure(name, .emptyFile) }
        let repaired = TextRepair.repaired(text.bytes, lexicon: repairs)
        var file = SourceFile(name: name, bytes: repaired?.text ?? text.bytes, repairs: repaired?.repairs)
        file.places = places
        return Outcome(file: file, diagnostics: warnings(of: text.faults, in: file, encoding))
    }

    /// How many broken places of a file are reported one by one.
    public static let reportedFaults = 20

    private static func failure(_ name: String, _ code: FindingCode) -> Outcome {
        Outcome(file: nil, diagnostics: [Diagnostic(path: name, severity: .error, code: code)])
    }

    private static func warnings(
        of faults: [Int], in file: SourceFile, _ encoding: TextEncoding
    ) -> [Diagnostic] {
        let printed = file.asPrinted
        var result = faults.prefix(reportedFaults).map { offset in
            Diagnostic(
                path: file.name, position: printed.position(at: offset), severity: .warning,
                code: .brokenCharacter(encoding: encoding.rawValue))
        }
        if faults.count > reportedFaults {
            result.append(
                Diagnostic(
                    path: file.name, severity: .warning,
                    code: .moreBrokenCharacters(faults.count - reportedFaults)))
        }
        return result
    }
}
