internal import Foundation
internal import Publish

/// The forms that linked data is had in: the ending of the address, the media type.
enum LinkedForm: String, Sendable, CaseIterable {
    case ttl, jsonld, rdf, xml

    var type: String {
        switch self {
        case .ttl: "text/turtle; charset=utf-8"
        case .jsonld: "application/ld+json; charset=utf-8"
        case .rdf, .xml: "application/rdf+xml; charset=utf-8"
        }
    }

    func text(_ nodes: [GraphNode]) -> String {
        switch self {
        case .ttl: Turtle.text(nodes)
        case .jsonld: JSONLD.text(nodes)
        case .rdf, .xml: RDFXML.text(nodes)
        }
    }

    /// What an `Accept` header likes best (RFC 9110 §12.5.1); nil is a page for people.
    static func preferred(_ accept: String?) -> LinkedForm? {
        let known: [String: LinkedForm] = [
            "text/turtle": .ttl, "application/ld+json": .jsonld, "application/rdf+xml": .rdf, "application/json": .jsonld,
            "application/xml": .rdf, "text/xml": .rdf,
        ]
        var best: (form: LinkedForm?, weight: Double) = (.ttl, 0)
        for part in (accept ?? "*/*").lowercased().split(separator: ",") {
            let words = part.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            let weight = words.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            guard let type = words.first, weight > best.weight else { continue }
            if let form = known[type] { best = (form, weight) }
            if type == "text/html" || type == "application/xhtml+xml" { best = (nil, weight) }
        }
        return best.form
    }
}
