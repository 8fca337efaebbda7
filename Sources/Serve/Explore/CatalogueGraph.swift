internal import Lake
internal import Query
internal import Territory

/// The catalogue as linked data: DCAT 2 and Dublin Core, what a harvester needs to find each dataset and its files.
/// <https://www.w3.org/TR/vocab-dcat-2/>
struct CatalogueGraph: Sendable {
    private enum Value {
        case text(String)
        case words(String, Language)
        case time(String)
        case address(String)
    }

    private struct Entry {
        let address: String
        /// Predicates and values.
        let facts: [(String, Value)]
        let files: [(address: String, type: String)]
    }

    private let territory: Territory
    private let address: String
    private let entries: [Entry]

    init(_ territory: Territory, _ copies: [OpenCopy], _ ask: Ask) {
        self.territory = territory
        address = ask.link("\(Explore.root)/datasets")
        entries = copies.compactMap { copy in
            territory.dataset(copy.copy.dataset).map { Self.entry($0, copy, territory, ask) }
        }
    }

    private static func entry(_ dataset: Dataset, _ copy: OpenCopy, _ territory: Territory, _ ask: Ask) -> Entry {
        var facts = [("dct:identifier", Value.text(dataset.name))]
        for language in territory.languages {
            facts.append(("dct:title", .words(dataset.title.text(in: language), language)))
            if let words = dataset.description?.text(in: language) { facts.append(("dct:description", .words(words, language))) }
        }
        facts += dataset.keywords.map { ("dcat:keyword", .text($0)) }
        facts.append(("dct:publisher", .text(territory.name)))
        if let frequency = dataset.frequency {
            let list = "http://publications.europa.eu/resource/authority/frequency/"
            facts.append(("dct:accrualPeriodicity", .address(list + frequency.authorityCode)))
        }
        facts.append(("dct:modified", .time(DatasetMetadata.instant(copy.about.committed))))
        if let licence = Licence(dataset.licence ?? territory.licence).address {
            facts.append(("dct:license", .address(licence)))
        }
        let forms = ExportForms.all.filter { $0.applies(to: copy.table) }
        let files = forms.map {
            (ask.link(Explore.path(dataset.name, "exports/\($0.name)")), String($0.type.prefix { $0 != ";" }))
        }
        return Entry(address: ask.link(Explore.path(dataset.name)), facts: facts, files: files)
    }

    /// As Turtle.
    var turtle: String {
        var text = """
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

            <\(address)> a dcat:Catalog ; dct:title \(JSONText.quoted(territory.name))
            """
        for entry in entries { text += " ;\n    dcat:dataset <\(entry.address)>" }
        text += " .\n"
        for entry in entries {
            text += "\n<\(entry.address)> a dcat:Dataset"
            for (predicate, value) in entry.facts { text += " ;\n    \(predicate) \(Self.turtle(value))" }
            for file in entry.files {
                text +=
                    " ;\n    dcat:distribution [ a dcat:Distribution ; dcat:mediaType \(JSONText.quoted(file.type)) ; dcat:downloadURL <\(file.address)> ]"
            }
            text += " .\n"
        }
        return text
    }

    /// As RDF/XML.
    var xml: String {
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" \
            xmlns:dct="http://purl.org/dc/terms/">
            <dcat:Catalog rdf:about="\(MarkupText.escaped(address))"><dct:title>\(MarkupText.escaped(territory.name))</dct:title>

            """
        for entry in entries {
            text += "<dcat:dataset><dcat:Dataset rdf:about=\"\(MarkupText.escaped(entry.address))\">\n"
            text += entry.facts.map { Self.element($0.0, $0.1) + "\n" }.joined()
            for file in entry.files {
                text += "<dcat:distribution><dcat:Distribution><dcat:mediaType>\(MarkupText.escaped(file.type))</dcat:mediaType>"
                text +=
                    "<dcat:downloadURL rdf:resource=\"\(MarkupText.escaped(file.address))\"/></dcat:Distribution></dcat:distribution>\n"
            }
            text += "</dcat:Dataset></dcat:dataset>\n"
        }
        return text + "</dcat:Catalog>\n</rdf:RDF>\n"
    }

    private static func turtle(_ value: Value) -> String {
        switch value {
        case .text(let text): JSONText.quoted(text)
        case .words(let words, let language): "\(JSONText.quoted(words))@\(language.rawValue)"
        case .time(let time): "\(JSONText.quoted(time))^^xsd:dateTime"
        case .address(let address): "<\(address)>"
        }
    }

    private static func element(_ predicate: String, _ value: Value) -> String {
        let (attribute, text) =
            switch value {
            case .text(let text): ("", text)
            case .words(let words, let language): (" xml:lang=\"\(language.rawValue)\"", words)
            case .time(let time): (" rdf:datatype=\"http://www.w3.org/2001/XMLSchema#dateTime\"", time)
            case .address(let address): (" rdf:resource=\"\(MarkupText.escaped(address))\"", "")
            }
        return "<\(predicate)\(attribute)>\(MarkupText.escaped(text))</\(predicate)>"
    }
}
