internal import Territory

/// What the faults of this room say.
enum LakeMessages {
    static let what: [LakeFault.Code: Bilingual] = [
        .busy: Bilingual(
            fr: "un autre programme tient le catalogue {subject} depuis plus de {seconds} s",
            en: "another program has held the catalogue {subject} for more than {seconds} s"),
        .conflict: Bilingual(
            fr: "d'autres écritures ont devancé celle de {subject} {tries} fois de suite",
            en: "other writers were ahead of {subject} {tries} times in a row"),
        .unreachable: Bilingual(
            fr: "le lac ne s'ouvre pas : {subject}", en: "the lake cannot be opened: {subject}"),
        .notWritten: Bilingual(
            fr: "la version de {subject} n'a pas pu être écrite ; la précédente reste servie",
            en: "the version of {subject} could not be written; the previous one is still served"),
        .empty: Bilingual(fr: "le lac est encore vide : {subject}", en: "the lake is still empty: {subject}"),
        .notCopied: Bilingual(
            fr: "la copie à servir de {subject} n'a pas pu être mise en place : {reason}",
            en: "the serving copy of {subject} could not be put in place: {reason}"),
        .noGeometry: Bilingual(
            fr: "le jeu n'a ni point, ni forme, ni colonnes de latitude et de longitude",
            en: "the dataset has no point, no shape, and no columns of latitude and longitude"),
        .noVersion: Bilingual(
            fr: "{subject} n'a encore aucune version", en: "{subject} has no version yet"),
        .unknownVersion: Bilingual(
            fr: "{subject} n'a pas de version {version} ; il a : {versions}",
            en: "{subject} has no version {version}; it has: {versions}"),
        .beforeFirst: Bilingual(
            fr: "{subject} n'avait pas encore de version le {version}", en: "{subject} had no version yet on {version}"),
        .expiredVersion: Bilingual(
            fr: "la version {version} de {subject} n'est plus conservée", en: "version {version} of {subject} is no longer kept"),
    ]

    static let remedy: [LakeFault.Code: Bilingual] = [
        .busy: Bilingual(
            fr: "Recommencez dans un instant, ou fermez l'autre programme",
            en: "Try again in a moment, or close the other program"),
        .conflict: Bilingual(fr: "Recommencez dans un instant", en: "Try again in a moment"),
        .unreachable: Bilingual(
            fr: "Vérifiez lake: dans lavoir.yaml, les droits et le serveur ; « lavoir doctor » dit ce qui manque",
            en: "Check lake: in lavoir.yaml, the permissions and the server; `lavoir doctor` says what is missing"),
        .notWritten: Bilingual(
            fr: "Libérez de la place ou rétablissez l'accès en écriture, puis relancez « lavoir run {subject} »",
            en: "Free some space or restore write access, then run `lavoir run {subject}` again"),
        .empty: Bilingual(fr: "Lancez « lavoir run »", en: "Run `lavoir run`"),
        .notCopied: Bilingual(
            fr: "Vérifiez les droits et la place du dossier .lavoir/serving",
            en: "Check the permissions and the space of the folder .lavoir/serving"),
        .noGeometry: Bilingual(
            fr: "Déclarez un champ de type geo_point_2d ou geo_shape dans fields, ou exportez en csv",
            en: "Declare a field of type geo_point_2d or geo_shape under fields, or export as csv"),
        .noVersion: Bilingual(fr: "Lancez « lavoir run {subject} »", en: "Run `lavoir run {subject}`"),
        .unknownVersion: Bilingual(
            fr: "Choisissez une version de « lavoir log {subject} »", en: "Choose a version from `lavoir log {subject}`"),
        .beforeFirst: Bilingual(
            fr: "La première est du {first} UTC : choisissez une date plus tardive",
            en: "The first is of {first} UTC: choose a later date"),
        .expiredVersion: Bilingual(
            fr: "Choisissez une version plus récente, ou allongez lake: keep dans lavoir.yaml pour l'avenir",
            en: "Choose a later version, or lengthen lake: keep in lavoir.yaml for the future"),
    ]
}
