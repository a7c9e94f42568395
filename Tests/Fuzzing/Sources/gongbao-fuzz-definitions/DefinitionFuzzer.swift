import Extraction
import Foundation
import Ingestion
import Layout
import PipelineDefinition

/// Any bytes as one of the definition files: a wrong one is a problem with its place, and one that passes reads a
/// bulletin without a trap.
///
/// The first byte of the input chooses the file. The others are the head of the project's own, so that a load takes
/// less than a millisecond.
struct DefinitionFuzzer {
    private let folder: String
    /// Relative to the folder, in order.
    private let files: [String]
    private let contents: [Data]

    static let shared = DefinitionFuzzer()

    private static let linesKept = 12
    private static let bulletin = Array(
        """
        某市人民政府关于印发2025年发展计划的通知

        一、总体目标
        到2025年，养老机构护理型床位占比达到55%以上，煤炭产能稳定在4亿吨左右，城镇新增就业1.2万人。

        """.utf8)

    private init() {
        let root = String(
            #filePath.dropLast("/Tests/Fuzzing/Sources/gongbao-fuzz-definitions/DefinitionFuzzer.swift".count))
        folder = NSTemporaryDirectory() + "/gongbao-fuzz-definitions-\(getpid())"
        let definitions = root + "/Pipelines"
        let paths = FileManager.default.enumerator(atPath: definitions)?.compactMap { $0 as? String } ?? []
        files = paths.filter { !$0.hasPrefix("bulletins/") && ($0.hasSuffix(".csv") || $0.hasSuffix(".yaml")) }.sorted()
        contents = files.map { file in
            guard let data = FileManager.default.contents(atPath: "\(definitions)/\(file)") else { return Data() }
            guard file.hasSuffix(".csv") else { return data }
            let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            return Data(lines.prefix(Self.linesKept).joined(separator: [UInt8(ascii: "\n")]) + [UInt8(ascii: "\n")])
        }
        precondition(!files.isEmpty, "no definitions in \(definitions)")
        for (file, content) in zip(files, contents) {
            let path = "\(folder)/\(file)"
            try? FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            precondition(FileManager.default.createFile(atPath: path, contents: content), "cannot write \(path)")
        }
    }

    func read(_ input: [UInt8]) {
        guard let first = input.first else { return }
        let index = Int(first) % files.count
        let path = "\(folder)/\(files[index])"
        FileManager.default.createFile(atPath: path, contents: Data(input.dropFirst()))
        defer { FileManager.default.createFile(atPath: path, contents: contents[index]) }
        let (library, problems) = PipelineLibrary.load(from: folder)
        for problem in problems { precondition(!"\(problem)".isEmpty) }
        guard let file = Ingestion.ingest(bytes: Self.bulletin, name: "fuzz.txt", repairs: library.repairs).file else {
            return
        }
        _ = Extractor(library: library).extract(from: LayoutAnalyzer(library: library).layout(of: file))
    }
}

/// libFuzzer calls it with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDefinitions(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    DefinitionFuzzer.shared.read(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
