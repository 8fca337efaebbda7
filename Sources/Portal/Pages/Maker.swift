internal import Territory

/// Who makes data: those whom datasets name as their producer, and the town for all others. Two ways of writing one name are one.
struct Maker: Sendable {
    /// What their page is called by: `ccas-de-valbourg`.
    let id: String
    let name: String
    /// 14 digits.
    let siret: String?
    let exhibits: [Exhibit]

    /// The town first, then by name.
    static func all(of exhibits: [Exhibit], on site: Site) -> [Maker] {
        let byID = Dictionary(grouping: exhibits) { id($0.dataset.sheet.producer?.name ?? site.name) }
        let makers = byID.map { id, theirs in
            let told = theirs.compactMap(\.dataset.sheet.producer)
            return Maker(
                id: id, name: told.first?.name ?? site.name, siret: told.lazy.compactMap(\.siret).first, exhibits: theirs)
        }
        let town = id(site.name)
        return makers.sorted { ($0.id == town ? 0 : 1, $0.name) < ($1.id == town ? 0 : 1, $1.name) }
    }

    /// Whom to write to, each once.
    private var contacts: [Contact] {
        exhibits.compactMap(\.contact).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Whom to write to, as terms of a list of facts.
    func contactFacts(_ site: Site) -> [HTML] {
        contacts.map { "<div><dt>\(site.pick("À qui écrire", "Whom to write to"))</dt><dd>\($0.html)</dd></div>" }
    }

    /// The one who makes a dataset.
    init(of exhibit: Exhibit, on site: Site) {
        let producer = exhibit.dataset.sheet.producer, name = producer?.name ?? site.name
        self.init(id: Self.id(name), name: name, siret: producer?.siret, exhibits: [exhibit])
    }

    private init(id: String, name: String, siret: String?, exhibits: [Exhibit]) {
        self.id = id
        self.name = name
        self.siret = siret
        self.exhibits = exhibits
    }

    private static func id(_ name: String) -> String {
        let words = name.plainWords
        return words.isEmpty ? "producteur" : words.joined(separator: "-")
    }
}

extension Contact {
    /// Their name, which leads to their page, and their mail.
    var html: HTML {
        let who: HTML = page.map { "<a href=\"\($0)\">\(name)</a>" } ?? "\(name)"
        let mail: HTML? = email.map { ", <a href=\"mailto:\($0)\">\($0)</a>" }
        return "\(who)\(mail)"
    }
}
