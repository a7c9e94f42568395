import ArgumentParser
import PipelineDefinition
import PipelineRun
import Publishing
import SourceText

/// The folder of editions.
struct OutputOptions: ParsableArguments {
    @Option(help: Console.help("The folder that holds the editions."))
    var output = "Output"

    func validate() throws {
        if output.isEmpty { throw ValidationError("--output: name a folder; ‘.’ is this one.") }
    }
}

/// How long a command that writes waits for another run.
struct LockOptions: ParsableArguments {
    @Option(help: Console.help("How many seconds to wait while another run writes to the folder."))
    var lockTimeout = 600

    func patience(for output: String) -> OutputLock.Patience {
        OutputLock.Patience(seconds: lockTimeout) { [lockTimeout] holder in
            Console.message(Console.words("console.waiting", output, "\(holder)", "\(lockTimeout)"))
        }
    }

    func validate() throws {
        if lockTimeout < 0 { throw ValidationError("--lock-timeout: give seconds, 0 or more.") }
    }
}

/// The option that names the folder of definitions, and its reading.
struct DefinitionOptions: ParsableArguments {
    @Option(
        name: .customLong("pipelines"),
        help: Console.help("The folder of definitions: ./Pipelines, else the installed one, unless named."))
    var pipelines = Definitions.folder

    /// The compiled definitions; with all problems printed and exit status 2 where there are any.
    func library() throws -> PipelineLibrary {
        let (library, problems) = Definitions.load(from: pipelines)
        guard problems.isEmpty else {
            Console.report(problems)
            throw ExitCode(2)
        }
        return library
    }
}

/// The language of the messages of a command that writes nothing in one of the two: ``Console`` reads it before the
/// parser does, so that the parser's own words are in it too.
struct MessageOptions: ParsableArguments {
    @Option(help: Console.help("The language of the messages: zh or en."))
    var language = Console.language
}

/// Whether pages that are pictures are read.
struct ScanOptions: ParsableArguments {
    @Flag(
        help: Console.help(
            "Reads scanned pages of PDFs with Tesseract (chi_sim); each figure there is of low reliability (U)."))
    var ocr = false

    var policy: ScanPolicy { ocr ? .recognized : .refused }
}
