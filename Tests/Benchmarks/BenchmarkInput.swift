import Foundation
import SourceText

/// The bulletins that are measured: the five real ones where they lie beside the project, else our samples.
struct BenchmarkInput {
    struct File {
        var path: String
        var bytes: [UInt8]
    }

    var folder: String
    var files: [File]
    var isReal: Bool

    static let root = String(#filePath.dropLast("/Tests/Benchmarks/BenchmarkInput.swift".count))
    static let pipelines = root + "/Pipelines"

    var byteCount: Int { files.reduce(0) { $0 + $1.bytes.count } }

    var description: String {
        "\(files.count) bulletins, \(byteCount) bytes, from \(folder)"
            + (isReal
                ? "" : "\nNOTE: the real bulletins are not at ../shared/bulletins; the project's samples stand in")
    }

    static func bulletins() -> BenchmarkInput {
        let real = root + "/../shared/bulletins"
        let isReal = FileManager.default.fileExists(atPath: real)
        let folder = isReal ? real : pipelines + "/bulletins"
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        let files = names.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }.compactMap { name in
            (try? FileBytes.read("\(folder)/\(name)")).map { File(path: "\(folder)/\(name)", bytes: $0) }
        }
        return BenchmarkInput(folder: folder, files: files, isReal: isReal)
    }
}
