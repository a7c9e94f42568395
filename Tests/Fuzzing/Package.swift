// swift-tools-version: 6.2
import PackageDescription

// A package of its own: libFuzzer brings the program's entry, which no target of the root package may lack.
let package = Package(
    name: "gongbao-fuzz",
    dependencies: [.package(name: "gongbao", path: "../..")],
    targets: [
        .executableTarget(
            name: "gongbao-fuzz", dependencies: [.product(name: "BulletinReading", package: "gongbao")],
            swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
        .executableTarget(
            name: "gongbao-fuzz-source", dependencies: [.product(name: "BulletinReading", package: "gongbao")],
            swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
        .executableTarget(
            name: "gongbao-fuzz-definitions", dependencies: [.product(name: "BulletinReading", package: "gongbao")],
            swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    ],
    swiftLanguageModes: [.v6]
)
