import DuckDB
import Foundation
import Testing

@testable import Prepare
@testable import Territory

@Suite("What steps say of themselves")
struct SpecTests {
    @Test("the registry is alphabetical by type")
    func alphabetical() {
        let names = Registry.steps.map { "\($0)" }
        #expect(names == names.sorted { $0.lowercased() < $1.lowercased() })
        #expect(Set(Registry.specs.map(\.name)).count == 34)
    }

    @Test("a step has both languages, an effect, other names, and an example its own spec accepts", arguments: Registry.specs)
    func complete(_ spec: Spec) throws {
        #expect(spec.summary.french != spec.summary.english)
        let effect = try #require(spec.effect)
        #expect(effect.french != effect.english)
        #expect(!spec.knownAs.isEmpty)
        let value = try #require(YamlReading(Data(spec.example.utf8), file: "example.yaml").value)
        let entry = try #require(value.entries?.first)
        #expect(entry.key == spec.name)
        let problems = Reader.problems(of: entry.value, as: spec.argument, within: Confinement(Bench.cases))
            .filter { $0.code != "territory.missing-file" }
        #expect(problems.map { $0.rendered(in: .english) } == [])
        let declaration = StepDeclaration(name: spec.name, argument: entry.value, place: value.place)
        _ = try Recipe([declaration], in: Bench.cases)
    }

    @Test(
        "a star stands for any letters",
        arguments: [
            ("20*", "2021", true), ("20*", "1920", false), ("*", "", true), ("*a*b", "xaxb", true), ("a*a", "a", false),
            ("a*", "A", false), ("Ev*nts*", "Événts", false), ("a**b", "ab", true), ("*\"*", "a\"b", true),
        ])
    func patterns(_ pattern: String, _ name: String, _ covers: Bool) {
        #expect(NamedColumn(pattern, at: Place(file: "x", line: 1, column: 1)).covers(name) == covers)
    }

    @Test("values stay values whatever they hold")
    func pieces() {
        let piece: DuckDB.SQL = "SELECT \(name: "a\"b") WHERE x = \(value: .text("?'"))"
        #expect(piece.text == "SELECT \"a\"\"b\" WHERE x = ?")
        #expect(piece.parameters == [.text("?'")])
        #expect(piece.readable == "SELECT \"a\"\"b\" WHERE x = '?'''")
    }
}
