internal import Foundation
internal import HTTPTypes
internal import NIOCore
internal import Portal
internal import Territory
internal import Workshop

/// The pages of the portal: the list of their addresses, once for each language. A new one is a type and a line here.
enum PortalPages {
    static func endpoints(_ territory: Territory, _ theme: Theme) -> [any Endpoint] {
        let pages: [any PortalAddress] =
            [
                HomeAddress(), CatalogueAddress(), DatasetAddress(), TableAddress(), ChartsAddress(), MapAddress(), RowAddress(),
                QualityAddress(),
                VersionsAddress(),
                DifferenceAddress(), InterfaceAddress(), TryAddress(), TownQualityAddress(), SiteMapAddress(),
                MenuAddress(), ThemeAddress(), EmbeddedChartAddress(), EmbeddedMapAddress(), ProducersAddress(),
                ProducerAddress(), AccessibilityAddress(),
            ] + BudgetAddress.all + NoticePage.allCases.map { NoticeAddress(notice: $0) }
            + theme.pages.map { EditorialAddress(page: $0) }
        let files: [any PortalFile] = [
            MenuCalendarFile(), FeedFile(), DatasetFeedFile(), SearchFile(), ChartFile(), ChartDrawingFile(), ChartPictureFile(),
            DatasetPictureFile(),
        ]
        let inAll = PageRoot.all(of: territory).flatMap { root -> [any Endpoint] in
            pages.flatMap { FormerAddress.with(PortalEndpoint(page: $0, root: root), $0.path, root) }
                + files.map { PortalFileEndpoint(file: $0, root: root) }
                + Suggestion.Kind.allCases.map { SuggestionsEndpoint(kind: $0, root: root) } + [WantedEndpoint(root: root)]
        }
        let assets = theme.assets.map { AssetEndpoint(asset: $0) as any Endpoint }
        return inAll + assets + (theme.security == nil ? [] : [SecurityEndpoint()]) + [SiteMapFileEndpoint(), RobotsEndpoint()]
            + OpendatasoftAddresses.endpoints
    }

    /// A page as an answer, with its policy.
    static func answer(
        _ html: HTML, status: HTTPResponse.Status = .ok, _ language: Language, _ policy: PagePolicy = .plain
    ) -> Answer {
        var answer = Answer.text(html.text, type: "text/html; charset=utf-8", status: status)
        answer.headers[.contentLanguage] = language.rawValue
        if let name = HTTPField.Name("Content-Security-Policy") { answer.headers[name] = policy.text }
        answer.mayBeFramed = policy == .framed
        return answer
    }

    /// What a reader sees instead of a page.
    static func refused(_ refusal: Refusal, _ ask: Ask, _ serving: Serving) -> Answer {
        let language = serving.language(of: ask)
        let reason: ErrorPage.Reason =
            switch refusal.status.code {
            case 404: .absent
            case 400..<500: .refused
            default: .broken
            }
        let page = ErrorPage(
            PortalView.site(serving, language), reason, detail: reason == .absent ? "" : refusal.what.text(in: language))
        return answer(page.html, status: refusal.status, language)
    }
}

/// What a page of the portal is made by.
protocol PortalAddress: Sendable {
    /// The path without the language: `donnees/{dataset}/tableau`.
    var path: String { get }
    func html(_ view: PortalView) async throws -> HTML
    func policy(_ view: PortalView) -> PagePolicy
}

extension PortalAddress {
    func policy(_ view: PortalView) -> PagePolicy { .plain }
}

/// What a page lets in, and who may frame it (<https://www.w3.org/TR/CSP3/>).
enum PagePolicy: Sendable {
    /// Nothing but the one style, the icon and its own forms; no frame.
    case plain
    /// The same without forms, in a frame of any site.
    case framed
    /// Our own scripts too, and what they ask of this server.
    case scripted

    var text: String {
        let own =
            switch self {
            case .plain: "form-action 'self'; frame-ancestors 'none'"
            case .framed: "form-action 'none'; frame-ancestors *"
            case .scripted: "form-action 'self'; frame-ancestors 'none'; script-src 'self'; connect-src 'self'"
            }
        return "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; " + own
    }
}

/// What a file of the portal is made by, in the words of a language.
protocol PortalFile: Sendable {
    /// The path without the language: `versions.atom`.
    var path: String { get }
    var type: String { get }
    /// What it lets in when a browser shows it; nil for what every file lets in: nothing.
    var policy: String? { get }
    func body(_ view: PortalView) async throws -> ByteBuffer
}

extension PortalFile {
    var policy: String? { nil }
}

/// A file that is text.
protocol PortalText: PortalFile {
    func text(_ view: PortalView) async throws -> String
}

extension PortalText {
    func body(_ view: PortalView) async throws -> ByteBuffer { ByteBuffer(string: try await text(view)) }
}

/// A file at its address in one language. It holds for as long as the catalogue does.
struct PortalFileEndpoint: Endpoint {
    let file: any PortalFile
    let root: PageRoot

    var pattern: String { root.pattern(file.path) }
    var family: Family { .portal }

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { serving.shelf.catalogue?.dependence }

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        var answer = Answer(type: file.type, .bytes(try await file.body(PortalView(ask, serving, root.language))))
        if let name = HTTPField.Name("Content-Security-Policy") { answer.headers[name] = file.policy }
        return answer
    }
}

/// A page at its address in one language.
struct PortalEndpoint: Endpoint {
    let page: any PortalAddress
    let root: PageRoot

    var pattern: String { root.pattern(page.path) }
    var family: Family { .portal }

    /// Pages tell how long ago something was, and datasets what others made of them: they hold for a day, or until a reuse is
    /// shown.
    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? {
        guard let catalogue = serving.shelf.catalogue?.dependence else { throw Refusal.notReady }
        let day = Int(Date().timeIntervalSince1970 / 86_400)
        return Dependence(state: "\(catalogue.state) \(day) \(serving.workroom.suggestions.reusesMark)", time: catalogue.time)
    }

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let view = PortalView(ask, serving, root.language)
        return PortalPages.answer(try await page.html(view), root.language, page.policy(view))
    }
}

/// A file whose address changes with its content: it is kept for ever.
struct AssetEndpoint: Endpoint {
    let asset: Theme.Asset
    var pattern: String { asset.path }
    var family: Family { .portal }

    /// Packed once: the library of charts takes a while.
    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let key = "\(asset.path) \(ask.packing?.rawValue ?? "")"
        if let kept = serving.cache.answer(key) { return kept }
        var answer = Answer(type: asset.type, .bytes(ByteBuffer(bytes: asset.bytes)))
        answer.headers[.cacheControl] = "public, max-age=31536000, immutable"
        if let packing = ask.packing, Packing.isWorth(answer) { packing.pack(&answer) }
        serving.cache.keep(answer, key)
        return answer
    }
}
