import Query
import Testing

@Suite("Civil time")
struct CivilTimeTests {
    @Test("is written as the engine reads it")
    func text() {
        #expect(CivilTime(microseconds: 0).text == "1970-01-01 00:00:00")
        #expect(CivilTime(microseconds: -1_000_000).text == "1969-12-31 23:59:59")
    }
}
