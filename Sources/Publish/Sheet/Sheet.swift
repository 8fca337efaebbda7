package import Territory

/// What is told of a dataset wherever it is published: the declarations, resolved, and what its versions say of it.
package struct Sheet: Sendable, Hashable {
    /// A UUID, the same for ever.
    package let id: String
    /// The dataset's name, which is also how addresses call it.
    package let name: String
    package let title: Bilingual
    package let description: Bilingual?
    package let theme: String?
    package let topic: Topic?
    package let keywords: [String]
    package let frequency: Frequency?
    package let licence: LicenceName
    /// The town, and its SIRET.
    package let publisher: Producer
    package let producer: Producer
    package let contact: Contact?
    package let coverage: Coverage?
    package let period: Period?
    package let access: Access
    package let highValue: HighValue?
    package let schema: SchemaName?
    package let language: Language
    /// The town's own portal, without a slash at its end, and the page of the dataset there.
    package let site: String?
    package let page: String?
    /// The day of first publication, and the moment of the last change of data, `2025-03-31T08:00:00`, UTC.
    package let issued: String
    package let modified: String
    /// The number of the version.
    package let version: Int
    package let fields: [FieldDeclaration]
    /// The fields that tell one row from another, when all of them are public.
    package let key: [String]

    /// Sheet of a version.
    /// - Parameters:
    ///   - first: when the first version was committed, UTC, as the lake writes it.
    ///   - last: when this one was.
    package init(_ dataset: Dataset, of territory: Territory, version: Int, first: String, last: String) {
        let identity = territory.identity, sheet = dataset.sheet
        id = sheet.id ?? Identifier.of(dataset.name, territory: territory.siren ?? territory.name)
        name = dataset.name
        title = dataset.title
        description = dataset.description
        theme = dataset.theme
        topic = sheet.topic
        keywords = dataset.keywords
        frequency = dataset.frequency
        licence = LicenceName(dataset.licence ?? territory.licence)
        publisher = Producer(name: territory.name, siret: identity.siret)
        producer = sheet.producer ?? publisher
        contact = sheet.contact ?? identity.contact
        coverage = sheet.coverage ?? identity.coverage
        period = sheet.period
        access = sheet.access ?? .public
        highValue = sheet.highValue
        schema = dataset.schema.flatMap { SchemaName($0) }
        language = territory.languages.first ?? .french
        site = identity.site.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        page = site.map { "\($0)/donnees/\(AddressText.encoded(dataset.name))" }
        issued = sheet.issued ?? String(first.prefix(10))
        modified = Self.instant(last)
        self.version = version
        fields = dataset.resolvedFields.filter { !$0.isPrivate }
        let hidden = Set(dataset.resolvedFields.filter(\.isPrivate).map(\.name))
        key = hidden.isDisjoint(with: dataset.key) ? dataset.key : []
    }

    /// A time of the lake, `2025-03-31 08:00:00.123`, to the second in ISO 8601.
    package static func instant(_ time: String) -> String { String(time.prefix(19)).replacing(" ", with: "T") }
}
