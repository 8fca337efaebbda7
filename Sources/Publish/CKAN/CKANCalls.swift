internal import Foundation
internal import Territory

// The action API: what is sent, and what the answers mean.
extension CKANDestination {
    /// A reading action; nil when the portal does not have what was asked for.
    func read(_ action: String, _ query: [(name: String, value: String)]) async throws -> JSON? {
        let answer = try await client.read(PortalRequest(method: .get, path: action, query: query))
        return answer.status == 404 ? nil : try result(answer)
    }

    /// A writing action.
    @discardableResult
    func write(_ action: String, _ body: JSON) async throws -> JSON {
        try result(try await client.send(PortalRequest(method: .post, path: action, body: .json(body))))
    }

    /// A writing action whose JSON is made already.
    func write(_ action: String, bytes: Data) async throws {
        let headers = [(name: "Content-Type", value: "application/json")]
        _ = try result(
            try await client.send(PortalRequest(method: .post, path: action, headers: headers, body: .bytes(bytes))))
    }

    /// A writing action that carries a file.
    @discardableResult
    func write(_ action: String, _ fields: [(name: String, value: String)], _ file: PublishedFile) async throws -> JSON {
        guard let source = file.file else { preconditionFailure("files are made before they are sent") }
        let form = UploadForm(fields, part: "upload", file: file, at: source)
        let answer = try await client.send(PortalRequest(method: .post, path: action, body: .form(form)))
        // The portal's own limit is an error under `upload`, a proxy's a page.
        let refusal = answer.json?["error"]?["upload"]
        if answer.status == 413 || answer.status == 409 && refusal != nil {
            throw refused(file, because: refusal?.line ?? "413")
        }
        return try result(answer)
    }

    func refused(_ file: PublishedFile, because words: String?) -> PublishFault {
        var facts = ["file": Bilingual(file.name), "size": ByteCount.words(file.size)]
        facts["cause"] = words.map { Bilingual(client.cleaned($0)) }
        return PublishFault(.fileRefused, name, facts: facts)
    }

    func denied(_ organizations: [String], because words: String? = nil) -> PublishFault {
        let names = organizations.isEmpty ? "–" : organizations.joined(separator: ", ")
        var facts = ["organization": Bilingual(organization), "organizations": Bilingual(names)]
        facts["cause"] = words.map { Bilingual(client.cleaned($0)) }
        return PublishFault(.denied, name, facts: facts)
    }

    private func result(_ answer: PortalAnswer) throws -> JSON {
        guard let json = answer.json else {
            throw PublishFault(.notAPortal, name, facts: ["kind": Bilingual("CKAN"), "cause": Bilingual(String(answer.status))])
        }
        if answer.isSuccess, json["success"]?.boolean == true { return json["result"] ?? .null }
        if answer.status == 403 || answer.status == 401 { throw denied([], because: json["error"]?["message"]?.line) }
        throw PublishFault(.refused, name, facts: ["cause": Bilingual(client.cleaned(Self.words(json)))])
    }

    /// Fields and messages of a refusal; the messages are in the portal's language.
    private static func words(_ json: JSON) -> String {
        guard let error = json["error"], !error.members.isEmpty else { return json.line ?? "" }
        let lines = error.members.filter { $0.key != "__type" }.sorted { $0.key < $1.key }
        return lines.map { "\($0.key): \($0.value.line ?? "")" }.joined(separator: "; ")
    }
}
