package import Foundation
package import Territory

/// The keys of a territory: `access/keys.json`, readable by its owner alone. It holds hashes, not keys; it is neither derived
/// from anything nor disposable.
package struct KeyFile: Sendable {
    private let stored: PrivateRecords<AccessKey>

    package init(_ territory: Territory) { stored = PrivateRecords(territory, "access/keys.json") }

    /// Every key, revoked ones too, in the order they were made.
    package func keys() throws -> [AccessKey] {
        do { return try stored.all() } catch {
            throw ServeFault("serve.keys-unreadable", subject: stored.path, reason: "\(error)")
        }
    }

    /// Adds a key.
    package func add(_ key: AccessKey) throws { try write(try keys() + [key]) }

    /// Takes a key back, by its id.
    package func revoke(_ id: String, at moment: Date) throws -> AccessKey {
        var keys = try keys()
        guard let index = keys.firstIndex(where: { $0.id == id && $0.revoked == nil }) else {
            throw ServeFault("serve.unknown-key", subject: id)
        }
        keys[index].revoked = moment
        try write(keys)
        return keys[index]
    }

    /// Tells whether the file has been written since.
    var stamp: String { stored.stamp }

    private func write(_ keys: [AccessKey]) throws {
        do { try stored.write(keys) } catch {
            throw ServeFault("serve.keys-not-written", subject: stored.path, reason: error.localizedDescription)
        }
    }
}
