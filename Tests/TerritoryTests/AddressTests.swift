import Testing

@testable import Territory

@Suite("Addresses")
struct AddressTests {
    @Test("carry names and values as they are, whatever signs they hold, in their order")
    func form() {
        #expect(AddressText.form([("b", "un & deux"), ("a b", "é=1"), ("b", "")]) == "b=un%20%26%20deux&a%20b=%C3%A9%3D1&b=")
        #expect(AddressText.form([]).isEmpty)
    }
}
