package import Foundation

/// Opens the secrets of a territory with the environment it was loaded in. Prints nothing of it.
package struct Keyring: Sendable {
    private let environment: [String: String]
    private let folder: URL

    package init(environment: [String: String], folder: URL) {
        self.environment = environment
        self.folder = folder
    }

    /// The secret. Throws `territory.missing-secret`.
    package func open(_ secret: Secret) throws(TerritoryFault) -> String {
        try secret.resolve(environment: environment, in: folder)
    }

    /// The text as written, or the secret. Throws `territory.missing-secret`.
    package func open(_ value: PlainOrSecret) throws(TerritoryFault) -> String {
        try value.resolve(environment: environment, in: folder)
    }
}

extension Keyring: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "••••" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
