internal import Territory

/// What lets a browser search the catalogue from its own bar: an OpenSearch description
/// (<https://github.com/dewitt/opensearch>, 1.1 draft 6).
package struct SearchDescription: Sendable {
    package static let file = "opensearch.xml"

    let site: Site
    /// The address of the server, without a slash at its end.
    let base: String

    package init(_ site: Site, base: String) {
        self.site = site
        self.base = base
    }

    package var text: String {
        // The short name holds sixteen characters at most.
        let description: HTML = """
            <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
            <ShortName>\(String(site.bareName.prefix(16)))</ShortName>
            <Description>\(site.pick("Chercher dans les données de \(site.name)", "Search the data of \(site.name)"))</Description>
            <Language>\(site.language.rawValue)</Language>
            <InputEncoding>UTF-8</InputEncoding>
            <Image width="32" height="32" type="\(site.theme.icon.type)">\(base)/\(site.theme.icon.path)</Image>
            <Url type="text/html" template="\(site.absolute(["donnees"], base))?q={searchTerms}"/>
            <Url type="application/opensearchdescription+xml" rel="self" template="\(site.absolute([Self.file], base))"/>
            </OpenSearchDescription>

            """
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + description.text
    }
}
