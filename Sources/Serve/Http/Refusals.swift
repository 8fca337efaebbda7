internal import DuckDB
internal import HTTPTypes
internal import Lake
internal import NIOCore
internal import Query
internal import Territory

/// Errors as answers, in the form of the family of the address.
enum Refusals {
    /// What an error means to the one who asked. Nothing of the engine's words leaves.
    static func refusal(_ error: any Error) -> Refusal {
        switch error {
        case let refusal as Refusal: refusal
        case let fault as QueryFault: refusal(fault)
        case let fault as LakeFault: refusal(fault)
        case let fault as EngineFault where fault.kind == .deadline: .tooSlow
        case let fault as EngineFault where fault.kind == .queueFull || fault.kind == .closed: .tooMany
        case SpoolFault.full: .tooMany
        default: .inside
        }
    }

    private static func refusal(_ fault: QueryFault) -> Refusal {
        let status: HTTPResponse.Status = fault.kind == .notFound ? .notFound : .badRequest
        return Refusal(status, fault.exploreCode, fault.exploreMessage, fr: fault.what.french, remedy: fault.remedy)
    }

    private static func refusal(_ fault: LakeFault) -> Refusal {
        if fault.isTransient { return .tooMany }
        let isAsked = ["lake.unknown-version", "lake.before-first-version", "lake.expired-version", "lake.no-version"].contains(
            fault.code)
        return isAsked
            ? Refusal(.notFound, "NotFoundResource", fault.what.english, fr: fault.what.french, remedy: fault.remedy) : .inside
    }

    /// Whether an error is ours to look into.
    static func isOurs(_ error: any Error) -> Bool { refusal(error).status == .internalServerError }

    /// The answer to a request that is refused.
    static func answer(_ refusal: Refusal, _ family: Family, _ ask: Ask, _ serving: Serving) -> Answer {
        var answer =
            switch family {
            case .explore: explore(refusal)
            case .searchV1: V1Refusal.answer(refusal)
            case .ckan: CKANRefusal.answer(refusal, nil)
            case .own: problem(refusal, ask)
            case .ogc: exception(refusal, ask)
            case .geoServices: GeoServices.refused(refusal, ask)
            case .portal: PortalPages.refused(refusal, ask, serving)
            case .workshop: WorkshopPages.refused(refusal, ask, serving)
            }
        if refusal.status == .serviceUnavailable { answer.headers[.retryAfter] = "2" }
        if refusal.status == .unauthorized { answer.headers[.wwwAuthenticate] = "Apikey" }
        if refusal.status == .methodNotAllowed { answer.headers[.allow] = "GET, HEAD, OPTIONS" }
        return answer
    }

    private static func explore(_ refusal: Refusal) -> Answer {
        let body = JSON.members(["error_code": .text(refusal.code), "message": .text(refusal.message)]).pretty
        return Answer(refusal.status, type: "application/json", .bytes(ByteBuffer(string: body)))
    }

    /// Problem details (RFC 9457).
    private static func problem(_ refusal: Refusal, _ ask: Ask) -> Answer {
        let language = ask.language
        let remedy = refusal.remedy.text(in: language)
        var members = [
            JSON.Member(name: "type", value: "about:blank"),
            JSON.Member(name: "title", value: .text(refusal.what.text(in: language))),
            JSON.Member(name: "status", value: .integer(refusal.status.code)),
            JSON.Member(name: "code", value: .text(refusal.code)),
        ]
        if !remedy.isEmpty { members.append(JSON.Member(name: "detail", value: .text(remedy))) }
        return .text(JSON.object(members).pretty, type: "application/problem+json", status: refusal.status)
    }

    /// An exception of the OGC APIs (Part 1 §7.5.1), which is problem details too.
    private static func exception(_ refusal: Refusal, _ ask: Ask) -> Answer {
        let language = ask.language, remedy = refusal.remedy.text(in: language)
        let body = JSON.members([
            "code": .text(refusal.code),
            "description": .text(refusal.what.text(in: language) + (remedy.isEmpty ? "" : " \(remedy).")),
            "type": "about:blank", "title": .text(refusal.what.text(in: language)), "status": .integer(refusal.status.code),
        ])
        return .text(body.pretty, type: "application/problem+json", status: refusal.status)
    }

    /// The body of a quota that is used up (explore-api.md §1.2).
    static func exceeded(_ count: Quotas.Count) -> Answer {
        let body = JSON.members([
            "errorcode": .integer(count.isAnonymous ? 10_005 : 10_002),
            "reset_time": .text(Moment.text(count.reset, separator: "T") + "Z"), "limit_time_unit": "day",
            "call_limit": .integer(count.limit),
            "error": count.isAnonymous
                ? "You have exceeded the requests limit for anonymous users."
                : "Too many requests on the domain. Please contact the domain administrator.",
        ])
        return .text(body.pretty, type: "application/json", status: .tooManyRequests)
    }
}
