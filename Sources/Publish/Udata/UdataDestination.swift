internal import Foundation
package import Territory

/// A udata portal (data.gouv.fr), through its API v1.
///
/// A dataset is known there by the extra `identifiant_source`, a file by `cle_source`. Extras cannot be searched: udata's own
/// identifier is remembered, and failing that the organisation's datasets are walked.
package struct UdataDestination: Destination {
    let name: String
    let organization: String
    let removesOldFiles: Bool
    let client: PortalClient
    let site: UdataSite

    package init(_ declaration: DestinationDeclaration, in territory: Territory) throws {
        try self.init(declaration, in: territory, limits: PortalLimits())
    }

    init(_ declaration: DestinationDeclaration, in territory: Territory, limits: PortalLimits) throws {
        name = declaration.name
        let options = declaration.options
        organization = options["organization"]?.written ?? ""
        removesOldFiles = options["old-files"]?.text == "remove"
        let token = try options["token"].flatMap { Secret($0) }.map { try territory.keyring.open($0) } ?? ""
        let address = (declaration.argument.text ?? "").trimmingCharacters(in: CharacterSet(charactersIn: "/ "))
        client = PortalClient(name, at: address + "/api/1", token: ("X-API-KEY", token), limits: limits)
        site = UdataSite(client, name, at: address, organization)
    }

    package static let spec = Spec(
        name: "udata",
        summary: Bilingual(
            fr: "un portail udata, comme https://www.data.gouv.fr (essais : https://demo.data.gouv.fr)",
            en: "a udata portal, such as https://www.data.gouv.fr (trials: https://demo.data.gouv.fr)"),
        argument: .matching(
            "https?://[^ @?#]+", expected: Bilingual(fr: "une adresse http ou https", en: "an http or https address")),
        options: [
            Key(
                "token", .secret, required: true,
                summary: Bilingual(
                    fr: "la clé d'API d'un membre de l'organisation, prise dans ses réglages",
                    en: "the API key of a member of the organisation, from the settings page")),
            Key(
                "organization", .text, required: true,
                summary: Bilingual(
                    fr: "l'organisation, par son identifiant ou son nom dans l'adresse",
                    en: "the organisation, by its identifier or its name in the address")),
            Key(
                "old-files", .choice(["keep", "remove"]),
                summary: Bilingual(
                    fr: "ce que deviennent nos fichiers qui ne sont plus déclarés",
                    en: "what becomes of files of ours that are declared no more"),
                default: "keep"),
        ],
        example: "udata: \"https://www.data.gouv.fr\"\ntoken: { env: DATAGOUV_TOKEN }\norganization: ville-de-valbourg")

    package func plan(_ publication: Publication, _ memory: Memory, _ found: UdataFound) -> PublicationPlan {
        UdataDifference(publication, memory, found, self).plan
    }
}
