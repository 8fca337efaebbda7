/// How the town's own portal looks and what it shows first: the key `portal` of `lavoir.yaml`.
package struct PortalDeclaration: Sendable, Hashable {
    /// A link to another site of the town.
    package struct Link: Sendable, Hashable {
        package let title: Bilingual
        package let address: String
    }

    /// The colour of links and buttons on white, and on black.
    package let colour: Colour?
    package let darkColour: Colour?
    /// A picture of the territory's folder, SVG or PNG.
    package let logo: String?
    package let links: [Link]
    /// Names of datasets, shown on the first page.
    package let highlights: [String]
    /// Where a weakness of the site is told: an address that begins with `mailto:` or `https:` (RFC 9116).
    package let security: String?
    package let accessibility: AccessibilityStatement

    /// - Parameter statement: what the file of the accessibility statement holds.
    init(_ value: Value?, statement: Value?) {
        colour = value?["colour"]?.text.flatMap { Colour($0) }
        darkColour = value?["colour-dark"]?.text.flatMap { Colour($0) }
        logo = value?["logo"]?.text
        links = (value?["links"]?.list ?? []).compactMap { link in
            guard let title = link["title"].flatMap({ Bilingual($0) }), let address = link["address"]?.text else { return nil }
            return Link(title: title, address: address)
        }
        highlights = value?["highlights"]?.texts ?? []
        security = value?["security"]?.text
        accessibility = AccessibilityStatement(statement)
    }

    /// A town that says nothing of its portal.
    package static let plain = PortalDeclaration(nil, statement: nil)
}

/// What a town declares of the accessibility of its portal (article 47 of law 2005-102, decree 2019-768). A site that was not audited is
/// not compliant.
package struct AccessibilityStatement: Sendable, Hashable {
    package enum Conformity: String, Sendable, Hashable, CaseIterable {
        case none, partial, full
    }

    package let conformity: Conformity
    /// `2026-03-01`
    package let date: String?
    package let auditor: String?
    /// `RGAA 4.1.2`
    package let standard: String?
    /// Per cent of the criteria that are met.
    package let rate: Double?
    package let failures: [Bilingual]
    package let exemptions: [Bilingual]
    /// Where to write when a page cannot be read.
    package let contact: String?

    init(_ value: Value?) {
        let audit = value?["audit"]
        conformity = audit == nil ? .none : value?["conformity"]?.text.flatMap { Conformity(rawValue: $0) } ?? .none
        date = audit?["date"]?.text
        auditor = audit?["by"]?.text
        standard = audit?["standard"]?.text
        rate = audit?["rate"]?.number
        failures = (value?["failures"]?.list ?? []).compactMap { Bilingual($0) }
        exemptions = (value?["exemptions"]?.list ?? []).compactMap { Bilingual($0) }
        contact = value?["contact"]?.text
    }
}
