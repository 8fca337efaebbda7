internal import HTTPTypes

/// The API described to programs: OpenAPI 3.1, our own words.
struct DescriptionEndpoint: Endpoint {
    let pattern = "api/openapi.json"
    let family = Family.own

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        var answer = Answer.json(OpenAPI(ask, serving).document)
        answer.headers[.cacheControl] = "public, max-age=300"
        return answer
    }
}
