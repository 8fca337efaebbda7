package import Territory

/// What a Table Schema may say. A new type, constraint, check or rule of the header takes its line here.
enum SchemaRegistry {
    static let types: [any ValueType.Type] = [
        AnyType.self,
        ArrayType.self,
        BooleanType.self,
        DateTimeType.self,
        DateType.self,
        DurationType.self,
        GeoJSONType.self,
        GeopointType.self,
        IntegerType.self,
        NumberType.self,
        ObjectType.self,
        StringType.self,
        TimeType.self,
        YearMonthType.self,
        YearType.self,
    ]

    static let constraints: [any CellConstraint.Type] = [
        Enumeration.self,
        Maximum.self,
        MaximumLength.self,
        Minimum.self,
        MinimumLength.self,
        Pattern.self,
        Required.self,
    ]

    static let customChecks: [any CustomCheck.Type] = [
        CohesiveColumns.self,
        ComparedColumns.self,
        GPSCoordinates.self,
        NomenclatureOfActs.self,
        OneOfRequired.self,
        OpeningHours.self,
        PhoneNumber.self,
        SIREN.self,
        SIRET.self,
        SumOfColumns.self,
        YearInterval.self,
    ]

    static let headerRules: [any HeaderRule.Type] = [
        BlankLabel.self,
        BrokenLabel.self,
        DisorderedColumns.self,
        DuplicateLabel.self,
        MissingColumns.self,
        UnknownColumns.self,
    ]

    /// The type of a field; a type that is not known takes everything, and is told as a fault of the schema.
    static func type(of field: FieldDescriptor) -> any ValueType {
        (types.first { $0.name == field.type } ?? AnyType.self).init(field)
    }

    static func constraint(_ name: String) -> (any CellConstraint.Type)? { constraints.first { $0.name == name } }
}

/// Every kind of finding that a schema may lead to.
package enum SchemaFindings {
    package static let all: [FindingKind] = {
        let own = [BlankRow.kind, ForeignKeys.kind, PrimaryKey.empty, PrimaryKey.repeated, UniqueValues.kind]
        let shared = Set(StorageFindings.all.map(\.code))
        let registered =
            SchemaRegistry.constraints.map { $0.kind } + SchemaRegistry.customChecks.flatMap { $0.kinds }
            + SchemaRegistry.headerRules.flatMap { $0.kinds }
        return registered.filter { !shared.contains($0.code) } + own + RaggedRows.kinds + faults
    }()

    /// Faults of the schema itself, for its author to mend.
    private static let faults = [badExample, badField, badKey, unknownCheck, unusableCheck]

    static let badField = FindingKind(
        code: "check.schema-field", severity: .warning,
        what: Bilingual(
            fr: "le schéma lui-même est fautif, champ « {field} » : {detail} ; cette règle est laissée de côté",
            en: "the schema itself is faulty, field \"{field}\": {detail}; this rule is left aside"),
        remedy: Bilingual(
            fr: "Signalez-le à l'auteur du schéma : tout fichier serait refusé par Validata",
            en: "Tell the schema's author: Validata would refuse any file"))

    static let badExample = FindingKind(
        code: "check.schema-example", severity: .warning,
        what: Bilingual(
            fr: "l'exemple « {value} » que le schéma donne de « {field} » ne respecte pas ses propres règles",
            en: "the example \"{value}\" that the schema gives of \"{field}\" breaks its own rules"),
        remedy: Bilingual(
            fr: "Signalez-le à l'auteur du schéma : tout fichier serait refusé par Validata",
            en: "Tell the schema's author: Validata would refuse any file"))

    static let badKey = FindingKind(
        code: "check.schema-key", severity: .error,
        what: Bilingual(
            fr: "la clé du schéma nomme « {field} », qui n'est pas une colonne du fichier",
            en: "the key of the schema names \"{field}\", which is no column of the file"),
        remedy: Bilingual(fr: "Ajoutez la colonne au fichier", en: "Add the column to the file"))

    static let unknownCheck = FindingKind(
        code: "check.unknown-check", severity: .error,
        what: Bilingual(
            fr: "le schéma demande un contrôle inconnu : {detail}", en: "the schema asks for an unknown check: {detail}"),
        remedy: Bilingual(
            fr: "Signalez-le à l'auteur du schéma, ou mettez Lavoir à jour", en: "Tell the schema's author, or update Lavoir"))

    static let unusableCheck = FindingKind(
        code: "check.unusable-check", severity: .error,
        what: Bilingual(
            fr: "le contrôle {detail} ne peut se faire : la colonne « {field} » manque",
            en: "check {detail} cannot be made: column \"{field}\" is absent"),
        remedy: Bilingual(
            fr: "Ajoutez la colonne, même vide, ou retirez les autres colonnes que ce contrôle réunit",
            en: "Add the column, even empty, or remove the other columns that this check brings together"))
}
