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
        return .page(page(visit, said))
    }

    func post(_ visit: Visit) async throws -> WorkshopReply {
        let name = visit.field("name") ?? "", password = visit.ask.parameters["password"] ?? ""
        switch try await visit.workroom.signIn(name, password, from: visit.ask.address) {
        case .welcome(let token, _):
            // Whatever session the browser had is over: a token known before the sign-in opens nothing after it.
            if let former = visit.signedIn { visit.workroom.sessions.close(former.session) }
            let back = visit.back
            return .signed(token, moved: back.isEmpty ? visit.site.workshop() : visit.site.file(path: back))
        case .refused:
            return .page(page(visit, .refused, name), .unprocessableContent)
        case .wait(let seconds):
            return .wait(page(visit, .wait(seconds), name), seconds)
        }
    }

    private func page(_ visit: Visit, _ said: SignInPage.Said, _ name: String = "") -> HTML {
        SignInPage(
            visit.site, said, name: String(name.prefix(80)), back: visit.back, directory: visit.serving.identity?.title
        ).html
    }
}

extension Visit {
    /// The page that was asked for: one of the workshop, nothing else, so that no link leads through here to another site.
    var back: String {
        let asked = field("back") ?? ""
        let isOwn = asked.wholeMatch(of: #/(en/)?(atelier|workshop)(/[A-Za-z0-9_-]+)*/#) != nil && asked.utf8.count < 200
        return isOwn && asked != ask.segments.joined(separator: "/") ? asked : ""
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
