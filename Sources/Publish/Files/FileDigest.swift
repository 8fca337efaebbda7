internal import Crypto
internal import Foundation

/// Size and hashes of a file, read once, 1 MB at a time. SHA-1 is what udata computes; nothing is trusted to it.
struct FileDigest {
    let size: Int
    let sha256: String
    let sha1: String
    let entityTag: String

    init(_ file: URL) throws {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        var wide = SHA256(), short = Insecure.SHA1(), tag = EntityTag(), size = 0
        while let block = try handle.read(upToCount: 1 << 20), !block.isEmpty {
            wide.update(data: block)
            short.update(data: block)
            tag.update(block)
            size += block.count
        }
        self.size = size
        sha256 = Self.text(wide.finalize())
        sha1 = Self.text(short.finalize())
        entityTag = tag.finalize()
    }

    /// Of bytes that are at hand.
    init(_ bytes: Data) {
        var tag = EntityTag()
        tag.update(bytes)
        size = bytes.count
        sha256 = Self.text(SHA256.hash(data: bytes))
        sha1 = Self.text(Insecure.SHA1.hash(data: bytes))
        entityTag = tag.finalize()
    }

    static func text(_ digest: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
