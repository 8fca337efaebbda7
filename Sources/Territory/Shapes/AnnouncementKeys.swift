/// The keys of an entry of `announce:`.
enum AnnouncementKeys {
    static let all = [
        Key(
            "url",
            .matching("https?://[^ @]+", expected: Bilingual(fr: "une adresse http ou https", en: "an http or https address")),
            required: true, summary: Bilingual(fr: "l'adresse qui reçoit les annonces", en: "the address that is told")),
        Key(
            "secret", .secret, required: true,
            summary: Bilingual(
                fr: "ce qui signe les annonces (Standard Webhooks) : whsec_ et 24 octets ou plus en base64",
                en: "what signs the announcements (Standard Webhooks): whsec_ and 24 bytes or more in base64")),
        Key(
            "events", .oneOrMany(.choice(AnnouncementDeclaration.Event.allCases.map(\.rawValue))),
            summary: Bilingual(
                fr: "ce qui est annoncé : une version, un contrôle qui échoue, une publication ; tout si absent",
                en: "what is told: a version, a check that fails, a publication; everything when absent")),
        .network,
    ]
}
