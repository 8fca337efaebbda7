package import DuckDB
package import Territory

/// A resource of an interface for programs, as people read it: what it is, where it leads, the rows it holds.
package struct ResourcePage: Sendable {
    /// A way on.
    package struct Link: Sendable {
        let title: String
        let address: String
        /// The media type, told when it is not a page.
        let type: String?

        package init(_ title: String, _ address: String, type: String? = nil) {
            self.title = title
            self.address = address
            self.type = type
        }
    }

    /// Rows with their values in the order of the fields.
    package struct Table: Sendable {
        let fields: [Exhibit.Field]
        let rows: [[SQLValue]]
        /// Where each row has a page of its own; none is told when there are none.
        let addresses: [String]

        package init(fields: [Exhibit.Field], rows: [[SQLValue]], addresses: [String] = []) {
            self.fields = fields
            self.rows = rows
            self.addresses = addresses
        }
    }

    let site: Site
    let path: [String]
    let title: String
    package var state = PageState()
    /// The pages above it, below the home page.
    package var trail: [(title: String, path: [String])] = []
    package var lead = Bilingual("")
    /// What is known of it: a term, and what it is.
    package var facts: [(term: Bilingual, value: String)] = []
    package var links: [Link] = []
    package var table: Table?

    package init(_ site: Site, path: [String], title: String) {
        self.site = site
        self.path = path
        self.title = title
    }

    package var html: HTML {
        let above = [(title: site.pick("Accueil", "Home"), path: [String]())] + trail
        return Layout(site: site, path: path, state: state).page(
            title, trail: above,
            main: """
                <h1 id="titre">\(title)</h1>
                \(lead.text(in: site.language).isEmpty ? .nothing : "<p>\(lead.text(in: site.language))</p>" as HTML)
                \(factList)
                \(linkList)
                \(rows)
                """)
    }

    private var factList: HTML {
        guard !facts.isEmpty else { return .nothing }
        let items = facts.map { "<div><dt>\($0.term.text(in: site.language))</dt><dd>\($0.value)</dd></div>" as HTML }
        return "<dl class=\"facts\">\(items)</dl>"
    }

    private var linkList: HTML {
        guard !links.isEmpty else { return .nothing }
        let items = links.map { link in
            let type: HTML = link.type.map { " <small>\($0)</small>" } ?? .nothing
            return "<li><a href=\"\(link.address)\">\(link.title)</a>\(type)</li>" as HTML
        }
        return "<ul>\(items)</ul>"
    }

    private var rows: HTML? {
        table.map { table in
            RowTable(
                site: site, fields: table.fields, rows: table.rows, name: "titre",
                caption: "<caption class=\"unseen\">\(title)</caption>",
                sheet: { _, index in
                    guard index < table.addresses.count else { return nil }
                    let number = String(index + 1)
                    return RowTable.Sheet(
                        address: table.addresses[index], number: number,
                        words: site.pick("Élément \(number) de cette page", "Feature \(number) of this page"))
                }
            ).html
        }
    }
}
