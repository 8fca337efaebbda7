internal import Query

/// What each column can be asked, folded away until something is.
struct ColumnFilterForm: Sendable {
    let site: Site
    let filters: [ColumnFilter]

    var html: HTML {
        guard !filters.isEmpty else { return .nothing }
        let open: HTML = filters.contains(where: \.isAsked) ? " open" : .nothing
        return """
            <details\(open)><summary>\(site.pick("Filtrer par colonne", "Filter by column"))</summary>
            <div class="filters">\(filters.map(field))</div></details>
            """
    }

    private func field(_ filter: ColumnFilter) -> HTML {
        let name = filter.parameter
        return """
            <div><label for="\(name)">\(label(filter))</label><input id="\(name)" name="\(name)" value="\(filter.value)"\(kind(filter))></div>
            """
    }

    private func label(_ filter: ColumnFilter) -> String {
        let unit = filter.field.unit.map { " (\($0))" } ?? ""
        return switch filter.kind {
        case .least: site.pick("\(filter.field.label)\(unit), à partir de", "\(filter.field.label)\(unit), from")
        case .most: site.pick("\(filter.field.label)\(unit), jusqu’à", "\(filter.field.label)\(unit), to")
        case .words: filter.field.label
        }
    }

    private func kind(_ filter: ColumnFilter) -> HTML {
        if filter.field.query.type.isTemporal { return " type=\"date\"" }
        return filter.kind == .words ? .nothing : " inputmode=\"decimal\""
    }
}
