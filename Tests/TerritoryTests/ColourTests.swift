import Testing

@testable import Territory

@Suite("Colours")
struct ColourTests {
    /// The contrasts are those of the W3C's own definition, worked out apart.
    @Test(
        "are read on one another",
        arguments: [
            ("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#0b5f8a", "#ffffff", 6.958), ("#ffffff", "#ffffff", 1),
        ])
    func contrast(one: String, other: String, ratio: Double) throws {
        let (one, other) = (try #require(Colour(one)), try #require(Colour(other)))
        #expect(abs(one.contrast(with: other) - ratio) < 0.01 && one.contrast(with: other) == other.contrast(with: one))
    }

    @Test(
        "that are too pale or too dark have a neighbour that can be read",
        arguments: [("#e8a33d", "#ffffff"), ("#0b5f8a", "#1b232a"), ("#ffffff", "#ffffff"), ("#000000", "#000000")])
    func readable(colour: String, ground: String) throws {
        let (colour, ground) = (try #require(Colour(colour)), try #require(Colour(ground)))
        #expect(colour.readable(on: ground, contrast: 4.5).contrast(with: ground) >= 4.5)
    }

    @Test("are six digits", arguments: ["", "#fff", "0b5f8a", "#0b5f8g", "red", "#0b5f8a00"])
    func refused(text: String) { #expect(Colour(text) == nil) }
}
