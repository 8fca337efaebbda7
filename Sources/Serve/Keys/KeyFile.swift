package import Foundation
package import Territory

/// The keys of a territory: `access/keys.json`, readable by its owner alone. It holds hashes, not keys; it is neither derived
/// from anything nor disposable.
package struct KeyFile: Sendable {
    private let file: URL

    package init(_ territory: Territory) { file = territory.folder.appending(path: "access/keys.json") }

    /// Every key, revoked ones too, in the order they were made.
    package func keys() throws -> [AccessKey] {
        guard FileManager.default.fileExists(atPath: file.path) else { return [] }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        do {
            return try decoder.decode([AccessKey].self, from: Data(contentsOf: file))
        } catch {
            throw KeyFault(.unreadable, subject: file.path, reason: "\(error)")
        }
    }

    /// Adds a key.
    package func add(_ key: AccessKey) throws { try write(try keys() + [key]) }

    /// Takes a key back, by its id.
    package func revoke(_ id: String, at moment: Date) throws -> AccessKey {
        var keys = try keys()
        guard let index = keys.firstIndex(where: { $0.id == id && $0.revoked == nil }) else {
            throw KeyFault(.unknown, subject: id)
        }
        keys[index].revoked = moment
        try write(keys)
        return keys[index]
    }

    /// Tells whether the file has been written since.
    var stamp: String {
        var status = stat()
        guard stat(file.path, &status) == 0 else { return "" }
        return "\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }

    /// Beside, then renamed: a server reads it whole.
    private func write(_ keys: [AccessKey]) throws {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        let part = file.deletingLastPathComponent().appending(path: ".keys.\(getpid()).part")
        let manager = FileManager.default
        try manager.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        let bytes = try encoder.encode(keys)
        guard manager.createFile(atPath: part.path, contents: bytes, attributes: [.posixPermissions: 0o600]),
            rename(part.path, file.path) == 0
        else { throw KeyFault(.notWritten, subject: file.path, reason: String(cString: strerror(errno))) }
    }
}

/// Keys that cannot be read, written or found.
package struct KeyFault: Explained {
    struct Code: Sendable, Hashable {
        let name: String
        static let unreadable = Code(name: "serve.keys-unreadable")
        static let notWritten = Code(name: "serve.keys-not-written")
        static let unknown = Code(name: "serve.unknown-key")
    }

    let kind: Code
    package let subject: String?
    let reason: String?

    init(_ kind: Code, subject: String, reason: String? = nil) {
        self.kind = kind
        self.subject = subject
        self.reason = reason
    }

    package var code: String { kind.name }
    package var place: Place? { nil }
    package var what: Bilingual { (ServeMessages.what[kind.name] ?? Bilingual(code)).filled(with: facts) }
    package var cause: Bilingual? { reason.map { Bilingual($0) } }
    package var remedy: Bilingual { (ServeMessages.remedy[kind.name] ?? Bilingual("")).filled(with: facts) }
    private var facts: [String: Bilingual] { ["subject": Bilingual(subject ?? "")] }
}
