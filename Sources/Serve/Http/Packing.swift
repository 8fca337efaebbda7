internal import HTTPTypes
internal import NIOCore

/// Makes a stream smaller, piece by piece.
protocol Packer: Sendable {
    /// What the bytes become; some of it may come with a later piece.
    func packed(_ bytes: ByteBuffer) -> ByteBuffer
    /// What was still waiting, and the end of the stream.
    func end() -> ByteBuffer
}

/// How an answer is made smaller for its way (RFC 9110 §8.4.1).
enum Packing: String, Sendable {
    case brotli = "br"
    case gzip

    /// The one that the client takes and likes best; Brotli among equals, which makes the smaller answer.
    init?(accepted: String?) {
        var best: (packing: Packing, weight: Double)?
        let parts = (accepted ?? "").lowercased().split(separator: ",").map { part in
            part.split(separator: ";").map { $0.filter { $0 != " " } }
        }
        for packing in [Packing.brotli, .gzip] {
            let named = parts.first { $0.first == packing.rawValue } ?? (packing == .gzip ? parts.first { $0.first == "*" } : nil)
            guard let named else { continue }
            let weight = named.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            if weight > best?.weight ?? 0 { best = (packing, weight) }
        }
        guard let best else { return nil }
        self = best.packing
    }

    /// Whether packing spares anything: what is packed by its nature is left alone.
    static func isWorth(_ answer: Answer) -> Bool {
        let type = answer.headers[.contentType] ?? ""
        guard type.hasPrefix("text/") || type.contains("json") || type.contains("xml") else { return false }
        if case .bytes(let bytes) = answer.body { return bytes.readableBytes >= 1_024 }
        return true
    }

    func pack(_ answer: inout Answer) {
        switch answer.body {
        case .bytes(let bytes): answer.body = .bytes(whole(bytes))
        case .stream(let stream): answer.body = .stream(Self.stream(stream, through: { packer(isStream: true) }))
        }
        answer.headers[.contentEncoding] = rawValue
    }

    /// The same bytes, each piece packed when it comes.
    static func stream(
        _ stream: @escaping Answer.Stream, through packer: @escaping @Sendable () -> any Packer
    ) -> Answer.Stream {
        { send in
            let packer = packer()
            try await stream { piece in
                let packed = packer.packed(piece)
                if packed.readableBytes > 0 { try await send(packed) }
            }
            try await send(packer.end())
        }
    }

    private func whole(_ bytes: ByteBuffer) -> ByteBuffer {
        let packer = packer(isStream: false)
        var packed = packer.packed(bytes)
        packed.writeImmutableBuffer(packer.end())
        return packed
    }

    /// Small answers are kept and sent again, exports are made once: those are packed fast.
    private func packer(isStream: Bool) -> any Packer {
        switch self {
        case .brotli: Brotli(quality: isStream ? 1 : 5)
        case .gzip: Gzip(level: isStream ? 1 : 6)
        }
    }
}
