// swift-tools-version: 6.2
import PackageDescription

/// What every room is built with: the walls of the house (see Documentation/architecture.md).
let walls: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// The pure rooms' inner loops are generic over a few private types; whole-module optimisation
/// is the release default and enough for them.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil)
    -> Target
{
    .target(
        name: name, dependencies: dependencies, resources: resources, swiftSettings: walls)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [])
    -> Target
{
    .testTarget(
        name: name, dependencies: dependencies, exclude: exclude, swiftSettings: walls)
}

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let arguments = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")
let lifecycle = Target.Dependency.product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle")
let containers = Target.Dependency.product(
    name: "BasicContainers", package: "swift-collections")
let numerics = Target.Dependency.product(name: "RealModule", package: "swift-numerics")
let histogram = Target.Dependency.product(name: "Histogram", package: "hdrhistogram-swift")

let package = Package(
    name: "fondaco",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "fondaco", targets: ["fondaco"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-async-algorithms", from: "1.1.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-numerics", from: "1.1.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", from: "0.2.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        room("Records"),
        room("Names"),
        room("Search", ["Names"]),
        room("Journal", [crypto]),
        room("Statistics", ["Records"]),
        room("SDMX", ["Records"]),
        room("Charts", [numerics]),
        room("Exchange", [containers]),
        room("Atlas", resources: [.copy("Data")]),
        room("Register", ["Records", "Names", "Search", "Journal", crypto, grdb, sqlite]),
        room("TradingFloor", ["Exchange", "Journal", crypto]),
        room("Simulation", ["TradingFloor", "Exchange", "Journal"]),
        room("MarketRecords", ["Records", "Register", "Exchange", "TradingFloor"]),
        room(
            "Web",
            [
                "Records", "Register", "Statistics", "SDMX", "Charts", "Journal", "Exchange",
                "TradingFloor", "CZlib", crypto, hummingbird, lifecycle, logging, nio,
                .product(name: "AsyncAlgorithms", package: "swift-async-algorithms"),
            ]),
        .executableTarget(
            name: "fondaco",
            dependencies: [
                "Records", "Register", "Atlas", "Web", "Journal", "Exchange", "TradingFloor",
                "MarketRecords", arguments, lifecycle, logging,
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: walls),
        .executableTarget(
            name: "fondaco-bench",
            dependencies: [
                "Records", "Names", "Search", "Journal", "Register", "Charts", "Exchange",
                "TradingFloor", "CZlib", histogram,
            ],
            path: "Sources/Bench",
            swiftSettings: walls),
        .executableTarget(
            name: "journal-torture", dependencies: ["Journal"], path: "Sources/JournalTorture",
            swiftSettings: walls),
        .executableTarget(
            name: "floor-torture", dependencies: ["TradingFloor", "Exchange", "Journal"],
            path: "Sources/FloorTorture", swiftSettings: walls),
        .executableTarget(
            name: "fondaco-sim", dependencies: ["Simulation", arguments],
            path: "Sources/Simulator", swiftSettings: walls),
        tests("SimulationTests", ["Simulation"]),
        tests(
            "TradingFloorTests",
            ["TradingFloor", "Exchange", "Journal", "Simulation", "floor-torture"]),
        tests("RecordsTests", ["Records"]),
        tests("NamesTests", ["Names"]),
        tests("SearchTests", ["Search", "Names"]),
        tests("JournalTests", ["Journal", "Simulation", "journal-torture"]),
        tests("AtlasTests", ["Atlas", "Records"]),
        tests("ChartsTests", ["Charts"], exclude: ["Golden"]),
        tests("ExchangeTests", ["Exchange"]),
        tests("StatisticsTests", ["Statistics", "Records", "Atlas"]),
        tests("SDMXTests", ["SDMX", "Records"]),
        tests("RegisterTests", ["Register", "Records", "Journal", "Atlas", grdb]),
        tests(
            "WebTests",
            [
                "Web", "Register", "Records", "Statistics", "Atlas", "CZlib", "Exchange",
                "TradingFloor", logging,
            ]),
        tests(
            "MarketRecordsTests",
            ["MarketRecords", "Records", "Register", "Exchange", "TradingFloor"]),
        tests("TidyTests", []),
    ]
)
