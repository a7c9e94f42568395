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

    /// A line for each, in English.
    static func report(_ diagnostics: [Diagnostic]) {
        let words = ReportWords(.english)
        for diagnostic in diagnostics {
            guard log != nil else {
                message(diagnostic.line(words(diagnostic.code)))
                continue
            }
            let place = diagnostic.position.map { [("line", LogValue.integer($0.line))] } ?? []
            log(
                "finding", level: diagnostic.severity.rawValue,
                [("path", .text(diagnostic.path))] + place + [("message", .text(words(diagnostic.code)))])
        }
    }

    /// The files that no bulletin was made of; why one is unreadable, its diagnostic says.
    static func report(_ unread: [UnreadFile]) {
        for file in unread {
            switch file.reason {
            case .ending(let ending): message("\(file.name): warning: not read: a .\(ending) file")
            case .noEnding: message("\(file.name): warning: not read: the name has no ending such as .txt")
            case .duplicate(of: let kept): message("\(file.name): warning: not read: the same bytes as \(kept)")
            case .unreadable: break
            }
        }
    }

    /// Why a run could not be done.
    static func report(_ error: RunError) {
        switch error {
        case .noInput(let problems, let unread):
            report(problems)
            report(unread)
            if problems.isEmpty { message("no bulletin (text, a web page, an office file, PDF or OFD) was found") }
        case .output(let failure): message(failure.description)
        case .workbook(let path, let reason): message("\(path): \(reason)")
        case .invalidOption(let reason): message(reason)
        case .locked(let output): message("\(output): another run still writes to this folder; nothing was written")
        }
    }

    /// Why forms or a briefing could not be made of an edition.
    static func report(_ error: RequestError) {
        switch error {
        case .edition(let unknown): message(unknown.description)
        case .table(let problems): report(problems)
        case .file(let failure): message(failure.description)
        case .workbook(let path, let reason): message("\(path): \(reason)")
        case .standing(let paths):
            for path in paths { message("\(path): stands there and differs: filled in? (--replace)") }
            message("nothing was written")
        }
    }

    /// Writes to standard output; what it does not take ends the run with status 2.
    static func output(_ bytes: [UInt8]) throws {
        guard let code = write(bytes, to: STDOUT_FILENO) else { return }
        message(FileError(path: "standard output", code: code).description)
        throw ExitCode(2)
    }

    /// Writes to the file `path`, or to standard output without one; a failure ends the run with status 2.
    static func output(_ bytes: [UInt8], to path: String?) throws {
        guard let path else { return try output(bytes) }
        do {
            try EditionFolder.writeFile(bytes, path: path)
        } catch {
            message(error.description)
            throw ExitCode(2)
        }
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
            if let code = Console.write(bytes, to: descriptor) { throw Self.failed(path ?? "standard output", code) }
        }

        func end() throws {
            // A network file system tells only now that the disk is full.
            if let path, close(descriptor) != 0 { throw Self.failed(path, errno) }
        }

        private static func failed(_ path: String, _ code: CInt) -> ExitCode {
            Console.message(FileError(path: path, code: code).description)
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
