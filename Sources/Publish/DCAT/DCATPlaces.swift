internal import Territory

/// Which place, and which days.
enum DCATPlaces {
    static func location(_ coverage: Coverage) -> GraphNode {
        var node = GraphNode(Vocabularies.place(coverage), "dct:Location")
        node.say("skos:prefLabel", .words(coverage.name, .french))
        node.say("dcat:bbox", coverage.box.map { .typed(polygon($0), "geo:wktLiteral") })
        return node
    }

    /// A box as WKT, on WGS 84, longitude first.
    private static func polygon(_ box: [Double]) -> String {
        let corners = [(0, 1), (2, 1), (2, 3), (0, 3), (0, 1)].map { "\(box[$0.0]) \(box[$0.1])" }
        return "POLYGON((\(corners.joined(separator: ", "))))"
    }

    static func period(_ period: Period) -> GraphNode {
        var node = GraphNode(nil, "dct:PeriodOfTime")
        node.say("dcat:startDate", .typed(period.from, "xsd:date"))
        node.say("dcat:endDate", period.to.map { .typed($0, "xsd:date") })
        return node
    }
}
