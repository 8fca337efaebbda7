internal import CZlib
internal import NIOCore

/// A gzip stream (RFC 1952) made piece by piece.
///
/// Unchecked: one task at a time writes to it, and it stays at its place in memory, as zlib requires of its state.
final class Gzip: Packer, @unchecked Sendable {
    private let stream: UnsafeMutablePointer<z_stream>

    /// - Parameter level: 1 is fast, 9 is small.
    init(level: Int32) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 15 bits of window, and 16 for the gzip wrapping. It fails only without memory.
        let status = lavoir_deflate_init(stream, level, 15 + 16)
        precondition(status == Z_OK, "zlib has no memory left")
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    func packed(_ bytes: ByteBuffer) -> ByteBuffer { run(bytes, Z_NO_FLUSH) }

    func end() -> ByteBuffer { run(ByteBuffer(), Z_FINISH) }

    private func run(_ bytes: ByteBuffer, _ flush: Int32) -> ByteBuffer {
        var output = ByteBuffer()
        output.reserveCapacity(bytes.readableBytes / 4 + 1024)
        bytes.withUnsafeReadableBytes { input in
            stream.pointee.next_in = UnsafeMutablePointer(mutating: input.bindMemory(to: UInt8.self).baseAddress)
            stream.pointee.avail_in = UInt32(input.count)
            repeat {
                output.writeWithUnsafeMutableBytes(minimumWritableBytes: 16_384) { room in
                    stream.pointee.next_out = room.bindMemory(to: UInt8.self).baseAddress
                    stream.pointee.avail_out = UInt32(room.count)
                    deflate(stream, flush)
                    return room.count - Int(stream.pointee.avail_out)
                }
            } while stream.pointee.avail_out == 0
        }
        return output
    }
}
