internal import Foundation
internal import HTTPTypes
internal import Lake
internal import Portal
internal import Territory
internal import Workshop

/// The workshop's first page.
struct WorkshopHomeAddress: WorkshopAddress {
    let path = "atelier"
    let least: AccountRole? = .reader
    let takesForm = false

    func get(_ visit: Visit) async throws -> WorkshopReply { .page(try await Self.page(visit)) }

    /// - Parameter fault: why a file that was put down is not taken.
    static func page(_ visit: Visit, fault: FaultWords? = nil) async throws -> HTML {
        var content = WorkshopPage.Content()
        let all = visit.workroom.deposits.all(), territory = visit.serving.territory, language = visit.language
        content.own = Array(all.filter { $0.owner == visit.name }.prefix(30))
        content.queue = all.filter { $0.state == .submitted && (visit.role >= .publisher || visit.role == .reader) }
        content.replaceable = territory.datasets.filter { Placement.file(of: $0, in: territory) != nil }.map {
            (name: $0.name, title: $0.title.text(in: language))
        }
        content.limit = visit.serving.options.uploadBytes
        content.fault = fault
        content.unread = visit.workroom.suggestions.unread
        if visit.role >= .administrator { content.trail = visit.workroom.trail.latest(100) }
        content.troubles = try await troubles(visit, territory)
        return WorkshopPage(visit.site, try visit.required(), content).html
    }

    /// The latest run of each dataset that gave no version since its current one.
    private static func troubles(_ visit: Visit, _ territory: Territory) async throws -> [WorkshopPage.Trouble] {
        let language = visit.language
        let datasets = territory.datasets.map { (name: $0.name, title: $0.title.text(in: language)) }
        do {
            return try await visit.serving.lake.session { store in
                try await store.session(readOnly: true, patience: .seconds(3)) { session in
                    try datasets.compactMap { dataset in
                        try session.attemptsSinceVersion(of: dataset.name).first.map {
                            WorkshopPage.Trouble(
                                dataset: dataset.name, title: dataset.title, time: $0.time, author: $0.author,
                                errors: $0.errors, fault: $0.fault)
                        }
                    }
                }
            }
        } catch let fault as LakeFault where fault.code == "lake.empty" || fault.isTransient {
            return []
        }
    }
}
