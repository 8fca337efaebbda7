import Foundation
import Support
import Testing

@testable import Publish
@testable import Territory

@Suite("Announcements")
struct WebhookTests {
    @Test("are signed as the example of Standard Webhooks")
    func signature() {
        let headers = WebhookSignature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").headers(
            id: "msg_p5jXN8AQM9LWM0D4loKWxJek", time: 1_614_265_330, body: #"{"test": 2432232314}"#)
        #expect(headers.map(\.name) == ["webhook-id", "webhook-timestamp", "webhook-signature"])
        #expect(headers.last?.value == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    }

    @Test(
        "go nowhere but where they may", arguments: ["http://127.0.0.1:1/", "http://169.254.169.254/latest", "http://[::1]:1/"])
    func network(_ address: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "territory: { name: V }\nannounce: { a: { url: \"\(address)\", secret: { env: S } } }\n", to: "lavoir.yaml")
        let territory = try Territory.load(
            folder.url, knowing: Sample.vocabulary, environment: ["S": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"])
        let declaration = try #require(territory.announcements.first)
        #expect(declaration.events == Set(AnnouncementDeclaration.Event.allCases))
        let outcome = await (try WebhookSender(declaration, in: territory)).send("{}", id: "msg_1", at: Date())
        guard case .forbidden = outcome else { return #expect(Bool(false), "\(outcome)") }
    }
}
