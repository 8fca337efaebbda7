internal import Foundation
internal import HTTPTypes
internal import Portal
internal import Territory
internal import Workshop

/// What readers proposed.
struct ModerationAddress: WorkshopAddress {
    let path = "atelier/propositions"
    let least: AccountRole? = .publisher
    let takesForm = false

    func get(_ visit: Visit) async throws -> WorkshopReply {
        let all = Suggestion.Kind.allCases.flatMap { visit.workroom.suggestions.suggestions($0) }
        let datasets = visit.serving.openDatasets(visit.language)
        return .page(ModerationPage(visit.site, try visit.required(), all, datasets: datasets).html)
    }
}

/// The decision on one of them.
struct ModerationDecisionAddress: WorkshopAddress {
    let path = "atelier/propositions/{suggestion}"
    let least: AccountRole? = .publisher

    func post(_ visit: Visit) async throws -> WorkshopReply {
        let id = visit.ask.place("suggestion"), answer = String((visit.field("answer") ?? "").prefix(1_000))
        guard let found = visit.workroom.suggestions.suggestion(id),
            let state = visit.field("state").flatMap({ Suggestion.State(rawValue: $0) }),
            Suggestion.State.all(of: found.kind).contains(state)
        else { throw Refusal.noDeposit }
        guard state != .refused || !answer.isEmpty else {
            throw Refusal(
                .unprocessableContent, "MissingAnswer", "A refusal takes a reason.", fr: "Un refus demande une raison.",
                remedy: Bilingual(
                    fr: "Revenez en arrière et donnez-la : elle est publique", en: "Go back and give it: it is public"))
        }
        let dataset = visit.field("dataset").flatMap { name in visit.serving.territory.dataset(name)?.isOpen == true ? name : nil
        }
        _ = try visit.workroom.suggestions.decide(id, state, answer: answer, dataset: dataset)
        try visit.workroom.trail.add(.moderated, by: visit.name, about: id, detail: state.rawValue)
        return .moved(visit.site.workshop("propositions"))
    }
}
