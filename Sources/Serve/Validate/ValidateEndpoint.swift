internal import Check
internal import Foundation
internal import HTTPTypes
internal import NIOCore
internal import Runs
internal import Territory

/// `/validate`: is a file conform to a schema? Parameters and answer of Validata's service (validation.md §8): `schema`, and
/// `url` with GET or `file` in a form with POST; `header_case=false` compares titles without their case; `strict=validata` gives
/// Validata's verdict, its faults included.
struct ValidateEndpoint: Endpoint {
    let pattern = "validate"
    let family = Family.own
    let isCounted = true

    func bodyLimit(_ options: ServeOptions) -> Int? { options.uploadBytes }

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let question = try ValidateQuestion(ask)
        do {
            let place = try serving.checks.enter()
            defer { place.leave() }
            return try await Deadline.within(.seconds(serving.options.checkTimeout)) { try await verdict(question, ask, serving) }
        } catch let missing as ValidateQuestion.Missing {
            return Self.json(
                ValidataAnswer(refused: missing.message, to: question.arguments, version: Product.version), .badRequest)
        }
    }

    private func verdict(_ question: ValidateQuestion, _ ask: Ask, _ serving: Serving) async throws -> Answer {
        let schema = try await schema(question, serving)
        let start = ContinuousClock.now, language = ask.language
        do {
            let (subject, copy) = try question.subject(isLocalAllowed: serving.options.asksLocalAddresses)
            defer { withExtendedLifetime(copy) {} }
            let check = FileCheck(
                subject, against: schema, as: question.manner, ignoringHeaderCase: question.ignoresHeaderCase,
                extensionFolder: serving.extensionFolder)
            let (verdict, contents) = try await check.run(examples: 10, keepsAll: true) { ($0, try $1.validataContents()) }
            let report = ValidataReport(
                verdict.report, contents, of: question.name, against: schema,
                seconds: (ContinuousClock.now - start) / .seconds(1),
                version: "lavoir \(Product.version)")
            return Self.json(ValidataAnswer(report, to: question.arguments, version: Product.version))
        } catch let fault as any Explained {
            let words = [fault.what, fault.remedy].map { $0.text(in: language) }.filter { !$0.isEmpty }.joined(separator: ". ")
            return Self.json(
                ValidataAnswer(unreadable: fault.code, words, to: question.arguments, version: Product.version))
        }
    }

    /// A published schema: a name of the catalogue or an address. A path of this machine is no schema here.
    private func schema(_ question: ValidateQuestion, _ serving: Serving) async throws -> SchemaDescriptor {
        let reference = try question.schema(), library = serving.schemas
        do {
            return try await Blocking.run { try library.published(reference) }
        } catch let fault as any Explained {
            throw ValidateQuestion.Missing(message: "\(fault.what.english) (\(reference.prefix(200)))")
        }
    }

    private static func json(_ answer: ValidataAnswer, _ status: HTTPResponse.Status = .ok) -> Answer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = (try? encoder.encode(answer)) ?? Data("{}".utf8)
        return Answer(status, type: "application/json", .bytes(ByteBuffer(bytes: bytes)))
    }
}
