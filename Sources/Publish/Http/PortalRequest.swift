internal import Foundation

/// One call of a portal.
struct PortalRequest: Sendable {
    enum Method: String, Sendable { case get = "GET", head = "HEAD", post = "POST", put = "PUT", delete = "DELETE" }

    /// What goes with it.
    enum Body: Sendable {
        case none
        case json(JSON)
        case form(UploadForm)
        /// A form without a file.
        case fields([(name: String, value: String)])
        /// What the headers say it is.
        case bytes(Data)
    }

    let method: Method
    /// Under the portal's address, `datasets/`; trailing slashes count.
    let path: String
    var query: [(name: String, value: String)] = []
    var headers: [(name: String, value: String)] = []
    var body = Body.none
}

/// What a portal answered.
struct PortalAnswer: Sendable {
    let status: Int
    let body: Data
    /// By name, in small letters.
    var headers: [String: String] = [:]

    var isSuccess: Bool { (200..<300).contains(status) }

    /// Nil when it is no JSON: a proxy speaks HTML.
    var json: JSON? { JSON.reading(body) }
}
