internal import Foundation
package import Territory

/// A CKAN portal (2.10–2.12), through its action API.
///
/// A dataset is known there by `identifiant_source`, an extra that holds our identifier; a file by `cle_source`. What bears
/// neither belongs to others, and stays.
package struct CKANDestination: Destination {
    let account: PortalAccount
    /// Groups that the portal has, by name.
    let groups: [String]
    /// The licence's identifier on this portal, where the town gives it.
    let licence: String?
    /// Fields of the portal's own, and what of the sheet goes into them.
    let fields: [String: String]
    let loadsTables: Bool
    let client: PortalClient
    let site: CKANSite

    package init(_ declaration: DestinationDeclaration, in territory: Territory) throws {
        try self.init(declaration, in: territory, limits: PortalLimits())
    }

    init(_ declaration: DestinationDeclaration, in territory: Territory, limits: PortalLimits) throws {
        let account = try PortalAccount(declaration, in: territory), options = declaration.options
        self.account = account
        groups = options["groups"]?.texts ?? []
        licence = options["licence"]?.text
        let entries = (options["fields"]?.entries ?? []).compactMap { entry in entry.value.text.map { (entry.key, $0) } }
        fields = Dictionary(entries) { first, _ in first }
        loadsTables = options["datastore"]?.text != "never"
        client = PortalClient(
            account.name, at: account.address + "/api/3/action", token: ("Authorization", account.token), limits: limits)
        site = CKANSite(client, account.name, at: account.address)
    }

    var name: String { account.name }
    var organization: String { account.organization }

    package static let spec = Spec(
        name: "ckan",
        summary: Bilingual(
            fr: "un portail CKAN : l'adresse de sa page d'accueil", en: "a CKAN portal: the address of its home page"),
        argument: PortalAccount.addressShape,
        options: [
            Key(
                "token", .secret, required: true,
                summary: Bilingual(
                    fr: "le jeton d'un éditeur de l'organisation, pris dans son profil",
                    en: "the token of an editor of the organisation, made on the profile page")),
            Key(
                "organization", .text, required: true,
                summary: Bilingual(
                    fr: "l'organisation, par son nom dans l'adresse", en: "the organisation, by its name in the address")),
            Key(
                "groups", .oneOrMany(.text),
                summary: Bilingual(
                    fr: "les groupes (thèmes) du portail où ranger les jeux", en: "the portal's groups (themes) for the datasets")
            ),
            Key(
                "licence", .text,
                summary: Bilingual(
                    fr: "l'identifiant de la licence sur ce portail, s'il n'est pas trouvé seul",
                    en: "the licence's identifier on this portal, when it is not found by itself")),
            Key(
                "fields", .map(.choice(CKANSheet.words)),
                summary: Bilingual(
                    fr: "les champs propres au portail (scheming), et ce que la fiche y met",
                    en: "fields of the portal's own (scheming), and what the sheet puts there")),
            PortalAccount.oldFiles,
            Key(
                "datastore", .choice(["auto", "never"]),
                summary: Bilingual(
                    fr:
                        "« auto » charge les lignes dans le DataStore du portail quand rien d'autre ne le fait (xloader, datapusher)",
                    en: "`auto` loads rows into the portal's DataStore when nothing else does (xloader, datapusher)"),
                default: "auto"),
        ],
        example: "ckan: \"https://data.metropole.example\"\ntoken: { env: CKAN_TOKEN }\norganization: valbourg")

    package func plan(_ publication: Publication, _ memory: Memory, _ found: CKANFound) -> PublicationPlan {
        CKANDifference(publication, memory, found, self).plan
    }
}
