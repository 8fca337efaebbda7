import Foundation
import Support
import Testing

extension Journeys {
    @Suite("A run that is killed")
    struct CrashTests {
        private static let rounds = 25
        private static let seed: UInt64 = 20_250_331

        @Test("leaves every version whole, and the next run does the whole work", .timeLimit(.minutes(20)))
        func killed() async throws {
            var random = SeededNumbers(seed: Self.seed)
            print("CrashTests: seed \(Self.seed)")
            let names = ["alpha", "beta"]
            let declaration = { (name: String) in
                "title: \(name)\nsource: { file: exports/\(name).csv }\nrecipe:\n  - trim: [label]\nkey: [id]\n"
            }
            let town = try Town(datasets: Dictionary(uniqueKeysWithValues: names.map { ($0, declaration($0)) }))
            var sources = Dictionary(uniqueKeysWithValues: names.map { ($0, GrowingFile(named: $0)) })
            var ledger = Dictionary(uniqueKeysWithValues: names.map { ($0, Ledger()) })
            func change() throws {
                for name in names {
                    sources[name]?.change()
                    try town.folder.write(sources[name]?.bytes ?? Data(), to: "exports/\(name).csv")
                }
            }

            try change()
            var duration = try Self.measured { try town.lavoir("run") }
            var cut = (early: 0, late: 0)
            for round in 1...Self.rounds {
                try change()
                let run = try town.start("run")
                if round.isMultiple(of: 2) {
                    // Spread over the whole run, and a little beyond its end.
                    try await Task.sleep(for: duration * ((Double(round) - random.fraction()) / Double(Self.rounds) * 1.1))
                } else {
                    // The catalogue is being written: the moments that matter most.
                    try await Self.appearance(of: "lake/catalogue.ducklake.wal", in: town, while: run.process)
                    try await Task.sleep(for: .milliseconds(150 * random.fraction()))
                }
                run.kill()
                let told = try run.finish().output
                for name in names {
                    let versions = try town.versions(of: name)
                    let numbers = versions.map(\.number)
                    let latest = numbers.first ?? 0
                    #expect(numbers == Array((1...max(1, latest)).reversed()), "\(name), round \(round): no gap")
                    let said = told.firstMatch(of: try Regex("\(name)  version (\\d+)", as: (Substring, Substring).self)).flatMap
                    { Int($0.1) }
                    #expect(latest >= max(ledger[name]?.latest ?? 0, said ?? 0), "\(name), round \(round): nothing is lost")
                    let content = try Self.bytes(of: name, in: town)
                    let state = try #require(
                        sources[name]?.state(of: content), "\(name), round \(round): whole, and of one state")
                    try ledger[name]?.note(latest, state, "\(name), round \(round)")
                    #expect(versions.first?.rows == sources[name]?.rows(at: state))
                    if state == sources[name]?.current { cut.late += 1 } else { cut.early += 1 }
                }
                // What was cut off is done by the next run; in the other rounds the next source finds it undone.
                guard !(round / 2).isMultiple(of: 2) || round == Self.rounds else { continue }
                duration = max(.milliseconds(500), try Self.measured { try town.lavoir("run") })
                for name in names {
                    let content = try Self.bytes(of: name, in: town)
                    #expect(content == sources[name]?.bytes, "\(name), after round \(round): equal to the source")
                    let latest = try #require(try town.versions(of: name).first).number
                    try ledger[name]?.note(latest, sources[name]?.current ?? 0, "\(name), after round \(round)")
                }
            }
            print("CrashTests: \(cut.early) commits cut off, \(cut.late) made; a run takes \(duration)")
            #expect(cut.early > 0 && cut.late > 0, "the kills fell on both sides of the commit")
            try everyVersionIsWhole(town, sources, ledger)
            let left = try FileManager.default.contentsOfDirectory(atPath: town.folder.url.appending(path: ".lavoir/work").path)
            #expect(left.isEmpty, "what killed runs left is swept: \(left)")
        }

