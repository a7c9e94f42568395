// swift-tools-version: 6.2
import PackageDescription

// One direction of dependencies, as drawn in ARCHITECTURE.md. A stage (Ingestion … Assessment)
// never names another stage; `make lint` and the import check of `make build` keep it so.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

func stage(_ name: String) -> Target {
    .target(
        name: name, dependencies: ["SourceText", "StatisticalModel", "PipelineDefinition", "Reading"],
        swiftSettings: settings)
}

func tests(of name: String, with more: [Target.Dependency] = []) -> Target {
    let shared = ["SourceText", "StatisticalModel", "PipelineDefinition", "DelimitedText", "TestSupport"]
    return .testTarget(
        name: "\(name)Tests",
        dependencies: ([name] + shared.filter { $0 != name }).map { .byName(name: $0) } + more,
        exclude: ["Publishing": ["Golden"], "Normalization": ["Names"]][name] ?? [],
        swiftSettings: settings)
}

let package = Package(
    name: "gongbao",
    products: [
        .executable(name: "gongbao", targets: ["gongbao"]),
        .executable(name: "gongbao-bench", targets: ["gongbao-bench"]),
        .executable(name: "gongbao-bench-writer", targets: ["gongbao-bench-writer"]),
        // For Tests/Fuzzing.
        .library(
            name: "BulletinReading",
            targets: [
                "SourceText", "StatisticalModel", "PipelineDefinition", "Reading", "BulletinSource", "Ingestion",
                "Layout",
                "Extraction",
            ]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
        .systemLibrary(name: "CLibXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .target(name: "CSystemCalls"),
        .target(name: "SourceText", swiftSettings: settings),
        .target(name: "StatisticalModel", dependencies: ["SourceText"], swiftSettings: settings),
        .target(
            name: "DelimitedText", dependencies: ["CLibCSV"], swiftSettings: settings + [.strictMemorySafety()]),
        .target(
            name: "Spreadsheet", dependencies: ["CLibXlsxWriter"],
            swiftSettings: settings + [.strictMemorySafety()]),
        .target(
            name: "PipelineDefinition",
            dependencies: ["SourceText", "StatisticalModel", "DelimitedText", yams], swiftSettings: settings),
        .target(
            name: "Reading", dependencies: ["SourceText", "StatisticalModel", "PipelineDefinition"],
            swiftSettings: settings),
        .target(
            name: "BulletinSource", dependencies: ["SourceText", "StatisticalModel", "CLibXML2", "CLibArchive"],
            swiftSettings: settings + [.strictMemorySafety()]),
        stage("Ingestion"),
        stage("Layout"),
        stage("Extraction"),
        stage("Normalization"),
        stage("Assessment"),
        .target(name: "Comparison", dependencies: ["SourceText", "StatisticalModel"], swiftSettings: settings),
        .target(
            name: "History", dependencies: ["SourceText", "StatisticalModel", "DelimitedText", grdb],
            swiftSettings: settings),
        .target(
            name: "Publishing",
            dependencies: [
                "SourceText", "StatisticalModel", "PipelineDefinition", "DelimitedText", "Spreadsheet", "Comparison",
            ],
            swiftSettings: settings),
        .target(
            name: "PipelineRun",
            dependencies: [
                "CSystemCalls", "SourceText", "StatisticalModel", "PipelineDefinition", "DelimitedText",
                "BulletinSource", "Ingestion", "Layout", "Extraction", "Normalization", "Assessment", "Comparison",
                "Publishing", "History",
            ], swiftSettings: settings),
        .executableTarget(
            name: "gongbao",
            dependencies: [
                "PipelineRun", "SourceText", "StatisticalModel", "PipelineDefinition", "DelimitedText", "Comparison",
                "Publishing", "History", argumentParser,
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "gongbao-bench",
            dependencies: [
                "SourceText", "StatisticalModel", "PipelineDefinition", "BulletinSource", "Ingestion", "Layout",
                "Extraction",
                "Normalization", "Assessment", "Comparison", "Publishing", "PipelineRun",
            ], path: "Tests/Benchmarks", exclude: ["plain_writer.c", "duckdb_difference.py", "Writer"],
            swiftSettings: settings),
        .executableTarget(
            name: "gongbao-bench-writer", dependencies: ["SourceText", "Spreadsheet"], path: "Tests/Benchmarks/Writer",
            swiftSettings: settings),
        .target(
            name: "TestSupport",
            dependencies: ["SourceText", "StatisticalModel", "PipelineDefinition"], path: "Tests/TestSupport",
            swiftSettings: settings),
        tests(of: "SourceText"),
        tests(of: "StatisticalModel"),
        tests(of: "DelimitedText"),
        tests(of: "Spreadsheet"),
        tests(of: "PipelineDefinition"),
        tests(of: "Reading", with: ["Ingestion", "Layout", "Extraction", "Normalization", "Assessment"]),
        tests(of: "BulletinSource"),
        tests(of: "Ingestion"),
        tests(of: "Layout", with: ["Ingestion", "Reading"]),
        tests(of: "Extraction", with: ["Ingestion", "Layout", "Reading"]),
        tests(of: "Normalization"),
        tests(of: "Assessment"),
        tests(of: "Comparison"),
        .testTarget(
            name: "HistoryTests", dependencies: ["History", "StatisticalModel", "DelimitedText", grdb],
            swiftSettings: settings),
        tests(of: "Publishing", with: ["Spreadsheet", "Comparison"]),
        tests(of: "PipelineRun", with: ["Publishing", "Comparison", "History", grdb]),
    ],
    swiftLanguageModes: [.v6]
)
