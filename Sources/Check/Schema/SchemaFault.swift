package import Territory

/// A file that is no Table Schema.
package struct SchemaFault: Explained {
    package let file: String

    package init(file: String) {
        self.file = file
    }

    package var code: String { "check.unreadable-schema" }
    package var place: Place? { nil }
    package var subject: String? { file }
    package var what: Bilingual { Bilingual(fr: "\(file) n'est pas un Table Schema", en: "\(file) is no Table Schema") }
    package var cause: Bilingual? {
        Bilingual(
            fr: "un schéma est un objet JSON dont « fields » liste des champs qui ont chacun un « name »",
            en: "a schema is a JSON object whose \"fields\" list fields that each have a \"name\"")
    }
    package var remedy: Bilingual {
        Bilingual(
            fr: "Donnez le fichier schema.json que publie l'auteur du schéma",
            en: "Give the schema.json file that the schema's author publishes")
    }
}
