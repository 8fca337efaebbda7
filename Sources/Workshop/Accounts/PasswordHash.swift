internal import Crypto
internal import CryptoExtras
package import Foundation

/// A password as it is kept: scrypt (RFC 7914) with its cost and its salt beside it, so that the cost may grow one day.
package struct PasswordHash: Sendable, Hashable, Codable {
    /// What a try costs: memory of 128 · rounds · blockSize bytes.
    package struct Cost: Sendable, Hashable, Codable {
        package let rounds: Int
        package let blockSize: Int
        package let parallelism: Int

        package init(rounds: Int, blockSize: Int, parallelism: Int) {
            self.rounds = rounds
            self.blockSize = blockSize
            self.parallelism = parallelism
        }

        /// What OWASP asks for: N = 2^17, r = 8, p = 1
        /// (<https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html>).
        package static let recommended = Cost(rounds: 1 << 17, blockSize: 8, parallelism: 1)
    }

    let cost: Cost
    let salt: Data
    let hash: Data

    /// Hashes a password with a salt of its own.
    package init(_ password: String, cost: Cost = .recommended) throws {
        let salt = SymmetricKey(size: .bits128).withUnsafeBytes { Data($0) }
        self.cost = cost
        self.salt = salt
        hash = try Self.derived(password, salt, cost).withUnsafeBytes { Data($0) }
    }

    /// A hash that no password has: what an unknown name is compared with, at the usual cost.
    package static func ofNobody(cost: Cost) -> PasswordHash {
        PasswordHash(cost: cost, salt: Data(count: 16), hash: Data(count: 32))
    }

    private init(cost: Cost, salt: Data, hash: Data) {
        self.cost = cost
        self.salt = salt
        self.hash = hash
    }

    /// Whether it is the hash of a password. Takes as long for a right one as for a wrong one.
    package func matches(_ password: String) -> Bool {
        guard let derived = try? Self.derived(password, salt, cost) else { return false }
        // Crypto compares keys in constant time.
        return derived == SymmetricKey(data: hash)
    }

    /// The same letters typed on another machine may be other bytes: they are brought to one form first (NFKC).
    private static func derived(_ password: String, _ salt: Data, _ cost: Cost) throws -> SymmetricKey {
        try KDF.Scrypt.deriveKey(
            from: Data(password.precomposedStringWithCompatibilityMapping.utf8), salt: salt, outputByteCount: 32,
            rounds: cost.rounds, blockSize: cost.blockSize, parallelism: cost.parallelism)
    }
}
