internal import Territory

// What the faults of this room are called and say.
extension PublishFault.Kind {
    static let unreachable = PublishFault.Kind(
        name: "publish.unreachable", isTransient: true,
        what: Bilingual(fr: "{destination} ne répond pas", en: "{destination} does not answer"),
        remedy: Bilingual(
            fr: "Relancez plus tard : ce qui est déjà publié reste, le reste suivra",
            en: "Run again later: what is published already stays, the rest will follow"))
    static let busy = PublishFault.Kind(
        name: "publish.busy", isTransient: true,
        what: Bilingual(fr: "{destination} est en difficulté ({status})", en: "{destination} is in trouble ({status})"),
        remedy: Bilingual(fr: "Relancez plus tard", en: "Run again later"))
    static let notAPortal = PublishFault.Kind(
        name: "publish.not-a-portal",
        what: Bilingual(
            fr: "{destination} : l'adresse ne répond pas comme un portail {kind}",
            en: "{destination}: the address does not answer as a {kind} portal"),
        remedy: Bilingual(
            fr: "Corrigez l'adresse sous destinations: dans lavoir.yaml",
            en: "Correct the address under destinations: in lavoir.yaml"))
    static let redirected = PublishFault.Kind(
        name: "publish.redirected",
        what: Bilingual(
            fr: "{destination} renvoie vers {address} : le jeton n'y est pas envoyé",
            en: "{destination} redirects to {address}: the token is not sent there"),
        remedy: Bilingual(
            fr: "Si cette adresse est la bonne, écrivez-la sous destinations: dans lavoir.yaml",
            en: "If that address is the right one, write it under destinations: in lavoir.yaml"))
    static let denied = PublishFault.Kind(
        name: "publish.denied",
        what: Bilingual(
            fr: "{destination} : le jeton ne permet pas de publier dans « {organization} »",
            en: "{destination}: the token may not publish in \"{organization}\""),
        remedy: Bilingual(
            fr: "Demandez pour ce jeton le rôle d'éditeur dans l'organisation, ou choisissez parmi : {organizations}",
            en: "Ask for the editor's role in the organisation for this token, or choose among: {organizations}"))
    static let refused = PublishFault.Kind(
        name: "publish.refused",
        what: Bilingual(fr: "{destination} refuse ce qui est envoyé", en: "{destination} refuses what is sent"),
        remedy: Bilingual(
            fr: "Corrigez la fiche du jeu d'après ce que dit le portail, puis relancez",
            en: "Correct the dataset's sheet by what the portal says, then run again"))
    static let fileRefused = PublishFault.Kind(
        name: "publish.file-refused",
        what: Bilingual(
            fr: "{destination} n'accepte pas {file} ({size})", en: "{destination} does not accept {file} ({size})"),
        remedy: Bilingual(
            fr:
                "Trop gros ou d'un type refusé : retirez ce format de formats:, ou voyez avec le gestionnaire du portail, puis « lavoir publish »",
            en:
                "Too large, or of a type it refuses: leave this format out of formats:, or see with who runs the portal, then `lavoir publish`"
        ))
    static let ambiguous = PublishFault.Kind(
        name: "publish.ambiguous",
        what: Bilingual(
            fr: "{destination} a plusieurs fiches pour ce jeu : {names}",
            en: "{destination} has several sheets for this dataset: {names}"),
        remedy: Bilingual(
            fr: "Gardez-en une sur le portail, supprimez les autres, puis relancez",
            en: "Keep one of them on the portal, delete the others, then run again"))
    static let notOurs = PublishFault.Kind(
        name: "publish.not-ours",
        what: Bilingual(
            fr: "{destination} : {what} existe et n'a pas été écrit par Lavoir",
            en: "{destination}: {what} exists and was not written by Lavoir"),
        remedy: Bilingual(
            fr: "Déplacez-le ou supprimez-le s'il ne sert plus, ou choisissez un autre endroit",
            en: "Move it, or delete it if it is of no use, or choose another place"))
    static let deleted = PublishFault.Kind(
        name: "publish.deleted-there",
        what: Bilingual(
            fr: "{destination} : la fiche a été supprimée sur le portail",
            en: "{destination}: the sheet was deleted on the portal"),
        remedy: Bilingual(
            fr: "Pour la remettre, relancez « lavoir publish » avec --restore ; sinon retirez {destination} de publish:",
            en: "To put it back, run `lavoir publish` with --restore; else take {destination} out of publish:"))
    static let notWritten = PublishFault.Kind(
        name: "publish.not-written",
        what: Bilingual(fr: "{destination} : {what} n'a pas pu être écrit", en: "{destination}: {what} could not be written"),
        remedy: Bilingual(
            fr: "Vérifiez les droits et la place du dossier", en: "Check the permissions and the space of the folder"))
    static let outside = PublishFault.Kind(
        name: "publish.outside",
        what: Bilingual(
            fr: "{destination} : « {what} » sort du territoire", en: "{destination}: \"{what}\" leaves the territory"),
        remedy: Bilingual(
            fr: "Donnez un chemin du territoire, ou un chemin complet qui commence par /",
            en: "Give a path of the territory, or a whole path that begins with /"))
    static let notKept = PublishFault.Kind(
        name: "publish.not-kept",
        what: Bilingual(
            fr: "{destination} a répondu oui, mais la relecture diffère : {what}",
            en: "{destination} said yes, but what it shows differs: {what}"),
        remedy: Bilingual(
            fr: "Regardez la fiche sur le portail : une règle du portail change peut-être cette valeur",
            en: "Look at the sheet on the portal: a rule of the portal may change this value"))

    static let noBucket = PublishFault.Kind(
        name: "publish.no-bucket",
        what: Bilingual(
            fr: "{destination} : le bucket « {what} » n'existe pas", en: "{destination}: there is no bucket \"{what}\""),
        remedy: Bilingual(
            fr: "Créez-le, ou corrigez son nom, l'adresse du stockage et la région sous destinations: dans lavoir.yaml",
            en: "Make it, or correct its name, the storage's address and the region under destinations: in lavoir.yaml"))
    static let bucketDenied = PublishFault.Kind(
        name: "publish.bucket-denied",
        what: Bilingual(
            fr: "{destination} : la clé ne permet pas d'écrire dans « {what} »",
            en: "{destination}: the key may not write to \"{what}\""),
        remedy: Bilingual(
            fr: "Vérifiez la clé, son secret et ses droits (lister, lire, écrire, supprimer), et l'heure de la machine",
            en: "Check the key, its secret and its rights (list, read, write, delete), and the machine's clock"))

    static let all = [
        unreachable, busy, notAPortal, redirected, denied, refused, fileRefused, ambiguous, notOurs, deleted, notWritten, outside,
        notKept, noBucket, bucketDenied,
    ]
}
