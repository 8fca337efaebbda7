internal import Crypto
internal import Foundation

/// What S3 storage says of a file it keeps: its MD5; of one sent in parts, the MD5 of the MD5s of the parts and their number. Storage
/// that encrypts with keys of its own says something else, and is asked for the hash we left there.
struct EntityTag {
    /// Files above this are sent in parts of this size.
    static let part = 8 << 20

    private var whole = Insecure.MD5()
    private var current = Insecure.MD5()
    private var parts: [UInt8] = []
    private var count = 0
    private var filled = 0
    private var size = 0

    mutating func update(_ bytes: Data) {
        whole.update(data: bytes)
        size += bytes.count
        var rest = bytes[...]
        while !rest.isEmpty {
            let taken = rest.prefix(Self.part - filled)
            current.update(data: taken)
            filled += taken.count
            rest = rest.dropFirst(taken.count)
            if filled == Self.part { close() }
        }
    }

    private mutating func close() {
        parts += Array(current.finalize())
        current = Insecure.MD5()
        count += 1
        filled = 0
    }

    mutating func finalize() -> String {
        guard size > Self.part else { return FileDigest.text(whole.finalize()) }
        if filled > 0 { close() }
        return FileDigest.text(Insecure.MD5.hash(data: Data(parts))) + "-\(count)"
    }
}
