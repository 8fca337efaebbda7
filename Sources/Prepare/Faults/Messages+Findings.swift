internal import Territory

// What steps find in the data, the two languages one under the other.

extension FindingKind {
    /// A value `parse` could not read. Detail: the kind of value expected.
    static let unreadable = FindingKind(
        code: "prepare.unreadable", severity: .error,
        what: Bilingual(
            fr: "« {value} » dans {field} n'est pas lisible (lecture demandée : {detail})",
            en: "\"{value}\" in {field} cannot be read as {detail}"),
        remedy: Bilingual(
            fr:
                "corrigez la valeur à la source, remplacez-la avec « map », ou acceptez qu'elle soit vide avec « otherwise: empty »",
            en: "correct the value at the source, replace it with \"map\", or accept it as empty with \"otherwise: empty\""))

    /// An amount with three digits behind its only separator: thousands or decimals. Detail: the amount as read.
    static let ambiguousAmount = FindingKind(
        code: "prepare.ambiguous-amount", severity: .error,
        what: Bilingual(
            fr: "« {value} » dans {field} peut être des milliers ou des décimales ; lu {detail}",
            en: "\"{value}\" in {field} may be thousands or decimals; read as {detail}"),
        remedy: Bilingual(
            fr: "écrivez les milliers avec une espace et deux décimales : 1 234,00",
            en: "write thousands with a space and two decimals: 1 234,00"))

    /// An amount finer than a cent. Detail: the amount as rounded.
    static let tooPrecise = FindingKind(
        code: "prepare.too-precise", severity: .warning,
        what: Bilingual(
            fr: "« {value} » dans {field} a plus de deux décimales ; arrondi à {detail}",
            en: "\"{value}\" in {field} has more than two decimals; rounded to {detail}"),
        remedy: Bilingual(
            fr: "vérifiez que la somme des arrondis est celle que vous publiez, ou lisez la colonne comme « number »",
            en: "check that the sum of the rounded values is the one you publish, or parse the column as \"number\""))

    /// A code longer than it should be. Detail: the length expected.
    static let tooLong = FindingKind(
        code: "prepare.too-long", severity: .warning,
        what: Bilingual(
            fr: "« {value} » dans {field} a plus de {detail} chiffres",
            en: "\"{value}\" in {field} has more than {detail} digits"),
        remedy: Bilingual(
            fr: "corrigez le code à la source",
            en: "correct the code at the source"))

    /// A code that is not made of digits. Detail: the length expected.
    static let notDigits = FindingKind(
        code: "prepare.not-digits", severity: .warning,
        what: Bilingual(
            fr: "« {value} » dans {field} n'est pas fait de chiffres ; laissé tel quel",
            en: "\"{value}\" in {field} is not made of digits; left as it is"),
        remedy: Bilingual(
            fr: "corrigez le code à la source, ou videz-le avec « map »",
            en: "correct the code at the source, or empty it with \"map\""))

    /// A code a spreadsheet turned into a power of ten.
    static let lostDigits = FindingKind(
        code: "prepare.lost-digits", severity: .error,
        what: Bilingual(
            fr: "« {value} » dans {field} : le tableur a perdu les derniers chiffres de ce code",
            en: "\"{value}\" in {field}: the spreadsheet has lost the last digits of this code"),
        remedy: Bilingual(
            fr: "retrouvez le code dans le logiciel d'origine et exportez la colonne comme du texte",
            en: "find the code again in the original application and export the column as text"))

    /// A value the lookup file does not have. Detail: the file.
    static let noMatch = FindingKind(
        code: "prepare.no-match", severity: .warning,
        what: Bilingual(
            fr: "« {value} » ({field}) n'a pas de correspondance dans {detail}",
            en: "\"{value}\" ({field}) has no match in {detail}"),
        remedy: Bilingual(
            fr: "ajoutez une ligne pour cette valeur dans {detail}, ou corrigez la valeur",
            en: "add a row for this value to {detail}, or correct the value"))
}
