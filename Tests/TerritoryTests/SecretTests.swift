import Foundation
import Testing

@testable import Territory

@Suite("Secrets")
struct SecretTests {
    private let here = FileManager.default.temporaryDirectory

    @Test("a secret comes from the environment or from a file, and from there only")
    func resolving() throws {
        let territory = try SampleTerritory(["run/token": "hunter2\n"])
        #expect(try Secret.environment("T").resolve(environment: ["T": "hunter2"], in: here) == "hunter2")
        #expect(try Secret.file("run/token").resolve(environment: [:], in: territory.folder) == "hunter2")
        let keyring = Keyring(environment: ["K": "abc"], folder: territory.folder)
        #expect(try keyring.open(.secret(.environment("K"))) == "abc")
        #expect(try keyring.open(.plain("clear")) == "clear")
    }

    @Test("an absent or empty secret is a fault that says where it was looked for", arguments: [[:], ["T": ""], ["T": "  "]])
    func missing(environment: [String: String]) throws {
        let place = Place(file: "lavoir.yaml", line: 3, column: 4)
        let fault = #expect(throws: TerritoryFault.self) {
            try Secret.environment("T", at: place).resolve(environment: environment, in: here)
        }
        #expect(fault?.code == "territory.missing-secret" && fault?.place == place)
        for language in Language.allCases {
            let text = fault?.first.rendered(in: language) ?? ""
            #expect(text.contains("env: T") && !text.contains(#/\{[a-zA-Z]+\}/#))
        }
    }

    @Test("a secret and a keyring print dots", arguments: ["print", "debug", "dump"])
    func printing(way: String) {
        let things: [Any] = [
            Secret.environment("TOKEN_NAME"), Keyring(environment: ["TOKEN_NAME": "hunter2"], folder: here),
            [PlainOrSecret.secret(.file("/run/hunter2"))],
        ]
        for thing in things {
            var text = ""
            switch way {
            case "print": text = "\(thing)"
            case "debug": text = String(reflecting: thing)
            default: dump(thing, to: &text)
            }
            #expect(text.contains("••••") && !text.contains("hunter2") && !text.contains("TOKEN_NAME"), "\(text)")
        }
    }

    @Test(
        "a secret written in clear is refused and never repeated",
        arguments: ["hunter2", "[hunter2]", "{ env: hunter2!, x: 1 }", "{ env: \"hunter2 ?\" }", "{ value: hunter2 }", "123456"])
    func literal(written: String) throws {
        let lavoir = "territory: { name: V }\ndestinations: { m: { ckan: x, token: \(written) } }\n"
        let problems = try SampleTerritory([:], lavoir: lavoir).problems
        #expect(problems.count == 1 && problems.first?.place == Place(file: "lavoir.yaml", line: 2, column: 38))
        let bytes = try JSONEncoder().encode(problems)
        #expect(!String(decoding: bytes, as: UTF8.self).contains(#/hunter2|123456/#))
    }

    @Test("a laptop checks a territory without its secrets")
    func notAtLoad() throws {
        let territory = try SampleTerritory([:]).load()
        #expect(territory.destinations["metropole"]?.options["token"].flatMap { Secret($0) }?.reference == "env: CKAN_TOKEN")
    }
}
