package import Territory
package import Workshop

/// What readers make of the data, or ask for: a list that anyone may add to, each read by the town before it is shown.
package struct SuggestionPage: Sendable {
    /// What has just happened.
    package enum Said: Sendable, Hashable { case nothing, thanks, full }

    let site: Site
    let kind: Suggestion.Kind
    let shown: [Suggestion]
    /// Those that a reuse may be made of.
    let datasets: [(name: String, title: String)]
    let said: Said
    let faults: [String: Bilingual]
    /// What was typed, given back.
    let typed: [String: String]

    package init(
        _ site: Site, _ kind: Suggestion.Kind, _ shown: [Suggestion], datasets: [(name: String, title: String)],
        said: Said = .nothing, faults: [String: Bilingual] = [:], typed: [String: String] = [:]
    ) {
        self.site = site
        self.kind = kind
        self.shown = shown
        self.datasets = datasets
        self.said = said
        self.faults = faults
        self.typed = typed
    }

    private var frame: WorkshopFrame { WorkshopFrame(site: site, guest: nil, path: []) }
    private var isWanted: Bool { kind == .wanted }

    package var html: HTML {
        let title = kind.title.text(in: site.language)
        return Layout(site: site, path: [kind.path]).page(
            title, trail: [(site.pick("Accueil", "Home"), [])],
            main: """
                <h1>\(title)</h1>
                <p class="lead">\(site.said(kind.words.text(in: site.language)))</p>
                \(notice)
                \(list)
                \(form)
                """)
    }

    private var notice: HTML? {
        switch said {
        case .nothing: nil
        case .thanks:
            frame.notice(
                "<p>\(site.pick("Merci. Une personne de la ville la lira, puis elle paraîtra ici.", "Thank you. Someone of the town will read it, then it will appear here."))</p>",
                kind: "good")
        case .full:
            frame.notice(
                "<p>\(site.pick("Trop de propositions sont arrivées. Revenez dans une heure : rien n’a été gardé.", "Too many suggestions have arrived. Come back in an hour: nothing was kept."))</p>"
            )
        }
    }

    private var list: HTML {
        guard !shown.isEmpty else {
            return
                "<p>\(isWanted ? site.pick("Aucune demande pour l’instant.", "No request for now.") : site.pick("Aucune réutilisation pour l’instant.", "No reuse for now."))</p>"
        }
        return "<ul class=\"asks\">\(shown.map { SuggestionCard(site: site, suggestion: $0, level: 2).html })</ul>"
    }

    private var form: HTML {
        let heading =
            isWanted
            ? site.pick("Demander une donnée", "Ask for data") : site.pick("Proposer une réutilisation", "Propose a reuse")
        let items = faults.sorted { $0.key < $1.key }.map {
            "<li><a href=\"#\($0.key)\">\(site.said($0.value.text(in: site.language)))</a></li>" as HTML
        }
        let summary =
            items.isEmpty
            ? nil
            : frame.notice("<p>\(site.pick("Il reste à corriger :", "Still to be corrected:"))</p><ul>\(items)</ul>", kind: "bad")
        let author =
            isWanted
            ? nil
            : field(
                "author",
                site.pick(
                    "Qui l’a faite, comme vous voulez être nommé (facultatif)", "Who made it, as you want to be named (optional)"),
                autocomplete: "organization")
        return """
            <h2 id="proposer">\(heading)</h2>
            \(summary)
            <form method="post" action="\(site.link(kind.path))#proposer" class="sheet-form">
            \(field("title", isWanted ? site.pick("Quelle donnée (obligatoire)", "Which data (required)") : site.pick("Titre (obligatoire)", "Title (required)"), required: true))
            <p class="field"><label for="text">\(isWanted ? site.pick("Pour en faire quoi (obligatoire)", "What for (required)") : site.pick("Ce qu’elle fait, avec quelles données (obligatoire)", "What it does, with which data (required)"))</label>
            <textarea id="text" name="text" rows="4" required\(described("text"))>\(typed["text"] ?? "")</textarea>\(hint("text"))</p>
            \(field("link", isWanted ? site.pick("Une adresse qui aide à comprendre (facultatif)", "An address that helps to understand (optional)") : site.pick("Son adresse (obligatoire)", "Its address (required)"), type: "url", required: !isWanted))
            \(author)
            \(choice)
            \(field("contact", site.pick("Votre adresse électronique (facultatif)", "Your e-mail address (optional)"), type: "email", autocomplete: "email"))
            <p>\(site.pick("Votre adresse n’est jamais montrée : elle sert à vous répondre, puis elle est effacée.", "Your address is never shown: it serves to answer you, then it is erased."))</p>
            <p><button>\(site.pick("Envoyer", "Send"))</button></p></form>
            """
    }

    /// The dataset that a reuse is made of.
    private var choice: HTML? {
        guard !datasets.isEmpty else { return nil }
        let options = datasets.map { dataset in
            "<option value=\"\(dataset.name)\"\(typed["dataset"] == dataset.name ? " selected" as HTML : nil)>\(dataset.title)</option>"
                as HTML
        }
        return """
            <p class="field"><label for="dataset">\(site.pick("Les données dont elle est faite (facultatif)", "The data it is made of (optional)"))</label>
            <select id="dataset" name="dataset"><option value="">\(site.pick("Plusieurs, ou autre chose", "Several, or something else"))</option>\(options)</select></p>
            """
    }

    private func field(
        _ name: String, _ label: String, type: String = "text", required: Bool = false, autocomplete: String = "off"
    ) -> HTML {
        """
        <p class="field"><label for="\(name)">\(label)</label>
        <input id="\(name)" name="\(name)" type="\(type)" autocomplete="\(autocomplete)" value="\(typed[name] ?? "")"\(required ? " required" as HTML : nil)\(described(name))>\(hint(name))</p>
        """
    }

    private func described(_ name: String) -> HTML? {
        faults[name] == nil ? nil : " aria-invalid=\"true\" aria-describedby=\"\(name)-aide\""
    }

    private func hint(_ name: String) -> HTML? {
        faults[name].map {
            "<small id=\"\(name)-aide\"><strong class=\"bad\">\(site.said($0.text(in: site.language))).</strong></small>"
        }
    }
}

extension Suggestion.Kind {
    /// Its page.
    package var path: String { self == .wanted ? "demandes" : "reutilisations" }

    var title: Bilingual {
        self == .wanted
            ? Bilingual(fr: "Données demandées", en: "Requested data") : Bilingual(fr: "Réutilisations", en: "Reuses")
    }

    var words: Bilingual {
        self == .wanted
            ? Bilingual(
                fr:
                    "Les données que des lecteurs attendent, et ce que la ville en fait. Un document administratif se demande aussi par courrier : la ville a un mois pour répondre.",
                en:
                    "The data that readers wait for, and what the town does about it. An official document can also be asked for by letter: the town has a month to answer."
            )
            : Bilingual(
                fr: "Ce que d’autres ont fait de ces données : applications, cartes, articles, travaux d’élèves.",
                en: "What others have made of these data: applications, maps, articles, school work.")
    }
}
