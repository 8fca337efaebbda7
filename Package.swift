// swift-tools-version: 6.1
import PackageDescription

// The targets stand in the order of the flow: declarations and engine first, then
//
//   Collect ─▶ Prepare ─▶ Check ─▶ Lake ─▶ Publish            Lake ─▶ Query ─▶ Serve, Portal
//
// | room      | may import (ours)                        |
// |-----------|------------------------------------------|
// | DuckDB    | CDuckDB                                  |
// | Territory | –                                        |
// | Collect   | DuckDB, Territory                        |
// | Prepare   | DuckDB, Territory                        |
// | Check     | DuckDB, Territory                        |
// | Inspect   | DuckDB, Territory, Collect, Prepare, Check |
// | Lake      | DuckDB, Territory, Check                 |
// | Query     | DuckDB, Territory                        |
// | Runs      | every stage                              |
// | lavoir    | every room                               |
//
// Publish, Serve and Portal take their place here when they open. `Tests/HouseTests` reads the imports.

let house: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "lavoir",
    products: [.executable(name: "lavoir", targets: ["lavoir"])],
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.90.0"),
    ],
    targets: [
        .systemLibrary(name: "CDuckDB", path: "Sources/CDuckDB", pkgConfig: "duckdb-engine"),
        .systemLibrary(
            name: "CArchive", path: "Sources/CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(
            name: "CLibXML2", path: "Sources/CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "DuckDB", dependencies: ["CDuckDB"], exclude: ["README.md"], swiftSettings: house),
        .target(name: "Territory", dependencies: ["Yams"], exclude: ["README.md"], swiftSettings: house),
        .target(
            name: "Collect",
            dependencies: [
                "DuckDB", "Territory", "CArchive", "CLibXML2", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            exclude: ["README.md"], swiftSettings: house),
        .target(name: "Prepare", dependencies: ["DuckDB", "Territory"], exclude: ["README.md"], swiftSettings: house),
        .target(name: "Check", dependencies: ["DuckDB", "Territory"], exclude: ["README.md"], swiftSettings: house),
        .target(
            name: "Inspect", dependencies: ["DuckDB", "Territory", "Collect", "Prepare", "Check"], exclude: ["README.md"],
            swiftSettings: house),
        .target(name: "Lake", dependencies: ["DuckDB", "Territory", "Check"], exclude: ["README.md"], swiftSettings: house),
        .target(name: "Query", dependencies: ["DuckDB", "Territory"], exclude: ["README.md"], swiftSettings: house),
        .target(
            name: "Runs", dependencies: ["DuckDB", "Territory", "Collect", "Prepare", "Check", "Lake"],
            exclude: ["README.md"], swiftSettings: house),
        .executableTarget(
            name: "lavoir",
            dependencies: [
                "DuckDB", "Territory", "Collect", "Prepare", "Check", "Inspect", "Lake", "Runs",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house),
        .executableTarget(name: "Floor", dependencies: ["DuckDB"], path: "Benchmarks/Floor", swiftSettings: house),
        .executableTarget(
            name: "Queries", dependencies: ["DuckDB", "Query"], path: "Benchmarks/Queries", swiftSettings: house),
        .target(name: "Support", dependencies: ["DuckDB", "Territory"], path: "Tests/Support", swiftSettings: house),
        .testTarget(name: "DuckDBTests", dependencies: ["DuckDB", "Support"], swiftSettings: house),
        .testTarget(name: "TerritoryTests", dependencies: ["Territory"], swiftSettings: house),
        .testTarget(
            name: "CollectTests",
            dependencies: [
                "Collect", "Lake", "Runs", "DuckDB", "Territory", "Support", .product(name: "NIOCore", package: "swift-nio"),
            ], exclude: ["Fixtures", "Sheets/Golden", "Text/Golden"], swiftSettings: house),
        .testTarget(
            name: "PrepareTests", dependencies: ["Prepare", "DuckDB", "Territory", "Support"], exclude: ["Cases"],
            swiftSettings: house),
        .testTarget(
            name: "CheckTests", dependencies: ["Check", "Runs", "DuckDB", "Territory", "Support"], swiftSettings: house),
        .testTarget(
            name: "InspectTests",
            dependencies: ["Inspect", "Runs", "Collect", "Check", "DuckDB", "Territory", "Support"],
            exclude: ["Golden", "Fixtures"],
            swiftSettings: house),
        .testTarget(
            name: "LakeTests", dependencies: ["Lake", "Check", "DuckDB", "Territory", "Support"], exclude: ["Golden"],
            swiftSettings: house),
        .testTarget(
            name: "QueryTests", dependencies: ["Query", "DuckDB", "Territory", "Support"], exclude: ["Expressions"],
            swiftSettings: house),
        .testTarget(
            name: "HouseTests", dependencies: ["Territory", "Collect", "Prepare", "Check", "Lake"], swiftSettings: house),
        .testTarget(
            name: "EndToEnd", dependencies: ["Support", "Runs", "DuckDB", "Territory"], exclude: ["Golden", "Samples"],
            swiftSettings: house),
    ]
)
