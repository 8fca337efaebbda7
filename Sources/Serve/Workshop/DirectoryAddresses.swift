internal import Foundation
internal import HTTPTypes
internal import Logging
internal import Portal
internal import Territory
internal import Workshop

/// The way to the town's directory. A link and no form: the page's policy lets no form end on another site.
struct DepartureAddress: WorkshopAddress {
    let path = "atelier/connexion/annuaire"
    let least: AccountRole? = nil
    let takesForm = false

    func get(_ visit: Visit) async throws -> WorkshopReply {
        guard let identity = visit.serving.identity else { throw Refusal.noPath }
        do {
            let departure = try await identity.depart(
                to: visit.arrivalAddress, back: visit.back, visit.language, from: visit.ask.address, at: Date())
            return .departed(departure.cookie, to: departure.address)
        } catch let fault as IdentityFault {
            return visit.refused(fault)
        }
    }
}

/// The way back. One address for all languages: the directory knows it by heart.
struct ArrivalAddress: WorkshopAddress {
    static let parts = ["atelier", "connexion", "annuaire", "retour"]
    let path = parts.joined(separator: "/")
    let least: AccountRole? = nil
    let takesForm = false

    func get(_ visit: Visit) async throws -> WorkshopReply {
        guard let identity = visit.serving.identity else { throw Refusal.noPath }
        let asked = visit.ask.parameters
        do {
            let arrival = try await identity.arrive(
                state: asked["state"] ?? "", code: asked["code"] ?? "", cookie: Cookie.way(visit.ask) ?? "", at: Date())
            guard let token = try visit.workroom.enter(arrival.email) else {
                return visit.refused(IdentityFault(noAccount: arrival.email))
            }
            // Whatever session the browser had is over.
            if let former = visit.signedIn { visit.workroom.sessions.close(former.session) }
            let site = PortalView.site(visit.serving, arrival.language)
            let next = arrival.back.isEmpty ? site.workshop() : site.file(path: arrival.back)
            return .arrived(token, ArrivedPage(site, next: next).html, site.language)
        } catch let fault as IdentityFault {
            return visit.refused(fault)
        }
    }
}

extension Visit {
    /// Where the directory sends people back to, in the town's first language.
    fileprivate var arrivalAddress: String {
        let first = PortalView.site(serving, serving.territory.languages.first ?? .french)
        return first.absolute(ArrivalAddress.parts, ask.base)
    }

    /// The page of a sign-in that did not end well; why is for the log.
    fileprivate func refused(_ fault: IdentityFault) -> WorkshopReply {
        serving.log.notice("sign-in through the directory", metadata: ["code": "\(fault.code)", "detail": "\(fault.detail)"])
        let page = SignInPage(site, .directory(FaultWords(fault)), directory: serving.identity?.title)
        return .page(page.html, fault.kind == .unreachable ? .badGateway : .forbidden)
    }
}
