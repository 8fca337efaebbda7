internal import Foundation
package import Territory

/// A udata portal (data.gouv.fr), through its API v1.
///
/// A dataset is known there by the extra `identifiant_source`, a file by `cle_source`. Extras cannot be searched: udata's own
/// identifier is remembered, and failing that the organisation's datasets are walked.
package struct UdataDestination: Destination {
    let account: PortalAccount
    let client: PortalClient
    let site: UdataSite

    package init(_ declaration: DestinationDeclaration, in territory: Territory) throws {
        try self.init(declaration, in: territory, limits: PortalLimits())
    }

    init(_ declaration: DestinationDeclaration, in territory: Territory, limits: PortalLimits) throws {
        account = try PortalAccount(declaration, in: territory)
        client = PortalClient(account.name, at: account.address + "/api/1", token: ("X-API-KEY", account.token), limits: limits)
        site = UdataSite(client, account.name, at: account.address, account.organization)
    }

    var name: String { account.name }
    var organization: String { account.organization }

    package static let spec = Spec(
        name: "udata",
        summary: Bilingual(
            fr: "un portail udata, comme https://www.data.gouv.fr (essais : https://demo.data.gouv.fr)",
            en: "a udata portal, such as https://www.data.gouv.fr (trials: https://demo.data.gouv.fr)"),
        argument: PortalAccount.addressShape,
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
            PortalAccount.oldFiles,
        ],
        example: "udata: \"https://www.data.gouv.fr\"\ntoken: { env: DATAGOUV_TOKEN }\norganization: ville-de-valbourg")

    package func plan(_ publication: Publication, _ memory: Memory, _ found: UdataFound) -> PublicationPlan {
        UdataDifference(publication, memory, found, self).plan
    }
}
