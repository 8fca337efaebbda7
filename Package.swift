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
// | Publish   | DuckDB, Territory, Check, Lake           |
// | Query     | DuckDB, Territory                        |
// | Runs      | every stage                              |
// | Workshop  | DuckDB, Territory, Prepare, Check, Inspect, Lake, Publish, Runs |
// | Portal    | DuckDB, Territory, Check, Inspect, Lake, Query, Workshop |
// | Serve     | every room but lavoir                    |
// | lavoir    | every room                               |
//
// `Tests/HouseTests` reads the imports.

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
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CDuckDB", path: "Sources/CDuckDB", pkgConfig: "duckdb-engine"),
        .systemLibrary(
            name: "CArchive", path: "Sources/CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(
            name: "CLibXML2", path: "Sources/CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(
            name: "CBrotli", path: "Sources/CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"])]),
        .systemLibrary(name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CCMark", path: "Sources/CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .systemLibrary(name: "CRSVG", path: "Sources/CRSVG", pkgConfig: "librsvg-2.0", providers: [.apt(["librsvg2-dev"])]),
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
        .target(
            name: "Publish",
            dependencies: [
                "DuckDB", "Territory", "Check", "Lake", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            exclude: ["README.md"], swiftSettings: house),
        .target(name: "Query", dependencies: ["DuckDB", "Territory"], exclude: ["README.md"], swiftSettings: house),
        .target(
            name: "Runs", dependencies: ["DuckDB", "Territory", "Collect", "Prepare", "Check", "Lake", "Publish"],
            exclude: ["README.md"], swiftSettings: house),
        .target(
            name: "Workshop",
            dependencies: [
                "DuckDB", "Territory", "Prepare", "Check", "Inspect", "Lake", "Publish", "Runs",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            exclude: ["README.md"], swiftSettings: house),
        .target(
            name: "Portal",
            dependencies: ["DuckDB", "Territory", "Check", "Inspect", "Lake", "Query", "Workshop", "CCMark", "CRSVG"],
            exclude: ["README.md"], swiftSettings: house),
        .target(
            name: "Serve",
            dependencies: [
                "DuckDB", "Territory", "Check", "Inspect", "Lake", "Publish", "Query", "Portal", "Runs", "Workshop", "CBrotli",
                "CZlib",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Crypto", package: "swift-crypto"), .product(name: "NIOCore", package: "swift-nio"),
            ],
            exclude: ["README.md"], swiftSettings: house),
        .executableTarget(
            name: "lavoir",
            dependencies: [
                "DuckDB", "Territory", "Collect", "Prepare", "Check", "Inspect", "Lake", "Publish", "Query", "Serve", "Runs",
                "Workshop",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Logging", package: "swift-log"),
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
            name: "PublishTests", dependencies: ["Publish", "Check", "Lake", "DuckDB", "Territory", "Support"],
            exclude: ["Fixtures"],
            swiftSettings: house),
        .testTarget(
            name: "QueryTests", dependencies: ["Query", "DuckDB", "Territory", "Support"], exclude: ["Expressions"],
            swiftSettings: house),
        .testTarget(
            name: "WorkshopTests",
            dependencies: [
                "Workshop", "Territory", "Support", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ], swiftSettings: house),
        .testTarget(
            name: "ServeTests",
            dependencies: [
                "Serve", "Workshop", "Lake", "Runs", "DuckDB", "Territory", "Support",
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
            ], swiftSettings: house),
        .testTarget(name: "PortalTests", dependencies: ["Portal", "Territory"], swiftSettings: house),
        .testTarget(
            name: "HouseTests", dependencies: ["Territory", "Collect", "Prepare", "Check", "Lake"], swiftSettings: house),
        .testTarget(
            name: "EndToEnd", dependencies: ["Support", "Runs", "DuckDB", "Territory"],
            exclude: ["Golden", "Samples", "Portals/proxy.py"],
            swiftSettings: house),
    ]
)
