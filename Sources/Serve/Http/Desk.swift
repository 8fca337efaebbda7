internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore
internal import Territory

/// Where every request arrives: bounds, route, caller, quota, memory, endpoint, headers, packing, count, log. In that order.
struct Desk: HTTPResponder {
    typealias Context = DeskContext

    let serving: Serving
    let routes: Routes

    func respond(to request: Request, context: Context) async throws -> Response {
        let start = ContinuousClock.now
        serving.metrics.began()
        var ask = Ask(request, serving.options)
        let found = routes.find(ask.segments)
        let family = found?.endpoint.family ?? Family(of: ask.segments)
        var note = Note(route: found?.endpoint.pattern ?? "(none)")
        var answer: Answer
        do {
            defer { serving.connections.forget(context.channel) }
            answer = try await reply(&ask, request, found, &note, context.channel)
        } catch {
            if error is CancellationError || Task.isCancelled {
                serving.metrics.ended()
                throw CancellationError()
            }
            answer = refused(error, family, ask)
        }
        Headers.add(to: &answer, ask, note.count, family)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        serving.metrics.answered(note.route, answer.status.code, seconds)
        tell(ask, note, answer, seconds)
        return response(answer, ask)
    }

    /// What a request is told and counted by.
    struct Note {
        let route: String
        var count: Quotas.Count?
        var isHit: Bool?
    }

    private func reply(
        _ ask: inout Ask, _ request: Request, _ found: (endpoint: any Endpoint, places: [String: String])?, _ note: inout Note,
        _ channel: any Channel
    ) async throws -> Answer {
        let limit = serving.options.queryLength
        guard request.uri.string.utf8.count <= limit + 2_048 else { throw Refusal.tooLong(limit) }
        if ask.method == .options { return Answer(.noContent, type: "text/plain", .bytes(ByteBuffer())) }
        let uploadLimit = found?.endpoint.bodyLimit(serving.options)
        let takesBody = found?.endpoint.takesBody ?? false || uploadLimit != nil
        guard ask.method == .get || ask.method == .head || (takesBody && ask.method == .post) else { throw Refusal.badMethod }
        guard let (endpoint, places) = found else { throw Refusal.noPath }
        ask.address = Origin.address(ask, channel.remoteAddress?.ipAddress, serving.options)
        try endpoint.admit(ask, serving)
        if ask.method == .post, let uploadLimit {
            ask.upload = try await Upload.receive(request.body, in: Upload.folder(of: serving.territory), limit: uploadLimit)
        } else if ask.method == .post {
            guard let body = try? await request.body.collect(upTo: limit) else { throw Refusal.tooLong(limit) }
            ask = ask.with(body: body)
        }
        ask.places = places
        if endpoint.isCounted {
            ask.caller = try serving.keys.caller(ask)
            let count = serving.quotas.count(ask.caller, at: Int(Date().timeIntervalSince1970))
            note.count = count
            if count.isExceeded { return Refusals.exceeded(count) }
        }
        guard ask.method != .post, let dependence = try endpoint.dependence(ask, serving) else {
            return try await flown(UUID().uuidString, channel) { [ask, serving] in try await endpoint.answer(ask, serving) }
        }
        let mark = Validators(dependence, ask)
        if mark.isKnown(to: ask) {
            note.isHit = true
            return mark.notModified
        }
        return try await kept(endpoint, ask, mark, &note, channel)
    }

    /// The work of an answer, which stops when nobody waits for it any more.
    private func flown(
        _ key: String, _ channel: any Channel, _ make: @escaping @Sendable () async throws -> Answer
    ) async throws -> Answer {
        try await serving.flights.answer(key, watch: { serving.connections.whenLeft(channel, $0) }, make)
    }

    /// The answer from memory, or made once for all who ask for the same at this time.
    private func kept(
        _ endpoint: any Endpoint, _ ask: Ask, _ mark: Validators, _ note: inout Note, _ channel: any Channel
    ) async throws -> Answer {
        let packing = ask.packing, key = mark.tag(packing)
        if let answer = serving.cache.answer(key) {
            note.isHit = true
            serving.metrics.cache(true)
            return answer
        }
        note.isHit = false
        serving.metrics.cache(false)
        let serving = serving
        return try await flown(key, channel) {
            var answer = try await endpoint.answer(ask, serving)
            if let packing, Packing.isWorth(answer) { packing.pack(&answer) }
            mark.add(to: &answer)
            serving.cache.keep(answer, key)
            return answer
        }
    }

    private func refused(_ error: any Error, _ family: Family, _ ask: Ask) -> Answer {
        if Refusals.isOurs(error) {
            // The engine's words are for the log; they may name fields, never values of keys.
            serving.log.error(
                "request failed", metadata: ["error": "\(error)", "route": "\(ask.segments.joined(separator: "/"))"])
        }
        return Refusals.answer(Refusals.refusal(error), family, ask, serving)
    }

    private func response(_ answer: Answer, _ ask: Ask) -> Response {
        var answer = answer
        if let packing = ask.packing, answer.headers[.contentEncoding] == nil, Packing.isWorth(answer) { packing.pack(&answer) }
        let metrics = serving.metrics
        switch answer.body {
        case .bytes(let bytes):
            metrics.ended()
            metrics.sent(bytes.readableBytes)
            var response = Response(status: answer.status, headers: answer.headers, body: .init(byteBuffer: bytes))
            if ask.method == .head { response = response.createHeadResponse() }
            if answer.status == .noContent || answer.status == .notModified {
                response = Response(status: answer.status, headers: answer.headers)
            }
            return response
        case .stream(let stream):
            if ask.method == .head {
                metrics.ended()
                // Of no known length: a length of nought would be told otherwise.
                let unknown = ResponseBody { try await $0.finish(nil) }
                return Response(status: answer.status, headers: answer.headers, body: unknown).createHeadResponse()
            }
            let body = ResponseBody { writer in
                defer { metrics.ended() }
                try await stream { piece in
                    metrics.sent(piece.readableBytes)
                    try await writer.write(piece)
                }
                try await writer.finish(nil)
            }
            return Response(status: answer.status, headers: answer.headers, body: body)
        }
    }

    /// A line of the log: what was asked for, never by whom nor with which values.
    private func tell(_ ask: Ask, _ note: Note, _ answer: Answer, _ seconds: Double) {
        guard serving.options.logsRequests else { return }
        let known = serving.territory.dataset(ask.place("dataset")) != nil
        serving.log.info(
            "request",
            metadata: [
                "method": "\(ask.method.rawValue)", "route": "\(note.route)", "dataset": "\(known ? ask.place("dataset") : "")",
                "parameters":
                    "\(Set(ask.parameters.items.map(\.name)).intersection(Headers.knownParameters).sorted().joined(separator: ","))",
                "status": "\(answer.status.code)", "ms": "\((seconds * 100_000).rounded() / 100)",
                "cache": "\(note.isHit.map { $0 ? "hit" : "miss" } ?? "")",
            ])
    }
}

extension Family {
    /// The family of an address that leads nowhere.
    init(of segments: [String]) {
        let families: [String: Family] = ["explore": .explore, "records": .searchV1, "datasets": .searchV1, "3": .ckan]
        if let first = segments.first, let own = ["ogc": Family.ogc, "arcgis": .geoServices][first] {
            self = own
            return
        }
        self = segments.first != "api" ? .portal : segments.count > 1 ? families[segments[1]] ?? .own : .own
    }
}
