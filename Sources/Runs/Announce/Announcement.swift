internal import Foundation
internal import Collect
package import Territory

/// One thing that happened to a dataset, to be told to one address.
package struct Announcement: Sendable, Codable {
    /// How many times it is tried, and the pause after each attempt, in seconds: five minutes, half an hour, then hours, over three days.
    static let pauses: [Double] = [300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]

    /// The same for the same event at the same address, however often it is noticed or sent.
    package let id: String
    /// The declaration, by name.
    package let name: String
    package let event: AnnouncementDeclaration.Event
    package let dataset: String
    package let version: Int?
    /// JSON; what is signed, byte for byte.
    let body: String
    package private(set) var attempts = 0
    /// Seconds since 1970.
    private(set) var due: Double
    /// What the last attempt gave.
    package private(set) var answer: String?

    init(
        _ event: AnnouncementDeclaration.Event, _ what: String, to name: String, dataset: String, version: Int?, body: String,
        at now: Date
    ) {
        id = "msg_" + fingerprint(of: [name, event.rawValue, dataset, what]).prefix(32)
        self.name = name
        self.event = event
        self.dataset = dataset
        self.version = version
        self.body = body
        due = now.timeIntervalSince1970
    }

    /// Takes it for an attempt: should the process end here, the next attempt comes later, under the same id.
    mutating func take(at now: Date) {
        due = now.timeIntervalSince1970 + Self.pauses[min(attempts, Self.pauses.count - 1)]
        attempts += 1
    }

    mutating func note(_ answer: String) { self.answer = answer }

    /// Whether it was tried often enough.
    var isHopeless: Bool { attempts > Self.pauses.count }
}
