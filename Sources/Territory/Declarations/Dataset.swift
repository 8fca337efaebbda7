/// One declared product: its sheet, its source, its recipe, its schema and where it goes. One file of `datasets/`.
package struct Dataset: Sendable, Hashable {
    /// The stem of its file.
    package let name: String
    package let place: Place
    package let title: Bilingual
    package let description: Bilingual?
    package let theme: String?
    package let keywords: [String]
    package let frequency: Frequency?
    /// Its own licence; the territory's holds otherwise.
    package let licence: String?
    /// What catalogues want to know besides.
    package let sheet: SheetDeclaration
    package private(set) var source: SourceDeclaration
    package let recipe: [StepDeclaration]
    package let schema: SchemaDeclaration?
    package let key: [String]
    /// Whether the words of its texts are indexed where it is served.
    package let hasWordIndex: Bool
    /// What the town says of fields, in the order it says it; see `resolvedFields`.
    package let fields: [FieldDeclaration]
    /// How many errors do not forbid a version.
    package let acceptedFindings: Int
    package let publish: [String]
    /// Charts, as written: each a map with one key, the chart's name.
    package let views: [Value]
    /// The file as written, for the fingerprint of a run.
    package let text: String

    /// The fields of the schema in its order, each completed by what the town says of it, then the town's own.
    package let resolvedFields: [FieldDeclaration]

    package init(
        name: String, place: Place, title: Bilingual, description: Bilingual? = nil, theme: String? = nil,
        keywords: [String] = [], frequency: Frequency? = nil, licence: String? = nil,
        sheet: SheetDeclaration = SheetDeclaration(), source: SourceDeclaration,
        recipe: [StepDeclaration] = [], schema: SchemaDeclaration? = nil, key: [String] = [], hasWordIndex: Bool = false,
        fields: [FieldDeclaration] = [],
        acceptedFindings: Int = 0, publish: [String] = [], views: [Value] = [], text: String = "",
        resolvedFields: [FieldDeclaration]? = nil
    ) {
        self.name = name
        self.place = place
        self.title = title
        self.description = description
        self.theme = theme
        self.keywords = keywords
        self.frequency = frequency
        self.licence = licence
        self.sheet = sheet
        self.source = source
        self.recipe = recipe
        self.schema = schema
        self.key = key
        self.hasWordIndex = hasWordIndex
        self.fields = fields
        self.acceptedFindings = acceptedFindings
        self.publish = publish
        self.views = views
        self.text = text
        self.resolvedFields = resolvedFields ?? fields
    }

    /// From a value whose shape and references were checked.
    init?(_ value: Value, name: String, text: String, source: SourceDeclaration?, schema: SchemaDeclaration?, steps: [Spec]) {
        guard let source, let title = value["title"].flatMap({ Bilingual($0) }) else { return nil }
        let fields = value["fields"]?.entries ?? []
        self.init(
            name: name, place: value.place, title: title, description: value["description"].flatMap { Bilingual($0) },
            theme: value["theme"]?.text, keywords: value["keywords"]?.texts ?? [],
            frequency: value["frequency"]?.text.flatMap { Frequency(rawValue: $0) }, licence: value["licence"]?.text,
            sheet: SheetDeclaration(value), source: source,
            recipe: (value["recipe"]?.list ?? []).compactMap { StepDeclaration($0, knowing: steps) },
            schema: schema, key: value["key"]?.texts ?? [], hasWordIndex: value["word_index"]?.boolean ?? false,
            fields: fields.map { FieldDeclaration($0) },
            acceptedFindings: value["accept"]?["findings"]?.integer ?? 0, publish: value["publish"]?.texts ?? [],
            views: value["views"]?.list ?? [], text: text,
            resolvedFields: Self.resolved(fields, over: schema?.table))
    }

    /// The same dataset over another file; its source must be of the connector `file`.
    package func reading(_ path: String) -> Dataset {
        var other = self
        other.source.argument = Value(.text(path), at: source.argument.place)
        return other
    }

    static func resolved(_ fields: [Value.Entry], over schema: TableSchema?) -> [FieldDeclaration] {
        let published = schema?.declarations ?? []
        let names = Set(published.map(\.name))
        let completed = published.map { field in
            fields.first { $0.key == field.name }.map { FieldDeclaration($0, over: field) } ?? field
        }
        return completed + fields.filter { !names.contains($0.key) }.map { FieldDeclaration($0) }
    }
}

/// The schema a dataset is checked against.
package struct SchemaDeclaration: Sendable, Hashable {
    /// As written: `scdl/subventions`, or a path.
    package let name: String
    /// Its file, from the territory's folder.
    package let file: String
    package let table: TableSchema
    package let place: Place

    package init(name: String, file: String, table: TableSchema, place: Place) {
        self.name = name
        self.file = file
        self.table = table
        self.place = place
    }
}

extension Bilingual {
    /// Text, the same in both languages, or `{ fr: …, en: … }`; French stands in for absent English.
    package init?(_ value: Value) {
        if let text = value.text {
            self.init(text)
        } else if let french = value["fr"]?.text {
            self.init(fr: french, en: value["en"]?.text ?? french)
        } else {
            return nil
        }
    }
}
