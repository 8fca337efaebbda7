internal import Foundation
internal import Territory

extension UdataDestination {
    /// The fields of a resource that are ours.
    func description(of file: PublishedFile, _ sheet: UdataSheet) -> [String: JSON] {
        let own = sheet.sheet
        var fields: [String: JSON] = [
            "title": .text(file.title(own).text(in: own.language)), "description": .text(file.use.text(in: own.language)),
            "type": file.purpose == .data ? "main" : "documentation", "extras": [Own.file: .text(file.key)],
        ]
        if file.format == "csv", let schema = sheet.schema { fields["schema"] = schema }
        if let link = link(to: file, own), !sheet.hosts(file) {
            fields["url"] = .text(link)
            fields["filetype"] = "remote"
            fields["format"] = .text(file.format)
            // A page changes its frame when the portal does.
            if file.purpose == .data { fields["checksum"] = ["type": "sha256", "value": .text(file.sha256)] }
        }
        return fields
    }

    /// Where the town's own portal gives the file, for what this one does not host.
    func link(to file: PublishedFile, _ sheet: Sheet) -> String? {
        guard let site = sheet.site else { return nil }
        guard file.purpose == .data else {
            return file.key == DocumentKind.reportPage.rawValue ? sheet.page.map { $0 + "/qualite" } : nil
        }
        return "\(site)/api/explore/v2.1/catalog/datasets/\(AddressText.encoded(sheet.name))/exports/\(file.format)"
    }

    /// The portal's identifier of our contact, when the dataset has it.
    func contact(_ contact: Contact, in dataset: JSON) -> String? {
        (dataset["contact_points"]?.list ?? []).first { one in
            one["name"]?.line == contact.name && one["email"]?.line == contact.email && one["contact_form"]?.line == contact.page
        }?["id"]?.text
    }

    package func apply(_ publication: Publication, _ memory: inout Memory, _ found: UdataFound) async throws {
        let difference = UdataDifference(publication, memory, found, self)
        let id = try await applySheet(difference, publication, &memory, found)
        for work in difference.works { try await apply(work, to: id, difference.sheet, found, &memory) }
        if difference.isOrderWrong { try await reorder(difference.order, in: id) }
    }

    private func applySheet(
        _ difference: UdataDifference, _ publication: Publication, _ memory: inout Memory, _ found: UdataFound
    ) async throws -> String {
        var dataset = found.dataset
        if let id = found.id {
            if difference.isSheetWrong {
                let body = try await body(difference, publication, found)
                dataset = try await write(.put, "datasets/\(id)/", body)
            }
        } else {
            await site.forgetDatasets()
            dataset = try await write(.post, "datasets/", try await body(difference, publication, found))
        }
        guard let id = dataset?["id"]?.text else {
            throw PublishFault(.notAPortal, name, facts: ["kind": Bilingual("udata")])
        }
        memory.remote = id
        memory.address = dataset?["page"]?.text ?? "\(site.home)/datasets/\(dataset?["slug"]?.text ?? id)/"
        memory.keywords = difference.sheet.tags
        return id
    }

    /// Fields that a PUT would empty were they not sent again.
    private static let kept = [
        "acronym", "description_short", "frequency_date", "license", "frequency", "temporal_coverage", "spatial", "private",
        "archived",
        "access_type",
    ]

    /// The whole sheet: what is there, and ours over it.
    private func body(
        _ difference: UdataDifference, _ publication: Publication, _ found: UdataFound
    ) async throws -> JSON {
        let sheet = difference.sheet, there = found.dataset
        var body: [String: JSON] = [:]
        for key in Self.kept { if let value = there?[key], !value.isNull { body[key] = value } }
        body["title"] = .text(sheet.title)
        body["description"] = .text(sheet.description)
        body["organization"] = there?["organization"]?["id"] ?? .text(found.about.organization)
        body["tags"] = .list(difference.merged(tags: there).map { .text($0) })
        body["extras"] = .object((there?["extras"]?.members ?? [:]).merging([Own.dataset: .text(sheet.sheet.id)]) { $1 })
        body["license"] = sheet.licence.map { .text($0) } ?? body["license"]
        body["frequency"] = sheet.frequency.map { .text($0) } ?? body["frequency"]
        body["temporal_coverage"] = sheet.period ?? body["temporal_coverage"]
        body["spatial"] = sheet.spatial ?? body["spatial"]
        body["contact_points"] = .list(try await contacts(publication.sheet.contact, there))
        if there == nil { body["private"] = false }
        if there?["deleted"]?.isNull == false { body["deleted"] = .null }
        return .object(body)
    }

