internal import DuckDB
internal import Foundation
internal import HTTPTypes

/// The addresses of our own, beside the compatible APIs.
enum Own {
    static let endpoints: [any Endpoint] = [
        HealthEndpoint(), ReadyEndpoint(), MetricsEndpoint(), DescriptionEndpoint(),
        ValidateEndpoint(),
    ]
}

/// Whether the process lives.
struct HealthEndpoint: Endpoint {
    let pattern = "health"
    let family = Family.own

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer { .json(.members(["status": "ok"])) }
}

/// Whether it can answer about data: the first copies are open and the engine answers.
struct ReadyEndpoint: Endpoint {
    let pattern = "ready"
    let family = Family.own

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        guard serving.shelf.catalogue != nil else { throw Refusal.notReady }
        _ = try await serving.shelf.engine.read(deadline: .seconds(2)) { try $0.row("SELECT 1") }
        return .json(.members(["status": "ready", "datasets": .integer(serving.shelf.copies.count)]))
    }
}

/// What the server did, for Prometheus.
struct MetricsEndpoint: Endpoint {
    let pattern = "metrics"
    let family = Family.own

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        .text(serving.metrics.text(datasets: serving.shelf.copies.count), type: "text/plain; version=0.0.4; charset=utf-8")
    }
}
