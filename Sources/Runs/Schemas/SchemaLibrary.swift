package import Check
package import Foundation
package import Territory

/// Where schemas are looked for by name: the territory's `schemas/`, what was fetched from a catalogue, what comes with the
/// program, in this order. A path and an address do as well.
package struct SchemaLibrary: Sendable {
    /// Where a schema lies.
    package enum Origin: String, Sendable, Encodable { case territory, fetched, builtin }

    /// A schema that can be named.
    package struct Entry: Sendable, Encodable {
        package let name: String
        package let title: String?
        /// The earliest first, as far as is known.
        package let versions: [String]
        package let origin: Origin
    }

    private let shelves: [SchemaFolder]
    let cache: URL
    private let isLocalAllowed: Bool

    /// - Parameters:
    ///   - territory: a territory's folder.
    ///   - cache: where `update` keeps what it fetches.
    ///   - isLocalAllowed: whether an address of this network may be asked.
    package init(territory: URL?, cache: URL, isLocalAllowed: Bool = false) {
        self.cache = cache
        self.isLocalAllowed = isLocalAllowed
        shelves =
            (territory.map { [SchemaFolder($0.appending(path: "schemas"), .territory)] } ?? []) + [SchemaFolder(cache, .fetched)]
    }

    /// Where fetched schemas are kept unless told otherwise: `LAVOIR_SCHEMAS`, else the cache of the user (XDG base directory).
    package static var defaultCache: URL {
        let environment = ProcessInfo.processInfo.environment
        if let told = environment["LAVOIR_SCHEMAS"] { return URL(filePath: told) }
        let home =
            environment["XDG_CACHE_HOME"].map { URL(filePath: $0) }
            ?? FileManager.default.homeDirectoryForCurrentUser.appending(path: ".cache")
        return home.appending(path: "lavoir/schemas")
    }

    /// Everything that has a name, each once, in order.
    package func entries() -> [Entry] {
        let built = BuiltinSchemas.names.compactMap { name in
            BuiltinSchemas.descriptor(name).map {
                Entry(
                    name: name, title: $0.title, versions: $0.version.map { [SchemaReference.bare($0)] } ?? [], origin: .builtin)
            }
        }
        let all = shelves.flatMap { $0.entries() } + built
        return Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }).values.sorted { $0.name < $1.name }
    }

    /// Every schema that has a name, as it is published: what a file is compared with.
    package func all() -> [(name: String, bytes: Data)] {
        entries().compactMap { entry in (try? bytes(entry.name)).map { (entry.name, $0) } }
    }

    /// The schema of a reference, a path or an address.
    /// - Throws: `check.unknown-schema`, `check.unreadable-schema`, and what the web throws.
    package func descriptor(_ text: String) throws -> SchemaDescriptor {
        let bytes = try bytes(text)
        return try SchemaDescriptor(bytes, file: text)
    }

    /// The bytes of the same.
    package func bytes(_ text: String) throws -> Data {
        if text.hasPrefix("http://") || text.hasPrefix("https://") {
            return try WebCopy(isLocalAllowed: isLocalAllowed).bytes(text)
        }
        if let bytes = FileManager.default.contents(atPath: text) { return bytes }
        return try named(text)
    }

    /// The schema of a reference or an address, never of a path: for those who are not at this machine.
    package func published(_ text: String) throws -> SchemaDescriptor {
        let isAddress = text.hasPrefix("http://") || text.hasPrefix("https://")
        return try SchemaDescriptor(isAddress ? try bytes(text) : try named(text), file: text)
    }

    private func named(_ text: String) throws -> Data {
        guard let reference = SchemaReference(text) else { throw UnknownSchema(reference: text, nearest: nil, versions: []) }
        for shelf in shelves { if let bytes = shelf.bytes(reference) { return bytes } }
        if let bytes = BuiltinSchemas.bytes(reference.name) {
            let version = try SchemaDescriptor(bytes, file: text).version.map { SchemaReference.bare($0) }
            if reference.version == nil || reference.version == version { return bytes }
        }
        let known = entries()
        throw UnknownSchema(
            reference: text, nearest: NearestName.of(reference.name, among: known.map(\.name)),
            versions: known.first { $0.name == reference.name }?.versions ?? [])
    }
}

/// A schema that nobody here knows.
package struct UnknownSchema: Explained {
    /// - Parameters:
    ///   - reference: as it was written; empty when there is none.
    ///   - nearest: a name that is nearly the same.
    ///   - versions: those there are, when only the version is unknown.
    package init(reference: String, nearest: String?, versions: [String]) {
        self.reference = reference
        self.nearest = nearest
        self.versions = versions
    }

    let reference: String
    let nearest: String?
    let versions: [String]

    package var code: String { "check.unknown-schema" }
    package var place: Place? { nil }
    package var subject: String? { reference }
    package var what: Bilingual {
        guard !reference.isEmpty else { return Bilingual(fr: "aucun schéma n'est déclaré", en: "no schema is declared") }
        return Bilingual(fr: "le schéma « \(reference) » est inconnu", en: "schema \"\(reference)\" is unknown")
    }
    package var cause: Bilingual? {
        guard versions.isEmpty else {
            let list = versions.joined(separator: ", ")
            return Bilingual(fr: "versions connues : \(list)", en: "known versions: \(list)")
        }
        return nearest.map { Bilingual(fr: "vouliez-vous dire \($0) ?", en: "did you mean \($0)?") }
    }
    package var remedy: Bilingual {
        Bilingual(
            fr:
                "Voyez lavoir schemas list ; lavoir schemas update les demande à schema.data.gouv.fr ; un chemin et une adresse conviennent aussi",
            en:
                "See lavoir schemas list; lavoir schemas update asks schema.data.gouv.fr for them; a path and an address do as well"
        )
    }
}
