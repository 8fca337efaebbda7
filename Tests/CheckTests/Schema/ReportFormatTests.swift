import Check
import Foundation
import Runs
import Support
import Territory
import Testing

@Suite("The formats of a verdict")
struct ReportFormatTests {
    private static let schema =
        "{\"fields\": [{\"name\": \"a\", \"type\": \"integer\", \"constraints\": {\"required\": true}}, {\"name\": \"b\"}]}"

    private static func check(_ text: String, in folder: TemporaryFolder) throws -> FileCheck {
        try folder.write(text, to: "x.csv")
        return FileCheck(
            .file(folder.url.appending(path: "x.csv")), against: try SchemaDescriptor(Data(schema.utf8), file: "s.json"),
            extensionFolder: Repository.extensions)
    }

    @Test("csv holds every finding with its sentence, whatever the number of examples", arguments: [Language.french, .english])
    func csv(_ language: Language) async throws {
        let folder = try TemporaryFolder()
        let rows = (1...50).map { "x\($0),{field}" }.joined(separator: "\n")
        let out = folder.url.appending(path: "out.csv").path
        let report = try await Self.check("a,b\n\(rows)\n", in: folder).run(examples: 1, keepsAll: true) { verdict, open in
            try open.writeFindings(to: out, in: language)
            return verdict.report
        }
        #expect(report.errors == 50 && report.groups[0].examples.count == 1)
        let lines = try folder.text("out.csv").split(separator: "\n")
        #expect(lines.count == 51 && lines[0] == "file,row,field,value,severity,code,message,remedy")
        #expect(lines[1].contains(language == .french ? "« x1 » ne se lit pas" : "cannot be read"))
    }

    @Test("validata has the shape of its service: exact counts, a thousand errors, the cells of their rows")
    func validata() async throws {
        let folder = try TemporaryFolder()
        let rows = (1...1_200).map { "x\($0),y" }.joined(separator: "\n")
        let data = try await Self.check("a,b\n\(rows)\n", in: folder).run(examples: 1, keepsAll: true) { verdict, open in
            try JSONEncoder().encode(
                ValidataReport(
                    verdict.report, try open.validataContents(), of: "x.csv", against: verdict.schema, seconds: 1, version: "v"))
        }
        let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(Set(report.keys) == ["version", "time", "valid", "date", "stats", "errors", "tasks"])
        let task = try #require((report["tasks"] as? [[String: Any]])?.first)
        #expect(
            Set(task.keys) == ["valid", "time", "partial", "scope", "stats", "errors", "structure_warnings", "resource"])
        #expect((task["stats"] as? [String: Int])?["errors"] == 1_200 && task["partial"] as? Bool == true)
        let errors = try #require(task["errors"] as? [[String: Any]])
        #expect(errors.count == 1_000)
        #expect(errors[0]["cells"] as? [String] == ["x1", "y"] && errors[0]["rowPosition"] as? Int == 2)
        #expect(errors[0]["note"] as? String == "type is \"integer/default\"" && errors[0]["fieldPosition"] as? Int == 1)
    }
}

/// The French texts that portals show, beside those that validata-core gave for the same errors.
@Suite("The texts of Validata", .enabled(if: SharedFiles.arePresent(for: "the texts of Validata")))
struct ValidataTextTests {
    private struct Told: Decodable {
        let code: String
        let row: Int?
        let field: String?
        let name: String?
        let message: String?
    }
    private struct Details: Decodable { let errors: [Told] }

    private struct Answer: Decodable {
        struct Task: Decodable {
            struct Entry: Decodable {
                let code: String
                let rowPosition: Int?
                let fieldName: String?
                let name: String
                let message: String
            }
            let errors: [Entry]
        }
        let tasks: [Task]
    }

    @Test("are the same, name and message, for types, constraints, titles and blank rows")
    func texts() async throws {
        var compared = 0
        for pair in VerdictTests.Pair.all where pair.valid == "false" && pair.file.hasSuffix(".csv") {
            let file = SharedFiles.file("schemas/verdicts/\(pair.file.replacing("/", with: "__")).json")
            let told = try JSONDecoder().decode(Details.self, from: Data(contentsOf: file)).errors
            let schema = try SchemaDescriptor(contentsOf: SharedFiles.file("schemas/\(pair.schema)"))
            let check = FileCheck(
                .file(SharedFiles.file("schemas/\(pair.file)")), against: schema, as: .validata,
                extensionFolder: Repository.extensions)
            let data = try await check.run(examples: 10, keepsAll: true) { verdict, open in
                try JSONEncoder().encode(
                    ValidataReport(
                        verdict.report, try open.validataContents(), of: pair.file, against: schema, seconds: 0, version: ""))
            }
            let ours = try JSONDecoder().decode(Answer.self, from: data).tasks.flatMap(\.errors)
            for entry in ours where ["type-error", "constraint-error", "blank-row"].contains(entry.code) {
                let same = told.filter { $0.code == entry.code && $0.row == entry.rowPosition && $0.field == entry.fieldName }
                guard !same.isEmpty else { continue }
                compared += 1
                // The reference texts are cut at four hundred characters.
                let texts = same.map { "\($0.name ?? ""): \(($0.message ?? "").prefix(380))" }
                #expect(texts.contains("\(entry.name): \(entry.message.prefix(380))"), "\(pair.file) \(entry) \(texts)")
            }
        }
        #expect(compared > 100)
    }
}
