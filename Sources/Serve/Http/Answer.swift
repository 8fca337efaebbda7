internal import HTTPTypes
internal import NIOCore

/// What an endpoint answers.
struct Answer: Sendable {
    /// A body that is made while it is sent: it hands pieces over, and stops when that throws.
    typealias Stream = @Sendable (_ send: (ByteBuffer) async throws -> Void) async throws -> Void

    enum Body: Sendable {
        case bytes(ByteBuffer)
        case stream(Stream)
    }

    var status: HTTPResponse.Status
    var headers: HTTPFields
    var body: Body
    /// Whether a page of another site may show it in a frame.
    var mayBeFramed = false

    init(_ status: HTTPResponse.Status = .ok, type: String, _ body: Body) {
        self.status = status
        headers = [.contentType: type]
        self.body = body
    }

    /// JSON on one line.
    static func json(_ value: JSON) -> Answer { json(value.line) }

    /// JSON text that is there already.
    static func json(_ text: String) -> Answer {
        Answer(type: "application/json; charset=utf-8", .bytes(ByteBuffer(string: text)))
    }

    /// Text of another type.
    static func text(_ text: String, type: String, status: HTTPResponse.Status = .ok) -> Answer {
        Answer(status, type: type, .bytes(ByteBuffer(string: text)))
    }

    /// To another address (RFC 9110 §15.4).
    static func moved(_ address: String, _ status: HTTPResponse.Status) -> Answer {
        var answer = text("", type: "text/plain; charset=utf-8", status: status)
        answer.headers[.location] = address
        return answer
    }

    /// The same answer, to be kept under a file's name.
    func named(_ file: String) -> Answer {
        var answer = self
        let plain = file.unicodeScalars.map { ("!"..."~").contains($0) && $0 != "\"" && $0 != "\\" ? Character($0) : "_" }
        answer.headers[.contentDisposition] = "attachment; filename=\"\(String(plain))\""
        return answer
    }
}

/// What an answer depends on: as long as it is the same, so is the answer.
struct Dependence: Sendable, Hashable {
    /// The version's run, or the catalogue's number.
    let state: String
    /// When it came to be, UTC, `2025-03-31 08:00:00.123`.
    let time: String
}
