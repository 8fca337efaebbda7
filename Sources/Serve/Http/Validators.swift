internal import Crypto
internal import Foundation
internal import HTTPTypes
internal import NIOCore

/// What lets a client keep an answer: a mark made of the version and of what was asked, and the time of the version
/// (RFC 9110 §8.8).
struct Validators: Sendable {
    private let digest: String
    private let time: Int?
    private let isPrivate: Bool

    init(_ dependence: Dependence, _ ask: Ask) {
        // Links in the answer depend on where the server was found; what is seen, on the caller's scope.
        let asked = [
            dependence.state, ask.segments.joined(separator: "/"), ask.parameters.without("apikey").normalised, ask.base,
            ask.caller.scope,
        ]
        let hash = SHA256.hash(data: Data(asked.joined(separator: "\u{1D}").utf8))
        digest = hash.prefix(16).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        time = Moment.seconds(dependence.time)
        isPrivate = ask.caller.key != nil
    }

    /// The mark. The packed answer is another representation, of a mark of its own.
    func tag(_ packing: Packing? = nil) -> String { "\"\(digest)\(packing.map { "-\($0.rawValue)" } ?? "")\"" }

    func add(to answer: inout Answer) {
        answer.headers[.eTag] = tag(answer.headers[.contentEncoding].flatMap(Packing.init(rawValue:)))
        answer.headers[.lastModified] = time.map { Moment.http($0) }
        // Kept by whoever wants, used after asking whether it still holds.
        answer.headers[.cacheControl] = isPrivate ? "private, no-cache" : "public, no-cache"
        answer.headers[.vary] = ["Accept-Encoding, Authorization", answer.headers[.vary]].compactMap(\.self).joined(
            separator: ", ")
    }

    /// Whether the client has the answer already (RFC 9110 §13.1: the mark decides when both are sent).
    func isKnown(to ask: Ask) -> Bool {
        if let known = ask.headers[.ifNoneMatch] {
            let marks = known.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces).trimmingPrefix("W/") }
            return marks.contains { mark in mark == "*" || [nil, .brotli, .gzip].contains { tag($0) == mark } }
        }
        guard let since = ask.headers[.ifModifiedSince], let time else { return false }
        return since == Moment.http(time)
    }

    /// 304, with the headers that the answer would have.
    var notModified: Answer {
        var answer = Answer(.notModified, type: "application/json", .bytes(ByteBuffer()))
        answer.headers[.contentType] = nil
        add(to: &answer)
        return answer
    }
}
