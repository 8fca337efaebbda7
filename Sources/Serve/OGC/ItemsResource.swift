internal import DuckDB
internal import HTTPTypes
internal import NIOCore
internal import Portal
internal import Lake
internal import Query
internal import Territory

/// The features of a collection, page by page.
struct ItemsResource: OGCResource {
    let path = "ogc/collections/{dataset}/items"
    let type = "application/geo+json"
    let forms: Set = ["json", "geojson"]

    /// The parameters that are the standard's: a property of the same name has none.
    static let own: Set = [
        "limit", "bbox", "bbox-crs", "crs", "datetime", "cursor", "f", "filter", "filter-lang", "filter-crs", "apikey",
    ]

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { try serving.layerDependence(ask) }

    func parameters(_ ask: Ask, _ serving: Serving) throws -> Set<String> {
        Self.own.union(try serving.layer(ask).filters.map(\.name))
    }

    func json(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let question = try await Self.question(ask, serving)
        let pages = FeaturePages(question, ask, links(ask), serving)
        var answer =
            question.limit > 1_000 ? try await pages.streamed() : Answer(type: type, .bytes(try await pages.whole()))
        answer.headers[.contentType] = type
        OGC.tell(question.system, in: &answer)
        return answer
    }

    /// The question, over the version that its cursor began with.
    static func question(_ ask: Ask, _ serving: Serving) async throws -> FeatureQuestion {
        let question = try FeatureQuestion(ask, try serving.layer(ask))
        guard let cursor = question.cursor, cursor.version != question.layer.copy.copy.version else { return question }
        let name = question.layer.name
        let past = try await serving.shelf.past(try await serving.lake.with { try await $0.past(name, .number(cursor.version)) })
        return try FeatureQuestion(ask, Layer(past, question.layer.dataset))
    }

    func page(_ view: PortalView) async throws -> ResourcePage {
        let question = try await Self.question(view.ask, view.serving), layer = question.layer
        let pages = FeaturePages(question, view.ask, links(view.ask), view.serving)
        var plan = question.plan
        plan.outputs = layer.table.fields.map { Output($0) } + plan.outputs.suffix(2)
        let (matched, rows) = try await pages.rows(plan)
        let language = view.site.language
        var page = view.resource("\(layer.title(language)) – \(Bilingual(fr: "éléments", en: "features").text(in: language))")
        page.trail = OGC.trail(language, below: layer)
        page.lead = Bilingual(
            fr: "\(matched) éléments correspondent ; cette page en montre \(rows.count).",
            en: "\(matched) features match; this page shows \(rows.count).")
        page.links = [ResourcePage.Link("GeoJSON", pages.form("json"), type: type)]
        if let next = pages.next(after: rows.last?.values.last?.integer, count: rows.count, matched) {
            page.links.insert(ResourcePage.Link(next.title.text(in: language), next.address), at: 0)
        }
        page.table = ResourcePage.Table(
            fields: layer.shown(layer.table.fields), rows: rows.map { Array($0.values.dropLast(2)) },
            addresses: rows.map { view.page(OGC.path(layer.name, "items/\($0.values.dropLast().last?.text ?? "")")) })
        return page
    }
}
