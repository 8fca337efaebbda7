internal import HTTPTypes
internal import NIOCore

/// A refusal as the v1 API writes it: `errorcode`, which begins with 2 and ends with the HTTP status, and `error`, which
/// widgets show.
enum V1Refusal {
    static func answer(_ refusal: Refusal) -> Answer {
        let body = JSON.members(["errorcode": .integer(20_000 + refusal.status.code), "error": .text(refusal.message)])
        return Answer(refusal.status, type: "application/json", .bytes(ByteBuffer(string: body.pretty)))
    }
}
