internal import Territory

/// What a plan for a udata portal says besides its changes: how to gain each point of its quality score, and what it cannot host.
enum UdataMessages {
    static func notHosted(_ file: String) -> Bilingual {
        Bilingual(
            fr: "n'envoie pas \(file) : le portail n'héberge pas ce format (avec site: sous territory:, il y aurait un lien)",
            en: "does not send \(file): the portal does not host this format (with site: under territory:, there would be a link)"
        )
    }

    static func licence(_ name: String) -> Bilingual {
        Bilingual(
            fr: "note : le portail ne connaît pas la licence « \(name) » (licence: lov2 ou odbl)",
            en: "score: the portal does not know the licence \"\(name)\" (licence: lov2 or odbl)")
    }

    static let period = Bilingual(
        fr: "note : dites de quels jours parlent les données (period:)", en: "score: say which days the data speaks of (period:)")
    static let coverage = Bilingual(
        fr: "note : dites de quel lieu parlent les données (coverage:)",
        en: "score: say which place the data is about (coverage:)")
    static let frequency = Bilingual(
        fr: "note : dites à quelle fréquence elles changent (frequency:)", en: "score: say how often it changes (frequency:)")
    static let late = Bilingual(
        fr: "note : la mise à jour attendue n'est pas faite, ou la fréquence n'est pas dite",
        en: "score: the expected update is late, or no frequency is given")
    static let openFormat = Bilingual(
        fr: "note : publiez un format ouvert (formats: [csv])", en: "score: publish an open format (formats: [csv])")
    static let unavailable = Bilingual(fr: "note : un fichier lié ne répond plus", en: "score: a linked file does not answer")
    static let noFile = Bilingual(fr: "note : aucun fichier n'est publié", en: "score: no file is published")

    static func description(_ length: Int) -> Bilingual {
        Bilingual(
            fr: "note : décrivez les données en plus de \(length) caractères (description:)",
            en: "score: describe the data in more than \(length) characters (description:)")
    }
}
