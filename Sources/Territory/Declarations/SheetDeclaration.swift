/// What a dataset's file says of it beyond its title: whom to ask, whom and when it is about, in which files it goes out.
/// What a catalogue (SCDL, DCAT-AP, CKAN, udata) wants to know and the data cannot tell.
package struct SheetDeclaration: Sendable, Hashable {
    /// Its identifier for ever, a UUID; without it, one is made from the territory's SIREN and the dataset's name.
    package var id: String?
    package var contact: Contact?
    package var producer: Producer?
    package var coverage: Coverage?
    package var period: Period?
    /// The day of its first publication, `2019-06-01`.
    package var issued: String?
    package var topic: Topic?
    package var access: Access?
    /// The category of high-value datasets it belongs to.
    package var highValue: HighValue?
    /// The forms its files take where it is published; empty means the usual ones.
    package var formats: [FileFormat] = []

    package init() {}

    /// From a dataset whose shape was checked.
    init(_ value: Value) {
        id = value["id"]?.text?.lowercased()
        contact = value["contact"].flatMap { Contact($0) }
        producer = value["producer"].flatMap { Producer($0) }
        coverage = value["coverage"].flatMap { Coverage($0) }
        period = value["period"].flatMap { Period($0) }
        issued = value["issued"]?.written
        topic = value["topic"]?.text.flatMap { Topic(rawValue: $0) }
        access = value["access"]?.text.flatMap { Access(rawValue: $0) }
        highValue = value["high-value"]?.text.flatMap { HighValue(rawValue: $0) }
        formats = value["formats"]?.texts.compactMap { FileFormat(rawValue: $0) } ?? []
    }
}

/// Whom to write to about a dataset.
package struct Contact: Sendable, Hashable, Codable {
    package let name: String
    package let email: String?
    package let page: String?

    package init(name: String, email: String? = nil, page: String? = nil) {
        self.name = name
        self.email = email
        self.page = page
    }

    init?(_ value: Value) {
        guard let name = value["name"]?.text else { return nil }
        self.init(name: name, email: value["email"]?.text, page: value["page"]?.text)
    }
}

/// Who makes a dataset, when it is not the town itself: a service of its own number, a company, a union of towns.
package struct Producer: Sendable, Hashable, Codable {
    package let name: String
    /// 14 digits.
    package let siret: String?

    package init(name: String, siret: String? = nil) {
        self.name = name
        self.siret = siret
    }

    init?(_ value: Value) {
        guard let name = value["name"]?.text else { return nil }
        self.init(name: name, siret: value["siret"]?.text)
    }
}

/// The first and the last day a dataset speaks of, `2024-01-01`; a period without end still goes on.
package struct Period: Sendable, Hashable, Codable {
    package let from: String
    package let to: String?

    package init(from: String, to: String? = nil) {
        self.from = from
        self.to = to
    }

    init?(_ value: Value) {
        guard let from = value["from"]?.written else { return nil }
        self.init(from: from, to: value["to"]?.written)
    }
}
