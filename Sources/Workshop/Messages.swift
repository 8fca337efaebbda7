package import Territory

// The sentences of the room's faults, the two languages one under the other.
package enum WorkshopMessages {
    static let what: [String: Bilingual] = [
        "workshop.accounts-unreadable": Bilingual(
            fr: "le fichier des comptes {subject} ne se lit pas", en: "the file of accounts {subject} cannot be read"),
        "workshop.accounts-not-written": Bilingual(
            fr: "le fichier des comptes {subject} ne s'écrit pas", en: "the file of accounts {subject} cannot be written"),
        "workshop.unknown-account": Bilingual(
            fr: "aucun compte en vigueur ne s'appelle {subject}", en: "no account in force is called {subject}"),
        "workshop.account-exists": Bilingual(
            fr: "le compte {subject} existe déjà", en: "the account {subject} exists already"),
        "workshop.bad-name": Bilingual(
            fr: "« {subject} » ne peut pas être un nom de compte", en: "\"{subject}\" cannot be the name of an account"),
        "workshop.weak-password": Bilingual(
            fr: "le mot de passe de {subject} est trop facile à deviner", en: "the password of {subject} is too easy to guess"),
        "workshop.unreadable-file": Bilingual(
            fr: "« {subject} » ne se lit pas comme un tableau", en: "\"{subject}\" cannot be read as a table"),
        "workshop.too-many-drafts": Bilingual(
            fr: "{subject} a déjà trop de brouillons", en: "{subject} has too many drafts already"),
        "workshop.not-replaceable": Bilingual(
            fr: "le jeu {subject} ne se met pas à jour en déposant un fichier",
            en: "the dataset {subject} is not brought up to date by putting down a file"),
        "workshop.file-taken": Bilingual(
            fr: "le fichier {subject} existe déjà dans le dossier de la ville",
            en: "the file {subject} is already in the town's folder"),
        "workshop.no-version": Bilingual(
            fr: "{subject} n'a pas donné de version : rien n'a changé", en: "{subject} gave no version: nothing has changed"),
        "workshop.identity-unreachable": Bilingual(
            fr: "l'annuaire de la ville ne répond pas comme il faut", en: "the town's directory does not answer as it should"),
        "workshop.identity-expired": Bilingual(
            fr: "ce passage par l'annuaire a déjà servi, a duré trop longtemps, ou vient d'un autre navigateur",
            en: "this way through the directory was used before, took too long, or comes from another browser"),
        "workshop.identity-denied": Bilingual(
            fr: "l'annuaire de la ville n'a laissé entrer personne", en: "the town's directory let nobody in"),
        "workshop.identity-unbelievable": Bilingual(
            fr: "la réponse de l'annuaire n'a pas pu être vérifiée", en: "the directory's answer could not be verified"),
        "workshop.identity-unverified": Bilingual(
            fr: "l'annuaire ne garantit pas votre adresse électronique",
            en: "the directory does not vouch for your e-mail address"),
        "workshop.identity-no-account": Bilingual(
            fr: "aucun compte de l'atelier ne porte l'adresse {subject}",
            en: "no account of the workshop has the address {subject}"),
    ]

    static let remedy: [String: Bilingual] = [
        "workshop.accounts-unreadable": Bilingual(
            fr: "Rétablissez-le d'une sauvegarde, ou supprimez-le et recréez les comptes",
            en: "Restore it from a backup, or delete it and make the accounts again"),
        "workshop.accounts-not-written": Bilingual(
            fr: "Vérifiez les droits du dossier access et la place sur le disque",
            en: "Check the permissions of the folder access and the space on the disk"),
        "workshop.unknown-account": Bilingual(
            fr: "Choisissez un nom donné par « lavoir user list »", en: "Choose a name that `lavoir user list` gives"),
        "workshop.account-exists": Bilingual(
            fr: "Changez son rôle (lavoir user role) ou son mot de passe (lavoir user password)",
            en: "Change its role (lavoir user role) or its password (lavoir user password)"),
        "workshop.bad-name": Bilingual(
            fr: "Prenez des lettres sans accent, des chiffres, un point, un tiret : a.martin",
            en: "Take plain letters, digits, a dot, a hyphen: a.martin"),
        "workshop.weak-password": Bilingual(
            fr: "Prenez au moins douze signes, différents du nom : une phrase convient",
            en: "Take at least twelve characters, other than the name: a sentence does"),
        "workshop.unreadable-file": Bilingual(
            fr: "Déposez le tableau lui-même : CSV, XLSX, ODS, JSON…", en: "Put down the table itself: CSV, XLSX, ODS, JSON…"),
        "workshop.too-many-drafts": Bilingual(
            fr: "Publiez-en ou supprimez-en", en: "Publish some or remove some"),
        "workshop.not-replaceable": Bilingual(
            fr: "Sa source n'est pas un fichier seul : changez-la dans datasets/, ou mettez-y les fichiers",
            en: "Its source is not one file: change it in datasets/, or put the files where it says"),
        "workshop.file-taken": Bilingual(
            fr: "Changez le titre du jeu : son fichier prendra un autre nom",
            en: "Change the dataset's title: its file will take another name"),
        "workshop.no-version": Bilingual(
            fr: "Revenez au contrôle, corrigez ce qu'il dit, puis recommencez",
            en: "Go back to the check, mend what it tells, then try again"),
        "workshop.identity-unreachable": Bilingual(
            fr: "Recommencez dans un moment, ou connectez-vous avec un mot de passe ; le journal du serveur dit pourquoi",
            en: "Try again in a while, or sign in with a password; the server's log says why"),
        "workshop.identity-expired": Bilingual(
            fr: "Recommencez depuis la page de connexion", en: "Begin again from the sign-in page"),
        "workshop.identity-denied": Bilingual(
            fr: "Recommencez, ou connectez-vous avec un mot de passe", en: "Try again, or sign in with a password"),
        "workshop.identity-unbelievable": Bilingual(
            fr: "Demandez à la personne qui administre le serveur : son journal dit ce qui ne va pas",
            en: "Ask the person who runs the server: its log says what is wrong"),
        "workshop.identity-unverified": Bilingual(
            fr: "Faites vérifier votre adresse par la personne qui tient l'annuaire",
            en: "Have your address verified by the person who keeps the directory"),
        "workshop.identity-no-account": Bilingual(
            fr: "Demandez un compte à cette adresse (lavoir user create) à la personne qui administre le serveur",
            en: "Ask the person who runs the server for an account of that address (lavoir user create)"),
    ]

    /// Every fault of this room, for the reference.
    package static var codes: [CodeEntry] {
        what.map { code, what in CodeEntry(code: code, what: what, remedy: remedy[code] ?? Bilingual("")) }
            .sorted { $0.code < $1.code }
    }
}
