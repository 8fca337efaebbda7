internal import AsyncHTTPClient
internal import Foundation
internal import NIOCore
internal import NIOHTTP1
internal import Synchronization

/// Receives one answer: its head, and its body into a file.
final class HttpBody: HTTPClientResponseDelegate {
    typealias Response = HttpAnswer

    /// The body is longer than allowed.
    struct TooLarge: Error {}

    private struct State {
        var head: HTTPResponseHead?
        var handle: FileHandle?
        var bytes = 0
    }

    private let file: URL
    private let limit: Int
    private let state = Mutex(State())

    init(into file: URL, limit: Int) {
        self.file = file
        self.limit = limit
    }

    func didReceiveHead(task: HTTPClient.Task<HttpAnswer>, _ head: HTTPResponseHead) -> EventLoopFuture<Void> {
        task.eventLoop.makeCompletedFuture(
            Result {
                if let length = head.headers.first(name: "Content-Length").flatMap({ Int($0) }), length > limit {
                    throw TooLarge()
                }
                _ = FileManager.default.createFile(atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600])
                let handle = try FileHandle(forWritingTo: file)
                state.withLock { $0 = State(head: head, handle: handle) }
            })
    }

    func didReceiveBodyPart(task: HTTPClient.Task<HttpAnswer>, _ buffer: ByteBuffer) -> EventLoopFuture<Void> {
        task.eventLoop.makeCompletedFuture(
            Result {
                try state.withLock { state in
                    state.bytes += buffer.readableBytes
                    guard state.bytes <= limit else { throw TooLarge() }
                    try buffer.withUnsafeReadableBytes { try state.handle?.write(contentsOf: $0) }
                }
            })
    }

    func didFinishRequest(task: HTTPClient.Task<HttpAnswer>) throws -> HttpAnswer {
        try state.withLock { state in
            try state.handle?.close()
            guard let head = state.head else { throw HTTPClientError.remoteConnectionClosed }
            return HttpAnswer(head, bytes: state.bytes)
        }
    }

    func didReceiveError(task: HTTPClient.Task<HttpAnswer>, _ error: any Error) {
        state.withLock { try? $0.handle?.close() }
    }
}

/// What a server answered, its body aside.
struct HttpAnswer: Sendable {
    let status: Int
    let bytes: Int
    private let headers: HTTPHeaders

    init(_ head: HTTPResponseHead, bytes: Int) {
        status = Int(head.status.code)
        headers = head.headers
        self.bytes = bytes
    }

    subscript(header: String) -> String? { headers.first(name: header) }

    var isRedirect: Bool { [301, 302, 303, 307, 308].contains(status) }
}
