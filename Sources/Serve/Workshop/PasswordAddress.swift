internal import Foundation
internal import HTTPTypes
internal import Portal
internal import Territory
internal import Workshop

/// Where someone changes their own password.
struct PasswordAddress: WorkshopAddress {
    let path = "atelier/\(PasswordPage.path)"
    let least: AccountRole? = .reader

    func get(_ visit: Visit) async throws -> WorkshopReply {
        .page(PasswordPage(visit.site, try visit.required(), visit.field("fait") == nil ? .nothing : .changed).html)
    }

    func post(_ visit: Visit) async throws -> WorkshopReply {
        guard let account = visit.signedIn?.account else { throw Refusal.sessionEnded }
        let form = visit.ask.parameters, password = form["password"] ?? ""
        guard password == form["again"] ?? "" else { return try refused(visit, .different) }
        do {
            switch try await visit.workroom.change(
                account, from: form["former"] ?? "", to: password, at: visit.ask.address)
            {
            case .changed(let token): return .signed(token, moved: visit.site.workshop(PasswordPage.path) + "?fait=1")
            case .refused: return try refused(visit, .wrong)
            case .wait(let seconds):
                return .wait(PasswordPage(visit.site, try visit.required(), .wait(seconds)).html, seconds)
            }
        } catch let fault as AccountFault where fault.isWeak {
            return try refused(visit, .weak(FaultWords(fault)))
        }
    }

    private func refused(_ visit: Visit, _ said: PasswordPage.Said) throws -> WorkshopReply {
        .page(PasswordPage(visit.site, try visit.required(), said).html, .unprocessableContent)
    }
}
