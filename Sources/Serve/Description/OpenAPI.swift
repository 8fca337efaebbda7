internal import Territory

/// The OpenAPI 3.1 document (<https://spec.openapis.org/oas/v3.1.0>) of the APIs that apps call: each room of an API says what
/// it answers, in one table.
struct OpenAPI: Sendable {
    private let ask: Ask
    private let territory: Territory
    private let descriptions: [APIDescription]

    init(_ ask: Ask, _ serving: Serving) {
        self.ask = ask
        territory = serving.territory
        // What everyone may see.
        let datasets = serving.shelf.copies.map(\.copy.dataset).filter { serving.shelf.isOpen($0) }
        descriptions = [Explore.description(datasets), V1.description(datasets), CKANActions.description(datasets)]
    }

    var document: JSON {
        .members([
            "openapi": "3.1.0",
            "info": .members([
                "title": .text("\(territory.name) – API"), "version": .text(Product.version),
                "description":
                    "The APIs of Opendatasoft (Explore v2.1 and the earlier one) and of CKAN. `version` and `as_of` are Lavoir's own: any version that is kept can be asked for.",
            ]),
            "servers": .list([.members(["url": .text(ask.base)])]),
            "tags": .list(descriptions.map { .members(["name": .text($0.name), "description": .text($0.title)]) }),
            "paths": .object(descriptions.flatMap(paths)),
            "components": .members([
                "parameters": .object(descriptions.flatMap(parameters)),
                "securitySchemes": .members([
                    "apikey": .members(["type": "apiKey", "in": "header", "name": "Authorization", "description": "Apikey <key>"])
                ]),
            ]),
            // With a key or without.
            "security": .list([.object([]), .members(["apikey": .list([])])]),
        ])
    }

    private func paths(_ description: APIDescription) -> [JSON.Member] {
        description.operations.map { operation in
            let names = operation.path.names + operation.parameters
            let references = names.map { JSON.members(["$ref": .text("#/components/parameters/\(description.name).\($0)")]) }
            let get = JSON.members([
                "summary": .text(operation.summary), "tags": .texts([description.name]), "parameters": .list(references),
                "responses": .object([success(operation), notChanged] + description.failures.map(failure)),
            ])
            return JSON.Member(name: operation.path, value: .members(["get": get]))
        }
    }

    private func success(_ operation: APIDescription.Operation) -> JSON.Member {
        let content = operation.types.map { JSON.Member(name: $0, value: .object([])) }
        return .init(name: "200", value: .members(["description": "The answer", "content": .object(content)]))
    }

    private var notChanged: JSON.Member { .init(name: "304", value: .members(["description": "Not changed"])) }

    private func failure(_ failure: APIDescription.Failure) -> JSON.Member {
        let form = failure.schema.map { JSON.members(["schema": $0]) } ?? .object([])
        return .init(
            name: String(failure.status),
            value: .members(["description": .text(failure.words), "content": .members(["application/json": form])]))
    }

    private func parameters(_ description: APIDescription) -> [JSON.Member] {
        let inPaths = Set(description.operations.flatMap(\.path.names))
        return description.parameters.map { parameter in
            let isInPath = inPaths.contains(parameter.key)
            return JSON.Member(
                name: "\(description.name).\(parameter.key)",
                value: .members([
                    "name": .text(parameter.name), "in": isInPath ? "path" : "query", "required": .boolean(isInPath),
                    "schema": parameter.schema,
                ]))
        }
    }
}

extension String {
    /// What stands in braces: `{dataset}`.
    fileprivate var names: [String] { matches(of: #/\{(\w+)\}/#).map { String($0.1) } }
}
