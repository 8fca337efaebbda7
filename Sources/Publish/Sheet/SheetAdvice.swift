package import Territory

/// What a sheet leaves unsaid, for whom it matters, and the key that says it. Advice, never a fault: the data is what it is.
package struct SheetAdvice: Sendable {
    /// One thing a catalogue wants to know.
    package struct Point: Sendable, Hashable {
        /// Where it is written: `period`, or `territory.siret` in lavoir.yaml.
        package let key: String
        /// Who asks for it.
        package let wantedBy: [String]
        package let words: Bilingual
        package let isGiven: Bool
    }

    package let dataset: String
    package let points: [Point]

    package var missing: [Point] { points.filter { !$0.isGiven } }

    /// - Parameter dataset: as declared; its data need not be there.
    package init(_ dataset: Dataset, of territory: Territory) {
        let sheet = Sheet(dataset, of: territory, version: 0, first: "", last: "")
        let length = sheet.description?.text(in: sheet.language).count ?? 0
        self.dataset = dataset.name
        points = [
            Point("description", Self.all, SheetWords.description, length > 200),
            Point("theme", ["SCDL"], SheetWords.theme, sheet.theme != nil),
            Point("topic", ["DCAT-AP"], SheetWords.topic, sheet.topic != nil),
            Point("keywords", Self.all, SheetWords.keywords, !sheet.keywords.isEmpty),
            Point("frequency", Self.all, SheetWords.frequency, sheet.frequency != nil),
            Point("period", ["SCDL", "DCAT-AP", "data.gouv.fr"], SheetWords.period, sheet.period != nil),
            Point("coverage", ["SCDL", "DCAT-AP", "data.gouv.fr"], SheetWords.coverage, sheet.coverage != nil),
            Point("contact", ["DCAT-AP", "data.gouv.fr", "CKAN"], SheetWords.contact, sheet.contact != nil),
            Point("licence", Self.all, SheetWords.licence, sheet.licence.address != nil),
            Point("territory.siret", ["SCDL"], SheetWords.siret, sheet.publisher.siret != nil && sheet.producer.siret != nil),
            Point("territory.site", ["SCDL", "DCAT-AP"], SheetWords.site, sheet.site != nil),
        ]
    }

    private static let all = ["SCDL", "DCAT-AP", "data.gouv.fr", "CKAN"]
}

extension SheetAdvice.Point {
    init(_ key: String, _ wantedBy: [String], _ words: Bilingual, _ isGiven: Bool) {
        self.init(key: key, wantedBy: wantedBy, words: words, isGiven: isGiven)
    }
}

/// What is asked, in words.
private enum SheetWords {
    static let description = Bilingual(
        fr: "décrivez les données en plus de 200 caractères", en: "describe the data in more than 200 characters")
    static let theme = Bilingual(fr: "donnez le thème", en: "give the theme")
    static let topic = Bilingual(fr: "donnez le thème européen", en: "give the European theme")
    static let keywords = Bilingual(fr: "donnez des mots-clés", en: "give keywords")
    static let frequency = Bilingual(fr: "dites à quelle fréquence les données changent", en: "say how often the data changes")
    static let period = Bilingual(fr: "dites de quels jours elles parlent", en: "say which days it speaks of")
    static let coverage = Bilingual(fr: "dites de quel lieu elles parlent", en: "say which place it is about")
    static let contact = Bilingual(fr: "dites à qui écrire", en: "say whom to write to")
    static let licence = Bilingual(
        fr: "choisissez une licence que les catalogues connaissent (lov2, odbl)",
        en: "choose a licence that catalogues know (lov2, odbl)")
    static let siret = Bilingual(
        fr: "donnez le SIRET de qui publie, et de qui produit", en: "give the SIRET of who publishes, and of who produces")
    static let site = Bilingual(fr: "donnez l'adresse publique du portail", en: "give the public address of the portal")
}
