internal import DuckDB
internal import Territory

/// Writes codes, telephone numbers and names in one way.
///
/// What has not the shape of its kind is told and left as it stands; a number whose key is wrong is told and never mended.
struct Normalise: Step {
    static let spec = Spec(
        name: "normalise",
        summary: Bilingual(
            fr: "écrit d'une seule façon les SIRET, codes, numéros de téléphone, noms de personnes et de lieux",
            en: "writes SIRET numbers, codes, telephone numbers, names of persons and places in one way"),
        argument: .map(.oneOf([.choice(kinds), .object(keys)])),
        example: "normalise: { idBeneficiaire: siret, commune: place, tel: { as: telephone, form: national } }",
        effect: Bilingual(
            fr: "lignes et colonnes : inchangées ; une valeur sans la forme attendue est signalée et laissée",
            en: "rows and columns: unchanged; a value without the shape expected is told and left"),
        knownAs: KnownAs(
            openRefine: ["to titlecase", "value.replace"], workbench: ["Clean text"], sql: ["initcap", "regexp_replace"],
            frictionless: ["cell-convert", "table-normalize"], others: ["NOMPROPRE", "Validata: french-siret-value"]))
    static let findings = [FindingKind.badKey, .lostDigits, .noMatch, .restoredZero, .wrongShape]

    private static let kinds = NormKind.allCases.map(\.rawValue)
    private static let keys = [
        Key(
            "as", .choice(kinds), required: true,
            summary: Bilingual(fr: "ce que la colonne contient", en: "what the column holds")),
        Key(
            "form", .choice(["international", "national"]),
            summary: Bilingual(
                fr: "telephone : +33123456789, ou 01 23 45 67 89", en: "telephone: +33123456789, or 01 23 45 67 89"),
            default: "international"),
        Key(
            "reference", .path(mustExist: true),
            summary: Bilingual(
                fr: "place : fichier CSV du territoire dont l'orthographe fait foi",
                en: "place: CSV file of the territory whose spelling is followed")),
        Key(
            "name", .text,
            summary: Bilingual(fr: "la colonne des noms dans ce fichier", en: "the column of names in that file"), default: "nom"),
        Key(
            "otherwise", .choice(["keep", "empty"]),
            summary: Bilingual(
                fr: "une valeur sans la forme attendue reste telle quelle, ou un avertissement et une cellule vide",
                en: "a value without the shape expected stays as it is, or a warning and an empty cell"),
            default: "keep"),
    ]

    private struct Target: Sendable {
        let column: NamedColumn
        let norm: Norm
        let reference: PlaceReference?
        let isLenient: Bool
    }

    private let at: StepPlace
    private let targets: [Target]

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        var targets: [Target] = []
        for entry in try at.entries(declaration.argument) { targets.append(try Self.target(entry, at)) }
        self.targets = targets
    }

    private static func target(_ entry: Value.Entry, _ at: StepPlace) throws(PrepareFault) -> Target {
        let word = entry.value.entries == nil ? entry.value : try at.required("as", of: entry.value)
        guard let kind = NormKind(rawValue: try at.written(word)) else {
            throw at.badArgument(Bilingual(kinds.joined(separator: ", ")), at: word.place)
        }
        let allowed = ["as", "otherwise"] + (kind == .telephone ? ["form"] : kind == .place ? ["reference", "name"] : [])
        for beside in entry.value.entries ?? [] where !allowed.contains(beside.key) {
            throw at.badArgument(
                Bilingual(
                    fr: "« \(kind.rawValue) » sans « \(beside.key) »", en: "\"\(kind.rawValue)\" without \"\(beside.key)\""),
                at: beside.value.place)
        }
        let name = entry.value["name"] ?? Value(.text("nom"), at: word.place)
        let reference = try entry.value["reference"].map { path throws(PrepareFault) in
            try PlaceReference(path: path, column: name, at)
        }
        let norm = kind.norm(nationalForm: entry.value["form"]?.text == "national")
        return Target(
            column: NamedColumn(entry).literal, norm: norm, reference: reference,
            isLenient: entry.value["otherwise"]?.text == "empty")
    }

    var files: [String] { targets.compactMap { $0.reference?.file.path } }

    func names(_ column: String) -> Bool { targets.contains { $0.column.name == column } }

    func apply(to input: StepInput) throws -> StepOutput {
        let columns = try at.columns(targets.map(\.column), of: input)
        var plan = NormPlan(input)
        for (target, column) in zip(targets, columns) {
            plan.add(
                column, target.norm, table: try target.reference?.table(for: input), path: target.reference?.file.path,
                isLenient: target.isLenient)
        }
        let all = input.replacingOrAdding(plan.items)
        return StepOutput(
            input, all, from: plan.source, order: targets.contains { $0.reference != nil } ? .disturbed : .kept,
            telling: plan.tests)
    }
}
