internal import Foundation
internal import HTTPTypes
internal import Portal
internal import Territory
internal import Workshop

/// The pages of the workshop: the list of their addresses, once for each language. A new one is a type and a line here. They are not
/// there at all as long as nobody has an account.
enum WorkshopPages {
    static func endpoints(_ territory: Territory) -> [any Endpoint] {
        let pages: [any WorkshopAddress] = [
            WorkshopHomeAddress(), SignInAddress(), SignOutAddress(), DropAddress(), DepositAddress(), RemovalAddress(),
            DecisionAddress(), PreviewAddress(), RecipeAddress(), CheckAddress(), SheetAddress(), PublicationAddress(),
            ModerationAddress(), ModerationDecisionAddress(), PasswordAddress(),
            DepartureAddress(), ArrivalAddress(),
        ]
        return PageRoot.all(of: territory).flatMap { root in
            pages.flatMap { FormerAddress.with(WorkshopEndpoint(page: $0, root: root), $0.path, root) }
        }
    }

    /// What an agent sees instead of a page.
    static func refused(_ refusal: Refusal, _ ask: Ask, _ serving: Serving) -> Answer {
        guard serving.workroom.isOpen else { return PortalPages.refused(.noPath, ask, serving) }
        let language = serving.language(of: ask)
        let isLarge = refusal.status == .contentTooLarge
        let what = isLarge ? tooLarge(serving.options.uploadBytes) : refusal.what
        let page = WorkshopRefusalPage(PortalView.site(serving, language), what, isLarge ? lighter : refusal.remedy)
        return PortalPages.answer(page.html, status: refusal.status, language)
    }

    private static func tooLarge(_ limit: Int) -> Bilingual {
        let size = max(1, limit >> 20)
        return Bilingual(fr: "Ce fichier dépasse \(size) Mo", en: "This file is larger than \(size) MB")
    }

    private static let lighter = Bilingual(
        fr:
            "Enregistrez-le en CSV, retirez-en les feuilles et les images inutiles, ou demandez à la personne qui administre le serveur",
        en: "Save it as CSV, take out the sheets and pictures that are of no use, or ask the person who runs the server")
}

/// What a page of the workshop is made by.
protocol WorkshopAddress: Sendable {
    /// The path without the language: `atelier/depots/{deposit}/fiche`.
    var path: String { get }
    /// Who may come; nil for anyone.
    var least: AccountRole? { get }
    var takesForm: Bool { get }
    /// Whether its form carries a file.
    var takesFile: Bool { get }
    func get(_ visit: Visit) async throws -> WorkshopReply
    func post(_ visit: Visit) async throws -> WorkshopReply
}

extension WorkshopAddress {
    var least: AccountRole? { .agent }
    var takesForm: Bool { true }
    var takesFile: Bool { false }
    func get(_ visit: Visit) async throws -> WorkshopReply { .moved(visit.site.workshop()) }
    func post(_ visit: Visit) async throws -> WorkshopReply { throw Refusal.badMethod }
}

/// What the workshop answers.
enum WorkshopReply: Sendable {
    case page(HTML, HTTPResponse.Status = .ok)
    /// To another page, by GET (RFC 9110 §15.4.4).
    case moved(String)
    /// The same, with another cookie; nil takes it back.
    case signed(String?, moved: String)
    /// A page, and how many seconds to wait.
    case wait(HTML, Int)
    /// To the town's directory, with the cookie of the way back.
    case departed(String, to: String)
    /// Back from it: a page, with the cookie of the session.
    case arrived(String, HTML, Language)
}

/// A page of the workshop at its address in one language.
struct WorkshopEndpoint: Endpoint {
    let page: any WorkshopAddress
    let root: PageRoot

    var pattern: String { root.pattern(page.path) }
    private var language: Language { root.language }
    var family: Family { .workshop }
    var isCounted: Bool { false }
    var takesBody: Bool { page.takesForm && !page.takesFile }
    /// The fields beside the file take little.
    func bodyLimit(_ options: ServeOptions) -> Int? { page.takesFile ? options.uploadBytes + 16_384 : nil }

    /// A form of another site, of nobody or of someone who may not is refused before it is read.
    func admit(_ ask: Ask, _ serving: Serving) throws {
        guard serving.workroom.isOpen else { throw Refusal.noPath }
        guard ask.method == .post else { return }
        guard Origin.isOwn(ask) else { throw Refusal.otherSite }
        guard let least = page.least else { return }
        guard let guest = Cookie.guest(ask, serving) else { throw Refusal.sessionEnded }
        guard guest.account.role >= least else { throw Refusal.notAllowed }
    }

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let visit = try Visit(ask, serving, language)
        if let least = page.least {
            guard visit.guest != nil else { return reply(.moved(visit.signInAddress), visit) }
            guard visit.role >= least else { throw Refusal.notAllowed }
            if ask.method == .post { try visit.checkToken() }
        }
        return reply(ask.method == .post ? try await page.post(visit) : try await page.get(visit), visit)
    }

    private func reply(_ reply: WorkshopReply, _ visit: Visit) -> Answer {
        func with(_ name: HTTPField.Name, _ value: String, _ answer: Answer) -> Answer {
            var answer = answer
            answer.headers[name] = value
            return answer
        }
        let ask = visit.ask
        return switch reply {
        case .page(let html, let status): PortalPages.answer(html, status: status, language)
        case .wait(let html, let seconds):
            with(.retryAfter, String(seconds), PortalPages.answer(html, status: .tooManyRequests, language))
        case .moved(let address): .moved(address, .seeOther)
        case .departed(let token, let address): with(.setCookie, Cookie.way(token, ask), .moved(address, .seeOther))
        case .arrived(let token, let html, let language):
            with(.setCookie, Cookie.text(token, ask), PortalPages.answer(html, language))
        case .signed(let token, let address): with(.setCookie, Cookie.text(token, ask), .moved(address, .seeOther))
        }
    }
}

extension Refusal {
    static let otherSite = Refusal(
        .forbidden, "Forbidden", "This form comes from another site.", fr: "Ce formulaire vient d'un autre site.",
        remedy: Bilingual(fr: "Rien n'a été fait. Passez par l'atelier", en: "Nothing was done. Go through the workshop"))

    static let sessionEnded = Refusal(
        .forbidden, "Forbidden", "Your session has ended.", fr: "Votre session est finie.",
        remedy: Bilingual(
            fr: "Reconnectez-vous : vos brouillons sont gardés", en: "Sign in again: your drafts are kept"))

    static let notAllowed = Refusal(
        .forbidden, "Forbidden", "Your account does not allow this.", fr: "Votre compte ne le permet pas.",
        remedy: Bilingual(
            fr: "Demandez à la personne qui administre le serveur", en: "Ask the person who runs the server"))

    static let noDeposit = Refusal(
        .notFound, "NotFoundResource", "This draft is no longer there.", fr: "Ce brouillon n'est plus là.",
        remedy: Bilingual(
            fr: "Il a été publié, effacé, ou laissé trop longtemps", en: "It was published, erased, or left for too long"))
}
