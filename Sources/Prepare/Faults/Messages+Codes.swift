internal import Territory

// What steps find in codes and names, the two languages one under the other.

extension FindingKind {
    /// A number whose key does not hold. Detail: the kind of number.
    static let badKey = FindingKind(
        code: "prepare.bad-key", severity: .warning,
        what: Bilingual(
            fr: "« {value} » dans {field} n'est pas un {detail} : sa clé de contrôle est fausse",
            en: "\"{value}\" in {field} is not a {detail}: its check digit is wrong"),
        remedy: Bilingual(
            fr: "retrouvez le numéro sur annuaire-entreprises.data.gouv.fr et corrigez-le à la source",
            en: "look the number up on annuaire-entreprises.data.gouv.fr and correct it at the source"))

    /// A zero that was lost in front of a code and is back. Detail: the code as it is now.
    static let restoredZero = FindingKind(
        code: "prepare.restored-zero", severity: .note,
        what: Bilingual(
            fr: "« {value} » dans {field} avait perdu le zéro de tête : {detail}",
            en: "\"{value}\" in {field} had lost the zero in front: {detail}"),
        remedy: Bilingual(
            fr: "exportez la colonne comme du texte pour que le tableur garde les zéros",
            en: "export the column as text, so that the spreadsheet keeps the zeros"))

    /// A value without the shape of its kind. Detail: the kind.
    static let wrongShape = FindingKind(
        code: "prepare.wrong-shape", severity: .warning,
        what: Bilingual(
            fr: "« {value} » dans {field} n'a pas la forme attendue : {detail} ; laissé tel quel",
            en: "\"{value}\" in {field} has not the shape expected: {detail}; left as it is"),
        remedy: Bilingual(
            fr: "corrigez la valeur à la source, ou videz-la avec « map »",
            en: "correct the value at the source, or empty it with \"map\""))

    /// Another way of writing a name. Detail: the name proposed.
    static let variant = FindingKind(
        code: "prepare.variant", severity: .note,
        what: Bilingual(
            fr: "« {value} » dans {field} est sans doute une autre façon d'écrire « {detail} »",
            en: "\"{value}\" in {field} is probably another way of writing \"{detail}\""),
        remedy: Bilingual(
            fr: "décidez sous « keep » : « {value} » dans la liste de « {detail} », ou à son propre nom s'il est autre",
            en: "decide under \"keep\": \"{value}\" in the list of \"{detail}\", or under its own name if it is another"))
}
