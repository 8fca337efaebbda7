/// One API as programs are told of it: its addresses, what they take, how they refuse.
struct APIDescription: Sendable {
    /// An address that is asked with GET.
    struct Operation: Sendable {
        /// From the server's address, names of `parameters` in braces.
        let path: String
        let summary: String
        /// Keys of parameters; those in braces come by themselves.
        var parameters: [String] = []
        /// Media types of the answer; `*/*` is a file of any.
        var types = ["application/json"]
    }

    /// What an address takes.
    struct Parameter: Sendable {
        /// How addresses refer to it.
        let key: String
        /// How a request names it.
        let name: String
        let schema: JSON

        init(_ key: String, _ schema: JSON, name: String? = nil) {
            self.key = key
            self.name = name ?? key
            self.schema = schema
        }

        /// All parameters whose names match a pattern, each a text: `refine.commune`.
        static func matching(_ pattern: String, as key: String) -> Parameter {
            Parameter(
                key,
                .members([
                    "type": "object", "additionalProperties": false,
                    "patternProperties": .object([.init(name: pattern, value: text)]),
                ]))
        }
    }

    /// A status that is not success.
    struct Failure: Sendable {
        let status: Int
        let words: String
        /// The form of its body; any JSON when nil.
        var schema: JSON?
    }

    /// A word that stands before its names in the document, since two APIs mean other things by one name.
    let name: String
    let title: String
    let operations: [Operation]
    let parameters: [Parameter]
    let failures: [Failure]

    static let text = JSON.members(["type": "string"])
    static let boolean = JSON.members(["type": "boolean"])
    static let list = JSON.members(["type": "array", "items": text])

    static func whole(_ least: Int, _ most: Int? = nil) -> JSON {
        .object(
            [.init(name: "type", value: "integer"), .init(name: "minimum", value: .integer(least))]
                + (most.map { [.init(name: "maximum", value: .integer($0))] } ?? []))
    }

    static func choice(_ values: [String]) -> JSON { .members(["type": "string", "enum": .texts(values)]) }

    /// One of the datasets that everyone may see.
    static func dataset(_ names: [String]) -> JSON { names.isEmpty ? text : choice(names) }
}
