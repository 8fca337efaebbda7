internal import Crypto
internal import Foundation

/// Identifiers that are the same whoever computes them: UUIDs of version 5 (RFC 9562 §5.5).
enum Identifier {
    /// The namespace of Lavoir's datasets, made once at random.
    private static let namespace: [UInt8] = [
        0x6E, 0x1B, 0x0E, 0x52, 0x3D, 0x7A, 0x4C, 0x0B, 0x9A, 0x41, 0x5D, 0x2C, 0x88, 0xF0, 0x17, 0x63,
    ]

    /// The identifier of a dataset: its name within its territory.
    static func of(_ dataset: String, territory: String) -> String {
        var hash = Insecure.SHA1()
        hash.update(data: namespace)
        hash.update(data: Data("\(territory)/\(dataset)".utf8))
        var bytes = Array(hash.finalize().prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = Array(FileDigest.text(bytes))
        let ends = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
        return ends.map { String(digits[$0]) }.joined(separator: "-")
    }
}
