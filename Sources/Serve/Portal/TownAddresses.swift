internal import DuckDB
internal import Foundation
internal import Lake
internal import Portal
internal import Query
internal import Runs
internal import Territory

/// The first page.
struct HomeAddress: PortalAddress {
    let path = ""

    func html(_ view: PortalView) async throws -> HTML { HomePage(view.site, view.exhibits, now: view.now).html }
}

/// All datasets, searched and chosen.
struct CatalogueAddress: PortalAddress {
    let path = "donnees"

    func html(_ view: PortalView) async throws -> HTML {
        let question = CatalogueQuestion(view.state)
        guard let catalogue = view.serving.shelf.catalogue else { throw Refusal.notReady }
        // The table lasts as long as its catalogue is held.
        defer { withExtendedLifetime(catalogue) {} }
        let table = catalogue.table(for: .anyone)
        let plan = try question.plan(over: table, now: view.civil).compiled(over: table)
        let facetPlan = try question.facetPlan(over: table, now: view.civil), values = try facetPlan.compiled(over: table)
        let (rows, counts) = try await view.serving.shelf.engine.read(deadline: view.serving.deadline) { connection in
            (try connection.rows(plan.sql, plan.parameters), try connection.rows(values.sql, values.parameters))
        }
        let names = question.names(rows)
        let shown = names.dropFirst((question.state.page - 1) * CatalogueQuestion.size).prefix(CatalogueQuestion.size)
        return CataloguePage(
            view.site, question, shown.compactMap(view.exhibit(of:)), total: names.count,
            facets: FacetAnswer.read(counts, of: facetPlan), now: view.now
        ).html
    }
}

/// How good all of them are.
struct TownQualityAddress: PortalAddress {
    let path = "qualite"

    func html(_ view: PortalView) async throws -> HTML {
        TownQualityPage(view.site, try await view.quality(), now: view.now).html
    }
}

/// Who makes the data.
struct ProducersAddress: PortalAddress {
    let path = ProducersPage.path

    func html(_ view: PortalView) async throws -> HTML { ProducersPage(view.site, view.exhibits, now: view.now).html }
}

/// One of those who make data.
struct ProducerAddress: PortalAddress {
    let path = "\(ProducersPage.path)/{producer}"

    func html(_ view: PortalView) async throws -> HTML {
        guard let page = ProducerPage(view.site, view.ask.place("producer"), try await view.quality(), now: view.now) else {
            throw Refusal.noPath
        }
        return page.html
    }
}

extension PortalView {
    /// Each dataset with the figures of its current version.
    func quality() async throws -> [QualityTable.Line] {
        let exhibits = exhibits, reports = try await lake { try $0.versionReports() }
        return zip(exhibits, QualityHistory.all(reports, of: exhibits.map(\.dataset.name))).map { exhibit, history in
            (exhibit, history.points.first.map { QualityPage.Point(version: $0.version, time: $0.time, quality: $0.quality) })
        }
    }
}

/// What a public site must say.
struct NoticeAddress: PortalAddress {
    let notice: NoticePage
    var path: String { notice.rawValue }

    func html(_ view: PortalView) async throws -> HTML { notice.html(view.site) }
}

/// All pages on one.
struct SiteMapAddress: PortalAddress {
    let path = "plan-du-site"

    func html(_ view: PortalView) async throws -> HTML { SiteMap(view.site, view.exhibits).html }
}

/// All pages, for search engines.
struct SiteMapFileEndpoint: Endpoint {
    let pattern = "sitemap.xml"
    let family = Family.portal

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let view = PortalView(ask, serving, serving.territory.languages.first ?? .french)
        return .text(SiteMap(view.site, view.exhibits).xml(base: ask.base), type: "application/xml; charset=utf-8")
    }
}

/// What search engines may read: everything but the answers of the API.
struct RobotsEndpoint: Endpoint {
    let pattern = "robots.txt"
    let family = Family.portal

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        .text("User-agent: *\nDisallow: /api/\nSitemap: \(ask.link("sitemap.xml"))\n", type: "text/plain; charset=utf-8")
    }
}

/// What there is of a theme.
struct ThemeAddress: PortalAddress {
    let path = "themes/{theme}"

    func html(_ view: PortalView) async throws -> HTML {
        guard let page = ThemePage(view.site, view.ask.place("theme"), view.exhibits, now: view.now) else { throw Refusal.noPath }
        return page.html
    }
}

/// How accessible the site is, as the town declares it.
struct AccessibilityAddress: PortalAddress {
    let path = AccessibilityPage.path

    func html(_ view: PortalView) async throws -> HTML { AccessibilityPage(view.site).html }
}

/// Where a weakness of the site is told (RFC 9116): there when the town says where.
struct SecurityEndpoint: Endpoint {
    let pattern = ".well-known/security.txt"
    let family = Family.portal
    /// What it says is to be asked again within half a year.
    private static let validity = Double(180 * 86_400)

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        guard let contact = serving.theme.security else { throw Refusal.noPath }
        let expires = Date(timeIntervalSinceNow: Self.validity).formatted(.iso8601)
        let languages = serving.territory.languages.map(\.rawValue).joined(separator: ", ")
        return .text(
            "Contact: \(contact)\nExpires: \(expires)\nPreferred-Languages: \(languages)\nCanonical: \(ask.link(pattern))\n",
            type: "text/plain; charset=utf-8")
    }
}

/// What the town writes itself.
struct EditorialAddress: PortalAddress {
    let page: EditorialPage
    var path: String { "pages/\(page.name)" }

    func html(_ view: PortalView) async throws -> HTML { page.html(view.site) }
}
