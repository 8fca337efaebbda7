internal import Foundation
internal import Territory

/// Brings the body of an address up to date: redirects followed and checked one by one, failures tried again.
struct HttpFetch {
    /// What came of it.
    enum Outcome: Sendable { case unchanged, changed(bytes: Int) }

    let address: HttpAddress
    let headers: [(name: String, value: String)]
    let isLocalAllowed: Bool
    let store: HttpStore
    let place: Place
    var limits = HttpLimits()
    /// How names become addresses, and whose these are; parameters, so that tests can have a world of their own.
    var resolve: @Sendable (String) -> [NetworkAddress] = { NetworkAddress.resolve($0) }
    var range: @Sendable (NetworkAddress) -> NetworkRange = { NetworkRange($0) }

    /// - Throws: `HttpFault`; what was there stays there.
    func refresh() throws -> Outcome {
        try store.prepare()
        store.sweep()
        var attempt = 0
        while true {
            do {
                return try follow(attempt)
            } catch let fault as HttpFault where fault.isTransient && attempt < limits.pauses.count {
                Thread.sleep(forTimeInterval: limits.pauses[attempt])
                attempt += 1
            }
        }
    }

    private func follow(_ attempt: Int) throws -> Outcome {
        var current = address
        for _ in 0...limits.redirects {
            let part = store.part()
            defer { try? FileManager.default.removeItem(at: part) }
            let answer = try ask(current, attempt, into: part)
            if answer.isRedirect {
                guard let next = answer["Location"].flatMap({ current.following($0) }) else { throw fault(.badRedirect, current) }
                current = next
            } else {
                return try take(answer, from: current, part)
            }
        }
        throw fault(.tooManyRedirects(limits.redirects), address)
    }

    private func ask(_ current: HttpAddress, _ attempt: Int, into part: URL) throws -> HttpAnswer {
        let networks = try reachable(current)
        var lines: [(name: String, value: String)] = [("User-Agent", "Lavoir"), ("Accept", "*/*"), ("Accept-Encoding", "gzip")]
        // What was written for one server is not for another.
        if current.origin == address.origin { lines += headers }
        if let known = store.validators, known.answered == Self.fingerprint(current) {
            if let tag = known.tag {
                lines.append(("If-None-Match", tag))
            } else if let modified = known.modified {
                lines.append(("If-Modified-Since", modified))
            }
        }
        return try HttpExchange(limits: limits, place: place)
            .get(current, at: networks[attempt % networks.count], lines, into: part)
    }

    /// The addresses of a host, every one of which may be reached.
    private func reachable(_ current: HttpAddress) throws(HttpFault) -> [NetworkAddress] {
        let networks = resolve(current.host)
        guard !networks.isEmpty else {
            throw fault(.unavailable(Bilingual(fr: "nom inconnu", en: "unknown name")), current)
        }
        for network in networks {
            switch range(network) {
            case .open: break
            case .local where isLocalAllowed: break
            case .local: throw fault(.notReachable(network.text, isLocal: true), current)
            case .closed: throw fault(.notReachable(network.text, isLocal: false), current)
            }
        }
        return networks
    }

    private func take(_ answer: HttpAnswer, from current: HttpAddress, _ part: URL) throws -> Outcome {
        switch answer.status {
        case 304 where store.validators != nil: return .unchanged
        case 200, 203: break
        case 401, 403, 407: throw fault(.denied(answer.status), current)
        case 404, 410: throw fault(.notFound(answer.status), current)
        case 408, 425, 429, 500...: throw fault(.unavailable(Bilingual(String(answer.status))), current)
        default: throw fault(.refused(answer.status), current)
        }
        let whole = try decoded(answer, part, current)
        defer { try? FileManager.default.removeItem(at: whole) }
        let validators = HttpStore.Validators(
            tag: answer["ETag"], modified: answer["Last-Modified"], answered: Self.fingerprint(current))
        try store.keep(whole, validators)
        return .changed(bytes: answer.bytes)
    }

    /// The body as the server has it: what was compressed for the way is unpacked, within the limits of archives.
    private func decoded(_ answer: HttpAnswer, _ part: URL, _ current: HttpAddress) throws -> URL {
        switch answer["Content-Encoding"]?.lowercased().trimmingCharacters(in: .whitespaces) {
        case nil, "", "identity": return part
        case "gzip", "x-gzip":
            let whole = store.part()
            do { try GzipFile(part, subject: current.shown).unpack(to: whole) } catch {
                try? FileManager.default.removeItem(at: whole)
                throw error
            }
            return whole
        case let other?: throw fault(.badEncoding(other), current)
        }
    }

    private static func fingerprint(_ address: HttpAddress) -> String { Collect.fingerprint(of: [address.url.absoluteString]) }

    private func fault(_ reason: HttpFault.Reason, _ current: HttpAddress) -> HttpFault {
        HttpFault(reason: reason, address: current.shown, place: place)
    }
}
