internal import Foundation
internal import HTTPTypes

/// Where a request comes from: which machine, which site.
enum Origin {
    /// The address of the one who asks; behind a proxy, the one that the nearest proxy saw.
    static func address(_ ask: Ask, _ peer: String?, _ options: ServeOptions) -> String {
        guard options.isBehindProxy, let name = HTTPField.Name("x-forwarded-for"), let told = ask.headers[name],
            let last = told.split(separator: ",").last
        else { return peer ?? "" }
        return last.trimmingCharacters(in: .whitespaces)
    }

    /// Whether a form may come from a page of this site: what browsers say of it (Fetch Metadata, `Origin`) does not say otherwise.
    static func isOwn(_ ask: Ask) -> Bool {
        if let name = HTTPField.Name("sec-fetch-site"), let site = ask.headers[name], site != "same-origin" { return false }
        guard let name = HTTPField.Name("origin"), let origin = ask.headers[name] else { return true }
        // The scheme may be another before a proxy that is not declared; the host may not.
        return host(origin) != nil && host(origin) == host(ask.base)
    }

    private static func host(_ address: String) -> String? {
        guard let parts = URLComponents(string: address), let host = parts.host, !host.isEmpty else { return nil }
        return host.lowercased() + (parts.port.map { ":\($0)" } ?? "")
    }
}
