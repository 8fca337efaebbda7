internal import Territory

/// A file of the web that cannot be had.
struct HttpFault: Explained {
    enum Reason: Sendable {
        case badAddress
        /// The host, and what it resolves to.
        case notReachable(String, isLocal: Bool)
        case badRedirect
        case tooManyRedirects(Int)
        case denied(Int)
        case notFound(Int)
        case refused(Int)
        /// What the server answered, or the system said; time may mend it.
        case unavailable(Bilingual)
        case tooSlow
        case cut
        case tooLarge(Int)
        case insecure
        case badEncoding(String)
    }

    let reason: Reason
    /// The address, without what may be secret.
    let address: String
    let place: Place?

    var subject: String? { address }

    var code: String {
        switch reason {
        case .badAddress: "http.bad-address"
        case .notReachable: "http.forbidden-network"
        case .badRedirect: "http.bad-redirect"
        case .tooManyRedirects: "http.too-many-redirects"
        case .denied: "http.denied"
        case .notFound: "http.not-found"
        case .refused: "http.refused"
        case .unavailable: "http.unavailable"
        case .tooSlow: "http.too-slow"
        case .cut: "http.cut"
        case .tooLarge: "http.too-large"
        case .insecure: "http.insecure"
        case .badEncoding: "http.unknown-encoding"
        }
    }

    var isTransient: Bool {
        switch reason {
        case .unavailable, .tooSlow, .cut: true
        default: false
        }
    }

    /// One of each, for the reference.
    static let all: [HttpFault] = [
        .badAddress, .notReachable("{address}", isLocal: true), .badRedirect, .tooManyRedirects(HttpLimits().redirects),
        .denied(401),
        .notFound(404), .refused(400), .unavailable(Bilingual("503")), .tooSlow, .cut, .tooLarge(HttpLimits().bytes), .insecure,
        .badEncoding("{encoding}"),
    ].map { HttpFault(reason: $0, address: "{url}", place: nil) }
}