        /// Past versions are what they were when they were the latest.
        private func everyVersionIsWhole(_ town: Town, _ sources: [String: GrowingFile], _ ledger: [String: Ledger]) throws {
            for (name, states) in ledger.mapValues(\.states) {
                let rows = Dictionary(uniqueKeysWithValues: try town.versions(of: name).map { ($0.number, $0.rows) })
                for (number, state) in states { #expect(rows[number] == sources[name]?.rows(at: state), "\(name) \(number)") }
                let some = states.keys.sorted().enumerated().filter { $0.offset.isMultiple(of: 4) }.map(\.element)
                for number in some {
                    let content = try Self.bytes(of: name, in: town, version: number)
                    #expect(sources[name]?.state(of: content) == states[number], "\(name), version \(number)")
                }
            }
        }

        private static func bytes(of dataset: String, in town: Town, version: Int? = nil) throws -> Data {
            let file = town.folder.url.appending(path: "check.csv")
            let choice = version.map { ["--version", String($0)] } ?? []
            let outcome = try Program.run(["export", dataset, "-o", file.path] + choice, in: town.folder.url)
            try #require(outcome.status == 0, Comment(rawValue: outcome.errors))
            return try Data(contentsOf: file)
        }

        /// Returns once a file of the territory is there, or the program has ended.
        private static func appearance(of path: String, in town: Town, while process: Process) async throws {
            let file = town.folder.url.appending(path: path).path
            while process.isRunning && access(file, F_OK) != 0 { try await Task.sleep(for: .milliseconds(1)) }
        }

        private static func measured(_ body: () throws -> Void) rethrows -> Duration {
            let clock = ContinuousClock()
            return try clock.measure(body)
        }
    }
}

/// Which state of the source each version of a dataset holds.
private struct Ledger {
    private(set) var states: [Int: Int] = [:]
    var latest: Int { states.keys.max() ?? 0 }

    /// Notes what a version holds; what it held before must be the same.
    mutating func note(_ version: Int, _ state: Int, _ moment: String) throws {
        if let known = states[version] { #expect(known == state, "\(moment): version \(version) never changes") }
        states[version] = state
    }
}

/// A large CSV file that is edited and grows: written as the program exports, so that the two can be compared byte for byte.
private struct GrowingFile {
    private static let first = 90_000
    private static let added = 400
    private let head: Data
    private var tail = Data()
    private var sizes: [Int] = []
    private(set) var current = 0

    init(named name: String) {
        var text = ""
        text.reserveCapacity(Self.first * 48)
        for id in 1...Self.first { text += Self.line(id, name) }
        head = Data(text.utf8)
    }

    private static func line(_ id: Int, _ name: String) -> String {
        "\(id),\(name) \(id &* 2_654_435_761 % 1_000_003),\(id % 97),\(id % 1009)0.5,2025-03-31,libellé\r\n"
    }

    /// Adds rows at the end and edits the row at the top, which says the state.
    mutating func change() {
        current += 1
        let begin = Self.first + (current - 1) * Self.added
        tail += Data((1...Self.added).map { Self.line(begin + $0, "round \(current)") }.joined().utf8)
        sizes.append(tail.count)
    }

    func rows(at state: Int) -> Int { 1 + Self.first + state * Self.added }

    var bytes: Data { content(at: current) }

    private func content(at state: Int) -> Data {
        Data("id,label,group,amount,date,kind\r\n0,state \(state),0,0,2025-03-31,\r\n".utf8) + head
            + tail.prefix(sizes[state - 1])
    }

    /// The state that a file holds, whole; nil when it is none of them.
    func state(of content: Data) -> Int? {
        let top = String(decoding: content.prefix(80), as: UTF8.self)
        guard let match = top.firstMatch(of: #/state (\d+)/#), let state = Int(match.1), 1...current ~= state else { return nil }
        return content == self.content(at: state) ? state : nil
    }
}

/// Numbers that look random and are the same for the same seed (SplitMix64).
private struct SeededNumbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// From 0 to 1, 1 left out.
    mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }
}
