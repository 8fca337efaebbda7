import Check
import Foundation
import Runs
import Support
import Territory
import Testing

@Suite("The library of schemas")
struct LibraryTests {
    private static func schema(_ title: String, _ version: String) -> String {
        "{\"title\": \"\(title)\", \"version\": \"\(version)\", \"fields\": [{\"name\": \"a\"}]}"
    }

    @Test("finds a schema of the territory before a fetched one, and that before one of the program")
    func order() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.schema("À nous", "3.0.0"), to: "town/schemas/scdl/subventions.json")
        try folder.write(Self.schema("Copié", "2.0.0"), to: "cache/scdl/budget/versions/2.0.0/schema.json")
        let library = SchemaLibrary(territory: folder.url.appending(path: "town"), cache: folder.url.appending(path: "cache"))
        #expect(try library.descriptor("scdl/subventions").title == "À nous")
        #expect(try library.descriptor("scdl/subventions@2.1.1").title == "Subventions")
        #expect(try library.descriptor("scdl/budget").title == "Copié")
        #expect(try library.descriptor("scdl/prenoms@v1.1.6").fields.count == 6)
        #expect(library.entries().map(\.name) == BuiltinSchemas.names)
    }

    @Test("tells the nearest name, or the versions there are")
    func unknown() throws {
        let folder = try TemporaryFolder()
        let library = SchemaLibrary(territory: nil, cache: folder.url)
        for (reference, cause) in [
            ("scdl/subvention", "scdl/subventions"), ("scdl/budget@9", "0.8.3"), ("../nothing", nil),
        ] {
            let fault = #expect(throws: UnknownSchema.self) { try library.descriptor(reference) }
            #expect(cause.map { fault?.cause?.english.contains($0) == true } ?? true, "\(reference)")
        }
    }

    @Test("copies a catalogue with its versions once, and tells what is no Table Schema")
    func update() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.schema("Un", "1.0"), to: "files/un.json")
        try folder.write("{}", to: "files/deux.json")
        try folder.write(
            """
            {"schemas": [
              {"name": "x/un", "schema_type": "tableschema", "versions": [{"version_name": "v1.0", "schema_url": "files/un.json"}]},
              {"name": "x/deux", "schema_type": "tableschema", "versions": [{"version_name": "1", "schema_url": "files/deux.json"}]},
              {"name": "../x", "schema_type": "tableschema", "versions": [{"version_name": "1", "schema_url": "files/un.json"}]},
              {"name": "x/autre", "schema_type": "jsonschema", "versions": []}]}
            """, to: "schemas.json")
        let library = SchemaLibrary(territory: nil, cache: folder.url.appending(path: "cache"))
        let first = try library.update(from: folder.url.appending(path: "schemas.json").path)
        #expect(first.fetched == 1 && first.failed == ["x/deux@1"] && first.schemas == 2)
        #expect(try library.descriptor("x/un@1.0").title == "Un")
        let second = try library.update(from: folder.url.appending(path: "schemas.json").path)
        #expect(second.fetched == 0 && second.known == 1)
    }
}

/// The SCDL core that comes with the program, beside the published schemas.
@Suite("The built-in schemas", .enabled(if: SharedFiles.arePresent(for: "the published schemas")))
struct BuiltinSchemaTests {
    @Test("judge every example of the published schema as it does", arguments: BuiltinSchemas.names)
    func verdicts(_ name: String) async throws {
        let published = SharedFiles.file("schemas/\(name.replacing("/", with: "--"))/schema.json")
        let ours = try #require(BuiltinSchemas.descriptor(name)), theirs = try SchemaDescriptor(contentsOf: published)
        #expect(ours.fields.map(\.name) == theirs.fields.map(\.name))
        let examples = VerdictTests.Pair.all.filter { SharedFiles.file("schemas/\($0.schema)") == published }
        for pair in examples {
            let file = SharedFiles.file("schemas/\(pair.file)")
            let verdicts = try await [ours, theirs].asyncMap { schema in
                try await FileCheck(.file(file), against: schema, extensionFolder: Repository.extensions).run(examples: 10_000)
                    .report
            }
            let marks = verdicts.map { report in
                Set(
                    report.groups.flatMap(\.examples).filter { $0.severity == .error }.map {
                        "\($0.code) \($0.row ?? 0) \($0.field ?? "")"
                    })
            }
            #expect(marks[0] == marks[1], "\(pair.file)")
        }
    }
}

extension Array {
    fileprivate func asyncMap<T>(_ body: (Element) async throws -> T) async rethrows -> [T] {
        var mapped: [T] = []
        for element in self { mapped.append(try await body(element)) }
        return mapped
    }
}
