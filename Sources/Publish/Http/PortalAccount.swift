internal import Foundation
internal import Territory

/// What the declaration of any portal holds: where it is, whose account is used there, for which organisation.
struct PortalAccount: Sendable {
    /// The town's name for it.
    let name: String
    /// Of its home page, without a slash at its end.
    let address: String
    let token: String
    let organization: String
    let removesOldFiles: Bool

    /// Opens the token.
    init(_ declaration: DestinationDeclaration, in territory: Territory) throws {
        let options = declaration.options
        name = declaration.name
        address = (declaration.argument.text ?? "").trimmingCharacters(in: CharacterSet(charactersIn: "/ "))
        token = try options["token"].flatMap { Secret($0) }.map { try territory.keyring.open($0) } ?? ""
        organization = options["organization"]?.written ?? ""
        removesOldFiles = options["old-files"]?.text == "remove"
    }

    /// What the argument of a portal looks like.
    static let addressShape = Shape.matching(
        "https?://[^ @?#]+", expected: Bilingual(fr: "une adresse http ou https", en: "an http or https address"))

    /// What becomes of files of ours that are declared no more.
    static let oldFiles = Key(
        "old-files", .choice(["keep", "remove"]),
        summary: Bilingual(
            fr: "ce que deviennent nos fichiers qui ne sont plus déclarés",
            en: "what becomes of files of ours that are declared no more"),
        default: "keep")
}

/// Names of our own on portals: the extra of a dataset that holds our identifier, and that of a file that holds its key.
enum Own {
    static let dataset = "identifiant_source"
    static let file = "cle_source"
}
