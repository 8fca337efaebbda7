internal import Query
internal import Territory

/// A chart that a dataset declares in its `views`, read against its fields: `treemap: { size: montant, by: [politique, nom] }`.
package struct ChartDeclaration: Sendable {
    package enum Kind: String, Sendable {
        case bars, stacked, lines, areas, scatter, treemap

        /// Whether its parts stand along an axis in its own order, and not the largest first.
        var hasAxis: Bool { self != .bars && self != .treemap }
    }

    /// What is added up.
    package enum Measure: Sendable {
        case count
        case sum(Exhibit.Field)
    }

    package let kind: Kind
    package let measure: Measure
    /// What it is told apart by: for a treemap from the whole down to the parts.
    package let levels: [Exhibit.Field]
    /// What each part is told apart by along its axis; the name of a point.
    let series: Exhibit.Field?
    /// Which rows count: declared in the language of the API, `BGT_CODRD = "dépense"`.
    let condition: Query.Predicate
    /// The same as it is written; nil when all count.
    let filter: String?
    private let ownTitle: Bilingual?
    /// Parts below this share of the whole are told together.
    package let smallest: Double

    /// The charts of a dataset that this portal can draw: their fields exist and are not private, and so for their condition.
    static func all(of exhibit: Exhibit) -> [ChartDeclaration] {
        exhibit.dataset.views.compactMap { ChartDeclaration($0, exhibit) }
    }

    private init?(_ view: Value, _ exhibit: Exhibit) {
        guard let entry = view.entries?.first, let kind = Kind(rawValue: entry.key) else { return nil }
        let options = entry.value
        let names = kind == .treemap ? options["by"]?.texts ?? [] : [options["x"]?.text].compactMap { $0 }
        levels = names.compactMap { exhibit.field($0) }
        guard !levels.isEmpty, levels.count == names.count else { return nil }
        switch options[kind == .treemap ? "size" : "y"]?.text {
        case nil, "count": measure = .count
        case let name?:
            guard let field = exhibit.field(name), field.query.type.isNumber else { return nil }
            measure = .sum(field)
        }
        let own = kind == .treemap ? nil : options["by"]?.text ?? options["label"]?.text
        series = own.flatMap { exhibit.field($0) }
        guard own == nil || series != nil else { return nil }
        if kind == .scatter {
            guard case .sum = measure, levels[0].query.type.isNumber else { return nil }
        }
        self.kind = kind
        guard let condition = Self.condition(options["where"]?.text, over: exhibit.table) else { return nil }
        self.condition = condition
        filter = options["where"]?.text
        ownTitle = options["title"].flatMap { Bilingual($0) }
        smallest = Self.share(options["other"]?.text) ?? 0.015
    }

    /// A chart that a reader asks for; nil when its fields are not there or do not suit it.
    init?(_ kind: Kind, x: String, y: String?, by: String?, of exhibit: Exhibit) {
        guard let axis = exhibit.field(x), !axis.query.type.isGeographic, !axis.query.isMultivalued else { return nil }
        let counted = y.map { exhibit.field($0) }
        if let counted {
            guard let field = counted, field.query.type.isNumber, !field.query.isMultivalued else { return nil }
            measure = .sum(field)
        } else {
            measure = .count
        }
        let apart = by.map { exhibit.field($0) }
        guard apart == nil || apart??.query.isMultivalued == false else { return nil }
        if kind == .scatter { guard counted != nil, axis.query.type.isNumber else { return nil } }
        self.kind = kind
        levels = [axis]
        // Bars tell one thing apart: several series stand on one another.
        series = kind == .bars ? nil : apart ?? nil
        condition = .everything
        filter = nil
        ownTitle = nil
        smallest = 0.015
    }

    /// `2%` is 0.02.
    private static func share(_ text: String?) -> Double? {
        guard let text, text.hasSuffix("%"), let number = Double(text.dropLast().replacing(",", with: ".")) else { return nil }
        return number / 100
    }

    var unit: String? { if case .sum(let field) = measure { field.unit } else { nil } }

    /// `Montant attribué par politique publique`.
    func title(_ site: Site, level: Int = 0) -> String {
        if let ownTitle, level == 0 { return ownTitle.text(in: site.language) }
        let what = measured(site)
        if kind == .scatter { return "\(what), \(Self.lowered(levels[0].label))" }
        let apart = series.map { " \(site.pick("et", "and")) \(Self.lowered($0.label))" } ?? ""
        return "\(what) \(site.pick("par", "by")) \(Self.lowered(levels[min(level, levels.count - 1)].label))\(apart)"
    }

    /// What is added up, in words.
    func measured(_ site: Site) -> String {
        switch measure {
        case .count: site.pick("Nombre de lignes", "Number of rows")
        case .sum(let field): field.label
        }
    }

    /// A label inside a sentence: `Politique publique` loses its capital, `N° SIRET` and `BGT_NATURE` keep theirs.
    private static func lowered(_ label: String) -> String {
        let rest = label.dropFirst()
        return rest.contains { $0.isUppercase || $0 == "°" } ? label : label.prefix(1).lowercased() + rest
    }

    /// Nil when it cannot be read.
    private static func condition(_ filter: String?, over table: QueryTable) -> Query.Predicate? {
        guard let filter else { return .everything }
        var request = ODSQL.Request(now: CivilTime(microseconds: 0))
        request.filters = [filter]
        return try? ODSQL.plan(request, over: table).filter
    }
}
