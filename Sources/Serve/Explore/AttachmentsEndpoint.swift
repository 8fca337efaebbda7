internal import HTTPTypes

/// The files that stand beside a dataset. A territory declares none yet: the list is empty.
struct AttachmentsEndpoint: Endpoint {
    let pattern = "\(Explore.root)/datasets/{dataset}/attachments"
    let family = Family.explore

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        _ = try await serving.copy(ask)
        return .json(
            .members([
                "links": Links.list(["self": ask.link(Explore.path(ask.place("dataset"), "attachments"))]),
                "attachments": .list([]),
            ]))
    }
}

/// One of these files.
struct AttachmentEndpoint: Endpoint {
    let pattern = "\(Explore.root)/datasets/{dataset}/attachments/{attachment}"
    let family = Family.explore

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        _ = try await serving.copy(ask)
        let name = ask.place("attachment")
        throw Refusal(
            .notFound, "NotFoundResource", "The requested attachment \(name) does not exist.",
            fr: "La pièce jointe \(name) n'existe pas.")
    }
}
