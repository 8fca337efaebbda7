import Foundation
import Testing

@testable import Territory

@Suite("JSON Schema")
struct JSONSchemaTests {
    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("each kind of file has a schema of draft 2020-12, the same at each call")
    func kinds() throws {
        for make in [JSONSchema.lavoir, JSONSchema.dataset, JSONSchema.source] {
            #expect(make(.sample) == make(.sample))
            #expect(try object(make(.sample))["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        }
    }

    @Test("a dataset's schema has its keys, what is required, and both languages")
    func dataset() throws {
        let schema = try object(JSONSchema.dataset(.sample))
        #expect(schema["additionalProperties"] as? Bool == false)
        #expect(schema["required"] as? [String] == ["title", "source"])
        let properties = try #require(schema["properties"] as? [String: [String: Any]])
        #expect(Set(properties.keys) == Set(DatasetKeys.all(.sample).map(\.name)))
        let theme = try #require(properties["theme"]?["description"] as? String)
        #expect(theme == "le thème du portail\n\nthe portal's theme")
        let step = try #require(properties["recipe"]?["items"] as? [String: Any])
        #expect(step["maxProperties"] as? Int == 1)
        #expect(Set((step["properties"] as? [String: Any] ?? [:]).keys) == ["rename", "keep", "trim", "unpivot", "lookup"])
    }

    @Test("a source's schema offers one object for each connector, with its options")
    func source() throws {
        let connectors = try #require(try object(JSONSchema.source(.sample))["anyOf"] as? [[String: Any]])
        #expect(connectors.map { $0["required"] as? [String] } == [["file"], ["totem", "mode"]])
    }

    @Test("keys stand in alphabetical order and slashes are plain")
    func text() {
        let text = JSONSchema.lavoir(.sample)
        #expect(text.contains("https://json-schema.org") && text.hasSuffix("}\n"))
    }
}
