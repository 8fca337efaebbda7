internal import Foundation
internal import Synchronization
package import Territory

/// What readers proposed: `access/suggestions.json`, read whole and written whole. Few at a time: a box that is full says so.
package final class SuggestionBox: Sendable {
    private let stored: PrivateRecords<Suggestion>
    private let all: Mutex<Contents?>
    /// Unread ones: nobody fills the disk.
    private static let mostUnread = 300
    /// Of one address: suggestions in an hour, supports of one request in a day.
    private let suggestions = Allowance(5, within: 3_600)
    private let supports = Allowance(1, within: 86_400)

    package init(_ territory: Territory) {
        stored = PrivateRecords(territory, "access/suggestions.json")
        all = Mutex(nil)
    }

    /// Every suggestion, the latest first.
    package func suggestions(_ kind: Suggestion.Kind) -> [Suggestion] {
        known.filter { $0.kind == kind }.sorted { $0.created > $1.created }
    }

    package func suggestion(_ id: String) -> Suggestion? { known.first { $0.id == id } }

    /// What the town shows of a kind, the latest first.
    package func shown(_ kind: Suggestion.Kind) -> [Suggestion] { suggestions(kind).filter(\.state.isShown) }

    /// What changes when the reuses that are shown do: pages that list them hold for as long.
    package var reusesMark: String { all.withLock { (try? contents(&$0).reusesMark) ?? "" } }

    /// How many wait to be read.
    package var unread: Int { known.count { $0.state == .unread } }

    /// Keeps a suggestion.
    /// - Returns: false when its address has sent too many, or the box is full.
    package func add(_ suggestion: Suggestion, from address: String) throws -> Bool {
        try all.withLock { all in
            let known = try read(&all)
            guard known.count(where: { $0.state == .unread }) < Self.mostUnread, suggestions.take(address, at: Date()) else {
                return false
            }
            try write(known + [suggestion], &all)
            return true
        }
    }

    /// Counts a support, once a day for an address.
    package func support(_ id: String, from address: String) throws {
        try all.withLock { all in
            var known = try read(&all)
            guard let index = known.firstIndex(where: { $0.id == id && $0.kind == .wanted && $0.state.isShown }),
                supports.take("\(id) \(address)", at: Date())
            else { return }
            known[index].supports += 1
            try write(known, &all)
        }
    }

    /// Decides on one.
    /// - Returns: nil when it is not there.
    package func decide(_ id: String, _ state: Suggestion.State, answer: String, dataset: String?) throws -> Suggestion? {
        try all.withLock { all in
            var known = try read(&all)
            guard let index = known.firstIndex(where: { $0.id == id }) else { return nil }
            known[index].state = state
            known[index].answer = answer
            if known[index].kind == .wanted { known[index].dataset = dataset }
            if state.isLast { known[index].contact = "" }
            try write(known, &all)
            return known[index]
        }
    }

    /// Nothing can be shown of a file that someone spoiled; nor is it written over.
    private var known: [Suggestion] { all.withLock { (try? read(&$0)) ?? [] } }

    private func read(_ all: inout Contents?) throws -> [Suggestion] { try contents(&all).suggestions }

    private func contents(_ all: inout Contents?) throws -> Contents {
        if let all { return all }
        let contents = Contents(try stored.all())
        all = contents
        return contents
    }

    private func write(_ known: [Suggestion], _ all: inout Contents?) throws {
        try stored.write(known)
        all = Contents(known)
    }

    /// What the file holds.
    private struct Contents {
        let suggestions: [Suggestion]
        let reusesMark: String

        init(_ suggestions: [Suggestion]) {
            self.suggestions = suggestions
            let shown = suggestions.filter { $0.kind == .reuse && $0.state.isShown }
            reusesMark = shown.map { "\($0.id) \($0.dataset ?? "")" }.joined(separator: ",")
        }
    }
}

/// So many acts of one address within a time. In memory: nobody's address is written down.
final class Allowance: Sendable {
    private let acts = Mutex<[String: [Date]]>([:])
    private let count: Int
    private let seconds: Double
    private static let most = 20_000

    init(_ count: Int, within seconds: Double) {
        self.count = count
        self.seconds = seconds
    }

    func take(_ key: String, at now: Date) -> Bool {
        acts.withLock { acts in
            if acts.count > Self.most { acts = acts.filter { $0.value.contains { now.timeIntervalSince($0) < seconds } } }
            guard acts.count <= Self.most else { return false }
            let recent = (acts[key] ?? []).filter { now.timeIntervalSince($0) < seconds }
            guard recent.count < count else { return false }
            acts[key] = recent + [now]
            return true
        }
    }
}
