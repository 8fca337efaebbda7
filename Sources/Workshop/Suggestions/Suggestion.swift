package import Foundation
package import Territory

/// What a reader proposes: something made of the data, or data that is missing. Shown once someone of the town has read it.
package struct Suggestion: Sendable, Codable, Identifiable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case reuse, wanted
    }

    /// How far it is.
    package enum State: String, Sendable, Codable, CaseIterable {
        /// Nobody has read it yet: not shown.
        case unread
        case received, studied, planned, published, refused
        /// Never shown.
        case hidden

        /// Whether the town has said its last word.
        var isLast: Bool { self == .published || self == .refused || self == .hidden }

        package var isShown: Bool { self != .unread && self != .hidden }

        /// The states that a kind takes.
        package static func all(of kind: Kind) -> [State] {
            kind == .wanted ? allCases : [.unread, .published, .hidden]
        }
    }

    package let id: String
    package let kind: Kind
    package let created: Date
    package let title: String
    package let text: String
    /// Where a reuse is, https or http.
    package let link: String
    /// Who made it, as they want to be called in public.
    package let author: String
    /// For the town alone: never shown, and erased once it has answered.
    package internal(set) var contact: String
    package internal(set) var state = State.unread
    /// What the town says of it, in public.
    package internal(set) var answer = ""
    /// The dataset that a reuse is made of, or that answers a request.
    package internal(set) var dataset: String?
    package internal(set) var supports = 0

    /// A suggestion from a form; what is wrong with it by field otherwise.
    /// - Parameter dataset: one that everyone may see.
    package static func read(
        _ kind: Kind, title: String, text: String, link: String, author: String, contact: String, dataset: String? = nil,
        at now: Date
    ) -> (suggestion: Suggestion?, faults: [String: Bilingual]) {
        var faults: [String: Bilingual] = [:]
        if !(3...160).contains(title.count) {
            faults["title"] = Bilingual(fr: "Donnez un titre de 3 à 160 signes", en: "Give a title of 3 to 160 characters")
        }
        if !(10...3_000).contains(text.count) {
            faults["text"] = Bilingual(
                fr: "Dites-en un peu plus : 10 à 3 000 signes", en: "Say a little more: 10 to 3,000 characters")
        }
        let isLink = link.wholeMatch(of: #/https?:\/\/[^\s"'<>]{3,500}/#) != nil
        if kind == .reuse && !isLink || !link.isEmpty && !isLink {
            faults["link"] = Bilingual(
                fr: "Donnez une adresse entière, comme https://exemple.fr",
                en: "Give a whole address, such as https://example.org")
        }
        if author.count > 100 { faults["author"] = Bilingual(fr: "C'est trop long", en: "This is too long") }
        if !contact.isEmpty, contact.count > 200 || contact.wholeMatch(of: #/[^@\s]+@[^@\s]+/#) == nil {
            faults["contact"] = Bilingual(fr: "Donnez une adresse complète, ou rien", en: "Give a whole address, or nothing")
        }
        guard faults.isEmpty else { return (nil, faults) }
        let id = (0..<2).map { _ in String(UInt32.random(in: 1 << 28 ... .max), radix: 16) }.joined()
        var suggestion = Suggestion(
            id: id, kind: kind, created: now, title: title, text: text, link: link, author: author, contact: contact)
        suggestion.dataset = dataset
        return (suggestion, [:])
    }
}

extension Suggestion.State {
    package var words: Bilingual {
        switch self {
        case .unread: Bilingual(fr: "à lire", en: "unread")
        case .received: Bilingual(fr: "reçue", en: "received")
        case .studied: Bilingual(fr: "étudiée", en: "being studied")
        case .planned: Bilingual(fr: "planifiée", en: "planned")
        case .published: Bilingual(fr: "publiée", en: "published")
        case .refused: Bilingual(fr: "refusée", en: "refused")
        case .hidden: Bilingual(fr: "écartée, jamais montrée", en: "set aside, never shown")
        }
    }
}
