internal import Crypto
package import Foundation

/// A key that was given to someone. The key itself is told once, when it is made, and kept nowhere.
///
/// A key is 256 random bits: a plain SHA-256 of it says nothing that could be searched for, and the slow hashes made for
/// passwords would only slow the server down.
package struct AccessKey: Sendable, Codable, Hashable {
    /// The first digits of the hash: how people name the key.
    package let id: String
    /// SHA-256 of the key, hexadecimal.
    let hash: String
    /// Whom it was given to.
    package let owner: String
    /// The datasets it opens beyond those that everyone sees; `*` for all.
    package let datasets: [String]
    package let created: Date
    package let expires: Date?
    /// Calls a day; nil for as many as everyone.
    package let quota: Int?
    package var revoked: Date?

    /// A new key, and the text to hand over.
    package static func make(
        owner: String, datasets: [String], expires: Date?, quota: Int?, at now: Date
    ) -> (key: AccessKey, text: String) {
        let bytes = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
        let text =
            "lav_" + bytes.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        let hash = Self.hash(text)
        let key = AccessKey(
            id: String(hash.prefix(8)), hash: hash, owner: owner, datasets: datasets, created: now, expires: expires, quota: quota
        )
        return (key, text)
    }

    static func hash(_ text: String) -> String {
        SHA256.hash(data: Data(text.utf8)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// Whether it opens anything at a moment.
    package func isValid(at moment: Date) -> Bool { revoked == nil && (expires.map { $0 > moment } ?? true) }

    /// Whether it opens a dataset that not everyone sees.
    func opens(_ dataset: String) -> Bool { datasets.contains("*") || datasets.contains(dataset) }
}

/// Who asks.
struct Caller: Sendable, Hashable {
    let key: AccessKey?
    static let anyone = Caller(key: nil)

    func opens(_ dataset: String) -> Bool { key?.opens(dataset) ?? false }

    /// Callers of the same scope see the same.
    var scope: String { key.map { $0.datasets.sorted().joined(separator: ",") } ?? "" }
}
