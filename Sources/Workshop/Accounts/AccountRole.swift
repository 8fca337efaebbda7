package import Territory

/// What someone may do in the workshop; each may do what those before may.
package enum AccountRole: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// Looks at drafts, runs and their faults.
    case reader
    /// Prepares datasets and sends them for approval.
    case agent
    /// Publishes, and decides on what agents send.
    case publisher
    /// Sees the trail too.
    case administrator

    package static func < (one: AccountRole, other: AccountRole) -> Bool { one.rank < other.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    package var words: Bilingual {
        switch self {
        case .reader: Bilingual(fr: "lecture", en: "reader")
        case .agent: Bilingual(fr: "agent", en: "agent")
        case .publisher: Bilingual(fr: "publication", en: "publisher")
        case .administrator: Bilingual(fr: "administration", en: "administrator")
        }
    }
}
