internal import Foundation
internal import NIOCore

/// A form with a file, or a piece of one (RFC 7578). The file is read while it travels, 256 kB at a time.
struct UploadForm: Sendable {
    let boundary = "lavoir-" + String(UInt64.random(in: 0 ... .max), radix: 36)
    let fields: [(name: String, value: String)]
    /// The part's name, and the file.
    let part: String
    let file: PublishedFile
    let source: URL
    /// Which of its bytes.
    let bytes: Range<Int>

    /// - Parameters:
    ///   - source: where the bytes are.
    ///   - bytes: all of them when nil.
    init(
        _ fields: [(name: String, value: String)], part: String, file: PublishedFile, at source: URL, bytes: Range<Int>? = nil
    ) {
        self.fields = fields
        self.part = part
        self.file = file
        self.source = source
        self.bytes = bytes ?? 0..<file.size
    }

    var contentType: String { "multipart/form-data; boundary=\(boundary)" }

    private var opening: String {
        let texts = fields.map { field in
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(Self.quoted(field.name))\"\r\n\r\n\(field.value)\r\n"
        }
        let head = """
            --\(boundary)\r\nContent-Disposition: form-data; name="\(part)"; filename="\(Self.quoted(file.name))"\r
            Content-Type: \(file.mediaType)\r\n\r\n
            """
        return texts.joined() + head
    }

    private var closing: String { "\r\n--\(boundary)--\r\n" }

    var length: Int { opening.utf8.count + bytes.count + closing.utf8.count }

    /// Browsers and servers agree on percent signs for what would end the name.
    private static func quoted(_ name: String) -> String {
        name.replacing("\"", with: "%22").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }
}

extension UploadForm: AsyncSequence {
    struct AsyncIterator: AsyncIteratorProtocol {
        private enum Stage { case opening, file(FileHandle, left: Int), done }

        private let form: UploadForm
        private var stage = Stage.opening

        init(_ form: UploadForm) { self.form = form }

        mutating func next() async throws -> ByteBuffer? {
            switch stage {
            case .opening:
                let handle = try FileHandle(forReadingFrom: form.source)
                try handle.seek(toOffset: UInt64(form.bytes.lowerBound))
                stage = .file(handle, left: form.bytes.count)
                return ByteBuffer(string: form.opening)
            case .file(let handle, let left):
                if left > 0, let block = try handle.read(upToCount: Swift.min(left, 1 << 18)), !block.isEmpty {
                    stage = .file(handle, left: left - block.count)
                    return ByteBuffer(bytes: block)
                }
                try handle.close()
                stage = .done
                return ByteBuffer(string: form.closing)
            case .done: return nil
            }
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }
}
