internal import Foundation
internal import HTTPTypes
internal import Portal
internal import Query
internal import Territory

/// A resource of the OGC API: JSON for programs, a page for people, at one address.
protocol OGCResource: Sendable {
    /// The path without the language: `ogc/collections/{dataset}`.
    var path: String { get }
    /// The media type of its JSON.
    var type: String { get }
    /// The values of `f` that mean JSON.
    var forms: Set<String> { get }
    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence?
    /// The names of the parameters it takes, besides `f`.
    func parameters(_ ask: Ask, _ serving: Serving) throws -> Set<String>
    func json(_ ask: Ask, _ serving: Serving) async throws -> Answer
    /// What the page shows.
    func page(_ view: PortalView) async throws -> ResourcePage
}

extension OGCResource {
    var type: String { "application/json" }
    var forms: Set<String> { ["json"] }
    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { serving.catalogueDependence(ask) }
    func parameters(_ ask: Ask, _ serving: Serving) throws -> Set<String> { [] }

    /// The links to itself and to its other form.
    func links(_ ask: Ask) -> [OGCLink] {
        let path = ask.plainSegments.map(AddressText.encoded).joined(separator: "/"), rest = ask.parameters.without("f")
        func form(_ name: String) -> String { ask.link(path, Parameters(rest.items + [.init(name: "f", value: name)])) }
        return [
            OGCLink("self", ask.link(path, ask.parameters), type, Bilingual(fr: "Ce document", en: "This document")),
            OGCLink("alternate", form("html"), "text/html", Bilingual(fr: "Cette page", en: "This page")),
        ]
    }
}

extension Ask {
    /// The segments without a language before them.
    var plainSegments: [String] { segments.first == OGC.root ? segments : Array(segments.dropFirst()) }
}

/// The form that a client wants.
enum OGCForm: String, Sendable {
    case json, html

    /// `f` decides, then `Accept` (RFC 9110 §12.5.1); JSON when both are liked as well.
    /// - Throws: `Refusal`: 400 for an unknown `f`, 406 when nothing that is liked can be had.
    init(_ ask: Ask, _ resource: any OGCResource) throws(Refusal) {
        switch ask.parameters["f"] {
        case "html"?: self = .html
        case let name? where resource.forms.contains(name): self = .json
        case let name?:
            throw .parameter("Invalid value for f: \(name). json or html is expected.", fr: "f prend json ou html, pas \(name).")
        case nil: self = try Self.liked(ask.headers[.accept] ?? "*/*", resource.type)
        }
    }

    private static func liked(_ accept: String, _ type: String) throws(Refusal) -> OGCForm {
        var best: (form: OGCForm, weight: Double)?
        for part in accept.lowercased().split(separator: ",") {
            let words = part.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            let weight = words.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            guard weight > 0, let name = words.first else { continue }
            let plain = type.prefix { $0 != ";" }
            let isJSON = [String(plain), "application/json", "application/*", "*/*"].contains(name) || name.hasSuffix("+json")
            let isPage = ["text/html", "application/xhtml+xml", "text/*"].contains(name)
            guard isJSON || isPage, best.map({ weight > $0.weight }) ?? true else { continue }
            best = (isPage ? .html : .json, weight)
        }
        guard let best else {
            throw Refusal(
                .notAcceptable, "NotAcceptable", "Only \(type) and text/html can be had.",
                fr: "Seuls \(type) et text/html sont possibles.")
        }
        return best.form
    }
}

/// A resource at its address in one language; JSON is the same in all.
struct OGCEndpoint: Endpoint {
    let resource: any OGCResource
    let root: PageRoot

    var pattern: String { root.pattern(resource.path) }
    var family: Family { .ogc }

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? {
        try check(ask, serving)
        let form = try OGCForm(ask, resource)
        guard let state = try resource.dependence(ask, serving) else { return nil }
        return Dependence(state: "\(state.state) \(form.rawValue)", time: state.time)
    }

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        try check(ask, serving)
        var answer =
            switch try OGCForm(ask, resource) {
            case .json: try await resource.json(ask, serving)
            case .html: PortalPages.answer(try await resource.page(PortalView(ask, serving, root.language)).html, root.language)
            }
        answer.headers[.vary] = "Accept"
        return answer
    }

    /// Refuses what the resource does not take (`/req/core/query-param-unknown`).
    private func check(_ ask: Ask, _ serving: Serving) throws {
        let known = try resource.parameters(ask, serving).union(["f", "apikey"])
        for item in ask.parameters.items where !known.contains(item.name) {
            throw Refusal(
                .badRequest, "InvalidParameter", "Unknown parameter: \(item.name).", fr: "Paramètre inconnu : \(item.name).",
                remedy: Bilingual(fr: "Les paramètres sont décrits à /ogc/api", en: "The parameters are described at /ogc/api"))
        }
    }
}
