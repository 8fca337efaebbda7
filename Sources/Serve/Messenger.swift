internal import Foundation
internal import Logging
internal import Publish
internal import Runs
internal import ServiceLifecycle
internal import Territory

/// Tells the addresses under `announce:` what they have not been told, when the next attempt is due: a town whose datasets run once a
/// night would else wait for the next night.
struct Messenger: Service {
    let serving: Serving

    /// The shortest pause between two attempts is five minutes.
    private static let pause = Duration.seconds(20)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var trouble: String?
            while !Task.isCancelled {
                do {
                    try await deliver()
                    trouble = nil
                } catch {
                    // Said once, not three times a minute.
                    if trouble != "\(error)" {
                        serving.log.warning("the announcements cannot be told", metadata: ["error": "\(error)"])
                    }
                    trouble = "\(error)"
                }
                do { try await Task.sleep(for: Self.pause) } catch { return }
            }
        }
    }

    /// What is due, told once.
    func deliver() async throws {
        let environment = RunEnvironment(
            author: "lavoir serve", message: "", program: Product.version, extensionFolder: serving.extensionFolder)
        for result in try await Announcer(serving.territory, environment).send(all: false) {
            serving.log.info(
                "announced",
                metadata: [
                    "to": "\(result.announcement.name)", "dataset": "\(result.announcement.dataset)",
                    "answer": "\(result.outcome.line)",
                ])
        }
    }
}
