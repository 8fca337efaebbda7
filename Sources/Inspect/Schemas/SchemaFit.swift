internal import Territory

/// How well a schema fits a file: which column goes to which field, and what is missing.
struct SchemaFit: Sendable {
    struct Match: Sendable {
        let field: TargetSchema.Field
        let candidate: Candidate
        /// 0.5 to 1.
        let score: Double
    }

    let schema: TargetSchema
    /// In the order of the schema.
    let matches: [Match]
    /// Fields whose title is there and whose content is not: the column, by the field's name.
    let refused: [String: Candidate]
    /// 0 to 1.
    let score: Double
    /// Whether the fit is good enough to be proposed.
    var isProposed: Bool

    /// Required fields that no filled column gives.
    var missing: [TargetSchema.Field] {
        schema.required.filter { field in !matches.contains { $0.field.name == field.name && $0.candidate.isFilled } }
    }

    func match(_ field: String) -> Match? { matches.first { $0.field.name == field } }
}

/// Compares the columns of a file with schemas. Neither the name of the file nor an acronym alone decides.
struct SchemaSearch {
    let survey: Survey
    let candidates: [Candidate]

    /// The least likeness worth a match.
    private static let threshold = 0.5

    /// The schemas that fit at all, the best first.
    func fits(_ shelf: SchemaShelf) throws -> [SchemaFit] {
        try shelf.schemas.map { try fit($0) }.filter { !$0.matches.isEmpty }
            .sorted { ($0.isProposed ? 1 : 0, $0.score, $1.schema.path) > ($1.isProposed ? 1 : 0, $1.score, $0.schema.path) }
    }

    private func fit(_ schema: TargetSchema) throws -> SchemaFit {
        let content = ContentFit(survey: survey)
        var pairs: [SchemaFit.Match] = []
        var refused: [String: Candidate] = [:]
        for field in schema.fields {
            let likeness = TitleLikeness(field)
            for candidate in candidates {
                let title = likeness.score(TitleWords(candidate.title))
                guard title >= Self.threshold else { continue }
                let isNamed = TitleWords(candidate.title) == TitleWords(field.name)
                let score = try title * content.fit(candidate, field, isNamed: isNamed)
                if score >= Self.threshold {
                    pairs.append(SchemaFit.Match(field: field, candidate: candidate, score: score))
                } else if title >= 0.7, candidate.isFilled {
                    refused[field.name] = candidate
                }
            }
        }
        let chosen = Self.oneToOne(pairs)
        let order = Dictionary(schema.fields.enumerated().map { ($0.element.name, $0.offset) }) { first, _ in first }
        let matches = chosen.sorted { (order[$0.field.name] ?? 0) < (order[$1.field.name] ?? 0) }
        let (score, isProposed) = judged(schema, matches)
        return SchemaFit(
            schema: schema, matches: matches,
            refused: refused.filter { name, _ in !matches.contains { $0.field.name == name } }, score: score,
            isProposed: isProposed)
    }

    /// Each column and each field once, the best pairs first; at equal scores the left-hand column.
    private static func oneToOne(_ pairs: [SchemaFit.Match]) -> [SchemaFit.Match] {
        var fields: Set<String> = [], columns: Set<String> = []
        let ranked = pairs.enumerated().sorted { ($0.element.score, -$0.offset) > ($1.element.score, -$1.offset) }.map(\.element)
        return ranked.filter { pair in
            guard !fields.contains(pair.field.name), !columns.contains(pair.candidate.name) else { return false }
            fields.insert(pair.field.name)
            columns.insert(pair.candidate.name)
            return true
        }
    }

    /// A schema is proposed when at least two titles speak of its subject, and not merely of a name, a date or a place.
    private func judged(_ schema: TargetSchema, _ matches: [SchemaFit.Match]) -> (Double, Bool) {
        let filled = matches.filter(\.candidate.isFilled)
        let required = max(1, schema.required.count), met = filled.filter(\.field.isRequired)
        let strong = filled.filter { $0.score >= 0.65 && !Self.isCommon($0.candidate.title) }
        let coverage = Double(met.count) / Double(required)
        let used = Double(filled.count) / Double(max(1, candidates.filter(\.isFilled).count))
        let score = 0.5 * coverage + 0.25 * used + 0.25 * min(1, Double(strong.count) / 4)
        return (score, strong.count >= 2 && coverage >= 0.15 && score >= 0.25)
    }

    /// A title that any table may have.
    private static func isCommon(_ title: String) -> Bool {
        let words = TitleWords(title).words
        return words.allSatisfy { common.contains($0) || $0.allSatisfy(\.isNumber) }
    }

    private static let common: Set<String> = [
        "nom", "date", "id", "identifiant", "code", "type", "libelle", "commune", "ville", "adresse", "annee", "numero", "no",
        "n",
        "siret", "siren", "telephone", "tel", "email", "mail", "courriel", "url", "site", "web", "latitude", "longitude", "lat",
        "lon",
        "long", "objet", "description", "theme", "categorie", "statut", "valeur", "total", "montant", "postal", "cp", "insee",
        "departement", "region", "pays", "titre", "observation", "commentaire", "etat", "direction", "service",
    ]
}
