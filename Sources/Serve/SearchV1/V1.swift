internal import HTTPTypes
internal import NIOCore
internal import Query
internal import Territory

/// The search API v1 (explore-api.md §7): the list of its addresses. A new one is a file and a line here.
enum V1 {
    static let endpoints: [any Endpoint] = [
        RecordsSearchEndpoint(), RecordsDownloadEndpoint(), DatasetDownloadEndpoint(), AnalyzeEndpoint(), GeoClusterEndpoint(),
        GeoPolygonEndpoint(), GeoPreviewEndpoint(), BoundingBoxEndpoint(), DatasetsSearchEndpoint(), DatasetLookupEndpoint(),
        RecordLookupEndpoint(), ReusesEndpoint(),
    ]

    /// `start + rows` goes no further.
    static let window = 10_000
    /// Groups of an analysis, clusters of a map.
    static let groups = 20_000
}

/// An address of the v1 API: GET or POST form, JSONP, errors of its own.
protocol V1Endpoint: Endpoint {
    /// Answers with JSON, or with a file.
    func reply(_ ask: Ask, _ serving: Serving) async throws -> Answer
}

extension V1Endpoint {
    var family: Family { .searchV1 }
    var takesBody: Bool { true }

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let ask = ask.aboutDataset
        do {
            return try JSONP.wrapped(try await reply(ask, serving), ask, isAsked: V1Format(ask).isWrapped)
        } catch let fault as QueryFault {
            // The sentence alone: this API has no clauses.
            throw Refusal(
                fault.kind == .notFound ? .notFound : .badRequest, fault.exploreCode, fault.detail + ".", fr: fault.what.french,
                remedy: fault.remedy)
        }
    }

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { try serving.dependence(ask.aboutDataset) }
}

extension Ask {
    /// The dataset stands among the parameters: it is put where endpoints look for it.
    var aboutDataset: Ask {
        guard places["dataset"] == nil else { return self }
        var ask = self
        ask.places["dataset"] = parameters["dataset"] ?? ""
        return ask
    }
}

/// The `format` of a v1 request.
struct V1Format: Sendable {
    let name: String
    /// `jsonp` and `geojsonp`: as a script that calls a function.
    let isWrapped: Bool

    init(_ ask: Ask, default standard: String = "json") {
        let text = ask.parameters["format"].flatMap { $0.isEmpty ? nil : $0 } ?? standard
        isWrapped = text == "jsonp" || text == "geojsonp" || (text == "json" && ask.parameters["callback"] != nil)
        name = text == "jsonp" || text == "geojsonp" ? String(text.dropLast()) : text
    }

    /// - Throws: when it is none of these.
    func expect(_ names: String...) throws(Refusal) {
        if names.contains(name) { return }
        throw .parameter(
            "Invalid value for format API parameter: \(name) was found but one of \(names.joined(separator: ", ")) is expected.")
    }
}

/// JSON as a script that calls a function of the page.
enum JSONP {
    static func wrapped(_ answer: Answer, _ ask: Ask, isAsked: Bool) throws(Refusal) -> Answer {
        guard isAsked, case .bytes(let bytes) = answer.body, answer.headers[.contentType]?.contains("json") == true else {
            return answer
        }
        let name = ask.parameters["callback"].flatMap { $0.isEmpty ? nil : $0 } ?? "callback"
        // What a page says comes back as script: nothing but the name of a function may.
        let isName =
            name.utf8.count <= 128 && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_$.[]".contains($0)) }
        guard isName else { throw .parameter("Invalid value for callback API parameter: a function name is expected.") }
        // Two characters end a line in a script and not in JSON.
        let text = String(buffer: bytes).replacing("\u{2028}", with: "\\u2028").replacing("\u{2029}", with: "\\u2029")
        return .text("\(name)(\(text));", type: "application/javascript; charset=utf-8")
    }
}
