package import Foundation
internal import Synchronization
package import Territory

/// What people did in the workshop: `access/trail.jsonl`, one line for each act, only ever added. It holds neither passwords nor
/// content of files, and no name that belongs to nobody: someone may have typed a password there.
package final class ActionTrail: Sendable {
    /// What was done.
    package enum Act: String, Sendable, Codable, CaseIterable {
        case signedIn = "signed-in"
        case signInRefused = "sign-in-refused"
        case signInDelayed = "sign-in-delayed"
        case signedOut = "signed-out"
        case deposited, examined, chose, tried, described, submitted, published, failed, refused, removed
        case suggested, moderated
        case accountMade = "account-made"
        case accountChanged = "account-changed"
        case accountRevoked = "account-revoked"
    }

    /// One act.
    package struct Entry: Sendable, Hashable, Codable {
        package let time: Date
        /// The account; nil when it is nobody's.
        package let who: String?
        package let act: Act
        /// The dataset, the draft or the account it is about.
        package let about: String?
        /// A word more: a code, a number of rows.
        package let detail: String?
    }

    private let file: URL
    private let lock = Mutex(())

    package init(_ territory: Territory) { file = territory.folder.appending(path: "access/trail.jsonl") }

    /// Adds a line. A trail that cannot be written stops the act: what leaves no trace is not done.
    package func add(_ act: Act, by who: String?, about: String? = nil, detail: String? = nil, at now: Date = Date()) throws {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let entry = Entry(time: now, who: who, act: act, about: about, detail: detail)
        let line = try encoder.encode(entry) + Data("\n".utf8)
        try lock.withLock { _ in
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let descriptor = open(file.path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw POSIXError(POSIXError.Code(rawValue: errno) ?? .EIO) }
            let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
            try handle.write(contentsOf: line)
        }
    }

    /// The latest acts, the latest first.
    package func latest(_ count: Int) -> [Entry] {
        guard let handle = try? FileHandle(forReadingFrom: file), let size = try? handle.seekToEnd() else { return [] }
        defer { try? handle.close() }
        // A line takes some two hundred bytes; a cut one at the start is no entry.
        let start = size > UInt64(count * 1_000) ? size - UInt64(count * 1_000) : 0
        guard (try? handle.seek(toOffset: start)) != nil, let bytes = try? handle.readToEnd() else { return [] }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        let lines = bytes.split(separator: UInt8(ascii: "\n")).suffix(count)
        return lines.compactMap { try? decoder.decode(Entry.self, from: Data($0)) }.reversed()
    }
}

extension ActionTrail.Act {
    package var words: Bilingual {
        switch self {
        case .signedIn: Bilingual(fr: "connexion", en: "signed in")
        case .signInRefused: Bilingual(fr: "connexion refusée", en: "sign-in refused")
        case .signInDelayed: Bilingual(fr: "connexion retardée", en: "sign-in delayed")
        case .signedOut: Bilingual(fr: "déconnexion", en: "signed out")
        case .deposited: Bilingual(fr: "fichier déposé", en: "file put down")
        case .examined: Bilingual(fr: "fichier examiné", en: "file examined")
        case .chose: Bilingual(fr: "recette choisie", en: "recipe chosen")
        case .tried: Bilingual(fr: "contrôle fait", en: "check made")
        case .described: Bilingual(fr: "fiche remplie", en: "sheet filled in")
        case .submitted: Bilingual(fr: "envoyé pour accord", en: "sent for approval")
        case .published: Bilingual(fr: "publié", en: "published")
        case .failed: Bilingual(fr: "publication manquée", en: "publication failed")
        case .refused: Bilingual(fr: "refusé", en: "refused")
        case .removed: Bilingual(fr: "brouillon supprimé", en: "draft removed")
        case .suggested: Bilingual(fr: "proposition reçue", en: "suggestion received")
        case .moderated: Bilingual(fr: "proposition traitée", en: "suggestion dealt with")
        case .accountMade: Bilingual(fr: "compte créé", en: "account made")
        case .accountChanged: Bilingual(fr: "compte changé", en: "account changed")
        case .accountRevoked: Bilingual(fr: "compte retiré", en: "account revoked")
        }
    }
}
