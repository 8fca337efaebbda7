/// A destination that is a static site, wherever its files are kept.
package protocol SiteDestination: Destination where Found == SiteFound {
    var site: StaticSite { get }
}

extension SiteDestination {
    package func probe(_ publication: Publication, _ memory: Memory) async throws -> SiteFound {
        try await site.probe(publication)
    }

    package func plan(_ publication: Publication, _ memory: Memory, _ found: SiteFound) -> PublicationPlan {
        site.plan(publication, found)
    }

    package func apply(_ publication: Publication, _ memory: inout Memory, _ found: SiteFound) async throws {
        try await site.apply(publication, &memory, found)
    }

    package func withdraw(_ publication: Publication, _ memory: inout Memory, _ found: SiteFound) async throws {
        try await site.withdraw(publication, found)
    }
}
