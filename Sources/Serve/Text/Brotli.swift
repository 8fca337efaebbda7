internal import CBrotli
internal import NIOCore

/// A Brotli stream (RFC 7932) made piece by piece.
///
/// Unchecked: one task at a time writes to it, and the encoder's state is the library's own.
final class Brotli: Packer, @unchecked Sendable {
    private let state: OpaquePointer?

    /// - Parameter quality: 0 is fast, 11 is small.
    init(quality: UInt32) {
        state = BrotliEncoderCreateInstance(nil, nil, nil)
        precondition(state != nil, "brotli has no memory left")
        BrotliEncoderSetParameter(state, BROTLI_PARAM_QUALITY, quality)
    }

    deinit { BrotliEncoderDestroyInstance(state) }

    func packed(_ bytes: ByteBuffer) -> ByteBuffer { run(bytes, BROTLI_OPERATION_PROCESS) }

    func end() -> ByteBuffer { run(ByteBuffer(), BROTLI_OPERATION_FINISH) }

    private func run(_ bytes: ByteBuffer, _ operation: BrotliEncoderOperation) -> ByteBuffer {
        var output = ByteBuffer()
        bytes.withUnsafeReadableBytes { input in
            var next = input.bindMemory(to: UInt8.self).baseAddress, left = input.count, room = 0
            repeat {
                // With no room of ours, the encoder keeps what it made until it is taken.
                guard BrotliEncoderCompressStream(state, operation, &left, &next, &room, nil, nil) != 0 else { return }
                var size = 0
                while let made = BrotliEncoderTakeOutput(state, &size), size > 0 {
                    output.writeBytes(UnsafeBufferPointer(start: made, count: size))
                    size = 0
                }
            } while left > 0 || BrotliEncoderHasMoreOutput(state) != 0
        }
        return output
    }
}
