internal import Foundation
internal import HTTPTypes
internal import NIOCore
internal import Query
internal import Territory

/// The formats that a dataset leaves in.
struct ExportsEndpoint: Endpoint {
    let pattern = "\(Explore.root)/datasets/{dataset}/exports"
    let family = Family.explore

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { try serving.dependence(ask) }

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let copy = try await serving.copy(ask), path = Explore.path(ask.place("dataset"), "exports")
        let forms = ExportForms.all.filter { $0.applies(to: copy.table) }.map(\.name)
        let links =
            [JSON.members(["rel": "self", "href": .text(ask.link(path))])]
            + forms.map { .members(["rel": .text($0), "href": .text(ask.link("\(path)/\($0)"))]) }
        return .json(.members(["links": .list(links)]))
    }
}

/// All the rows of a dataset, or those chosen, as a file. It begins at once whatever its size, and stops when its reader leaves.
struct ExportEndpoint: Endpoint {
    let pattern = "\(Explore.root)/datasets/{dataset}/exports/{format}"
    let family = Family.explore

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { try serving.dependence(ask) }

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let copy = try await serving.copy(ask), dataset = ask.place("dataset")
        guard let form = ExportForms.form(ask.place("format"), for: copy.table) else {
            throw Refusal.noFormat(ask.place("format"))
        }
        let request = try ExploreRequest(ask)
        let job = ExportJob(
            plan: try request.export(over: copy.table), table: copy.table, request: request, name: dataset,
            labels: serving.labels(dataset), serving: serving)
        let state = try serving.dependence(ask).map { "\(dataset) \($0.state)" }
        return try await Exporting.answer(job, form, sharedAs: state, holding: copy)
    }
}

/// Lets an export begin, and answers with its bytes.
enum Exporting {
    /// - Parameters:
    ///   - state: what equal exports have in common; nil when this one is on its own.
    ///   - holding: what must stay open to the end.
    static func answer(
        _ job: ExportJob, _ form: any ExportForm, sharedAs state: String?, holding: any AnyObject & Sendable
    ) async throws -> Answer {
        let fill = try form.prepare(job)
        let isCompressed = try job.request.flag("compressed")
        let key =
            state.map { "\($0) \(form.name) \(job.request.ask.parameters.without("apikey").normalised)" } ?? UUID().uuidString
        let run = try job.serving.spools.run(key) { spool in
            ExportRun(spool) { spool in
                try await fill(spool)
                withExtendedLifetime(holding) {}
            }
        }
        // What goes wrong before the first byte is still told with a status of its own.
        _ = try await run.spool.piece(from: 0, upTo: 1)
        var answer = Answer(
            type: form.type, .stream(isCompressed ? Packing.stream(run.stream, through: { Gzip(level: 1) }) : run.stream)
        ).named(
            "\(job.name).\(form.ending)")
        if isCompressed {
            answer = Answer(type: "application/gzip", answer.body).named("\(job.name).\(form.ending).gzip")
        }
        return answer
    }
}

extension Serving {
    /// The titles of a dataset's fields.
    func labels(_ dataset: String) -> [String: String] {
        let fields = territory.dataset(dataset)?.resolvedFields ?? []
        return Dictionary(
            fields.compactMap { field in field.label.map { (field.name, $0) } }, uniquingKeysWith: { first, _ in first })
    }
}
