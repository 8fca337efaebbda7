internal import Foundation
internal import Territory
package import Workshop

/// One suggestion as readers see it: nothing of whom to write to.
struct SuggestionCard: Sendable {
    let site: Site
    let suggestion: Suggestion
    let level: Int

    var html: HTML {
        let tag = HTML(stringLiteral: "h\(level)"), dates = DateText(language: site.language)
        let title: HTML =
            suggestion.kind == .reuse
            ? "<a href=\"\(suggestion.link)\" rel=\"nofollow ugc noreferrer\">\(suggestion.title)</a>"
            : "<a href=\"\(site.link(suggestion.kind.path, suggestion.id))\">\(suggestion.title)</a>"
        let author: HTML? =
            suggestion.author.isEmpty ? nil : "<p>\(site.pick("Par \(suggestion.author)", "By \(suggestion.author)"))</p>"
        return """
            <li><\(tag)>\(title)</\(tag)><p>\(suggestion.text)</p>\(author)
            \(suggestion.kind == .wanted ? state : data)<p class="soft">\(dates.long(suggestion.created.formatted(.iso8601).replacing("T", with: " ")))</p></li>
            """
    }

    /// How far a request is, in words, and who else waits for it.
    var state: HTML {
        let answer: HTML? =
            suggestion.answer.isEmpty
            ? nil : "<p>\(site.pick("La ville répond : ", "The town answers: "))\(suggestion.answer)</p>"
        let count = suggestion.supports
        let waiting =
            count == 0
            ? ""
            : site.pick(count == 1 ? ", 1 soutien" : ", \(count) soutiens", count == 1 ? ", 1 support" : ", \(count) supports")
        return
            "<p><strong>\(site.pick("Demande ", "Request "))\(suggestion.state.words.text(in: site.language))</strong>\(waiting)</p>\(answer)\(data)"
    }

    /// The way to the data that it is about.
    private var data: HTML {
        guard let dataset = suggestion.dataset else { return .nothing }
        return "<p><a href=\"\(site.link("donnees", dataset))\">\(site.pick("Voir ces données", "See these data"))</a></p>"
    }
}

/// One request, which anyone may support.
package struct WantedPage: Sendable {
    let site: Site
    let suggestion: Suggestion

    package init(_ site: Site, _ suggestion: Suggestion) {
        self.site = site
        self.suggestion = suggestion
    }

    package var html: HTML {
        let kind = suggestion.kind, isOpen = [.received, .studied, .planned].contains(suggestion.state)
        let support: HTML? =
            isOpen
            ? """
            <form method="post" action="\(site.link(kind.path, suggestion.id))"><p><button>\(site.pick("Je l’attends aussi", "I wait for it too"))</button></p></form>
            <p>\(site.pick("Un soutien par jour et par connexion ; rien n’est gardé de vous.", "One support a day from a connection; nothing is kept of you."))</p>
            """ : nil
        return Layout(site: site, path: [kind.path, suggestion.id]).page(
            suggestion.title, trail: [(site.pick("Accueil", "Home"), []), (kind.title.text(in: site.language), [kind.path])],
            main: """
                <h1>\(suggestion.title)</h1>
                <p>\(suggestion.text)</p>
                \(suggestion.link.isEmpty ? nil : "<p><a href=\"\(suggestion.link)\" rel=\"nofollow ugc noreferrer\">\(suggestion.link)</a></p>" as HTML)
                \(SuggestionCard(site: site, suggestion: suggestion, level: 2).state)
                \(support)
                """)
    }
}
