internal import DuckDB
internal import Query
internal import Territory

/// Comma-separated values: byte order mark, semicolons, CRLF unless asked otherwise (explore-api.md §5).
struct ValuesExport: ExportForm {
    let name = "csv"
    let type = "text/csv; charset=utf-8"
    let ending = "csv"

    func prepare(_ job: ExportJob) throws -> @Sendable (Spool) async throws -> Void {
        let query = try job.query(writesInstants: true), form = try Self.form(job.request)
        let titles = form.titles(try query.columns.map { try job.title($0) })
        return TextExport(opening: (form.hasMark ? "\u{FEFF}" : "") + titles, rows: RowText.values(query, form)).fill(job)
    }

    private static func form(_ request: ExploreRequest) throws(Refusal) -> ValuesForm {
        var form = ValuesForm()
        if let text = request.ask.parameters["delimiter"], !text.isEmpty {
            // A tab, also as programs write it.
            form.separator = text == "\\t" ? "\t" : text
            guard ValuesForm.separators.contains(form.separator) else {
                throw .parameter("Invalid value for delimiter API parameter: \(text) was found but one of ; , \\t | is expected.")
            }
        }
        if let text = request.ask.parameters["list_separator"], !text.isEmpty { form.listSeparator = text }
        form.quotesAll = try request.flag("quote_all")
        form.hasMark = try request.flag("with_bom", default: true)
        return form
    }
}

/// An array of objects.
struct JSONExport: ExportForm {
    let name = "json"
    let type = "application/json; charset=utf-8"
    let ending = "json"

    func prepare(_ job: ExportJob) throws -> @Sendable (Spool) async throws -> Void {
        let query = try job.query(writesInstants: true)
        return TextExport(
            opening: "[", rows: RowText.objects(query, clusters: job.plan.clusters), between: ",\n", closing: "]"
        ).fill(job)
    }
}

/// An object on each line.
struct LinesExport: ExportForm {
    let name = "jsonl"
    let type = "application/jsonl; charset=utf-8"
    let ending = "jsonl"

    func prepare(_ job: ExportJob) throws -> @Sendable (Spool) async throws -> Void {
        let query = try job.query(writesInstants: true)
        return TextExport(rows: RowText.objects(query, clusters: job.plan.clusters), between: "\n", closing: "\n").fill(job)
    }
}

/// GeoJSON (RFC 7946): the geometry is the first shape, or else the first point; the rest are properties.
struct GeoJSONExport: ExportForm {
    let name = "geojson"
    let type = "application/geo+json; charset=utf-8"
    let ending = "geojson"

    func applies(to table: QueryTable) -> Bool { table.fields.contains { $0.type.isGeographic } }

    func prepare(_ job: ExportJob) throws -> @Sendable (Spool) async throws -> Void {
        let query = try job.query(writesInstants: true), place = query.place
        let shapes = query.columns.indices.filter { query.columns[$0].type == .geoShape }
        let properties = RowText.object(query, clusters: job.plan.clusters, hidden: Set(shapes + [place].compactMap { $0 }))
        let geometry = place.map { CellText(query.columns[$0]).geometry(RowText.name($0)) } ?? "NULL"
        let line =
            "concat('{\"type\": \"Feature\", \"geometry\": ', coalesce(\(geometry), 'null'), ', \"properties\": ', \(properties), '}')"
        return TextExport(
            opening: "{\"type\": \"FeatureCollection\", \"features\": [", rows: RowText.lines(query, line), between: ",\n",
            closing: "]}"
        ).fill(job)
    }
}

/// GPX 1.1: a waypoint for each row that has a point (<https://www.topografix.com/GPX/1/1/>).
struct GPXExport: ExportForm {
    let name = "gpx"
    let type = "application/gpx+xml"
    let ending = "gpx"

    func applies(to table: QueryTable) -> Bool { table.fields.contains { $0.type == .geoPoint && !$0.isMultivalued } }

    func prepare(_ job: ExportJob) throws -> @Sendable (Spool) async throws -> Void {
        let query = try job.query(writesInstants: true)
        guard let place = query.columns.firstIndex(where: { $0.type == .geoPoint && !$0.isMultivalued }) else {
            throw Refusal.parameter("The gpx export needs a geo_point_2d field in select.")
        }
        let point = RowText.name(place)
        let others = query.columns.indices.filter { $0 != place }
        var parts = ["'<wpt lat=\"'", "\(point).lat", "'\" lon=\"'", "\(point).lon", "'\">'"]
        let asked = job.request.ask.parameters["name_field"]
        if let named = others.first(where: { query.columns[$0].name == asked }) {
            parts += ["'<name>'", Self.text(named, query), "'</name>'"]
        }
        let described = (job.request.ask.parameters["description_field_list"] ?? "").split(separator: ",").map(String.init)
        let description = others.filter { described.contains(query.columns[$0].name) }
        if !description.isEmpty {
            parts += [
                "'<desc>'", "concat_ws(', ', \(description.map { Self.text($0, query) }.joined(separator: ", ")))", "'</desc>'",
            ]
        }
        if try job.request.flag("use_extension", default: true), !others.isEmpty {
            parts.append("'<extensions>'")
            for index in others {
                let title = Self.escaped(query.columns[index].name)
                parts += [literal("<data xmlns=\"urn:lavoir:gpx\" name=\"\(title)\">"), Self.text(index, query), "'</data>'"]
            }
            parts.append("'</extensions>'")
        }
        let line =
            "CASE WHEN \(point) IS NULL THEN '' ELSE concat(\((parts + ["'</wpt>'", "chr(10)"]).joined(separator: ", "))) END"
        let opening =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" creator=\"Lavoir\" xmlns=\"http://www.topografix.com/GPX/1/1\">\n"
        return TextExport(opening: opening, rows: RowText.lines(query, line), closing: "</gpx>\n").fill(job)
    }

    /// A value as XML text: signs escaped, control characters that XML has no way to write left out.
    private static func text(_ index: Int, _ query: CompiledQuery) -> String {
        let plain = "coalesce(\(CellText(query.columns[index]).plain(RowText.name(index))), '')"
        let clean = "regexp_replace(\(plain), '[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]', '', 'g')"
        return "replace(replace(replace(\(clean), '&', '&amp;'), '<', '&lt;'), '>', '&gt;')"
    }

    private static func escaped(_ text: String) -> String { MarkupText.escaped(text) }
}

extension CompiledQuery {
    /// The column that says where a row lies: the first shape, or else the first point.
    var place: Int? {
        columns.firstIndex { $0.type == .geoShape && !$0.isMultivalued }
            ?? columns.firstIndex { $0.type == .geoPoint && !$0.isMultivalued }
    }
}
