internal import Foundation
internal import Territory

/// What a udata portal says of itself and of the token; asked once, whatever the number of datasets.
struct UdataAbout: Sendable {
    /// The organisation's identifier.
    let organization: String
    /// Endings of files it hosts.
    let endings: Set<String>
    let licences: Set<String>
    let granularities: Set<String>
    /// Versions of the schemas of its catalogue, by name.
    let schemas: [String: Set<String>]
    /// How long a description must be to be a good one.
    let goodDescription: Int
}

/// Asks a portal what it is.
actor UdataSite {
    /// The portal's home page.
    nonisolated let home: String
    private let client: PortalClient
    private let name: String
    private let organization: String
    private var known: UdataAbout?
    /// The organisation's datasets that bear our identifiers.
    private var datasets: [String: String]?
    private var zones: [String: Bool] = [:]

    init(_ client: PortalClient, _ name: String, at home: String, _ organization: String) {
        self.client = client
        self.name = name
        self.home = home
        self.organization = organization
    }

    func about() async throws -> UdataAbout {
        if let known { return known }
        let me = try await client.read(PortalRequest(method: .get, path: "me/"))
        if me.status == 401 || me.status == 403 { throw denied([]) }
        guard me.isSuccess, let user = me.json, user["organizations"] != nil else { throw notAPortal }
        let own = user["organizations"]?.list ?? []
        guard let ours = own.first(where: { $0["id"]?.text == organization || $0["slug"]?.text == organization }),
            let id = ours["id"]?.text
        else { throw denied(own.compactMap { $0["slug"]?.text }) }
        let schemas = try await list("datasets/schemas/").map { schema in
            (schema["name"]?.text ?? "", Set((schema["versions"]?.list ?? []).compactMap { $0["version_name"]?.text ?? $0.text }))
        }
        let about = UdataAbout(
            organization: id, endings: Set(try await list("datasets/extensions/").compactMap(\.text)),
            licences: Set(try await list("datasets/licenses/").compactMap { $0["id"]?.text }),
            granularities: Set(try await list("spatial/granularities/").compactMap { $0["id"]?.text }),
            schemas: Dictionary(schemas) { first, _ in first },
            goodDescription: home.hasSuffix("data.gouv.fr") ? 200 : 100)
        known = about
        return about
    }

    /// The portal's identifier of the dataset that bears ours. The first question walks the organisation's datasets.
    func dataset(_ id: String) async throws -> String? {
        if let datasets { return datasets[id] }
        let organization = try await about().organization
        var found: [String: String] = [:]
        for page in 1...1_000 {
            let answer = try await client.read(
                PortalRequest(
                    method: .get, path: "datasets/",
                    query: [("organization", organization), ("page", String(page)), ("page_size", "100")],
                    headers: [("X-Fields", "data{id,extras,deleted},next_page")]))
            guard answer.isSuccess, let json = answer.json else { throw notAPortal }
            for one in json["data"]?.list ?? [] {
                guard let own = one["extras"]?[Own.dataset]?.text, let remote = one["id"]?.text else { continue }
                // An editor sees what was deleted too: what is in sight comes first.
                if found[own] == nil || one["deleted"]?.isNull == true { found[own] = remote }
            }
            if json["next_page"]?.text == nil { break }
        }
        datasets = found
        return found[id]
    }

    /// A dataset is about to be made: what was walked will be out of date.
    func forgetDatasets() { datasets = nil }

    /// Whether the portal knows a zone, by its geoid.
    func knows(zone: String) async throws -> Bool {
        if let known = zones[zone] { return known }
        let answer = try await client.read(PortalRequest(method: .get, path: "spatial/zones/\(AddressText.encoded(zone))/"))
        let isKnown = answer.isSuccess && answer.json?["features"]?.list.isEmpty == false
        zones[zone] = isKnown
        return isKnown
    }

    private func list(_ path: String) async throws -> [JSON] {
        let answer = try await client.read(PortalRequest(method: .get, path: path))
        guard answer.isSuccess, let json = answer.json else { throw notAPortal }
        return json.list
    }

    private var notAPortal: PublishFault { PublishFault(.notAPortal, name, facts: ["kind": Bilingual("udata")]) }

    private func denied(_ organizations: [String]) -> PublishFault {
        let names = organizations.isEmpty ? "–" : organizations.joined(separator: ", ")
        return PublishFault(
            .denied, name, facts: ["organization": Bilingual(organization), "organizations": Bilingual(names)])
    }
}
