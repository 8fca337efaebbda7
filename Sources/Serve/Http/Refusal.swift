internal import HTTPTypes
internal import Territory

/// What a request is refused for. How it is written is the business of the endpoint's family (`Refusals`).
struct Refusal: Error, Hashable {
    let status: HTTPResponse.Status
    /// The vendor's word: `NotFoundResource`.
    let code: String
    /// The sentence that clients of the Explore API show.
    let message: String
    /// The sentence in both languages, for people.
    let what: Bilingual
    let remedy: Bilingual

    init(
        _ status: HTTPResponse.Status, _ code: String, _ message: String, fr french: String? = nil,
        remedy: Bilingual = Bilingual("")
    ) {
        self.status = status
        self.code = code
        self.message = message
        what = Bilingual(fr: french ?? message, en: message)
        self.remedy = remedy
    }

    static func noDataset(_ name: String) -> Refusal {
        Refusal(
            .notFound, "NotFoundResource", "The requested dataset \(name) does not exist.",
            fr: "Le jeu de données \(name) n'existe pas.",
            remedy: Bilingual(
                fr: "Cherchez son nom dans /api/explore/v2.1/catalog/datasets",
                en: "Look for its name in /api/explore/v2.1/catalog/datasets"))
    }

    static func noRecord(_ name: String) -> Refusal {
        Refusal(
            .notFound, "NotFoundResource", "The requested record \(name) does not exist.",
            fr: "L'enregistrement \(name) n'existe pas.")
    }

    static func noFormat(_ name: String) -> Refusal {
        Refusal(
            .notFound, "NotFoundResource", "The requested export format \(name) does not exist.",
            fr: "Le format d'export \(name) n'existe pas.")
    }

    static let noPath = Refusal(
        .notFound, "NotFoundResource", "The requested path does not exist.", fr: "Cette adresse n'existe pas.",
        remedy: Bilingual(fr: "Les adresses sont décrites à /api", en: "The addresses are described at /api"))

    static func parameter(_ message: String, fr french: String? = nil) -> Refusal {
        Refusal(.badRequest, "InvalidRESTParameterError", message, fr: french)
    }

    static let badKey = Refusal(
        .unauthorized, "AuthenticationError", "The API key is not valid.", fr: "La clé d'accès n'est pas valable.",
        remedy: Bilingual(fr: "Demandez une clé à la collectivité", en: "Ask the town for a key"))

    static let badMethod = Refusal(
        .methodNotAllowed, "MethodNotAllowed", "Only GET, HEAD and OPTIONS are allowed.",
        fr: "Seuls GET, HEAD et OPTIONS sont permis.")

    static func tooLong(_ limit: Int) -> Refusal {
        Refusal(
            .uriTooLong, "InvalidRESTParameterError", "The query string is longer than \(limit) bytes.",
            fr: "La requête dépasse \(limit) octets.")
    }

    static func tooLarge(_ limit: Int) -> Refusal {
        Refusal(
            .contentTooLarge, "ContentTooLarge", "The file is larger than \(limit) bytes.",
            fr: "Le fichier dépasse \(limit) octets.",
            remedy: Bilingual(fr: "Contrôlez-le sur votre machine : lavoir check", en: "Check it on your machine: lavoir check"))
    }

    static let noPicture = Refusal(
        .unprocessableContent, "TooLargeToDraw", "This chart is too large for a picture.",
        fr: "Ce graphique est trop grand pour une image.",
        remedy: Bilingual(fr: "Prenez-le en Vega-Lite, ou sa page", en: "Take it as Vega-Lite, or its page"))

    static let tooSlow = Refusal(
        .serviceUnavailable, "TimeoutError", "The query takes too long. Please restrict it.",
        fr: "La requête prend trop de temps : restreignez-la.")

    static let tooMany = Refusal(
        .serviceUnavailable, "ServerBusy", "The server is busy. Please try again in a moment.",
        fr: "Le serveur est très demandé : recommencez dans un instant.")

    static let notReady = Refusal(
        .serviceUnavailable, "ServerBusy", "The data are being prepared. Please try again in a moment.",
        fr: "Les données se préparent : recommencez dans un instant.")

    static let inside = Refusal(
        .internalServerError, "InternalError", "Something went wrong on the server; the logs say what.",
        fr: "Une erreur est survenue sur le serveur ; ses journaux disent laquelle.")
}
