// What libyaml says, in words for people; a phrase not listed here is quoted as it is.
extension YamlSyntax {
    static let sentences: [(phrase: String, detail: Bilingual)] = [
        (
            "cannot start any token",
            Bilingual(
                fr: "une tabulation ou un caractère réservé (@, `, %) commence cette valeur",
                en: "a tab or a reserved character (@, `, %) starts this value")
        ),
        (
            "tab character",
            Bilingual(fr: "une tabulation sert de retrait", en: "a tab is used to indent")
        ),
        (
            "mapping values are not allowed",
            Bilingual(
                fr: "« : » n'a pas sa place ici (retrait faux, ou texte à mettre entre guillemets)",
                en: "\":\" has no place here (wrong indentation, or text that needs quotes)")
        ),
        (
            "could not find expected ':'",
            Bilingual(fr: "il manque « : » après cette clé", en: "\":\" is missing after this key")
        ),
        (
            "did not find expected key",
            Bilingual(
                fr: "une clé était attendue ici (retrait faux ?)",
                en: "a key was expected here (wrong indentation?)")
        ),
        (
            "did not find expected '-'",
            Bilingual(
                fr: "un élément de liste « - » était attendu ici",
                en: "a list item \"-\" was expected here")
        ),
        (
            "did not find expected ',' or ']'",
            Bilingual(fr: "il manque « , » ou « ] » dans cette liste", en: "\",\" or \"]\" is missing in this list")
        ),
        (
            "did not find expected ',' or '}'",
            Bilingual(
                fr: "il manque « , » ou « } » entre ces accolades",
                en: "\",\" or \"}\" is missing between these braces")
        ),
        (
            "did not find expected node content",
            Bilingual(fr: "une valeur était attendue ici", en: "a value was expected here")
        ),
        (
            "did not find expected <document start>",
            Bilingual(
                fr: "ce texte n'appartient à aucune clé (retrait faux ?)",
                en: "this text belongs to no key (wrong indentation?)")
        ),
        (
            "sequence entries are not allowed",
            Bilingual(
                fr: "une liste ne peut pas commencer ici : passez à la ligne après la clé",
                en: "a list cannot start here: begin it on the line after the key")
        ),
        (
            "unexpected end of stream",
            Bilingual(
                fr: "le fichier finit avant que ces guillemets soient fermés",
                en: "the file ends before this quote is closed")
        ),
        (
            "unknown escape character",
            Bilingual(
                fr: "cette suite « \\ » n'existe pas entre guillemets doubles",
                en: "this \"\\\" sequence does not exist in double quotes")
        ),
        (
            "undefined alias",
            Bilingual(
                fr: "cet alias « * » ne renvoie à aucune ancre « & » placée avant lui",
                en: "this \"*\" alias refers to no \"&\" anchor placed before it")
        ),
        (
            "control characters",
            Bilingual(
                fr: "un caractère de contrôle, invisible, se trouve ici",
                en: "an invisible control character stands here")
        ),
    ]
}
