package import Foundation
internal import Synchronization
package import Territory

/// The drafts of a territory: `.lavoir/deposits`, a folder for each. They outlive the server, and go when nobody has touched them
/// for long.
package struct DepositShelf: Sendable {
    private let territory: URL
    private let days: Int
    /// Drafts that one person may have at the same time.
    private static let most = 30

    /// - Parameter days: after which a draft that nobody touches goes.
    package init(_ territory: Territory, days: Int) {
        self.territory = territory.folder
        self.days = days
    }

    private var folder: URL { territory.appending(path: ".lavoir/deposits") }

    /// Lays a file down in a folder of its own, where nobody else reads it.
    /// - Returns: the name of the draft, and where the file lies.
    /// - Throws: `workshop.too-many-drafts`, and what the disk refuses.
    package func lay(_ bytes: Data, named name: String, for owner: String) throws -> (id: String, ending: String, file: URL) {
        guard all().filter({ $0.owner == owner && $0.state != .published }).count < Self.most else {
            throw DepositFault(.tooMany, subject: owner)
        }
        let id = (0..<4).map { _ in String(UInt32.random(in: 1 << 28 ... .max), radix: 16) }.joined()
        let place = folder.appending(path: id)
        try FileManager.default.createDirectory(
            at: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let ending = Self.ending(of: name), file = place.appending(path: "source.\(ending)")
        try bytes.write(to: file)
        return (id, ending, file)
    }

    /// The ending of a name, when it is one: only a format may hang on it.
    private static func ending(of name: String) -> String {
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        let isPlain = (1...8).contains(ending.utf8.count) && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return isPlain && name.contains(".") ? ending : "txt"
    }

    /// What a name of a file may look like to people: no folder, nothing that cannot be seen, not too long.
    package static func shown(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let seen = last.unicodeScalars.filter {
            !CharacterSet.controlCharacters.contains($0) && $0.properties.generalCategory != .format
        }
        let text = String(String.UnicodeScalarView(seen)).trimmingCharacters(in: .whitespaces)
        return text.isEmpty ? "fichier" : String(text.prefix(120))
    }

    /// A draft, by its name.
    package func deposit(_ id: String) -> Deposit? {
        guard id.wholeMatch(of: #/[0-9a-f]{16,40}/#) != nil,
            let bytes = try? Data(contentsOf: folder.appending(path: "\(id)/deposit.json"))
        else { return nil }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return try? decoder.decode(Deposit.self, from: bytes)
    }

    package func save(_ deposit: Deposit) throws {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        try PrivateFile(folder.appending(path: "\(deposit.id)/deposit.json")).write(try encoder.encode(deposit))
    }

    /// Every draft, the latest touched first.
    package func all() -> [Deposit] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.compactMap { deposit($0) }.sorted { $0.changed > $1.changed }
    }

    package func remove(_ id: String) {
        guard id.wholeMatch(of: #/[0-9a-f]{16,40}/#) != nil else { return }
        try? FileManager.default.removeItem(at: folder.appending(path: id))
    }

    /// Removes what nobody has touched for long, and folders without a draft that are older than a day.
    package func sweep(at now: Date) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names {
            let place = folder.appending(path: name)
            let made = (try? FileManager.default.attributesOfItem(atPath: place.path)[.modificationDate] as? Date) ?? now
            let touched = deposit(name)?.changed, limit = touched == nil ? 86_400 : Double(days) * 86_400
            if now.timeIntervalSince(touched ?? made) > limit { try? FileManager.default.removeItem(at: place) }
        }
    }

    package func file(of deposit: Deposit) -> URL { territory.appending(path: path(of: deposit)) }

    /// The file, from the territory's folder.
    func path(of deposit: Deposit) -> String { ".lavoir/deposits/\(deposit.id)/source.\(deposit.ending)" }

    /// Where the file that a publication replaces is kept until it has succeeded.
    func formerFile(of deposit: Deposit) -> URL { folder.appending(path: "\(deposit.id)/former.\(deposit.ending)") }

    /// Lays a schema beside the file, so that a trial finds it.
    /// - Returns: its path from the territory's folder.
    func lay(schema: Data, for deposit: Deposit) throws -> String {
        try PrivateFile(folder.appending(path: "\(deposit.id)/schema.json")).write(schema)
        return ".lavoir/deposits/\(deposit.id)/schema.json"
    }
}
