package import Hummingbird
internal import NIOCore
internal import NIOHTTPTypes
internal import Synchronization

/// The open connections, so that work stops when the one who asked has left: nobody reads from a connection while its request is
/// being answered, and a client that leaves would go unseen.
final class Connections: Sendable {
    typealias Leave = @Sendable () -> Void

    private let leaves = Mutex<[ObjectIdentifier: Leave?]>([:])

    /// Calls `leave` should the client of this channel leave before `forget`. A channel that is not watched never leaves.
    func whenLeft(_ channel: any Channel, _ leave: @escaping Leave) {
        leaves.withLock { leaves in
            if leaves[ObjectIdentifier(channel)] != nil { leaves[ObjectIdentifier(channel)] = .some(leave) }
        }
    }

    func forget(_ channel: any Channel) {
        leaves.withLock { leaves in
            if leaves[ObjectIdentifier(channel)] != nil { leaves[ObjectIdentifier(channel)] = .some(nil) }
        }
    }

    fileprivate func opened(_ channel: any Channel) { leaves.withLock { $0[ObjectIdentifier(channel)] = .some(nil) } }

    fileprivate func closed(_ channel: any Channel) {
        let leave = leaves.withLock { $0.removeValue(forKey: ObjectIdentifier(channel)) }
        if let leave { leave?() }
    }
}

/// Watches one connection: a client that has said its last word is given a moment for its answer, one that takes nothing of its
/// answer for long is let go.
///
/// Unchecked: the pipeline calls it on the channel's event loop only.
final class LeaveHandler: ChannelInboundHandler, RemovableChannelHandler, @unchecked Sendable {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart

    private let connections: Connections
    private let patience: TimeAmount
    private var stalled: Scheduled<Void>?

    init(_ connections: Connections, patience: TimeAmount) {
        self.connections = connections
        self.patience = patience
    }

    func handlerAdded(context: ChannelHandlerContext) { connections.opened(context.channel) }

    func channelInactive(context: ChannelHandlerContext) {
        stalled?.cancel()
        connections.closed(context.channel)
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .some(.inputClosed) = event as? ChannelEvent {
            let channel = context.channel
            context.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
        }
        context.fireUserInboundEventTriggered(event)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        stalled?.cancel()
        let channel = context.channel
        stalled = channel.isWritable ? nil : context.eventLoop.scheduleTask(in: patience) { channel.close(promise: nil) }
        context.fireChannelWritabilityChanged()
    }
}

/// What Hummingbird lends each request: its connection.
package struct DeskContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    let channel: any Channel

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }
}
