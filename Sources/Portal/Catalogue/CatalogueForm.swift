internal import Query
internal import Territory

/// What datasets are chosen by: words, the values of each facet with their counts, an order.
struct CatalogueForm: Sendable {
    let site: Site
    let question: CatalogueQuestion
    /// In the order of `CatalogueQuestion.facets`.
    let facets: [FacetAnswer]

    var html: HTML {
        let choices = zip(CatalogueQuestion.facets, facets).map { facet, answer -> HTML in
            let values = values(facet, answer)
            // One value parts nothing from nothing.
            guard values.count > 1 || question.chosen(facet) != nil else { return .nothing }
            return facet.parameter == CatalogueQuestion.Facet.theme.parameter ? buttons(facet, values) : list(facet, values)
        }
        return """
            <form method="get" action="\(site.link("donnees"))" aria-label="\(site.pick("Choisir les données", "Choose the data"))">
            <fieldset><legend><label for="q">\(site.pick("Mots", "Words"))</label></legend>
            <input id="q" type="search" name="q" value="\(question.words ?? "")"></fieldset>
            \(choices)
            \(orders)
            <button>\(site.pick("Appliquer", "Apply"))</button>
            </form>
            """
    }

    /// A value, its name for people, and how many datasets have it.
    private typealias Value = (path: String, name: String, count: String)

    private func values(_ facet: CatalogueQuestion.Facet, _ answer: FacetAnswer) -> [Value] {
        let numbers = NumberText(language: site.language)
        var counts = answer.values.filter { !$0.path.isEmpty }.map { ($0.path, $0.count) }
        if let chosen = question.chosen(facet), !counts.contains(where: { $0.0 == chosen }) { counts.insert((chosen, 0), at: 0) }
        return counts.map { ($0.0, facet.name(of: $0.0, site), numbers.whole($0.1)) }
    }

    private func buttons(_ facet: CatalogueQuestion.Facet, _ values: [Value]) -> HTML {
        let chosen = question.chosen(facet)
        let choices = [("", site.pick("Tous", "All"), "")] + values
        let labels = choices.map { value in
            """
            <label class="choice"><input type="radio" name="\(facet.parameter)" value="\(value.0)"\(value.0 == chosen ?? "" ? " checked" as HTML : .nothing)> \(value.1) <span>\(value.2)</span></label>
            """ as HTML
        }
        return "<fieldset><legend>\(facet.title.text(in: site.language))</legend>\(labels)</fieldset>"
    }

    private func list(_ facet: CatalogueQuestion.Facet, _ values: [Value]) -> HTML {
        let chosen = question.chosen(facet)
        let options = values.map { value in
            "<option value=\"\(value.path)\"\(value.path == chosen ? " selected" as HTML : .nothing)>\(value.name) (\(value.count))</option>"
                as HTML
        }
        return select(
            facet.parameter, facet.title.text(in: site.language),
            ["<option value=\"\">\(site.pick("Tout", "All"))</option>"] + options)
    }

    private var orders: HTML {
        let first = question.words == nil ? [] : [("pertinence", site.pick("Pertinence", "Relevance"))]
        let orders =
            first + [
                ("recent", site.pick("Mise à jour", "Update")), ("titre", site.pick("Titre", "Title")),
                ("lignes", site.pick("Nombre de lignes", "Number of rows")),
            ]
        return select(
            "tri", site.pick("Trier par", "Sort by"),
            orders.map { order in
                "<option value=\"\(order.0)\"\(question.order == order.0 ? " selected" as HTML : .nothing)>\(order.1)</option>"
                    as HTML
            })
    }

    private func select(_ name: String, _ title: String, _ options: [HTML]) -> HTML {
        """
        <fieldset><legend><label for="\(name)">\(title)</label></legend>
        <select id="\(name)" name="\(name)">\(options)</select></fieldset>
        """
    }
}

extension CatalogueQuestion.Facet {
    /// A value as people read it.
    func name(of value: String, _ site: Site) -> String {
        parameter == Self.theme.parameter ? ThemeName(value).text(site.language) : value
    }
}
