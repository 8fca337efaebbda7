internal import DuckDB
internal import Territory

/// Moves coordinates from one reference system to another.
///
/// Two columns are x (east, longitude) then y (north, latitude); one column is a geometry, WKT or GeoJSON, and stays what it
/// was. East always comes first, whatever the order the register gives a system.
struct Reproject: Step {
    static let spec = Spec(
        name: "reproject",
        summary: Bilingual(
            fr: "change le système de coordonnées de deux colonnes, ou d'une géométrie en WKT ou GeoJSON",
            en: "changes the reference system of two columns, or of a geometry in WKT or GeoJSON"),
        argument: .object(keys),
        example: "reproject: { columns: [x, y], from: EPSG:2154 }",
        effect: Bilingual(
            fr: "lignes : inchangées ; colonnes : remplacées à leur place, deux nombres ou le texte d'une géométrie",
            en: "rows: unchanged; columns: replaced where they stand, two numbers or the text of a geometry"),
        knownAs: KnownAs(sql: ["ST_Transform"], others: ["QGIS: reproject layer", "ogr2ogr -t_srs", "FME Reprojector"]))
    static let findings = [FindingKind.halfPoint, .outsidePoint, .swappedPoint, .unreadable, .unreadableGeometry]

    private static let keys = [
        Key(
            "columns", .oneOrMany(.scalar), required: true,
            summary: Bilingual(
                fr: "x (est, longitude) puis y (nord, latitude), ou la colonne d'une géométrie",
                en: "x (east, longitude) then y (north, latitude), or the column of a geometry")),
        Key(
            "from", .oneOf([.text, .integer]), required: true,
            summary: Bilingual(fr: "système de départ, comme EPSG:2154", en: "system they are in, such as EPSG:2154")),
        Key(
            "to", .oneOf([.text, .integer]), summary: Bilingual(fr: "système d'arrivée", en: "system they go to"),
            default: "EPSG:4326"),
    ]

    private let at: StepPlace
    private let columns: [NamedColumn]
    private let from: ReferenceSystem
    private let to: ReferenceSystem

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        let columns = try at.required("columns", of: declaration.argument)
        self.columns = ColumnSelection(columns).items.map(\.literal)
        guard (1...2).contains(self.columns.count), Set(self.columns.map(\.name)).count == self.columns.count else {
            throw at.badArgument(Bilingual(fr: "une ou deux colonnes", en: "one or two columns"), at: columns.place)
        }
        from = try ReferenceSystem(try at.required("from", of: declaration.argument), at)
        if let to = declaration.argument["to"], !to.isNull { self.to = try ReferenceSystem(to, at) } else { to = .gps }
    }

    var extensions: [String] { ["spatial"] }

    func names(_ column: String) -> Bool { columns.contains { $0.name == column } }

    func apply(to input: StepInput) throws -> StepOutput {
        let columns = try at.columns(columns, of: input)
        try from.check(input, at)
        try to.check(input, at)
        guard columns.count == 2 else { return geometry(columns[0], input) }
        let pair = CoordinatePair(columns, from, to: to, input)
        let items = zip(columns, [pair.x, pair.y]).map { column, value in
            Item(column.name, type: "DOUBLE", "CASE WHEN isfinite(\(value)) THEN \(value) END")
        }
        let all = input.replacingOrAdding(items)
        return StepOutput(input, all, from: pair.source, telling: pair.tests)
    }

    private func geometry(_ column: Relation.Column, _ input: StepInput) -> StepOutput {
        let moved = input.fresh("moved"), cell = Text.of(column)
        let isJSON: SQL = "starts_with(ltrim(\(cell)), '{')"
        // TRY: what is no geometry is null instead of the end of the run.
        let read: SQL = "CASE WHEN \(isJSON) THEN TRY(ST_GeomFromGeoJSON(\(cell))) ELSE TRY(ST_GeomFromText(\(cell))) END"
        let source: SQL = "(SELECT *, \(from.transform(read, to: to)) AS \(name: moved) FROM \(input.rows))"
        let piece: SQL = "\(name: moved)"
        // A point the projection has no image for is at infinity.
        let isSound: SQL = "(\(piece) IS NOT NULL AND coalesce(isfinite(ST_XMin(\(piece)) + ST_XMax(\(piece))), true))"
        let text: SQL = "CASE WHEN \(isJSON) THEN CAST(ST_AsGeoJSON(\(piece)) AS VARCHAR) ELSE ST_AsText(\(piece)) END"
        let all = input.replacingOrAdding([Item(column.name, "CASE WHEN \(isSound) THEN \(text) END")])
        let lost = Finding(kind: .unreadableGeometry, field: column.name, value: cell, detail: "\(text: to.code)")
        return StepOutput(
            input, all, from: source, telling: [(lost, "NOT \(Text.isBlank(column)) AND NOT \(isSound)")])
    }
}
