package import Territory

extension HttpConnector {
    package static var spec: Spec {
        Spec(
            name: "http",
            summary: Bilingual(
                fr: "Un fichier à une adresse du web, de l'un des formats de file:, redemandé seulement s'il a changé",
                en: "A file at an address of the web, of one of the formats of file:, asked for again only when it changed"),
            argument: .text,
            options: FileConnector.formatOptions + [
                Key(
                    "headers", .map(.oneOf([.text, .secret])),
                    summary: Bilingual(
                        fr: "En-têtes de la requête ; une clé d'accès y est un secret",
                        en: "Headers of the request; an access key is a secret there")),
                .network,
            ],
            example: #"source: { http: "https://data.example.org/export.csv", headers: { Authorization: { env: CLE } } }"#,
            effect: Bilingual(
                fr: "Comme file: ; le fichier reçu est gardé dans .lavoir/http",
                en: "As file:; the file received is kept in .lavoir/http"))
    }
}

/// What is said of downloads.
enum HttpMessages {
    static func note(_ outcome: HttpFetch.Outcome, _ address: HttpAddress) -> Bilingual {
        switch outcome {
        case .unchanged:
            Bilingual(fr: "\(address.shown) : inchangé sur le serveur", en: "\(address.shown): unchanged on the server")
        case .changed(let bytes):
            Bilingual(fr: "\(address.shown) : \(bytes) octets reçus", en: "\(address.shown): \(bytes) bytes received")
        }
    }
}
