import Foundation
import Support
import Testing

/// One town with a dataset for each fault, each at a destination of its own behind a proxy of its own: what they wait for, they wait
/// for side by side.
struct FaultyTown: Sendable {
    struct Case: Sendable {
        let fault: String
        let dataset: String
        let proxy: PortalProxy
    }

    let town: Town
    let cases: [Case]

    init(_ portal: Portal, _ faults: [String]) throws {
        cases = try faults.map { fault in
            let name = "faute-" + fault.lowercased().map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
            let proxy = try PortalProxy(before: portal)
            try proxy.breaks(fault)
            return Case(fault: fault, dataset: name, proxy: proxy)
        }
        let lines = try cases.map { try PublishingTown.destination($0.dataset, portal, $0.proxy) }
        let datasets = cases.map { ($0.dataset, PublishingTown.dataset($0.dataset, at: $0.dataset)) }
        var town = try Town(
            lake: "destinations:\n" + lines.joined(separator: "\n") + "\n", datasets: Dictionary(datasets) { first, _ in first })
        town.environment = ["PORTAL_TOKEN": try portal.token()]
        for one in cases { try town.folder.write(PublishingTown.rows, to: "exports/\(one.dataset).csv") }
        self.town = town
    }

    /// Publishes once through the faults, then again: each was met, and nothing is left to write.
    func publish() throws {
        try town.lavoir("run")
        for one in cases {
            let verb = one.fault.split(separator: " ")[0]
            #expect(one.proxy.requests.contains { $0.hasPrefix(verb) }, "\(one.fault)")
            #expect(one.proxy.remainingFaults == [], "\(one.fault) was never met")
            try one.proxy.forget()
        }
        let answers: [PublishingTown.Answer] = try town.json("publish")
        #expect(answers.count == cases.count && answers.allSatisfy { $0.outcome == "unchanged" }, "\(answers)")
        for one in cases { #expect(one.proxy.writes == [], "\(one.fault)") }
    }
}
