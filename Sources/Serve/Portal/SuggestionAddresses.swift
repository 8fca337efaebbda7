internal import Foundation
internal import HTTPTypes
internal import Portal
internal import Territory
internal import Workshop

/// An address where readers propose something. There as soon as someone may read it: with the workshop. No cookie, nothing kept of
/// who sends.
protocol SuggestionAddress: Endpoint {
    /// The path without the language.
    var path: String { get }
    var root: PageRoot { get }
}

extension SuggestionAddress {
    var pattern: String { root.pattern(path) }
    var language: Language { root.language }
    var family: Family { .portal }
    var takesBody: Bool { true }

    func admit(_ ask: Ask, _ serving: Serving) throws {
        guard serving.workroom.isOpen else { throw Refusal.noPath }
        if ask.method == .post, !Origin.isOwn(ask) { throw Refusal.otherSite }
    }
}

/// What readers propose, of one kind.
struct SuggestionsEndpoint: SuggestionAddress {
    let kind: Suggestion.Kind
    let root: PageRoot
    var path: String { kind.path }

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let site = PortalView.site(serving, language), box = serving.workroom.suggestions
        let shown = box.shown(kind), datasets = kind == .reuse ? serving.openDatasets(language) : []
        func page(
            _ said: SuggestionPage.Said = .nothing, faults: [String: Bilingual] = [:], typed: [String: String] = [:],
            status: HTTPResponse.Status = .ok
        ) -> Answer {
            let page = SuggestionPage(site, kind, shown, datasets: datasets, said: said, faults: faults, typed: typed)
            return PortalPages.answer(page.html, status: status, language)
        }
        guard ask.method == .post else { return page(typed: ["dataset": ask.parameters["dataset"] ?? ""]) }
        let names = ["title", "text", "link", "author", "contact", "dataset"]
        let typed = Dictionary(names.map { ($0, Visit.plain(ask.parameters[$0] ?? "")) }) { first, _ in first }
        func said(_ name: String) -> String { typed[name] ?? "" }
        let read = Suggestion.read(
            kind, title: said("title"), text: said("text"), link: said("link"), author: said("author"), contact: said("contact"),
            dataset: datasets.first { $0.name == said("dataset") }?.name, at: Date())
        guard let suggestion = read.suggestion else {
            return page(faults: read.faults, typed: typed, status: .unprocessableContent)
        }
        guard try box.add(suggestion, from: ask.address) else { return page(.full, typed: typed, status: .tooManyRequests) }
        try serving.workroom.trail.add(.suggested, by: nil, about: suggestion.id)
        return page(.thanks)
    }
}

/// One request, and its support.
struct WantedEndpoint: SuggestionAddress {
    let root: PageRoot
    let path = "\(Suggestion.Kind.wanted.path)/{suggestion}"

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let box = serving.workroom.suggestions, id = ask.place("suggestion")
        if ask.method == .post { try box.support(id, from: ask.address) }
        guard let found = box.suggestion(id), found.kind == .wanted, found.state.isShown else { throw Refusal.noPath }
        return PortalPages.answer(WantedPage(PortalView.site(serving, language), found).html, language)
    }
}
