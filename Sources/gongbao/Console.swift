import ArgumentParser
import Glibc
import PipelineRun
import Publishing
import SourceText
import StatisticalModel

/// Standard output for data, standard error for messages.
enum Console {
    /// How messages are written.
    enum LogFormat: String, ExpressibleByArgument, CaseIterable {
        case text
        /// JSON, an object a line, for cron and for programs that gather logs.
        case json
    }

    /// The language of messages: that of `--language`, else the one that the environment names.
    static let language = ReportLanguage.ofUser(
        arguments: CommandLine.arguments, environment: { name in getenv(name).map { String(cString: $0) } })
    static let words = ReportWords(language)

    /// A text of the help.
    static func told(_ english: String) -> String { CommandHelpTable.text(english, in: language) }
    static func help(_ english: String) -> ArgumentHelp { ArgumentHelp(told(english)) }

    /// Set once, before the first message.
    nonisolated(unsafe) static var log: JSONLog?

    /// Shows how far the reading is, on a terminal and where messages are text.
    static let progress: @Sendable (RunProgress) -> Void = { progress in
        guard log == nil else { return }
        if progress.done < progress.total {
            ProgressBar.onTerminal?.show(progress)
        } else {
            ProgressBar.onTerminal?.end()
        }
    }

    static func message(_ text: String) {
        let line = log?.line("message", level: "info", [("message", .text(text))]) ?? Array((text + "\n").utf8)
        write(line, to: STDERR_FILENO)
    }

    static func log(_ event: String, level: String = "info", _ members: [(String, LogValue)]) {
        if let log { write(log.line(event, level: level, members), to: STDERR_FILENO) }
    }

    /// A line for each.
    static func report(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics {
            guard log != nil else {
                message(
                    diagnostic.line(
                        said(diagnostic), severity: words("console.severity.\(diagnostic.severity.rawValue)")))
                continue
            }
            let place = diagnostic.position.map { [("line", LogValue.integer($0.line))] } ?? []
            log(
                "finding", level: diagnostic.severity.rawValue,
                [("path", .text(diagnostic.path))] + place + [("message", .text(said(diagnostic)))])
        }
    }

    private static func said(_ diagnostic: Diagnostic) -> String {
        UsageWords(words).translated(words(diagnostic.code))
    }

    /// The files that no bulletin was made of; why one is unreadable, its diagnostic says.
    static func report(_ unread: [UnreadFile]) {
        for file in unread {
            switch file.reason {
            case .ending(let ending): message(words("console.unread.ending", file.name, ending))
            case .noEnding: message(words("console.unread.no-ending", file.name))
            case .duplicate(of: let kept): message(words("console.unread.duplicate", file.name, kept))
            case .unreadable: break
            }
        }
    }

    /// Ends a command that found nothing to read, and says so where no finding does.
    static func noBulletin(_ diagnostics: [Diagnostic]) -> ExitCode {
        if diagnostics.isEmpty { message(words("console.no-bulletin")) }
        return ExitCode(2)
    }

    /// `1 form`, `2 forms`; in Chinese the number alone.
    static func count(_ number: Int, _ noun: String) -> String {
        words.language == .chinese ? "\(number)" : "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    /// Why a run could not be done.
    static func report(_ error: RunError) {
        switch error {
        case .noInput(let problems, let unread):
            report(problems)
            report(unread)
            if problems.isEmpty { message(words("console.no-bulletin")) }
        case .output(let failure): message(words.failure(failure))
        case .workbook(let path, let reason): message(words("console.of-path", path, reason))
        case .invalidOption(let reason): message(UsageWords(words).translated(reason))
        case .locked(let output): message(words("console.locked", output))
        }
    }

    /// Why forms or a briefing could not be made of an edition.
    static func report(_ error: RequestError) {
        switch error {
        case .edition(let unknown): message(words(unknown))
        case .table(let problems): report(problems)
        case .file(let failure): message(words.failure(failure))
        case .workbook(let path, let reason): message(words("console.of-path", path, reason))
        case .standing(let paths):
            for path in paths { message(words("console.standing", path)) }
            message(words("console.nothing-written"))
        }
    }

    /// Writes to standard output; what it does not take ends the run with status 2.
    static func output(_ bytes: [UInt8]) throws {
        guard let code = write(bytes, to: STDOUT_FILENO) else { return }
        message(words.failure(FileError(path: words("console.standard-output"), code: code)))
        throw ExitCode(2)
    }

    /// Writes to the file `path`, or to standard output without one; a failure ends the run with status 2.
    static func output(_ bytes: [UInt8], to path: String?) throws {
        guard let path else { return try output(bytes) }
        do {
            try EditionFolder.writeFile(bytes, path: path)
        } catch {
            message(words.failure(error))
            throw ExitCode(2)
        }
    }

    /// Ends the program as the parser of arguments does, with its words in the user's language.
    static func exit(_ command: Gongbao.Type, _ error: any Error) -> Never {
        let code = command.exitCode(for: error)
        let text = command.fullMessage(for: error)
        guard language == .chinese, !text.isEmpty else { command.exit(withError: error) }
        let line = Array((UsageWords(words).translated(text) + "\n").utf8)
        write(line, to: code.isSuccess ? STDOUT_FILENO : STDERR_FILENO)
        command.exit(withError: code)
    }

    /// Data that is written part after part, to the file `path` or to standard output.
    struct OutputStream {
        private let path: String?
        private let descriptor: CInt

        init(_ path: String?) throws {
            self.path = path
            guard let path else {
                descriptor = STDOUT_FILENO
                return
            }
            // Makes its folders, and empties it.
            try Console.output([], to: path)
            descriptor = open(path, O_WRONLY | O_CLOEXEC)
            if descriptor < 0 { throw Self.failed(path, errno) }
        }

        func write(_ bytes: [UInt8]) throws {
            if let code = Console.write(bytes, to: descriptor) {
                throw Self.failed(path ?? Console.words("console.standard-output"), code)
            }
        }

        func end() throws {
            // A network file system tells only now that the disk is full.
            if let path, close(descriptor) != 0 { throw Self.failed(path, errno) }
        }

        private static func failed(_ path: String, _ code: CInt) -> ExitCode {
            Console.message(Console.words.failure(FileError(path: path, code: code)))
            return ExitCode(2)
        }
    }

    /// The system's error number where the bytes could not be written.
    @discardableResult
    private static func write(_ bytes: [UInt8], to descriptor: CInt) -> CInt? {
        if descriptor == STDERR_FILENO || isatty(descriptor) == 1 { ProgressBar.onTerminal?.clear() }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR { return errno }
            rest = rest.dropFirst(max(count, 0))
        }
        return nil
    }
}
