internal import Foundation
internal import HTTPTypes
internal import NIOCore
internal import Portal
internal import Query
internal import Territory

/// The APIs, to try.
struct TryAddress: PortalAddress {
    let path = TryPage.path

    func html(_ view: PortalView) async throws -> HTML {
        TryPage(
            view.site, view.state, view.serving.openDatasets(view.site.language), base: view.ask.base,
            reply: try await reply(view)
        ).html
    }

    private func reply(_ view: PortalView) async throws -> TryPage.Reply {
        guard let name = TryPage.dataset(view.state) else { return .nothing }
        guard view.exhibit(of: name) != nil else { throw Refusal.noDataset(name) }
        do {
            return .text(try await view.records(of: name, TryPage.question(view.state)))
        } catch let fault as QueryFault {
            return .fault(fault.what.text(in: view.site.language))
        } catch let refusal as Refusal where refusal.status.code == 400 {
            return .fault(refusal.what.text(in: view.site.language))
        }
    }
}

extension PortalView {
    /// What the Explore API answers to a question about the rows of a dataset, on several lines, for people.
    func records(of dataset: String, _ question: [(name: String, value: String)]) async throws -> String {
        var ask = ask.with(Parameters(question.map { Parameters.Item(name: $0.name, value: $0.value) }))
        ask.places["dataset"] = dataset
        let answer = try await RecordsEndpoint().answer(ask, serving)
        guard case .bytes(let body) = answer.body else { throw Refusal.inside }
        let json = String(buffer: body)
        guard let value = try? JSONSerialization.jsonObject(with: Data(json.utf8)),
            let bytes = try? JSONSerialization.data(
                withJSONObject: value, options: [.prettyPrinted, .withoutEscapingSlashes, .sortedKeys])
        else { return json }
        return String(decoding: bytes, as: UTF8.self)
    }
}