    /// Identifiers of their contacts, and of ours; the portal gives the same one each time it is asked to make it.
    private func contacts(_ contact: Contact?, _ there: JSON?) async throws -> [JSON] {
        let known = (there?["contact_points"]?.list ?? []).compactMap { $0["id"] }
        guard let contact, contact.email != nil || contact.page != nil, there.flatMap({ self.contact(contact, in: $0) }) == nil
        else { return known }
        var body: [String: JSON] = [
            "name": .text(contact.name), "role": "contact", "organization": .text(try await site.about().organization),
        ]
        body["email"] = contact.email.map { .text($0) }
        body["contact_form"] = contact.page.map { .text($0) }
        let made = try await write(.post, "contacts/", .object(body))
        return known + [made["id"]].compactMap { $0 }
    }

    private func apply(
        _ work: UdataDifference.Work, to id: String, _ sheet: UdataSheet, _ found: UdataFound, _ memory: inout Memory
    ) async throws {
        switch work {
        case .upload(let file, let replaced):
            do {
                let path = replaced.map { "datasets/\(id)/resources/\($0)/upload/" } ?? "datasets/\(id)/upload/"
                let made = try await upload(file, to: path)
                memory.refused[file.key] = nil
                try await describe(file, made, in: id, sheet)
            } catch let fault as PublishFault where fault.kind == .fileRefused {
                memory.refused[file.key] = file.size
            }
        case .describe(let file, let resource):
            guard let there = found.resources.first(where: { $0.id == resource }) else { return }
            try await describe(file, there.json, in: id, sheet)
        case .link(let file, let resource):
            let body = JSON.object(description(of: file, sheet))
            try await write(
                resource == nil ? .post : .put, "datasets/\(id)/resources/" + (resource.map { $0 + "/" } ?? ""), body)
        case .remove(let resource): try await write(.delete, "datasets/\(id)/resources/\(resource)/")
        }
    }

    /// Tells what a hosted file is; what the portal keeps among its extras stays.
    private func describe(_ file: PublishedFile, _ there: JSON, in id: String, _ sheet: UdataSheet) async throws {
        guard let resource = there["id"]?.text else { return }
        var body = description(of: file, sheet)
        let extras = (there["extras"]?.members ?? [:]).merging(body["extras"]?.members ?? [:]) { $1 }
        body["extras"] = .object(extras)
        for key in ["url", "filetype", "format", "mime", "filesize", "checksum"] { body[key] = there[key] }
        try await write(.put, "datasets/\(id)/resources/\(resource)/", .object(body))
    }

    /// Ours as declared, then the others as they are.
    private func reorder(_ keys: [String], in id: String) async throws {
        let resources = (try await read("datasets/\(id)/")?["resources"]?.list ?? []).compactMap { one -> (String, String?)? in
            one["id"]?.text.map { ($0, one["extras"]?[Own.file]?.text) }
        }
        let ours = keys.compactMap { key in resources.first { $0.1 == key }?.0 }
        let all = ours + resources.map(\.0).filter { !ours.contains($0) }
        try await write(.put, "datasets/\(id)/resources/", .list(all.map { ["id": .text($0)] }))
    }

    package func withdraw(_ publication: Publication, _ memory: inout Memory, _ found: UdataFound) async throws {
        guard let id = found.id else { return }
        try await write(.delete, "datasets/\(id)/")
    }
}
