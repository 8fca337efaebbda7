internal import Territory
package import Workshop

/// What readers proposed, for someone who may publish: to be shown, answered, or set aside.
package struct ModerationPage: Sendable {
    let site: Site
    let guest: Guest
    let all: [Suggestion]
    /// The datasets that may answer a request: name and title.
    let datasets: [(name: String, title: String)]

    package init(_ site: Site, _ guest: Guest, _ all: [Suggestion], datasets: [(name: String, title: String)]) {
        self.site = site
        self.guest = guest
        self.all = all
        self.datasets = datasets
    }

    private var frame: WorkshopFrame { WorkshopFrame(site: site, guest: guest, path: ["propositions"]) }

    package var html: HTML {
        let sorted = all.sorted { ($0.state == .unread ? 0 : 1, $1.created) < ($1.state == .unread ? 0 : 1, $0.created) }
        return frame.page(
            site.pick("Propositions des lecteurs", "Suggestions of readers"),
            main: sorted.isEmpty
                ? "<p>\(site.pick("Aucune pour l’instant.", "None for now."))</p>" : "\(sorted.map(item))")
    }

    private func item(_ one: Suggestion) -> HTML {
        let states = Suggestion.State.all(of: one.kind).map { state in
            "<option value=\"\(state.rawValue)\"\(state == one.state ? " selected" as HTML : nil)>\(state.words.text(in: site.language))</option>"
                as HTML
        }
        let choices = datasets.map {
            "<option value=\"\($0.name)\"\($0.name == one.dataset ? " selected" as HTML : nil)>\($0.title)</option>" as HTML
        }
        let dataset: HTML? =
            one.kind == .wanted
            ? """
            <p class="field"><label for="jeu-\(one.id)">\(site.pick("Le jeu qui y répond", "The dataset that answers it"))</label>
            <select id="jeu-\(one.id)" name="dataset"><option value="">–</option>\(choices)</select></p>
            """ : nil
        return """
            <section class="panel"><h2>\(one.title)</h2><p>\(one.kind.title.text(in: site.language)) – \(one.state.words.text(in: site.language))</p>
            <p>\(one.text)</p>\(one.link.isEmpty ? nil : "<p>\(one.link)</p>" as HTML)
            \(one.author.isEmpty ? nil : "<p>\(site.pick("Par ", "By "))\(one.author)</p>" as HTML)
            \(one.contact.isEmpty ? nil : "<p>\(site.pick("À qui répondre (jamais montré, effacé après le dernier mot) : ", "Whom to answer (never shown, erased after the last word): "))\(one.contact)</p>" as HTML)
            \(frame.form("propositions", one.id, class: "sheet-form", """
            <p class="field"><label for="etat-\(one.id)">\(site.pick("État", "State"))</label><select id="etat-\(one.id)" name="state">\(states)</select></p>
            \(dataset)
            <p class="field"><label for="mot-\(one.id)">\(site.pick("Réponse publique (obligatoire pour refuser)", "Public answer (required to refuse)"))</label>
            <input id="mot-\(one.id)" name="answer" maxlength="1000" value="\(one.answer)"></p>
            <p><button aria-label="\(site.pick("Enregistrer : ", "Save: "))\(one.title)">\(site.pick("Enregistrer", "Save"))</button></p>
            """))</section>
            """
    }
}
