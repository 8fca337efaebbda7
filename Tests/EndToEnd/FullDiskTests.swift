import Foundation
import Support
import Testing

extension Journeys {
    @Suite("A full disk")
    struct FullDiskTests {
        @Test("costs the version that does not fit, and nothing else", .timeLimit(.minutes(20)))
        func full() throws {
            let town = try Town(datasets: [
                "releves": "title: Relevés\nsource: { file: exports/releves.csv }\nrecipe:\n  - trim: [capteur]\n",
                "petit": "title: Petit\nsource: { file: exports/petit.csv }\n",
            ])
            let disk = try SmallDisk(on: town.folder.url.appending(path: "lake"), megabytes: 12)
            try town.folder.write("a,b\r\n1,2\r\n", to: "exports/petit.csv")
            try town.folder.write(Self.table(rows: 20_000), to: "exports/releves.csv")
            try town.lavoir("run")
            let before = try town.export("releves")
            #expect(before == String(decoding: Self.table(rows: 20_000), as: UTF8.self))

            // Random words do not compress: this version is about 24 MB on disk.
            try town.folder.write(Self.table(rows: 900_000), to: "exports/releves.csv")
            for language in ["fr", "en"] {
                let told = try town.lavoir("run", "releves", "--lang", language, status: 1).output
                #expect(told.contains("lake.not-written"), "\(told)")
                #expect(
                    told.contains(language == "fr" ? "la précédente reste servie" : "the previous one is still served"), "\(told)"
                )
                #expect(told.contains(language == "fr" ? "Libérez de la place" : "Free some space"), "\(told)")
                #expect(told.contains("No space left") || told.contains("ENOSPC"), "the system's own words: \(told)")
            }
            #expect(try town.versions(of: "releves").map(\.number) == [1])
            #expect(try town.export("releves") == before, "from the serving copy")
            #expect(try town.export("releves", version: "1") == before, "from the lake itself")
            try FileManager.default.removeItem(at: town.folder.url.appending(path: ".lavoir"))
            #expect(try town.export("releves") == before, "the serving copy is made again")
            #expect(try town.ask("SELECT a FROM petit") == [["a": "1"]])

            try disk.resize(megabytes: 200)
            let run: [RunLine] = try town.json("run", "releves")
            #expect(run.map(\.outcome) == ["version"])
            #expect(run.map(\.version) == [2])
            #expect(try town.versions(of: "releves").map(\.rows) == [900_000, 20_000])
            try town.lavoir("export", "releves", "-o", "after.csv")
            #expect(try Data(contentsOf: town.folder.url.appending(path: "after.csv")) == Self.table(rows: 900_000))
            #expect(try town.export("releves", version: "1") == before)
        }

        /// A table of words that do not compress, the same at each call.
        private static func table(rows: Int) -> Data {
            var bytes = Data("capteur,mot\r\n".utf8)
            bytes.reserveCapacity(rows * 28)
            var word: UInt64 = 7
            var line = [UInt8](repeating: 0, count: 22)
            let digits = Array("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+-".utf8)
            for _ in 0..<rows {
                for index in 0..<20 {
                    word = word &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    line[index] = index == 4 ? UInt8(ascii: ",") : digits[Int(word >> 58)]
                }
                line[20] = 13
                line[21] = 10
                bytes.append(contentsOf: line)
            }
            return bytes
        }
    }
}

/// A disk of a few megabytes in memory, mounted for a test. Mounting needs root.
private final class SmallDisk {
    private let folder: URL

    init(on folder: URL, megabytes: Int) throws {
        self.folder = folder
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Self.call("mount", ["-t", "tmpfs", "-o", "size=\(megabytes)m", "lavoir-test", folder.path])
    }

    func resize(megabytes: Int) throws {
        try Self.call("mount", ["-o", "remount,size=\(megabytes)m", folder.path])
    }

    deinit { try? Self.call("umount", ["-l", folder.path]) }

    private static func call(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        try process.run()
        process.waitUntilExit()
        try #require(
            process.terminationStatus == 0,
            "\(program) \(arguments.joined(separator: " ")) failed: this test needs a small disk of its own, so it must run as root, where tmpfs may be mounted"
        )
    }
}
