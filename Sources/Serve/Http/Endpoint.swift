/// One address of the server. A new one is one file and one line in the list of its family.
protocol Endpoint: Sendable {
    /// The path, names in braces: `api/explore/v2.1/catalog/datasets/{dataset}/records`.
    var pattern: String { get }
    /// How its errors are written.
    var family: Family { get }
    /// Whether calls count towards a quota, and may carry a key.
    var isCounted: Bool { get }
    /// Whether it may be asked with POST, its parameters in a form or its question in the body.
    var takesBody: Bool { get }
    /// Bytes that a POST may carry as a file; nil when it carries none.
    func bodyLimit(_ options: ServeOptions) -> Int?
    /// Whether the request may go on, before anything that it carries is read. Throws a `Refusal`.
    func admit(_ ask: Ask, _ serving: Serving) throws
    /// What the answer depends on, when an equal request may be given an answer made before.
    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence?
    /// Answers. Throws a `Refusal`, a `QueryFault` or any `Explained`.
    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer
}

extension Endpoint {
    var isCounted: Bool { family != .own }

    var takesBody: Bool { false }

    func bodyLimit(_ options: ServeOptions) -> Int? { nil }

    func admit(_ ask: Ask, _ serving: Serving) throws {}

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { nil }
}

/// Families of addresses, by who decided upon their form.
enum Family: Sendable {
    /// Opendatasoft's Explore API: `error_code` and `message`.
    case explore
    /// Opendatasoft's earlier search API: `errorcode` and `error`.
    case searchV1
    /// CKAN's action API: an envelope.
    case ckan
    /// The OGC APIs: problem details that are exceptions of the standard too.
    case ogc
    /// Esri's GeoServices: an `error` with its code.
    case geoServices
    /// Our own: problem details (RFC 9457).
    case own
    /// Pages for people.
    case portal
    /// Pages for agents who are signed in.
    case workshop
}

/// The addresses of the server, found by their segments.
struct Routes: Sendable {
    private struct Route: Sendable {
        let endpoint: any Endpoint
        let segments: [Substring]
    }

    /// By how many segments they have.
    private let routes: [Int: [Route]]

    init(_ endpoints: [any Endpoint]) {
        let all = endpoints.map { Route(endpoint: $0, segments: $0.pattern.split(separator: "/")) }
        routes = Dictionary(grouping: all) { $0.segments.count }
    }

    /// The endpoint of a path, and what the names in braces of its pattern stand for. Plain segments are tried before names,
    /// since they come first in the lists.
    func find(_ segments: [String]) -> (endpoint: any Endpoint, places: [String: String])? {
        for route in routes[segments.count] ?? [] {
            if let places = match(route.segments, segments) { return (route.endpoint, places) }
        }
        return nil
    }

    private func match(_ pattern: [Substring], _ segments: [String]) -> [String: String]? {
        var places: [String: String] = [:]
        for (part, segment) in zip(pattern, segments) {
            if part.first == "{" {
                places[String(part.dropFirst().dropLast())] = segment
            } else if part != segment {
                return nil
            }
        }
        return places
    }
}
