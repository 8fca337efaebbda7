import Foundation
import Testing

@testable import Territory

/// SplitMix64: the same cases for the same seed.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite("Whatever the bytes")
struct NeverCrashTests {
    private static let pieces: [[UInt8]] = [
        "title: ", "source: ", "{", "}", "[", "]", ": ", "- ", "\n", "\r\n", "\t", "  ", "&a ", "*a", "? ", "| ", "> ", "\"", "'",
        "!!str ", "#", "---", "...", "%YAML", "é", "e\u{301}", "\u{FEFF}", "\u{2028}", "\u{E000}", "<<", "recipe:\n",
        "  - keep: ",
        "0", "01", "~", "file", "fields:\n", "token", "env", "\0",
    ].map { Array($0.utf8) }

    private static let sound = Array(
        dataset("recipe:\n  - rename: { \"A\": b }\nfields:\n  é: { type: int }\npublish: [portal]\n").utf8)

    /// Pure noise, noise made of YAML's own pieces, and a sound file with a few bytes changed, in turn.
    private static func bytes(seed: UInt64) -> Data {
        var random = Seeded(state: seed)
        switch seed % 3 {
        case 0: return Data((0..<Int.random(in: 0...200, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) })
        case 1:
            let count = Int.random(in: 0...80, using: &random)
            return Data((0..<count).flatMap { _ in pieces.randomElement(using: &random) ?? [] })
        default:
            var bytes = sound
            for _ in 0...Int.random(in: 0...4, using: &random) {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                bytes.replaceSubrange(index...index, with: pieces.randomElement(using: &random) ?? [])
            }
            return Data(bytes)
        }
    }

    @Test("a file ends in a value or in problems with a place", arguments: Array(1...300).map(UInt64.init))
    func anyBytes(seed: UInt64) throws {
        let bytes = Self.bytes(seed: seed)
        let reading = YamlReading(bytes, file: "datasets/x.yaml")
        #expect(reading.value != nil || !reading.problems.isEmpty, "seed \(seed)")
        guard let value = reading.value else { return }
        let border = Confinement(FileManager.default.temporaryDirectory)
        let shapes = [FileShapes.dataset(.sample), FileShapes.lavoir(.sample), FileShapes.source(.sample)]
        let problems = reading.problems + shapes.flatMap { Reader.problems(of: value, as: $0, within: border) }
        let lines = String(decoding: bytes, as: UTF8.self).unicodeScalars.count { CharacterSet.newlines.contains($0) } + 1
        for problem in problems {
            let place = try #require(problem.place, "seed \(seed)")
            #expect(place.line >= 1 && place.line <= lines && place.column >= 1, "seed \(seed): \(place)")
        }
    }

    @Test("a whole territory of noise is refused, not survived by luck", arguments: [7, 8, 9] as [UInt64])
    func noisyTerritory(seed: UInt64) throws {
        let territory = try SampleTerritory(["datasets/ok.yaml": dataset("")])
        for (index, path) in ["lavoir.yaml", "datasets/a.yaml", "sources/b.yaml"].enumerated() {
            try territory.write(Self.bytes(seed: seed * 3 + UInt64(index) * 9), to: path)
        }
        #expect(!territory.problems.isEmpty)
    }
}
