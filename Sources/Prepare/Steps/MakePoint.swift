internal import DuckDB
internal import Territory

/// Makes a point of two columns, as a field of type `geo_point_2d` is stored.
///
/// Latitude then longitude, in decimal degrees or in degrees, minutes and seconds; with `crs`, x (east) then y (north).
struct MakePoint: Step {
    static let spec = Spec(
        name: "point",
        summary: Bilingual(
            fr: "fait un point géographique de deux colonnes",
            en: "makes a geographic point of two columns"),
        argument: .object(keys),
        example: "point: { from: [latitude, longitude], to: position }",
        effect: Bilingual(
            fr: "lignes : inchangées ; colonnes : le point est ajouté à la fin, ou remplace une colonne de ce nom",
            en: "rows: unchanged; columns: the point is added at the end, or replaces a column of that name"),
        knownAs: KnownAs(
            openRefine: ["join columns"], sql: ["ST_Point", "ST_MakePoint"], frictionless: ["field type geopoint"],
            others: ["geo_point_2d", "QGIS: create points layer from table"]))
    static let findings = [FindingKind.halfPoint, .outsidePoint, .swappedPoint, .unreadable]

    private static let keys = [
        Key(
            "from", .list(.scalar), required: true,
            summary: Bilingual(
                fr: "les deux colonnes, latitude puis longitude ; avec crs, x (est) puis y (nord)",
                en: "the two columns, latitude then longitude; with crs, x (east) then y (north)")),
        Key(
            "to", .text, required: true,
            summary: Bilingual(fr: "colonne qui reçoit le point", en: "column that receives the point")),
        Key(
            "crs", .oneOf([.text, .integer]),
            summary: Bilingual(
                fr: "système de coordonnées des colonnes, comme EPSG:2154 ; sans lui, des degrés WGS 84",
                en: "reference system of the columns, such as EPSG:2154; without it, degrees of WGS 84")),
    ]

    private let at: StepPlace
    private let from: [NamedColumn]
    private let to: NamedColumn
    private let system: ReferenceSystem?

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        let from = try at.required("from", of: declaration.argument)
        self.from = from.list?.compactMap { NamedColumn($0)?.literal } ?? []
        guard self.from.count == 2, self.from[0].name != self.from[1].name else {
            throw at.badArgument(Bilingual(fr: "deux colonnes", en: "two columns"), at: from.place)
        }
        let to = try at.required("to", of: declaration.argument)
        self.to = NamedColumn(try at.written(to), at: to.place)
        if let crs = declaration.argument["crs"], !crs.isNull {
            system = try ReferenceSystem(crs, at)
        } else {
            system = nil
        }
    }

    var extensions: [String] { system == nil ? [] : ["spatial"] }

    func names(_ column: String) -> Bool { from.contains { $0.name == column } || to.name == column }

    func apply(to input: StepInput) throws -> StepOutput {
        let columns = try at.columns(from, of: input)
        try system?.check(input, at)
        let pair = CoordinatePair(columns, system, input)
        let items = input.replacingOrAdding([Item(to.name, type: Point.type, pair.point)])
        return StepOutput(
            input, items, from: pair.source, introduced: [to], telling: pair.tests)
    }
}
