internal import Foundation
internal import Territory

/// What a portal says of itself and of the token; asked once, whatever the number of datasets.
struct CKANAbout: Sendable {
    struct Organization: Sendable {
        let id: String
        let name: String
    }

    struct Licence: Sendable {
        let id: String
        let title: String
        let address: String
    }

    let extensions: [String]
    /// Where the token may create datasets.
    let organizations: [Organization]
    /// Groups the token may put datasets into.
    let groups: Set<String>
    let licences: [Licence]
    /// Fields of datasets that a scheming portal declares, and those it insists on.
    let fields: Set<String>
    let required: Set<String>
}

/// Asks a portal what it is.
actor CKANSite {
    /// The portal's home page.
    nonisolated let home: String
    private let client: PortalClient
    private let name: String
    private var known: CKANAbout?
    /// How many datasets were asked about, and what the index says of all: worth asking from the third on.
    private var asked = 0
    private var index: [String: JSON]?

    init(_ client: PortalClient, _ name: String, at home: String) {
        self.home = home
        self.client = client
        self.name = name
    }

    func about() async throws -> CKANAbout {
        if let known { return known }
        let status = try await read("status_show")
        guard status["ckan_version"] != nil else { throw notAPortal }
        let extensions = status["extensions"]?.list.compactMap(\.text) ?? []
        let organizations = try await read("organization_list_for_user", [("permission", "create_dataset")]).list.compactMap {
            one in
            one["id"]?.text.map { CKANAbout.Organization(id: $0, name: one["name"]?.text ?? $0) }
        }
        let groups = try await read("group_list_authz").list.compactMap { $0["name"]?.text }
        let licences = try await read("license_list").list.compactMap { one in
            one["id"]?.text.map {
                CKANAbout.Licence(id: $0, title: one["title"]?.text ?? "", address: one["url"]?.text ?? "")
            }
        }
        var fields: [JSON] = []
        if extensions.contains("scheming_datasets") {
            fields = try await read("scheming_dataset_schema_show", [("type", "dataset")])["dataset_fields"]?.list ?? []
        }
        let about = CKANAbout(
            extensions: extensions, organizations: organizations, groups: Set(groups), licences: licences,
            fields: Set(fields.compactMap { $0["field_name"]?.text }),
            required: Set(fields.filter { $0["required"]?.boolean == true }.compactMap { $0["field_name"]?.text }))
        known = about
        return about
    }

    /// A dataset as the portal's index has it, perhaps late; nil for the first ones asked about, and where the index does not answer.
    func indexed(_ id: String, of organization: String) async -> JSON? {
        asked += 1
        guard asked > 2 else { return nil }
        if index == nil { index = (try? await readIndex(organization)) ?? [:] }
        return index?[id]
    }

    /// Our datasets of an organisation, a few hundred at a time.
    private func readIndex(_ organization: String) async throws -> [String: JSON] {
        var found: [String: JSON] = [:], page = 0, size = 0
        repeat {
            let query = [
                ("fq", "owner_org:\"\(organization)\" AND extras_\(Own.dataset):[* TO *]"),
                ("include_private", "true"),
                ("rows", "200"), ("start", String(page * 200)), ("sort", "metadata_created asc"),
            ]
            let results = try await read("package_search", query)["results"]?.list ?? []
            for package in results { if let id = package["id"]?.text { found[id] = package } }
            size = results.count
            page += 1
        } while size == 200 && page < 50
        return found
    }

    /// A reading action that anyone may call: its result, or the fault that this is no CKAN.
    private func read(_ action: String, _ query: [(name: String, value: String)] = []) async throws -> JSON {
        let answer = try await client.read(PortalRequest(method: .get, path: action, query: query))
        // A token that is not one is nobody: some portals let nobody ask even this.
        if answer.status == 403 { return .list([]) }
        guard answer.isSuccess, let result = answer.json?["result"] else { throw notAPortal }
        return result
    }

    private var notAPortal: PublishFault { PublishFault(.notAPortal, name, facts: ["kind": Bilingual("CKAN")]) }
}
