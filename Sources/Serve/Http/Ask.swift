internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Territory

/// What is asked: a request as the endpoints see it.
struct Ask: Sendable {
    let method: HTTPRequest.Method
    /// The path without the base path, decoded, cut at its slashes; a slash at the end does not count.
    let segments: [String]
    private(set) var parameters: Parameters
    let headers: HTTPFields
    /// What stands before the path in the links of an answer: `https://data.valbourg.fr/lavage`.
    let base: String
    /// What a POST carried, when it was no form.
    var body = ByteBuffer()
    /// What a POST carried, where a file is expected.
    var upload: Upload?
    /// Where the request comes from, as far as is known; never written anywhere.
    var address = ""
    /// Who asks.
    var caller = Caller.anyone
    /// What the names in braces of the endpoint's pattern stand for.
    var places: [String: String] = [:]

    init(_ request: Request, _ options: ServeOptions) {
        method = request.method
        headers = request.headers
        let target = request.uri.string
        let cut = target.firstIndex(of: "?") ?? target.endIndex
        let path = target[..<cut].utf8.split(separator: UInt8(ascii: "/")).map { Parameters.decoded($0) }
        let before = options.basePath.split(separator: "/").map(String.init)
        segments = !before.isEmpty && path.starts(with: before) ? Array(path.dropFirst(before.count)) : path
        parameters = Parameters(query: cut == target.endIndex ? "" : String(target[target.index(after: cut)...]))
        base = Self.base(request, options)
    }

    /// The same, with other parameters.
    func with(_ parameters: Parameters) -> Ask {
        var ask = self
        ask.parameters = parameters
        return ask
    }

    /// The same, with what a POST carried: the fields of a form are parameters like those of the address.
    func with(body: ByteBuffer) -> Ask {
        guard headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true else {
            var ask = self
            ask.body = body
            return ask
        }
        return with(Parameters(parameters.items + Parameters(query: String(buffer: body)).items))
    }

    /// The language of sentences for people: that of the client when it is English.
    var language: Language { headers[.acceptLanguage]?.hasPrefix("en") == true ? .english : .french }

    /// What is meant by a name in braces of the pattern.
    func place(_ name: String) -> String { places[name] ?? "" }

    /// The address of a path of this server.
    func link(_ path: String) -> String { "\(base)/\(path)" }

    /// The address that was asked for, with other parameters.
    func link(_ path: String, _ parameters: Parameters) -> String {
        let query = AddressText.form(parameters.items.map { ($0.name, $0.value) })
        return link(path) + (query.isEmpty ? "" : "?" + query)
    }

    /// How the answer may be packed (RFC 9110 §12.5.3).
    var packing: Packing? { Packing(accepted: headers[.acceptEncoding]) }

    private static func base(_ request: Request, _ options: ServeOptions) -> String {
        if let told = options.baseURL { return told }
        var scheme = "http", host = request.head.authority ?? "", prefix = ""
        if options.isBehindProxy {
            scheme = first(request, "x-forwarded-proto") == "https" ? "https" : "http"
            host = first(request, "x-forwarded-host") ?? host
            prefix = first(request, "x-forwarded-prefix") ?? ""
        }
        // What a client says of the host comes back in links: nothing but the letters of a host may.
        let isHost =
            !host.isEmpty && host.utf8.count < 256
            && host.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || ".:-[]".contains($0)) }
        let isPath =
            prefix.utf8.count < 256 && prefix.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/-_.".contains($0)) }
        let path = isPath ? prefix.split(separator: "/").map { "/" + $0 }.joined() : ""
        return "\(scheme)://\(isHost ? host : "\(options.address):\(options.port)")\(path)"
    }

    private static func first(_ request: Request, _ name: String) -> String? {
        guard let name = HTTPField.Name(name), let value = request.headers[name] else { return nil }
        return value.split(separator: ",").first.map { $0.trimmingPrefix { $0 == " " } }.map(String.init)
    }
}
