/// The town's own directory, where agents may sign in to the workshop (OpenID Connect Core 1.0): the key `sign-in` of `lavoir.yaml`.
package struct SignInDeclaration: Sendable, Hashable {
    /// As the provider writes it, `https://identite.valbourg.fr`.
    package let issuer: String
    /// What the provider calls this workshop.
    package let client: String
    package let secret: Secret
    /// What the way in is called.
    package let title: Bilingual

    /// From a value whose shape was checked.
    init?(_ value: Value?) {
        guard let issuer = value?["issuer"]?.text, let client = value?["client"]?.text,
            let secret = value?["secret"].flatMap({ Secret($0) })
        else { return nil }
        self.issuer = issuer
        self.client = client
        self.secret = secret
        title = value?["title"].flatMap { Bilingual($0) } ?? Self.usual
    }

    private static let usual = Bilingual(
        fr: "Se connecter avec le compte de la ville", en: "Sign in with the town's account")
}
