import Foundation
import Lake
import Query
import Support
import Testing

@testable import Serve

@Suite("An index of words")
struct WordIndexTests {
    @Test("is made where the dataset declares it, and finds what a look at every text finds")
    func declared() async throws {
        var files = ServedTown.seeded
        files["datasets/indexees.yaml"] = files["datasets/oeuvres.yaml"]?.replacing(
            "key: [id]", with: "key: [id]\nword_index: true")
        let town = try await ServedTown(files: files)
        let copies = town.server.serving.shelf.copies
        #expect(copies.first { $0.copy.dataset == "indexees" }?.table.words != nil)
        #expect(copies.first { $0.copy.dataset == "oeuvres" }?.table.words == nil)
        for words in [
            "search('cedre')", "search('ete')", "search(titre, 'grand')", "search('boi')", "search(mots, 'parc')",
            "suggest('eco')", "startswith(titre, 'deux')", "'eau' and 'parc'", "search('deux lignes')", "search('Point')",
            "search('2')", "not search('bois')", "search('cèdre virgules')",
        ] {
            let found = try await town.explore("datasets/indexees/records", ["where": words, "select": "id"])
            let read = try await town.explore("datasets/oeuvres/records", ["where": words, "select": "id"])
            #expect(found.status == read.status && found.text == read.text, "\(words): \(found.text)")
        }
        let some = try await town.explore("datasets/indexees/records", ["where": "search('cedre')", "select": "id"]).json()
        #expect(some["total_count"].number == 1)
    }
}
