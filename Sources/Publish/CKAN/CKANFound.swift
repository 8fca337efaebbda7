internal import Territory

/// What a CKAN portal has of a dataset.
package struct CKANFound: Sendable {
    let about: CKANAbout
    /// Our organisation's identifier there.
    let organization: String
    /// The dataset as `package_show` gives it; nil when it is to be made.
    let package: JSON?
    /// The name it has, or that is free for it.
    let name: String
    /// Whether it was made there by hand, and is taken over.
    let isAdopted: Bool

    /// One resource of the dataset.
    struct Resource: Sendable {
        let id: String
        /// Ours, when it bears our key.
        let key: String?
        let json: JSON

        var name: String { json["name"]?.line ?? id }
    }

    var id: String? { package?["id"]?.text }

    var resources: [Resource] {
        (package?["resources"]?.list ?? []).compactMap { one in
            one["id"]?.text.map { Resource(id: $0, key: one[Own.file]?.line, json: one) }
        }
    }

    /// Free fields, by key.
    var extras: [String: String] {
        let pairs = (package?["extras"]?.list ?? []).compactMap { one in one["key"]?.text.map { ($0, one["value"]?.line ?? "") } }
        return Dictionary(pairs) { first, _ in first }
    }

    func names(_ key: String) -> [String] { (package?[key]?.list ?? []).compactMap { $0["name"]?.text } }
}

extension CKANDestination {
    package func probe(_ publication: Publication, _ memory: Memory) async throws -> CKANFound {
        let about = try await site.about()
        guard let ours = about.organizations.first(where: { $0.name == organization || $0.id == organization }) else {
            throw denied(about.organizations.map(\.name))
        }
        let (package, name, isAdopted) = try await find(publication, memory, ours.id)
        if package?["state"]?.text == "deleted", !publication.restores { throw PublishFault(.deleted, self.name) }
        return CKANFound(about: about, organization: ours.id, package: package, name: name, isAdopted: isAdopted)
    }

    package func glance(_ publication: Publication, _ memory: Memory) async -> CKANFound? {
        guard let remote = memory.remote, let about = try? await site.about(),
            let ours = about.organizations.first(where: { $0.name == organization || $0.id == organization }),
            let package = await site.indexed(remote, of: ours.id), package["state"]?.text == "active"
        else { return nil }
        return CKANFound(
            about: about, organization: ours.id, package: package, name: package["name"]?.text ?? "", isAdopted: false)
    }

    /// By the identifier the portal gave, else by ours, else by name: the index of a portal may lag, or be broken.
    private func find(
        _ publication: Publication, _ memory: Memory, _ organization: String
    ) async throws -> (JSON?, String, Bool) {
        let sheet = publication.sheet
        if let remote = memory.remote, let package = try await read("package_show", [("id", remote)]) {
            return (package, package["name"]?.text ?? sheet.name, false)
        }
        let found =
            try await read(
                "package_search",
                [
                    ("fq", "extras_\(Own.dataset):\"\(sheet.id)\""), ("include_private", "true"), ("include_drafts", "true"),
                    ("rows", "2"),
                ])?["results"]?.list ?? []
        if found.count > 1 {
            let names = found.compactMap { $0["name"]?.text }.joined(separator: ", ")
            throw PublishFault(.ambiguous, name, facts: ["names": Bilingual(names)])
        }
        if let id = found.first?["id"]?.text, let package = try await read("package_show", [("id", id)]) {
            return (package, package["name"]?.text ?? sheet.name, false)
        }
        return try await findByName(sheet, organization)
    }

    private func findByName(_ sheet: Sheet, _ organization: String) async throws -> (JSON?, String, Bool) {
        for attempt in 1...20 {
            let name = Self.name(sheet.name, attempt)
            let package: JSON?
            do { package = try await read("package_show", [("id", name)]) } catch let fault as PublishFault
                where fault.kind == .denied
            {
                // Somebody's, and hidden: the name is taken.
                continue
            }
            guard let package else { return (nil, name, false) }
            let extras = (package["extras"]?.list ?? []).first { $0["key"]?.text == Own.dataset }?["value"]?.text
            if extras == sheet.id { return (package, name, false) }
            let isOurs = package["owner_org"]?.text == organization
            if extras == nil, isOurs, package["state"]?.text != "deleted" { return (package, name, true) }
        }
        throw PublishFault(.notOurs, name, facts: ["what": Bilingual(sheet.name)])
    }

    /// The name in the portal's address: 2 to 100 of `a-z0-9_-`.
    private static func name(_ name: String, _ attempt: Int) -> String {
        let base = name.count < 2 ? "jeu-\(name)" : String(name.prefix(90))
        return attempt == 1 ? base : "\(base)-\(attempt)"
    }
}
