internal import Territory

/// What the faults of this room say.
enum CollectMessages {
    static let what: [CollectFault.Code: Bilingual] = [
        .noFile: Bilingual(fr: "aucun fichier ne correspond à « {subject} »", en: "no file matches \"{subject}\""),
        .unreadable: Bilingual(fr: "{subject} ne se lit pas : {reason}", en: "{subject} cannot be read: {reason}"),
        .tooLarge: Bilingual(
            fr: "{subject} dépasse la taille admise ({limit})", en: "{subject} is larger than allowed ({limit})"),
        .unknownFormat: Bilingual(
            fr: "{subject} n'est pas d'un format connu ({expected})", en: "{subject} is not of a known format ({expected})"),
        .lookAlike: Bilingual(fr: "{subject} est {name}, pas une table", en: "{subject} is {name}, not a table"),
        .sheetNotFound: Bilingual(
            fr: "{subject} n'a pas de feuille « {sheet} » ; il a : {sheets}",
            en: "{subject} has no sheet \"{sheet}\"; it has: {sheets}"),
        .unknownEncoding: Bilingual(
            fr: "l'encodage « {encoding} » n'est pas connu", en: "the encoding \"{encoding}\" is not known"),
        .wrongEncoding: Bilingual(
            fr: "{subject} n'est pas en {encoding} : octet {byte} à la ligne {line}",
            en: "{subject} is not in {encoding}: byte {byte} on line {line}"),
        .noHeader: Bilingual(
            fr: "{subject} n'a pas de ligne {header}", en: "{subject} has no line {header}"),
        .notTheOption: Bilingual(
            fr: "« {option} » ne concerne pas {subject}", en: "\"{option}\" does not apply to {subject}"),
        .openQuote: Bilingual(
            fr: "un guillemet ouvert à la ligne {line} de {subject} ne se referme pas",
            en: "a quote opened on line {line} of {subject} is never closed"),
        .longRecord: Bilingual(
            fr: "la ligne {line} de {subject} dépasse {limit}", en: "line {line} of {subject} is longer than {limit}"),
        .wrongDelimiter: Bilingual(
            fr: "« {value} » ne peut pas séparer des cellules", en: "\"{value}\" cannot separate cells"),
        .wrongColumns: Bilingual(
            fr: "les positions « {value} » ne désignent pas une colonne", en: "the positions \"{value}\" are not a column"),
        .malformed: Bilingual(
            fr: "{subject} n'est pas un {format} bien formé, ligne {line}, colonne {column} : {reason}",
            en: "{subject} is not well-formed {format}, line {line}, column {column}: {reason}"),
        .noRecords: Bilingual(
            fr: "{subject} n'a pas d'enregistrement {records} ; il a : {found}",
            en: "{subject} has no record {records}; it has: {found}"),
        .layerNotFound: Bilingual(
            fr: "{subject} n'a pas de couche « {layer} » ; il a : {layers}",
            en: "{subject} has no layer \"{layer}\"; it has: {layers}"),
        .chooseMember: Bilingual(
            fr: "{subject} contient plusieurs tables : {members}", en: "{subject} holds several tables: {members}"),
        .noMember: Bilingual(
            fr: "{subject} ne contient rien de lisible sous « {member} » ; il contient : {members}",
            en: "{subject} holds nothing to read under \"{member}\"; it holds: {members}"),
        .unsafeMember: Bilingual(
            fr: "{subject} contient un nom qui sort de l'archive : « {member} »",
            en: "{subject} holds a name that leaves the archive: \"{member}\""),
    ]

    static let remedy: [CollectFault.Code: Bilingual] = [
        .noFile: Bilingual(
            fr: "Déposez le fichier dans le dossier du territoire, ou corrigez le chemin",
            en: "Put the file into the territory's folder, or correct the path"),
        .unreadable: Bilingual(
            fr: "Ouvrez le fichier dans son logiciel, enregistrez-le de nouveau, ou rétablissez les droits de lecture",
            en: "Open the file in its program and save it again, or restore the permission to read it"),
        .tooLarge: Bilingual(fr: "Découpez le fichier en plusieurs", en: "Cut the file into several"),
        .unknownFormat: Bilingual(
            fr: "Enregistrez le fichier dans l'un de ces formats", en: "Save the file in one of these formats"),
        .lookAlike: Bilingual(fr: "{advice}", en: "{advice}"),
        .sheetNotFound: Bilingual(
            fr: "Écrivez sheet: avec l'un de ces noms, ou son numéro", en: "Write sheet: with one of these names, or its number"),
        .unknownEncoding: Bilingual(
            fr: "Écrivez encoding: utf-8, windows-1252, latin-1, latin-9 ou utf-16",
            en: "Write encoding: utf-8, windows-1252, latin-1, latin-9 or utf-16"),
        .wrongEncoding: Bilingual(
            fr: "Retirez encoding: de la source pour le laisser détecter, ou corrigez-le",
            en: "Remove encoding: from the source to have it detected, or correct it"),
        .noHeader: Bilingual(
            fr: "Corrigez header: le numéro de la ligne des titres de colonnes",
            en: "Correct header: the number of the line with the column titles"),
        .notTheOption: Bilingual(fr: "Retirez « {option} » de la source", en: "Remove \"{option}\" from the source"),
        .openQuote: Bilingual(
            fr: "Refermez ou retirez ce guillemet, ou écrivez quote: \"\" si le fichier n'en emploie pas",
            en: "Close or remove that quote, or write quote: \"\" if the file uses none"),
        .longRecord: Bilingual(
            fr: "Ce n'est sans doute pas une table de texte : demandez le fichier dans un autre format",
            en: "It is probably no table of text: ask for the file in another format"),
        .wrongDelimiter: Bilingual(
            fr: "Écrivez delimiter: \";\", \",\", \"|\", tab, ou les caractères qui séparent les cellules, sans fin de ligne",
            en: "Write delimiter: \";\", \",\", \"|\", tab, or the characters between the cells, without a line end"),
        .wrongColumns: Bilingual(
            fr: "Écrivez le premier et le dernier caractère, comptés de 1 : columns: { CODE: 1-5, NOM: 6-40 }",
            en: "Write the first and the last character, counted from 1: columns: { CODE: 1-5, NAME: 6-40 }"),
        .malformed: Bilingual(
            fr: "Exportez de nouveau le fichier depuis son logiciel, sans le modifier à la main",
            en: "Export the file again from its program, and do not edit it by hand"),
        .noRecords: Bilingual(
            fr: "Écrivez records: avec l'un de ces chemins", en: "Write records: with one of these paths"),
        .layerNotFound: Bilingual(
            fr: "Écrivez layer: avec l'un de ces noms", en: "Write layer: with one of these names"),
        .chooseMember: Bilingual(
            fr: "Écrivez member: avec l'un de ces noms, ou un motif comme \"*.csv\"",
            en: "Write member: with one of these names, or a pattern such as \"*.csv\""),
        .noMember: Bilingual(
            fr: "Corrigez member:, ou déposez une archive qui contient la table",
            en: "Correct member:, or put an archive that holds the table"),
        .unsafeMember: Bilingual(
            fr: "Refaites l'archive avec un logiciel courant, et méfiez-vous de qui l'a envoyée",
            en: "Make the archive anew with a common program, and beware of who sent it"),
    ]
}
