internal import Query
internal import Territory

/// What is asked of the features of a layer, read from the parameters of the address.
struct FeatureQuestion: Sendable {
    let layer: Layer
    let system: ReferenceSystem
    /// Without the cursor: what is counted.
    let filter: Query.Predicate
    /// The box, when nothing else is asked.
    let frameAlone: Frame?
    let limit: Int
    let cursor: Cursor?

    init(_ ask: Ask, _ layer: Layer) throws {
        self.layer = layer
        let parameters = ask.parameters
        system = try Self.system(parameters["crs"], "crs", of: layer)
        limit = min(try parameters.number("limit", 1 ... .max, else: OGC.page), OGC.mostFeatures)
        cursor = try parameters["cursor"].map { try Cursor($0) }
        var frame: Frame?, filter = Query.Predicate.everything
        if let text = parameters["bbox"] {
            frame = try Frame(text, in: try Self.system(parameters["bbox-crs"], "bbox-crs", of: layer))
        } else if let name = parameters["bbox-crs"] {
            _ = try Self.system(name, "bbox-crs", of: layer)
        }
        if let text = parameters["datetime"] { filter = filter.and(try FeatureFilter.time(text, of: layer.time)) }
        for field in layer.filters {
            for text in parameters.all(field.name) { filter = filter.and(try FeatureFilter.equal(field, text)) }
        }
        filter = filter.and(try Self.filter(parameters, layer))
        frameAlone = filter == .everything ? frame : nil
        self.filter = frame.map { (layer.place?.within($0) ?? .nothing).and(filter) } ?? filter
    }

    /// `filter`, in the language of `filter-lang`, its coordinates in the system of `filter-crs` (Part 3).
    private static func filter(_ parameters: Parameters, _ layer: Layer) throws -> Query.Predicate {
        let system = try system(parameters["filter-crs"], "filter-crs", of: layer)
        let name = parameters["filter-lang"] ?? CQL2.Form.text.rawValue
        guard let form = CQL2.Form(rawValue: name), form != .sql else {
            throw Refusal.parameter(
                "Invalid value for filter-lang: \(name). cql2-text or cql2-json is expected.",
                fr: "filter-lang prend cql2-text ou cql2-json, pas \(name).")
        }
        guard let text = parameters["filter"] else { return .everything }
        return try CQL2.predicate(text, form, over: CQL2.Subject(layer.table, place: layer.place), in: system)
    }

    private static func system(_ name: String?, _ parameter: String, of layer: Layer) throws(Refusal) -> ReferenceSystem {
        guard let name else { return .longitudeLatitude }
        guard let system = ReferenceSystem(name) else {
            throw .parameter(
                "Invalid value for \(parameter): \(name) is not among the collection's crs.",
                fr: "\(parameter) : \(name) n'est pas un système de coordonnées de la collection.")
        }
        return system
    }

    /// A page of features: their properties, then the geometry, the identifier and the number of the row.
    var plan: QueryPlan {
        var plan = Self.plan(of: layer, in: system)
        plan.filter = cursor.map { filter.and(FeatureFilter.after($0.row)) } ?? filter
        plan.limit = limit
        return plan
    }

    static func plan(of layer: Layer, in system: ReferenceSystem) -> QueryPlan {
        var plan = QueryPlan(outputs: layer.properties.map { Output($0) })
        plan.outputs.append(Output("geometry", layer.place?.geoJSON(in: system) ?? .value(.null)))
        if let identifier = layer.table.hidden.first { plan.outputs.append(Output("id", .field(identifier))) }
        plan.outputs.append(Output("row", .rowNumber))
        plan.setting.writesInstants = true
        return plan
    }
}
