internal import Territory

// What steps find in coordinates and percentages, the two languages one under the other.

extension FindingKind {
    /// A bare number above one in a column of shares. Detail: the value as read.
    static let barePercent = FindingKind(
        code: "prepare.bare-percent", severity: .warning,
        what: Bilingual(
            fr: "« {value} » dans {field} n'a pas de signe % et dépasse 1 ; lu {detail}, soit plus de 100 %",
            en: "\"{value}\" in {field} has no % sign and is above 1; read as {detail}, which is more than 100%"),
        remedy: Bilingual(
            fr: "si la colonne compte pour cent, déclarez « as: percent, bare: hundred »",
            en: "if the column counts per hundred, declare \"as: percent, bare: hundred\""))

    /// A point that is in France once its halves are swapped. Detail: latitude and longitude as read.
    static let swappedPoint = FindingKind(
        code: "prepare.swapped-point", severity: .error,
        what: Bilingual(
            fr: "« {value} » ({field}) : latitude et longitude semblent inversées, ce point n'est en France qu'une fois retourné",
            en: "\"{value}\" ({field}): latitude and longitude seem swapped, this point is in France only the other way round"),
        remedy: Bilingual(
            fr: "échangez les deux colonnes, ou déclarez l'ordre des coordonnées",
            en: "exchange the two columns, or declare the order of the coordinates"))

    /// A point that no place on the earth, or in the area of its reference system, has. Detail: the reference system.
    static let outsidePoint = FindingKind(
        code: "prepare.outside-point", severity: .error,
        what: Bilingual(
            fr: "« {value} » ({field}) est hors du domaine de {detail}",
            en: "\"{value}\" ({field}) is outside the area of {detail}"),
        remedy: Bilingual(
            fr: "vérifiez le système de coordonnées déclaré, l'ordre des colonnes, ou corrigez la valeur à la source",
            en: "check the reference system declared, the order of the columns, or correct the value at the source"))

    /// One half of a point. Detail: the column that is empty.
    static let halfPoint = FindingKind(
        code: "prepare.half-point", severity: .warning,
        what: Bilingual(
            fr: "« {value} » ({field}) n'est que la moitié d'un point : {detail} est vide",
            en: "\"{value}\" ({field}) is only half of a point: {detail} is empty"),
        remedy: Bilingual(
            fr: "complétez l'autre moitié à la source, ou videz les deux",
            en: "fill the other half in at the source, or empty both"))

    /// A text that is no geometry. Detail: what was expected.
    static let unreadableGeometry = FindingKind(
        code: "prepare.unreadable-geometry", severity: .error,
        what: Bilingual(
            fr: "« {value} » dans {field} n'est ni du WKT ni du GeoJSON, ou n'a pas d'image dans {detail}",
            en: "\"{value}\" in {field} is neither WKT nor GeoJSON, or has no image in {detail}"),
        remedy: Bilingual(
            fr: "corrigez la géométrie à la source, ou videz-la avec « map »",
            en: "correct the geometry at the source, or empty it with \"map\""))
}

extension FaultKind {
    static let unknownReferenceSystem = FaultKind(
        "unknown-reference-system",
        what: Bilingual(
            fr: "le système de coordonnées « {found} » n'est pas connu",
            en: "the reference system \"{found}\" is not known"),
        cause: Bilingual(
            fr: "le moteur répond : {engine}",
            en: "the engine answers: {engine}"),
        remedy: Bilingual(
            fr: "écrivez un code EPSG, comme EPSG:2154 (Lambert 93) ou EPSG:4326 (latitude et longitude du GPS)",
            en: "write an EPSG code, such as EPSG:2154 (Lambert 93) or EPSG:4326 (latitude and longitude of GPS)"))
}
