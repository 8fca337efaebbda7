/// The keys of `sign-in`.
enum SignInKeys {
    static let all = [
        Key(
            "issuer",
            .matching(
                "https://[^ ?#@]+|http://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?(/[^ ?#@]*)?",
                expected: Bilingual(
                    fr: "une adresse https (http sur cette machine seulement)",
                    en: "an https address (http on this machine only)")),
            required: true,
            summary: Bilingual(
                fr: "l'annuaire de la ville, tel qu'il se nomme (OpenID Connect)",
                en: "the town's directory, as it calls itself (OpenID Connect)")),
        Key(
            "client", .text, required: true,
            summary: Bilingual(fr: "le nom qu'il donne à l'atelier", en: "the name it gives the workshop")),
        Key(
            "secret", .secret, required: true,
            summary: Bilingual(fr: "le secret de l'atelier auprès de lui", en: "the workshop's secret with it")),
        Key(
            "title", DatasetKeys.wording,
            summary: Bilingual(fr: "ce que dit le bouton", en: "what the button says")),
    ]
}
