import Foundation
import Query
import Support
import Testing

@Suite("Mutated queries")
struct FuzzTests {
    private static let corpus: [(name: String, value: String)] = ["where.tsv", "answers.tsv", "refused.tsv"].flatMap { file in
        Case.all(file).flatMap(\.parameters).filter {
            ["select", "where", "group_by", "order_by", "qv1", "refine"].contains($0.name)
        }
    }

    private static let pieces = [
        "(", ")", "[", "]", ",", "*", "..", "=", "!=", "-", "+", "/", ":", "'", "\"", "`", " and ", " or ", "not ", " in ",
        " is null", " as x", " like 'a'",
        "count(*)", "sum(population)", "date'2020'", "geom'POINT(1 2)'", "1km", "range(population, 5)", "year(jour)", "nom",
        "position", "tags", "0", "1e9",
        "é", "\u{0}", "\\", " TO ", "#now()", "now()", "ifnull(nom, 'x')", "montant", "zone", "actif",
    ]

    /// Twenty-four thousand in all. What is accepted must run in the engine.
    @Test("are refused or run, and never crash", arguments: 1...12)
    func mutations(_ seed: Int) async throws {
        var random = Seeded(UInt64(seed) &* 7_919)
        var accepted: [(query: CompiledQuery, words: String)] = []
        for _ in 0..<2_000 {
            let (name, text) = random.pick(Self.corpus)
            let mutated = Self.mutated(text, &random)
            var request = Seed.request()
            request.limit = 20
            switch name {
            case "select": request.select = mutated
            case "where": request.filters = [mutated]
            case "group_by":
                request.groupBy = mutated
                request.select = "count(*), sum(population)"
            case "order_by": request.orderBy = mutated
            case "qv1": request.legacy = [mutated]
            default: request.refine = [mutated]
            }
            if random.once(in: 10) { request.setting.zone = Zone("Europe/Paris") ?? .utc }
            request.setting.writesInstants = random.once(in: 2)
            if let query = HostileTests.compiled(request) { accepted.append((query, "\(name)=\(mutated)")) }
        }
        try await HostileTests.run(accepted)
        #expect(accepted.count > 50)
    }

    private static func mutated(_ text: String, _ random: inout Seeded) -> String {
        var scalars = Array(text.unicodeScalars)
        for _ in 0..<random.number(1...3) {
            let place = random.number(0...scalars.count)
            switch random.number(1...6) {
            case 1 where !scalars.isEmpty: scalars.remove(at: min(place, scalars.count - 1))
            case 2: scalars.insert(contentsOf: Array(random.pick(pieces).unicodeScalars), at: place)
            case 3 where !scalars.isEmpty:
                scalars[min(place, scalars.count - 1)] = Unicode.Scalar(UInt8(random.number(1...126)))
            case 4: scalars = Array(scalars.prefix(place))
            case 5 where !corpus.isEmpty: scalars += Array(random.pick(corpus).value.unicodeScalars)
            default:
                let other = Array(random.pick(corpus).value.unicodeScalars)
                scalars.insert(contentsOf: other.prefix(random.number(0...other.count)), at: place)
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
