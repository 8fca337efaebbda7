package import Foundation
internal import Synchronization

/// Sign-ins that failed, by account and by address, and how long each must wait: a few for nothing, then twice as long each time.
/// Held in memory; nobody's address is written anywhere.
package final class Attempts: Sendable {
    private struct Failures {
        var count = 0
        var last: Date
    }

    private struct Patience {
        /// Failures that cost nothing.
        let free: Int
        /// The longest wait, seconds.
        let longest: Double

        func wait(_ failures: Failures, at now: Date) -> Double {
            guard failures.count >= free else { return 0 }
            let delay = min(longest, pow(2, Double(min(failures.count - free, 20))))
            return max(0, failures.last.addingTimeInterval(delay).timeIntervalSince(now))
        }
    }

    /// An account is never shut for long: whoever knows its name would shut its owner out.
    private static let account = Patience(free: 5, longest: 120)
    private static let address = Patience(free: 10, longest: 900)
    /// Failures are forgotten after as many seconds.
    private static let memory = 3_600.0
    private static let most = 20_000

    private let failures = Mutex<[String: Failures]>([:])

    package init() {}

    /// Seconds that a sign-in must wait; nil when it may go on.
    package func wait(_ account: String, from address: String, at now: Date) -> Int? {
        let wait = failures.withLock { failures in
            max(
                failures[Self.key(account)].map { Self.account.wait($0, at: now) } ?? 0,
                failures["@ \(address)"].map { Self.address.wait($0, at: now) } ?? 0)
        }
        return wait > 0 ? Int(wait.rounded(.up)) : nil
    }

    package func failed(_ account: String, from address: String, at now: Date) {
        failures.withLock { failures in
            if failures.count >= Self.most { failures = failures.filter { now.timeIntervalSince($0.value.last) < 60 } }
            if failures.count >= Self.most { failures = [:] }
            for key in [Self.key(account), "@ \(address)"] {
                var known = failures[key] ?? Failures(last: now)
                if now.timeIntervalSince(known.last) > Self.memory { known.count = 0 }
                known.count += 1
                known.last = now
                failures[key] = known
            }
        }
    }

    /// A right password clears its account; the address stays as it was: another account may be being tried from it.
    package func succeeded(_ account: String) { failures.withLock { $0[Self.key(account)] = nil } }

    private static func key(_ account: String) -> String { "a \(Account.plain(account).prefix(80))" }
}
