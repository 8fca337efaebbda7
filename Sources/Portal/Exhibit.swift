package import Query
package import Territory

/// A dataset as the portal shows it: its sheet, its fields, the version that is served.
package struct Exhibit: Sendable {
    /// A column, in the words of the town.
    package struct Field: Sendable {
        package let query: QueryField
        package let label: String
        package let description: String?
        package let unit: String?

        package init(_ query: QueryField, _ declared: FieldDeclaration?) {
            self.query = query
            label = declared?.label ?? query.name
            description = declared?.description
            unit = declared?.unit
        }

        var name: String { query.name }
    }

    package let dataset: Dataset
    package let fields: [Field]
    package let table: QueryTable
    package let rows: Int
    package let version: Int
    /// When the version was committed, UTC, `2025-03-31 08:00:00.123`.
    package let committed: String
    package let licence: String
    package let licenceAddress: String?
    /// Whom to write to: the dataset's own, or the town's.
    let contact: Contact?
    /// The charts of its views that can be drawn.
    package private(set) var charts: [ChartDeclaration] = []

    package init(
        _ dataset: Dataset, table: QueryTable, rows: Int, version: Int, committed: String, licence: String,
        licenceAddress: String?, contact: Contact?
    ) {
        self.contact = contact
        self.dataset = dataset
        self.table = table
        self.rows = rows
        self.version = version
        self.committed = committed
        self.licence = licence
        self.licenceAddress = licenceAddress
        let declared = Dictionary(dataset.resolvedFields.map { ($0.name, $0) }) { first, _ in first }
        fields = table.fields.map { Field($0, declared[$0.name]) }
        charts = ChartDeclaration.all(of: self)
    }

    package var name: String { dataset.name }

    func field(_ name: String) -> Field? { fields.first { $0.name == name } }

    func title(_ language: Language) -> String { dataset.title.text(in: language) }

    func summary(_ language: Language) -> String { dataset.description?.text(in: language) ?? "" }

    /// Whether it says where things are.
    var isOnMap: Bool { table.fields.contains { $0.type.isGeographic } }

    /// Days the next version is late by; nil when it is on time, or when nothing is promised.
    func lateness(_ age: Int?) -> Int? {
        guard let age, let promised = dataset.frequency?.days, age > promised + max(2, promised / 5) else { return nil }
        return age - promised
    }
}

extension Frequency {
    /// Days from one version to the next; nil when none is promised.
    var days: Int? {
        switch self {
        case .continuous, .hourly, .daily: 1
        case .weekly: 7
        case .biweekly: 14
        case .monthly: 31
        case .bimonthly: 61
        case .quarterly: 92
        case .biannual: 183
        case .annual: 366
        case .biennial: 731
        case .triennial: 1_096
        case .irregular, .never, .unknown: nil
        }
    }

    /// How often, in words.
    var words: Bilingual {
        switch self {
        case .continuous: Bilingual(fr: "en continu", en: "continuous")
        case .hourly: Bilingual(fr: "toutes les heures", en: "hourly")
        case .daily: Bilingual(fr: "tous les jours", en: "daily")
        case .weekly: Bilingual(fr: "toutes les semaines", en: "weekly")
        case .biweekly: Bilingual(fr: "tous les quinze jours", en: "every two weeks")
        case .monthly: Bilingual(fr: "tous les mois", en: "monthly")
        case .bimonthly: Bilingual(fr: "tous les deux mois", en: "every two months")
        case .quarterly: Bilingual(fr: "tous les trimestres", en: "quarterly")
        case .biannual: Bilingual(fr: "deux fois par an", en: "twice a year")
        case .annual: Bilingual(fr: "tous les ans", en: "yearly")
        case .biennial: Bilingual(fr: "tous les deux ans", en: "every two years")
        case .triennial: Bilingual(fr: "tous les trois ans", en: "every three years")
        case .irregular: Bilingual(fr: "sans rythme fixe", en: "irregular")
        case .never: Bilingual(fr: "jamais : données arrêtées", en: "never: closed data")
        case .unknown: Bilingual(fr: "rythme inconnu", en: "unknown")
        }
    }
}
