internal import Query
internal import Territory

/// A chart that a reader makes: a form whose every answer is an address, drawn like those that the town declares.
struct ChartBuilder: Sendable {
    let site: Site
    let exhibit: Exhibit
    let state: PageState

    static let kinds: [ChartDeclaration.Kind] = [.bars, .stacked, .lines, .areas, .scatter]

    /// The fields of the form.
    static let names: Set = ["type", "x", "y", "par"]

    /// The chart of a state; nil when it asks for none, or for one that cannot be drawn.
    static func chart(_ exhibit: Exhibit, _ state: PageState) -> ChartDeclaration? {
        guard let kind = state["type"].flatMap({ ChartDeclaration.Kind(rawValue: $0) }), kinds.contains(kind), let x = state["x"]
        else {
            return nil
        }
        return ChartDeclaration(kind, x: x, y: state["y"], by: state["par"], of: exhibit)
    }

    var html: HTML {
        let kinds = Self.kinds.map { (value: $0.rawValue, words: $0.words.text(in: site.language)) }
        let axes = fields { !$0.query.type.isGeographic && !$0.query.isMultivalued }
        let measures =
            [(value: "", words: site.pick("le nombre de lignes", "the number of rows"))] + fields { $0.query.type.isNumber }
        let series =
            [(value: "", words: site.pick("rien", "nothing"))]
            + fields {
                ($0.query.type == .text || $0.query.type == .int && $0.unit == nil) && !$0.query.isMultivalued
            }
        let isRefused = state["type"] != nil && Self.chart(exhibit, state) == nil
        return """
            <h2 id="faire">\(site.pick("Faire un graphique", "Make a chart"))</h2>
            \(isRefused ? "<p role=\"status\">\(site.pick("Ce graphique ne se dessine pas : un nuage de points veut deux nombres.", "This chart cannot be drawn: points want two numbers."))</p>" : HTML.nothing)
            <form class="filters" method="get" action="\(site.link("donnees", exhibit.name, "graphiques"))#faire" aria-labelledby="faire">
            \(choice("type", site.pick("Forme", "Shape"), kinds, usual: "bars"))
            \(choice("x", site.pick("Axe", "Axis"), axes, usual: usualAxis))
            \(choice("y", site.pick("On compte", "What is counted"), measures, usual: usualMeasure))
            \(choice("par", site.pick("Séparé par", "Told apart by"), series, usual: ""))
            <div><button>\(site.pick("Dessiner", "Draw"))</button></div></form>
            """
    }

    private func fields(_ isMeant: (Exhibit.Field) -> Bool) -> [(value: String, words: String)] {
        exhibit.fields.filter(isMeant).map { (value: $0.name, words: $0.label) }
    }

    /// What the chart begins with: the first field offered as a filter, the first number that has a unit.
    private var usualAxis: String {
        (exhibit.fields.first { $0.query.isFacet && !$0.query.isMultivalued } ?? exhibit.fields.first)?.name ?? ""
    }
    private var usualMeasure: String { exhibit.fields.first { $0.query.type.isNumber && $0.unit != nil }?.name ?? "" }

    private func choice(_ name: String, _ label: String, _ options: [(value: String, words: String)], usual: String) -> HTML {
        let chosen = state["type"] == nil ? usual : state[name] ?? ""
        let items = options.map { option in
            "<option value=\"\(option.value)\"\(option.value == chosen ? " selected" as HTML : .nothing)>\(option.words)</option>"
                as HTML
        }
        return
            "<div><label for=\"chart-\(name)\">\(label)</label><select id=\"chart-\(name)\" name=\"\(name)\">\(items)</select></div>"
    }
}

extension ChartDeclaration.Kind {
    var words: Bilingual {
        switch self {
        case .bars: Bilingual(fr: "barres", en: "bars")
        case .stacked: Bilingual(fr: "colonnes empilées", en: "stacked columns")
        case .lines: Bilingual(fr: "lignes", en: "lines")
        case .areas: Bilingual(fr: "aires", en: "areas")
        case .scatter: Bilingual(fr: "points", en: "points")
        case .treemap: Bilingual(fr: "surfaces", en: "treemap")
        }
    }
}
