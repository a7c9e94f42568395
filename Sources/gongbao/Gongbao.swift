import ArgumentParser

@main
struct Gongbao: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gongbao", abstract: "Reads bulletins and writes progress workbooks.")
}
