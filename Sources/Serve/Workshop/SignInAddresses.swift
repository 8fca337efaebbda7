internal import Foundation
internal import HTTPTypes
internal import Portal
internal import Workshop

/// Where an agent signs in.
struct SignInAddress: WorkshopAddress {
    let path = "atelier/connexion"
    let least: AccountRole? = nil

    func get(_ visit: Visit) async throws -> WorkshopReply {
        if visit.signedIn != nil { return .moved(visit.site.workshop()) }
        let said: SignInPage.Said = visit.field("fin") == nil ? .nothing : .signedOut
        return .page(SignInPage(visit.site, said, back: back(visit)).html)
    }

    func post(_ visit: Visit) async throws -> WorkshopReply {
        let name = visit.field("name") ?? "", password = visit.ask.parameters["password"] ?? ""
        switch try await visit.workroom.signIn(name, password, from: visit.ask.address) {
        case .welcome(let token, _):
            // Whatever session the browser had is over: a token known before the sign-in opens nothing after it.
            if let former = visit.signedIn { visit.workroom.sessions.close(former.session) }
            let back = back(visit)
            return .signed(token, moved: back.isEmpty ? visit.site.workshop() : visit.site.file(path: back))
        case .refused:
            let page = SignInPage(visit.site, .refused, name: String(name.prefix(80)), back: back(visit))
            return .page(page.html, .unprocessableContent)
        case .wait(let seconds):
            let page = SignInPage(visit.site, .wait(seconds), name: String(name.prefix(80)), back: back(visit))
            return .wait(page.html, seconds)
        }
    }

    /// The page that was asked for: one of the workshop, nothing else, so that no link leads through here to another site.
    private func back(_ visit: Visit) -> String {
        let asked = visit.field("back") ?? ""
        let isOwn = asked.wholeMatch(of: #/(en/)?atelier(/[A-Za-z0-9_-]+)*/#) != nil && asked.utf8.count < 200
        return isOwn && !asked.hasSuffix("connexion") ? asked : ""
    }
}

/// The way out.
struct SignOutAddress: WorkshopAddress {
    let path = "atelier/deconnexion"
    let least: AccountRole? = .reader

    func post(_ visit: Visit) async throws -> WorkshopReply {
        if let signedIn = visit.signedIn { visit.workroom.sessions.close(signedIn.session) }
        try visit.workroom.trail.add(.signedOut, by: visit.name)
        return .signed(nil, moved: visit.site.workshop("connexion") + "?fin=1")
    }
}
