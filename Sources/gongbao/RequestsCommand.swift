import ArgumentParser
import PipelineRun
import Publishing
import SourceText

struct RequestsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "requests",
        abstract: Console.told("Makes request forms: for each responsible unit a workbook of what it owes."),
        discussion: Console.told(
            """
            Targets whose time is over and that have no final figure, those that end soon, and tasks that are overdue or \
            due. Offices fill in the yellow cells; `gongbao import` reads the forms. A form that stands in the folder \
            already and differs, since it was filled in perhaps, is never written over without --replace. \
            Exit status: 0 done; 2 could not run.
            """))

    @Argument(help: Console.help("The edition: its folder, or its name within the output folder."))
    var edition: String

    @Option(help: Console.help("The folder for the forms; without it OUTPUT/EDITION.requests."))
    var to: String?

    @Option(help: Console.help("The language of the forms: zh or en."))
    var language = ReportLanguage.chinese

    @Option(help: Console.help("Days from the edition's date within which a target's year ends, or a task is due."))
    var within = 90

    @Flag(help: Console.help("Write over forms that stand there and differ."))
    var replace = false

    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var definitions: DefinitionOptions

    func validate() throws {
        if within < 0 { throw ValidationError("--within: give days, 0 or more.") }
        if to?.isEmpty == true { throw ValidationError("--to: name a folder; ‘.’ is this one.") }
    }

    func run() throws {
        do {
            let run = try RequestRun(
                edition: edition, output: outputOptions.output, library: try definitions.library(), language: language,
                within: within)
            let name = edition.split(separator: "/").last.map(String.init) ?? edition
            let folder = to ?? "\(outputOptions.output)/\(name).requests"
            let paths = try run.write(to: folder, replaces: replace)
            try Console.output(Array(paths.map { $0 + "\n" }.joined().utf8))
            let figures = run.requests.reduce(0) { $0 + $1.figures.count }
            let tasks = run.requests.reduce(0) { $0 + $1.tasks.count }
            let words = Console.words
            Console.message(
                words(
                    "console.requests", folder, Console.count(paths.count, "form"), Console.count(figures, "figure"),
                    Console.count(tasks, "task"))
                    + (run.leftOut > 0
                        ? words("console.requests.left-out", Console.count(run.leftOut, "target")) : "")
                    + (run.takingPart > 0
                        ? words("console.requests.taking-part", Console.count(run.takingPart, "unit")) : ""))
        } catch let error as RequestError {
            Console.report(error)
            throw ExitCode(2)
        }
    }
}
