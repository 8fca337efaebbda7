internal import Foundation
internal import Territory

/// Part of a bucket: what lies under a prefix.
struct Bucket: Sendable {
    /// The town's name for the destination, for faults.
    let name: String
    let bucket: String
    /// With a slash at its end, or empty.
    let prefix: String
    private let host: String
    private let client: PortalClient
    private let signature: SignatureV4

    /// - Parameters:
    ///   - endpoint: without a slash at its end.
    ///   - path: the bucket, then the parts of the prefix.
    init(_ name: String, at endpoint: String, _ path: [String], _ signature: SignatureV4, _ limits: PortalLimits) {
        self.name = name
        self.signature = signature
        bucket = path.first ?? ""
        prefix = path.dropFirst().map { $0 + "/" }.joined()
        host = String(endpoint.split(separator: "/").last ?? "")
        client = PortalClient(name, at: endpoint, hiding: signature.secret, limits: limits)
    }

    func address(of path: String) -> String { "s3://\(bucket)/\(prefix)\(path)" }

    /// Every object under the prefix, by path: its entity tag.
    func list() async throws -> [String: String] {
        var found: [String: String] = [:], next: String?
        repeat {
            var query = [("list-type", "2"), ("encoding-type", "url"), ("prefix", prefix)]
            if let next { query.append(("continuation-token", next)) }
            let answer = try await ask(.get, nil, query)
            guard answer.isSuccess, let page = BucketListing(answer.body) else { throw fault(answer) }
            for object in page.objects { found[String(object.key.dropFirst(prefix.count))] = object.entityTag }
            next = page.next
        } while next != nil
        return found
    }

    func get(_ path: String) async throws -> Data? {
        let answer = try await ask(.get, path)
        if answer.status == 404 { return nil }
        guard answer.isSuccess else { throw fault(answer) }
        return answer.body
    }

    /// The hash that was left with an object.
    func hash(of path: String) async throws -> String? {
        let answer = try await ask(.head, path)
        return answer.isSuccess ? answer.headers["x-amz-meta-sha256"] : nil
    }

    func put(_ path: String, _ body: PortalRequest.Body, hash: String, mediaType: String) async throws {
        let answer = try await ask(
            .put, path, [], [("x-amz-meta-sha256", hash)], body, hash: hash, mediaType: mediaType)
        guard answer.isSuccess else { throw fault(answer) }
    }

    func delete(_ path: String) async throws {
        let answer = try await ask(.delete, path)
        guard answer.isSuccess || answer.status == 404 else { throw fault(answer) }
    }

    /// One signed request. Questions are asked again when they fail; what changes something is not.
    func ask(
        _ method: PortalRequest.Method, _ path: String?, _ query: [(name: String, value: String)] = [],
        _ headers: [(name: String, value: String)] = [], _ body: PortalRequest.Body = .none, hash: String = SignatureV4.emptyHash,
        mediaType: String? = nil
    ) async throws -> PortalAnswer {
        let parts = ([bucket] + (path.map { (prefix + $0).split(separator: "/").map(String.init) } ?? [])).map(
            AddressText.encoded)
        let place = parts.joined(separator: "/")
        let signed = signature.headers(
            method.rawValue, host: host, path: "/" + place, query: query, headers, hash: hash, at: Date())
        let request = PortalRequest(
            method: method, path: place, query: query,
            headers: signed + (mediaType.map { [("Content-Type", $0)] } ?? []), body: body)
        return method == .get || method == .head ? try await client.read(request) : try await client.send(request)
    }

    /// What a refusal means; S3 speaks XML.
    func fault(_ answer: PortalAnswer) -> PublishFault {
        let text = String(decoding: answer.body.prefix(4_000), as: UTF8.self)[...]
        let code = BucketListing.value("Code", in: text), words = BucketListing.value("Message", in: text)
        let cause = [code, words].compactMap { $0 }.joined(separator: ": ")
        let facts = [
            "what": Bilingual(bucket), "cause": Bilingual(client.cleaned(cause.isEmpty ? String(answer.status) : cause)),
        ]
        if code == "NoSuchBucket" { return PublishFault(.noBucket, name, facts: facts) }
        if answer.status == 403 || answer.status == 401 { return PublishFault(.bucketDenied, name, facts: facts) }
        guard code != nil else {
            return PublishFault(.notAPortal, name, facts: ["kind": Bilingual("S3"), "cause": Bilingual(String(answer.status))])
        }
        return PublishFault(.refused, name, facts: facts)
    }
}
