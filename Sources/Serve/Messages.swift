package import Territory

// The sentences of the room's faults, the two languages one under the other.
package enum ServeMessages {
    static let what: [String: Bilingual] = [
        "serve.keys-unreadable": Bilingual(
            fr: "le fichier des clés {subject} ne se lit pas", en: "the file of keys {subject} cannot be read"),
        "serve.keys-not-written": Bilingual(
            fr: "le fichier des clés {subject} ne s'écrit pas", en: "the file of keys {subject} cannot be written"),
        "serve.unknown-key": Bilingual(
            fr: "aucune clé en vigueur ne s'appelle {subject}", en: "no key in force is called {subject}"),
        "serve.not-listening": Bilingual(
            fr: "le serveur ne peut pas écouter à {subject}", en: "the server cannot listen at {subject}"),
        "serve.bad-option": Bilingual(
            fr: "l'option {subject} du serveur n'est pas valable", en: "the server's option {subject} is not valid"),
    ]

    static let remedy: [String: Bilingual] = [
        "serve.keys-unreadable": Bilingual(
            fr: "Rétablissez-le d'une sauvegarde, ou supprimez-le et donnez de nouvelles clés",
            en: "Restore it from a backup, or delete it and give new keys"),
        "serve.keys-not-written": Bilingual(
            fr: "Vérifiez les droits du dossier access et la place sur le disque",
            en: "Check the permissions of the folder access and the space on the disk"),
        "serve.unknown-key": Bilingual(
            fr: "Choisissez un nom donné par « lavoir key list »", en: "Choose a name that `lavoir key list` gives"),
        "serve.not-listening": Bilingual(
            fr: "Choisissez une autre adresse ou un autre port avec --address et --port",
            en: "Choose another address or port with --address and --port"),
        "serve.bad-option": Bilingual(
            fr: "Corrigez l'option ; « lavoir serve --help » dit ce qu'elle attend",
            en: "Correct the option; `lavoir serve --help` says what it expects"),
    ]

    /// Every fault of this room, for the reference.
    package static var codes: [CodeEntry] {
        what.map { code, what in CodeEntry(code: code, what: what, remedy: remedy[code] ?? Bilingual("")) }
            .sorted { $0.code < $1.code }
    }
}
