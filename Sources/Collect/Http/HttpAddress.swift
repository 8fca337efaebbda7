internal import Foundation

/// The address of a file on the web: http or https, no account in it.
struct HttpAddress: Sendable, Hashable {
    let url: URL
    let host: String

    /// Nil for anything else: another scheme, no host, `user:password@`.
    init?(_ text: String) {
        guard let url = URL(string: text.trimmingCharacters(in: .whitespaces)) else { return nil }
        self.init(url)
    }

    private init?(_ url: URL) {
        guard let scheme = url.scheme?.lowercased(), scheme == "http" || scheme == "https", url.user == nil, url.password == nil,
            let host = url.host?.trimmingCharacters(in: ["[", "]"]), !host.isEmpty, (1...65_535).contains(url.port ?? 80)
        else { return nil }
        self.url = url
        self.host = host
    }

    /// Where a redirect leads.
    func following(_ location: String) -> HttpAddress? {
        URL(string: location, relativeTo: url).flatMap { HttpAddress($0.absoluteURL) }
    }

    /// Scheme, host and port: whom secrets were meant for.
    var origin: String { "\(url.scheme?.lowercased() ?? "")://\(host.lowercased()):\(url.port ?? (isSecure ? 443 : 80))" }

    var isSecure: Bool { url.scheme?.lowercased() == "https" }

    /// For people: what follows `?` may hold a key, and is not shown.
    var shown: String {
        let port = url.port.map { ":\($0)" } ?? ""
        let path = url.path(percentEncoded: false)
        let name = host.contains(":") ? "[\(host)]" : host
        return "\(url.scheme?.lowercased() ?? "")://\(name)\(port)\(path.isEmpty ? "/" : path)"
    }
}
