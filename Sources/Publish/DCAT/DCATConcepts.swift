internal import Territory

/// Entries of controlled lists, with the label that DCAT-AP asks of every concept.
enum DCATConcepts {
    private static func concept(_ address: String, _ label: Bilingual) -> GraphNode {
        var node = GraphNode(address, "skos:Concept")
        node.say("skos:prefLabel", .words(label.french, .french))
        node.say("skos:prefLabel", .words(label.english, .english))
        return node
    }

    static let localAuthority = concept(
        "http://purl.org/adms/publishertype/LocalAuthority", Bilingual(fr: "Collectivité locale", en: "Local authority"))

    static let stable = concept(Vocabularies.stable, Bilingual(fr: "durable", en: "stable"))

    /// The regulation on high-value datasets.
    static let highValueLaw = GraphNode(Vocabularies.highValueLaw, "eli:LegalResource")

    static func topic(_ topic: Topic) -> GraphNode { concept(Vocabularies.topic(topic), words(topic)) }

    static func highValue(_ category: HighValue) -> GraphNode { concept(Vocabularies.highValue(category), words(category)) }

    /// As the Publications Office of the EU words them.
    private static func words(_ topic: Topic) -> Bilingual {
        switch topic {
        case .agriculture:
            Bilingual(fr: "Agriculture, pêche, sylviculture et alimentation", en: "Agriculture, fisheries, forestry and food")
        case .economy: Bilingual(fr: "Économie et finances", en: "Economy and finance")
        case .education: Bilingual(fr: "Éducation, culture et sport", en: "Education, culture and sport")
        case .energy: Bilingual(fr: "Énergie", en: "Energy")
        case .environment: Bilingual(fr: "Environnement", en: "Environment")
        case .government: Bilingual(fr: "Gouvernement et secteur public", en: "Government and public sector")
        case .health: Bilingual(fr: "Santé", en: "Health")
        case .justice:
            Bilingual(fr: "Justice, système juridique et sécurité publique", en: "Justice, legal system and public safety")
        case .regions: Bilingual(fr: "Régions et villes", en: "Regions and cities")
        case .society: Bilingual(fr: "Population et société", en: "Population and society")
        case .science: Bilingual(fr: "Science et technologie", en: "Science and technology")
        case .transport: Bilingual(fr: "Transports", en: "Transport")
        }
    }

    private static func words(_ category: HighValue) -> Bilingual {
        switch category {
        case .geospatial: Bilingual(fr: "Géospatial", en: "Geospatial")
        case .environment:
            Bilingual(fr: "Observation de la terre et environnement", en: "Earth observation and environment")
        case .meteorological: Bilingual(fr: "Météorologie", en: "Meteorological")
        case .statistics: Bilingual(fr: "Statistiques", en: "Statistics")
        case .companies:
            Bilingual(fr: "Entreprises et propriété d'entreprises", en: "Companies and company ownership")
        case .mobility: Bilingual(fr: "Mobilité", en: "Mobility")
        }
    }
}
