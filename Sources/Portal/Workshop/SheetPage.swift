package import Territory
package import Workshop

/// The sheet: what the public and the catalogues are told. Each field says who asks for it.
package struct SheetPage: Sendable {
    let site: Site
    let guest: Guest
    let deposit: Deposit
    /// What is wrong, by field.
    let faults: [String: Bilingual]
    /// The themes that the town uses already.
    let themes: [String]

    package init(_ site: Site, _ guest: Guest, _ deposit: Deposit, faults: [String: Bilingual], themes: [String]) {
        self.site = site
        self.guest = guest
        self.deposit = deposit
        self.faults = faults
        self.themes = themes
    }

    private var step: DepositFrame { DepositFrame(site: site, guest: guest, deposit: deposit, step: .sheet) }
    private var form: SheetForm { deposit.sheet }

    package var html: HTML {
        step.page(
            """
            \(summary)
            \(step.form("""
            <p>\(site.pick("Seul le titre est obligatoire. Le reste aide à trouver et à comprendre vos données.", "Only the title is required. The rest helps to find and understand your data."))</p>
            \(text("title", site.pick("Titre (obligatoire)", "Title (required)"), form.title, site.pick("Ce que le public lit d’abord : « Subventions versées aux associations ».", "What the public reads first: “Grants to associations”."), extra: " required"))
            \(area)
            \(text("theme", site.pick("Thème", "Theme"), form.theme, site.pick("Un mot du portail, comme finances, culture, environnement.", "A word of the portal, such as finances, culture, environment."), extra: " list=\"themes\"", advice: "theme"))
            <datalist id="themes">\(themes.map { "<option value=\"\($0)\">" as HTML })</datalist>
            \(choice("topic", site.pick("Thème européen", "European theme"), form.topic, Topic.allCases.map { ($0.rawValue, $0.words.text(in: site.language)) }))
            \(text("keywords", site.pick("Mots-clés, séparés par des virgules", "Keywords, separated by commas"), form.keywords, nil, advice: "keywords"))
            \(choice("frequency", site.pick("Rythme de mise à jour", "How often it is updated"), form.frequency, Frequency.allCases.map { ($0.rawValue, $0.words.text(in: site.language)) }))
            \(choice("licence", "Licence", form.licence, [("lov2", "Licence Ouverte 2.0"), ("odbl", "ODbL")], none: site.pick("celle de la ville", "the town’s own")))
            <div class="pair">\(text("from", site.pick("Les données parlent du", "The data speak of"), form.from, nil, type: "date", advice: "period"))
            \(text("to", site.pick("au", "to"), form.to, nil, type: "date"))</div>
            \(text("contactName", site.pick("Service qui répond aux questions", "Office that answers questions"), form.contactName, nil, advice: "contact"))
            \(text("contactEmail", site.pick("Son adresse électronique", "Its e-mail address"), form.contactEmail, site.pick("Celle du service, pas d’une personne : elle est publiée.", "The office’s own, not a person’s: it is published."), type: "email"))
            \(text("producer", site.pick("Qui produit les données, si ce n’est pas la ville", "Who makes the data, if not the town"), form.producer, nil))
            <fieldset><legend>\(site.pick("Qui voit ces données", "Who sees these data"))</legend>
            \(radio("public", "oui", form.isPublic, site.pick("Tout le monde, sur le portail", "Everyone, on the portal")))
            \(radio("public", "non", !form.isPublic, site.pick("La ville seule : gardées et contrôlées, non publiées", "The town alone: kept and checked, not published")))</fieldset>
            \(step.next(site.pick("Continuer", "Continue")))
            """))
            """)
    }

    private var summary: HTML? {
        guard !faults.isEmpty else { return nil }
        let items = faults.sorted { $0.key < $1.key }.map {
            "<li><a href=\"#\($0.key)\">\(site.said($0.value.text(in: site.language)))</a></li>" as HTML
        }
        return step.frame.notice(
            "<p>\(site.pick("Il reste à corriger :", "Still to be corrected:"))</p><ul>\(items)</ul>", kind: "bad")
    }

    private var area: HTML {
        """
        <p class="field"><label for="description">Description</label>
        <textarea id="description" name="description" rows="5"\(described("description"))>\(form.description)</textarea>
        \(hint("description", site.pick("Ce que contiennent les données, d’où elles viennent, leurs limites : plus de 200 signes.", "What the data hold, where they come from, their limits: more than 200 characters."), advice: "description"))</p>
        """
    }

    private func text(
        _ name: String, _ label: String, _ value: String, _ help: String?, type: String = "text", extra: HTML = .nothing,
        advice: String? = nil
    ) -> HTML {
        """
        <p class="field"><label for="\(name)">\(label)</label>
        <input id="\(name)" name="\(name)" type="\(type)" value="\(value)"\(extra)\(described(name, has: help != nil || wanted(advice) != nil))>
        \(hint(name, help, advice: advice))</p>
        """
    }

    private func choice(
        _ name: String, _ label: String, _ value: String, _ options: [(String, String)], none: String? = nil
    ) -> HTML {
        let items = options.map {
            "<option value=\"\($0.0)\"\($0.0 == value ? " selected" as HTML : nil)>\($0.1)</option>" as HTML
        }
        return """
            <p class="field"><label for="\(name)">\(label)</label>
            <select id="\(name)" name="\(name)"\(described(name, has: wanted(name) != nil))><option value="">\(none ?? site.pick("non dit", "not told"))</option>\(items)</select>
            \(hint(name, nil, advice: name))</p>
            """
    }

    private func radio(_ name: String, _ value: String, _ isChosen: Bool, _ label: String) -> HTML {
        """
        <div class="choice"><input type="radio" name="\(name)" value="\(value)" id="\(name)-\(value)"\(isChosen ? " checked" as HTML : nil)>
        <label for="\(name)-\(value)">\(label)</label></div>
        """
    }

    /// Who asks for a field: the catalogues, as the advice on sheets says.
    private func wanted(_ key: String?) -> String? {
        guard let key, let point = deposit.trial?.advice.first(where: { $0.key == key }) else { return nil }
        return site.pick("Demandé par ", "Asked for by ") + point.wantedBy.joined(separator: ", ") + "."
    }

    private func described(_ name: String, has help: Bool = true) -> HTML {
        let fault = faults[name] != nil
        guard fault || help else { return .nothing }
        return " aria-describedby=\"\(name)-aide\"\(fault ? " aria-invalid=\"true\"" as HTML : nil)"
    }

    private func hint(_ name: String, _ help: String?, advice: String?) -> HTML? {
        let fault: HTML? = faults[name].map { "<strong class=\"bad\">\(site.said($0.text(in: site.language))).</strong>" }
        let words = [help, wanted(advice)].compactMap(\.self).joined(separator: " ")
        guard fault != nil || !words.isEmpty else { return nil }
        return "<small id=\"\(name)-aide\">\(fault) \(words)</small>"
    }
}

extension Topic {
    /// The theme in the words of European portals.
    var words: Bilingual {
        switch self {
        case .agriculture: Bilingual(fr: "agriculture, pêche, forêts, alimentation", en: "agriculture, fisheries, forestry, food")
        case .economy: Bilingual(fr: "économie et finances", en: "economy and finance")
        case .education: Bilingual(fr: "éducation, culture, sport", en: "education, culture, sport")
        case .energy: Bilingual(fr: "énergie", en: "energy")
        case .environment: Bilingual(fr: "environnement", en: "environment")
        case .government: Bilingual(fr: "gouvernement et secteur public", en: "government and public sector")
        case .health: Bilingual(fr: "santé", en: "health")
        case .justice: Bilingual(fr: "justice, sécurité", en: "justice, safety")
        case .regions: Bilingual(fr: "régions et villes", en: "regions and cities")
        case .society: Bilingual(fr: "population et société", en: "population and society")
        case .science: Bilingual(fr: "science et technologie", en: "science and technology")
        case .transport: Bilingual(fr: "transports", en: "transport")
        }
    }
}
