internal import Foundation
internal import Territory

// The API v1: what is sent, and what the answers mean.
extension UdataDestination {
    /// Something that is there; nil when it is not.
    func read(_ path: String) async throws -> JSON? {
        let answer = try await client.read(PortalRequest(method: .get, path: path))
        return [404, 410].contains(answer.status) ? nil : try result(answer)
    }

    @discardableResult
    func write(_ method: PortalRequest.Method, _ path: String, _ body: JSON? = nil) async throws -> JSON {
        let request = PortalRequest(method: method, path: path, body: body.map { .json($0) } ?? .none)
        return try result(try await client.send(request))
    }

    /// Puts up a file: at once, or in pieces when it is large, so that no proxy finds it too large and a slow line does not
    /// begin all over.
    func upload(_ file: PublishedFile, to path: String) async throws -> JSON {
        guard let source = file.file else { preconditionFailure("files are made before they are sent") }
        guard file.size > Self.piece else {
            return try await send(.form(UploadForm([], part: "file", file: file, at: source)), file, to: path)
        }
        let parts = (file.size + Self.piece - 1) / Self.piece
        let own = [("uuid", UUID().uuidString.lowercased()), ("filename", file.name), ("totalparts", String(parts))]
        for part in 0..<parts {
            let bytes = part * Self.piece..<min(file.size, (part + 1) * Self.piece)
            let place = [
                ("partindex", String(part)), ("partbyteoffset", String(bytes.lowerBound)), ("chunksize", String(bytes.count)),
            ]
            let form = UploadForm(own + place, part: "file", file: file, at: source, bytes: bytes)
            _ = try await send(.form(form), file, to: path)
        }
        return try await send(.fields(own), file, to: path)
    }

    /// Bytes sent at once.
    private static let piece = 8 << 20

    private func send(_ body: PortalRequest.Body, _ file: PublishedFile, to path: String) async throws -> JSON {
        let answer = try await client.send(PortalRequest(method: .post, path: path, body: body))
        if answer.status == 413 || answer.status == 400 {
            throw refused(file, because: answer.json.map(Self.words) ?? String(answer.status))
        }
        return try result(answer)
    }

    func refused(_ file: PublishedFile, because words: String?) -> PublishFault {
        var facts = ["file": Bilingual(file.name), "size": ByteCount.words(file.size)]
        facts["cause"] = words.map { Bilingual(client.cleaned($0)) }
        return PublishFault(.fileRefused, name, facts: facts)
    }

    private func result(_ answer: PortalAnswer) throws -> JSON {
        if answer.status == 204 { return .null }
        guard let json = answer.json else {
            throw PublishFault(.notAPortal, name, facts: ["kind": Bilingual("udata"), "cause": Bilingual(String(answer.status))])
        }
        if answer.isSuccess { return json }
        if answer.status == 401 || answer.status == 403 {
            throw PublishFault(
                .denied, name,
                facts: [
                    "organization": Bilingual(organization), "organizations": Bilingual("–"),
                    "cause": Bilingual(client.cleaned(Self.words(json))),
                ])
        }
        throw PublishFault(.refused, name, facts: ["cause": Bilingual(client.cleaned(Self.words(json)))])
    }

    /// Fields and messages of a refusal, nested like the input.
    private static func words(_ json: JSON) -> String {
        let errors = json["errors"]?.members ?? [:]
        guard !errors.isEmpty else { return json["message"]?.line ?? json["error"]?.line ?? "" }
        return errors.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.line ?? "")" }.joined(separator: "; ")
    }
}
