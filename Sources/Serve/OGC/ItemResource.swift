internal import DuckDB
internal import HTTPTypes
internal import NIOCore
internal import Portal
internal import Query
internal import Territory

/// One feature, by its identifier.
struct ItemResource: OGCResource {
    let path = "ogc/collections/{dataset}/items/{record}"
    let type = "application/geo+json"
    let forms: Set = ["json", "geojson"]

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { try serving.layerDependence(ask) }
    func parameters(_ ask: Ask, _ serving: Serving) throws -> Set<String> { ["crs"] }

    func json(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let layer = try serving.layer(ask), question = try FeatureQuestion(ask, layer)
        var plan = FeatureQuestion.plan(of: layer, in: question.system)
        (plan.filter, plan.limit, plan.passing) = (try Self.filter(ask, layer), 1, 1)
        let text = FeatureText(try plan.compiled(over: layer.table)).rows
        let row = try await serving.shelf.engine.read(deadline: serving.deadline) { try $0.row(text.sql, text.parameters) }
        guard let feature = row?[0].text else { throw Self.absent(ask) }
        let all =
            links(ask) + [
                OGCLink("collection", ask.link(OGC.path(layer.name)), "application/json", layer.dataset.title)
            ]
        let end = JSON.members(["links": .list(all.map { $0.json(serving.language) })]).line
        var answer = Answer(type: type, .bytes(ByteBuffer(string: "\(feature.dropLast()),\(end.dropFirst())")))
        OGC.tell(question.system, in: &answer)
        return answer
    }

    private static func filter(_ ask: Ask, _ layer: Layer) throws -> Query.Predicate {
        guard ask.place("record").utf8.count == 40 else { throw absent(ask) }
        return FeatureFilter.identified(ask.place("record"), in: layer.table)
    }

    private static func absent(_ ask: Ask) -> Refusal {
        Refusal(
            .notFound, "NotFound", "There is no feature \(ask.place("record")).",
            fr: "L'élément \(ask.place("record")) n'existe pas.")
    }

    func page(_ view: PortalView) async throws -> ResourcePage {
        let ask = view.ask, layer = try view.serving.layer(ask)
        let plan = QueryPlan(of: layer.table, filter: try Self.filter(ask, layer), limit: 1)
        let query = try plan.compiled(over: layer.table)
        let row = try await view.serving.shelf.engine.read(deadline: view.serving.deadline) {
            try $0.row(query.sql, query.parameters)
        }
        guard let row else { throw Self.absent(ask) }
        let language = view.site.language
        var page = view.resource(Bilingual(fr: "Un élément", en: "A feature").text(in: language))
        page.trail = OGC.trail(language, below: layer)
        page.lead = Bilingual(
            fr: "Identifiant : \(ask.place("record"))", en: "Identifier: \(ask.place("record"))")
        page.links = [view.other(type)]
        page.table = ResourcePage.Table(fields: layer.shown(layer.table.fields), rows: [row.values])
        return page
    }
}
