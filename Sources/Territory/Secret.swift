package import Foundation

/// Where a secret is kept; never the secret itself.
package struct Secret: Sendable, Hashable {
    private enum Home: Sendable, Hashable {
        case environment(String)
        case file(String)
    }

    private let home: Home
    package let place: Place?

    /// A secret in an environment variable.
    package static func environment(_ name: String, at place: Place? = nil) -> Secret {
        Secret(home: .environment(name), place: place)
    }

    /// A file that holds the secret alone, such as `/run/secrets/ckan`; a relative path starts at the territory.
    package static func file(_ path: String, at place: Place? = nil) -> Secret { Secret(home: .file(path), place: place) }

    /// The secret a value of shape `secret` refers to.
    package init?(_ value: Value) {
        if let name = value["env"]?.text {
            self = .environment(name, at: value.place)
        } else if let path = value["file"]?.text {
            self = .file(path, at: value.place)
        } else {
            return nil
        }
    }

    private init(home: Home, place: Place?) {
        self.home = home
        self.place = place
    }

    /// The secret. Throws `territory.missing-secret` when its one home is absent or empty.
    package func resolve(environment: [String: String], in folder: URL) throws(TerritoryFault) -> String {
        let found: String?
        switch home {
        case .environment(let name): found = environment[name]
        case .file(let path):
            let file = path.hasPrefix("/") ? URL(fileURLWithPath: path) : folder.appendingPathComponent(path)
            found = try? String(contentsOf: file, encoding: .utf8)
        }
        guard let secret = found?.trimmingCharacters(in: .whitespacesAndNewlines), !secret.isEmpty else {
            throw TerritoryFault(Problem(.missingSecret, at: place, ["reference": Bilingual(reference)]))
        }
        return secret
    }

    /// Where it is looked for, as it is written in the territory.
    package var reference: String {
        switch home {
        case .environment(let name): "env: \(name)"
        case .file(let path): "file: \(path)"
        }
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "••••" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// A value that may be written in clear or kept as a secret, such as the name of an access key.
package enum PlainOrSecret: Sendable, Hashable {
    case plain(String)
    case secret(Secret)

    /// From a value whose shape, text or secret, was checked.
    package init?(_ value: Value) {
        if let text = value.text {
            self = .plain(text)
        } else if let secret = Secret(value) {
            self = .secret(secret)
        } else {
            return nil
        }
    }

    /// The text as written, or the secret. Throws `territory.missing-secret`.
    package func resolve(environment: [String: String], in folder: URL) throws(TerritoryFault) -> String {
        switch self {
        case .plain(let text): text
        case .secret(let secret): try secret.resolve(environment: environment, in: folder)
        }
    }
}
