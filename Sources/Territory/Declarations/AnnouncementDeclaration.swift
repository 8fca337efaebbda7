/// Whom a town tells what happens to its datasets: an address that is sent signed messages (a webhook).
package struct AnnouncementDeclaration: Sendable, Hashable {
    /// What there is to tell.
    package enum Event: String, Sendable, Hashable, Codable, CaseIterable {
        /// A dataset has a new version.
        case version
        /// A check refused a run: the last version stays.
        case checkFailed = "check_failed"
        /// A portal, a folder or a bucket was brought up to date.
        case published
    }

    package let name: String
    package let address: String
    package let secret: Secret
    package let events: Set<Event>
    /// Whether it may be an address of the town's network or of this machine.
    package let isLocalAllowed: Bool

    /// From an entry whose shape was checked.
    init?(_ entry: Value.Entry) {
        guard let address = entry.value["url"]?.text, let secret = entry.value["secret"].flatMap({ Secret($0) }) else {
            return nil
        }
        name = entry.key
        self.address = address
        self.secret = secret
        let named = entry.value["events"]?.texts.compactMap { Event(rawValue: $0) } ?? []
        events = Set(named.isEmpty ? Event.allCases : named)
        isLocalAllowed = entry.value["network"]?.text == "local"
    }
}
