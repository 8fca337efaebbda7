internal import DuckDB
internal import Foundation
internal import HTTPTypes
internal import Portal
internal import Runs
internal import Territory
internal import Workshop

/// Before and after, and the act: to publish, or to send for approval.
struct PublicationAddress: WorkshopAddress {
    let path = "atelier/depots/{deposit}/\(DepositStep.publication.rawValue)"
    let least: AccountRole? = .agent

    func get(_ visit: Visit) async throws -> WorkshopReply { .page(try Self.page(visit, try visit.deposit())) }

    func post(_ visit: Visit) async throws -> WorkshopReply {
        var deposit = try visit.openDeposit()
        guard deposit.trial?.isTolerable == true, deposit.sheet.faults.isEmpty else {
            return .moved(visit.step(deposit, .publication))
        }
        deposit.reason = String((visit.field("reason") ?? "").replacing("\n", with: " ").prefix(300))
        if visit.role >= .publisher { return try await Publishing(visit: visit).publish(deposit) }
        deposit.state = .submitted
        try visit.keep(deposit, .submitted)
        return .moved(visit.site.workshop("depots", deposit.id))
    }

    static func page(_ visit: Visit, _ deposit: Deposit, fault: FaultWords? = nil) throws -> HTML {
        let current = deposit.replaces.flatMap { visit.serving.territory.dataset($0) }?.title.text(in: visit.language)
        return PublicationPage(visit.site, try visit.required(), deposit, current: current, fault: fault).html
    }
}

/// What someone who may publish decides on what an agent sent.
struct DecisionAddress: WorkshopAddress {
    let path = "atelier/depots/{deposit}/decision"
    let least: AccountRole? = .publisher

    func post(_ visit: Visit) async throws -> WorkshopReply {
        var deposit = try visit.deposit()
        guard deposit.state == .submitted else { throw Refusal.noDeposit }
        let word = String((visit.field("word") ?? "").replacing("\n", with: " ").prefix(500))
        if visit.field("decision") == "oui" {
            deposit.decision = word.isEmpty ? nil : Deposit.Decision(who: visit.name, word: word, time: Date())
            return try await Publishing(visit: visit).publish(deposit)
        }
        guard !word.isEmpty else {
            let page = try PublicationAddress.page(visit, deposit, fault: FaultWords(NoWord()))
            return .page(page, .unprocessableContent)
        }
        deposit.state = .returned
        deposit.decision = Deposit.Decision(who: visit.name, word: word, time: Date())
        try visit.keep(deposit, .refused)
        return .moved(visit.site.workshop())
    }

    /// A refusal without a reason.
    private struct NoWord: Explained {
        let code = "workshop.no-word"
        let place: Place? = nil
        let subject: String? = nil
        let what = Bilingual(fr: "un refus demande un mot", en: "a refusal takes a word")
        let cause: Bilingual? = nil
        let remedy = Bilingual(fr: "Dites à son auteur ce qu'il faut revoir", en: "Tell its author what is to be reviewed")
    }
}

/// Publishes a deposit and lets readers see it at once.
struct Publishing: Sendable {
    let visit: Visit

    func publish(_ deposit: Deposit) async throws -> WorkshopReply {
        let serving = visit.serving, visit = visit
        // It goes on when the one who asked leaves: half of it would be worse than none.
        let work = Task { try await serving.workroom.turn.take { try await Self.published(deposit, visit) } }
        do {
            let done = try await work.value
            return .moved(visit.site.workshop("depots", done.id))
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            let fault = RunFault.explained(error, dataset: deposit.title)
            try visit.workroom.trail.add(.failed, by: visit.name, about: deposit.replaces ?? deposit.id, detail: fault.code)
            return .page(try PublicationAddress.page(visit, deposit, fault: FaultWords(fault)), .unprocessableContent)
        }
    }

    private static func published(_ deposit: Deposit, _ visit: Visit) async throws -> Deposit {
        // Two clicks are one publication.
        if let kept = visit.workroom.deposits.deposit(deposit.id), kept.state == .published { return kept }
        let serving = visit.serving
        let message = deposit.reason.isEmpty ? deposit.fileName : deposit.reason
        let placement = Placement(
            serving.territory, visit.environment(message), serving.schemas, visit.workroom.deposits)
        let outcome = try await placement.place(deposit)
        try await serving.become(outcome.territory)
        var done = deposit
        done.state = .published
        done.dataset = outcome.dataset
        try visit.keep(done, .published, detail: outcome.version.map { "version \($0)" })
        return done
    }
}

extension Serving {
    /// Takes up a territory with other datasets, and their versions.
    func become(_ territory: Territory) async throws {
        if territory.isGeographic { try await shelf.engine.load(["spatial"]) }
        live.become(territory)
        _ = await Watcher(serving: self).refresh()
    }
}
