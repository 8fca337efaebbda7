internal import Territory

/// The page of one dataset of a folder: what it is, its files with their hashes, its fields.
struct DatasetPage {
    private let publication: Publication
    private let language: Language

    init(_ publication: Publication, _ languages: [Language]) {
        self.publication = publication
        language = languages.first ?? .french
    }

    private var sheet: Sheet { publication.sheet }

    private func pick(_ french: String, _ english: String) -> String {
        MarkupText.escaped(language.keptTogether(language == .french ? french : english))
    }

    var text: String {
        let title = sheet.title.text(in: language)
        let description = sheet.description.map { "<p>\(PageText.escaped($0, language))</p>\n" } ?? ""
        let body = """
            <p><a href="../index.html">\(pick("Tous les jeux", "All datasets"))</a></p>
            <h1>\(MarkupText.escaped(title))</h1>
            \(description)<dl>
            \(facts)
            </dl>
            \(files)
            \(fields)
            """
        return PageText.page(title, language, body)
    }

    private var facts: String {
        let licence =
            sheet.licence.address.map { "<a href=\"\(MarkupText.escaped($0))\">\(MarkupText.escaped(sheet.licence.title))</a>" }
            ?? MarkupText.escaped(sheet.licence.title)
        var pairs = [
            (pick("Producteur", "Producer"), MarkupText.escaped(sheet.producer.name)), (pick("Licence", "Licence"), licence),
            (pick("Dernière mise à jour", "Last update"), MarkupText.escaped(String(sheet.modified.prefix(10)))),
            (pick("Identifiant", "Identifier"), "<code>\(sheet.id)</code>"),
        ]
        if let contact = sheet.contact {
            let name = MarkupText.escaped(contact.name)
            let mail = contact.email.map { "<a href=\"mailto:\(MarkupText.escaped($0))\">\(name)</a>" }
            pairs.append((pick("Contact", "Contact"), mail ?? name))
        }
        return pairs.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" }.joined(separator: "\n")
    }

    private var files: String {
        let rows = publication.files.map { file in
            let link = "<a href=\"\(AddressText.encoded(file.name))\" download>\(MarkupText.escaped(file.name))</a>"
            let size = PageText.escaped(ByteCount.words(file.size), language)
            let use = PageText.escaped(file.use, language)
            return "<tr><th scope=\"row\">\(link)</th><td>\(size)</td><td>\(use)<br><code>\(file.sha256)</code></td></tr>"
        }
        return PageText.table(
            pick("Fichiers", "Files"),
            [pick("Fichier", "File"), pick("Taille", "Size"), pick("Usage, empreinte SHA-256", "Use, SHA-256 hash")],
            rows)
    }

    private var fields: String {
        let rows = sheet.fields.map { field in
            let words = [field.description, field.unit].compactMap { $0 }.joined(separator: " – ")
            let label = MarkupText.escaped(field.label ?? field.name)
            return
                "<tr><th scope=\"row\"><code>\(MarkupText.escaped(field.name))</code></th><td>\(label)</td><td>\(MarkupText.escaped(words))</td></tr>"
        }
        guard !rows.isEmpty else { return "" }
        return PageText.table(
            pick("Champs", "Fields"), [pick("Nom", "Name"), pick("Libellé", "Label"), pick("Sens, unité", "Meaning, unit")], rows)
    }
}
