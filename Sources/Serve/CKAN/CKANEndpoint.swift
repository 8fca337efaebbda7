internal import HTTPTypes
internal import NIOCore
internal import Query

/// The address of actions: parameters in the query string, a form or a JSON object; the envelope `help`, `success`, `result`.
struct CKANEndpoint: Endpoint {
    let pattern: String
    let family = Family.ckan
    let takesBody = true

    private func action(_ ask: Ask) throws -> any CKANAction {
        let name = ask.place("action")
        // Clients take a server that answers this for a whole CKAN, and then ask it for what only CKAN has.
        if name == "site_read" { throw Refusal.noPath }
        guard let action = CKANActions.all.first(where: { $0.name == name }) else { throw CKANFault.noAction(name) }
        return action
    }

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? {
        // What is refused is refused by `answer`, in its envelope.
        guard let action = try? action(ask), let dependence = try? action.dependence(ask.aboutResource, serving) else {
            return nil
        }
        return dependence
    }

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let help = ask.link("api/3/action/help_show", Parameters([.init(name: "name", value: ask.place("action"))]))
        do {
            let result = try await action(ask).result(ask.withMembers().aboutResource, serving)
            let envelope = JSON.members(["help": .text(help), "success": true, "result": result])
            return try JSONP.wrapped(.json(envelope), ask, isAsked: ask.method == .get && ask.parameters["callback"] != nil)
        } catch let fault as CKANFault {
            return fault.answer(help)
        } catch let fault as QueryFault {
            return CKANFault.invalid(fault.clause ?? "query", fault.detail).answer(help)
        } catch let refusal as Refusal {
            return CKANRefusal.answer(refusal, help)
        }
    }
}

extension Ask {
    /// The resource or package that is asked about, put where endpoints look for a dataset. A resource of a dataset is called
    /// like it, `arbres`, or like its file, `arbres.geojson`.
    var aboutResource: Ask {
        let name = parameters["resource_id"] ?? parameters["id"] ?? parameters["name_or_id"] ?? ""
        var ask = self
        ask.places["dataset"] = name.firstIndex(of: ".").map { String(name[..<$0]) } ?? name
        ask.places["resource"] = name
        return ask
    }
}

/// What CKAN refuses, in its own words.
struct CKANFault: Error {
    let status: HTTPResponse.Status
    let error: JSON

    static func noAction(_ name: String) -> CKANFault {
        CKANFault(status: .badRequest, error: .text("Bad request: Action name not known: \(name.prefix(100))"))
    }

    /// A parameter that cannot be used.
    static func invalid(_ parameter: String, _ message: String) -> CKANFault {
        CKANFault(
            status: .conflict,
            error: .object([
                JSON.Member(name: parameter, value: .list([.text(message)])),
                JSON.Member(name: "__type", value: "Validation Error"),
            ]))
    }

    static func absent(_ message: String = "") -> CKANFault {
        told(.notFound, "Not Found Error", message.isEmpty ? "Not found" : "Not found: \(message)")
    }

    static func denied(_ message: String) -> CKANFault { told(.forbidden, "Authorization Error", "Access denied: \(message)") }

    static func badSearch(_ message: String) -> CKANFault {
        told(.badRequest, "Search Query Error", "Search Query is invalid: \(message)")
    }

    static func told(_ status: HTTPResponse.Status, _ type: String, _ message: String) -> CKANFault {
        CKANFault(status: status, error: .members(["__type": .text(type), "message": .text(message)]))
    }

    /// With the envelope; an unknown action has none.
    func answer(_ help: String?) -> Answer {
        var body = error
        if case .object = error {
            body = .object(
                (help.map { [JSON.Member(name: "help", value: .text($0))] } ?? []) + [
                    JSON.Member(name: "error", value: error), JSON.Member(name: "success", value: false),
                ])
        }
        return Answer(status, type: "application/json;charset=utf-8", .bytes(ByteBuffer(string: body.line)))
    }
}

/// What the server refuses, as CKAN would write it.
enum CKANRefusal {
    static func answer(_ refusal: Refusal, _ help: String?) -> Answer {
        switch refusal.status {
        case .notFound: CKANFault.absent(refusal.message).answer(help)
        case .unauthorized: CKANFault.denied(refusal.message).answer(help)
        case .badRequest: CKANFault.invalid("query", refusal.message).answer(help)
        case let status: CKANFault.told(status, "Server Error", refusal.message).answer(help)
        }
    }
}
