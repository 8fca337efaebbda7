/// The bytes of one member, as they are unpacked.
final class ZipMember {
    private let handle: ZipHandle
    private var allowed: Int
    private let tooLarge: CollectFault

    init(_ handle: ZipHandle, allowed: Int, tooLarge: CollectFault) {
        self.handle = handle
        self.allowed = allowed
        self.tooLarge = tooLarge
    }

    /// Fills the buffer as far as it goes.
    /// - Returns: the count of bytes, 0 at the end.
    func read(into buffer: UnsafeMutableBufferPointer<CChar>) throws -> Int {
        let count = try handle.read(into: buffer)
        allowed -= count
        guard allowed >= 0 else { throw tooLarge }
        return count
    }
}
