import Territory
import Foundation
import HTTPTypes
import NIOCore
import NIOFoundationEssentialsCompat
import Support
import Testing

@testable import Serve

@Suite("Parts of the server")
struct PartsTests {
    @Test("parameters are decoded as forms write them, whatever their bytes")
    func parameters() {
        let read = Parameters(query: "a=1&b=x%20y+z&a=%C3%A9&c&d=&=e&%zz=%4")
        #expect(read.all("a") == ["1", "é"] && read["a"] == "é" && read["b"] == "x y z")
        #expect(read["c"] == "" && read["d"] == "" && read[""] == "e" && read["%zz"] == "%4")
        #expect(Parameters(query: "x=1&y=2").normalised == Parameters(query: "y=2&x=1").normalised)
        #expect(Parameters(query: "x=1&x=2").normalised != Parameters(query: "x=2&x=1").normalised)
        #expect(Parameters(query: "x=1%1Fy").normalised != Parameters(query: "x=1&y=").normalised)
        #expect(AddressText.encoded("a b/é&'") == "a%20b%2F%C3%A9%26%27")
        for seed in 0..<500 {
            var numbers = Seeded(UInt64(seed))
            let text = String(decoding: (0..<40).map { _ in UInt8.random(in: 0...255, using: &numbers) }, as: UTF8.self)
            #expect(Parameters(query: "v=" + AddressText.encoded(text))["v"] == text)
            _ = Parameters(query: text)
        }
    }

    @Test("JSON is written as JSON reads it")
    func json() throws {
        let text = "q\"b\\s\u{1}\u{1F}\né\u{2028}😀"
        let read = try JSONDecoder().decode([String].self, from: Data(JSON.texts([text]).line.utf8))
        #expect(read == [text])
        #expect(
            JSON.members(["a": .list([]), "b": .members(["c": .null])]).pretty
                == "{\n  \"a\": [],\n  \"b\": {\n    \"c\": null\n  }\n}")
    }

    @Test("moments are written as headers write them")
    func moments() {
        #expect(Moment.http(784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(Moment.seconds("1994-11-06 08:49:37.5") == 784_111_777)
        #expect(Moment.text(0) == "1970-01-01 00:00:00")
    }

    @Test("kept answers stay within their bound, those wanted again the longest")
    func cache() {
        let cache = AnswerCache(limit: 100_000)
        let answer = Answer.text(String(repeating: "x", count: 1_000), type: "text/plain")
        cache.keep(answer, "wanted")
        for number in 0..<1_000 {
            cache.keep(answer, "n\(number)")
            #expect(cache.answer("wanted") != nil)
        }
        #expect((0..<1_000).filter { cache.answer("n\($0)") != nil }.count < 60)
        cache.keep(Answer.text(String(repeating: "x", count: 50_000), type: "text/plain"), "large")
        #expect(cache.answer("large") == nil)
        cache.empty()
        #expect(cache.answer("wanted") == nil)
    }

    @Test("equal questions at the same time are asked once, and not at all when everyone has left")
    func flights() async throws {
        let flights = Flights(), asked = Shared(0), gate = Gate()
        let answers = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    let answer = try await flights.answer("q", watch: { _ in }) {
                        asked.change { $0 += 1 }
                        await gate.wait()
                        return .text("a", type: "text/plain")
                    }
                    return answer.status.code
                }
            }
            while await gate.waiting == 0 { await Task.yield() }
            for _ in 0..<1_000 { await Task.yield() }
            await gate.open()
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count == 20 && asked.value <= 2)
        let left = Shared<[@Sendable () -> Void]>([]), stopped = Shared(false)
        let waiting = Task {
            try await flights.answer("r", watch: { leave in left.change { $0.append(leave) } }) {
                await withTaskCancellationHandler {
                    while !Task.isCancelled { await Task.yield() }
                } onCancel: {
                    stopped.change { $0 = true }
                }
                throw CancellationError()
            }
        }
        while left.value.isEmpty { await Task.yield() }
        left.value.forEach { $0() }
        await #expect(throws: CancellationError.self) { try await waiting.value }
        #expect(stopped.value)
    }

    @Test("bytes of an export wait for readers at their own pace, and the work ends when the last has left")
    func spools() async throws {
        let town = try await ServedTown.shared.value
        let spools = town.server.serving.spools, stopped = Shared(false)
        let bytes = (0..<2_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var run: ExportRun? = try spools.run("k") { spool in
            ExportRun(spool) { spool in
                for start in stride(from: 0, to: bytes.count, by: 10_000) {
                    try spool.append(Array(bytes[start..<start + 10_000]))
                }
            }
        }
        let shared = try #require(run)
        let read = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    let got = Shared<[UInt8]>([])
                    try await shared.stream { piece in got.change { $0 += Array(piece.readableBytesView) } }
                    return got.value == bytes
                }
            }
            return try await group.reduce(true) { $0 && $1 }
        }
        #expect(read)
        run = try spools.run("endless") { spool in
            ExportRun(spool) { _ in
                await withTaskCancellationHandler {
                    while !Task.isCancelled { await Task.yield() }
                } onCancel: {
                    stopped.change { $0 = true }
                }
            }
        }
        _ = run?.spool.length
        run = nil
        while !stopped.value { await Task.yield() }
    }

    @Test("a stream packed piece by piece is one that others read", arguments: ["gzip", "brotli"])
    func packed(_ name: String) throws {
        let folder = try TemporaryFolder(), packer: any Packer = name == "gzip" ? Gzip(level: 1) : Brotli(quality: 5)
        var packed = ByteBuffer(), plain = Data()
        for number in 0..<300 {
            let piece = String(repeating: "ligne \(number) é\n", count: number)
            plain.append(Data(piece.utf8))
            packed.writeImmutableBuffer(packer.packed(ByteBuffer(string: piece)))
        }
        packed.writeImmutableBuffer(packer.end())
        try folder.write(Data(packed.readableBytesView), to: "x.packed")
        try Python.run(
            "import \(name); open('x', 'wb').write(\(name).decompress(open('x.packed', 'rb').read()))", in: folder.url,
            environment: "clients")
        #expect(try Data(contentsOf: folder.url.appending(path: "x")) == plain)
    }
}

/// Lets nobody pass until it is opened.
private actor Gate {
    private var isOpen = false
    private var held: [CheckedContinuation<Void, Never>] = []
    var waiting: Int { held.count }

    func wait() async {
        if isOpen { return }
        await withCheckedContinuation { held.append($0) }
    }

    func open() {
        isOpen = true
        for continuation in held { continuation.resume() }
        held = []
    }
}
