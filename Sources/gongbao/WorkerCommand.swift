import ArgumentParser
import PipelineRun
import SourceText

struct WorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract: Console.told(
            "Answers each line of JSON on standard input with the records of a document, as lines of JSON."),
        discussion: Console.told(
            """
            A line is {"id":"a","path":"2023/plan.txt"}, with "name" where the bulletin is to be called otherwise, \
            {"id":"a","paths":["plan.docx","annex.xlsx"]} for files that belong together, or \
            {"id":"a","name":"page.html","content":"…"} with the bytes in base64.
            An answer ends with a record of the type end and is written at once. What cannot be read is a record too: \
            the status is 0 whenever standard input was read to its end. `gongbao report --from` takes the records.
            """))

    @Flag(help: Console.help("Print the fields of each type of record with their types and read nothing."))
    var schema = false

    @Option(help: Console.help("Megabytes that a bulletin may have; larger files are not read."))
    var sizeLimit = FileBytes.sizeLimit >> 20

    @OptionGroup var scanOptions: ScanOptions
    @OptionGroup var definitions: DefinitionOptions
    @OptionGroup var messages: MessageOptions

    func validate() throws {
        if !(1...4096).contains(sizeLimit) { throw ValidationError("--size-limit: give megabytes, 1 to 4096.") }
    }

    func run() async throws {
        if schema { return try Console.output(WorkerRun.schema) }
        let worker = WorkerRun(
            library: try definitions.library(), sizeLimit: sizeLimit << 20, scans: scanOptions.policy)
        var lines = InputLines(limit: WorkerRun.lineLimit(sizeLimit: sizeLimit << 20))
        var number = 0
        do {
            while let line = try lines.next() {
                number += 1
                try Console.output(await worker.answer(line, number: number))
            }
        } catch let error as FileError {
            Console.message(Console.words.failure(error))
            throw ExitCode(2)
        }
    }
}
