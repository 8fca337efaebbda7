import Testing
import Territory

@testable import Inspect

@Suite("A drafted YAML value")
struct YamlNodeTests {
    @Test(
        "reads back as the text it was",
        arguments: [
            "montant", "N° SIRET", "non", "true", "12", "a: b", "a #b", " bord ", "l'été", "\"guillemets\"", "\\",
            "ligne\nbrisée",
            "\u{1}", "insécable\u{A0}ici", "-", "[a]", "{a}", "*", "&a", "!x", "%", "@", "`", "", "Montant (€)", "été", "🚲 vélo",
        ])
    func scalars(_ text: String) throws {
        let value = try Value(yaml: "cle: \(YamlNode.scalar(text))\n\(YamlNode.scalar("k" + text)): 1\n")
        #expect(value["cle"]?.text == text)
        #expect(value["k" + text]?.integer == 1)
    }
}
