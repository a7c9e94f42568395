import Normalization
public import PipelineDefinition
public import SourceText
import StatisticalModel

/// The definitions as runs use them: read, and the office's figures that name their indicators given codes.
public enum Definitions {
    /// The folder that is read where none is named: `Pipelines` here, else the one that was installed with the program
    /// (of /usr/bin/gongbao /usr/share/gongbao/Pipelines); `Pipelines` where neither is.
    public static var folder: String {
        guard !FileBytes.isDirectory("Pipelines"), let program = FileBytes.canonicalPath("/proc/self/exe") else {
            return "Pipelines"
        }
        let parts = program.split(separator: "/").dropLast(2).map { "/\($0)" }
        let installed = parts.joined() + "/share/gongbao/Pipelines"
        return FileBytes.isDirectory(installed) ? installed : "Pipelines"
    }

    public static func load(from directory: String) -> (library: PipelineLibrary, problems: [Diagnostic]) {
        guard FileBytes.isDirectory(directory) else {
            let parts = directory.split(separator: "/", omittingEmptySubsequences: false)
            let parent = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
            let beside = ((try? FileBytes.list(parent.isEmpty ? "/" : parent)) ?? []).filter {
                FileBytes.isDirectory("\(parent)/\($0)")
            }
            let near = NearestName.nearest(to: parts.last.map(String.init) ?? "", among: beside)
            let message = "there is no such folder of definitions\(NearestName.question(near))"
            return (PipelineLibrary(), [Diagnostic(path: directory, severity: .error, message: message)])
        }
        let (library, problems) = PipelineLibrary.load(from: directory)
        // Names mean nothing by tables that are not whole.
        guard problems.isEmpty, library.pipelines.contains(where: \.hasNamedFigures) else { return (library, problems) }
        return SuppliedNames(library: library).resolved()
    }
}

extension Pipeline {
    fileprivate var hasNamedFigures: Bool { suppliedFigures.contains { $0.indicator.text.isEmpty } }
}
