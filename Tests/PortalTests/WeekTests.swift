import Territory
import Testing

@testable import Portal

@Suite("Weeks")
struct WeekTests {
    @Test(
        "are numbered as ISO 8601 numbers them, at the edges of years too",
        arguments: [
            ("2026-03-16", "2026-W12"), ("2024-12-30", "2025-W01"), ("2021-01-03", "2020-W53"), ("2027-01-03", "2026-W53"),
            ("2020-02-29", "2020-W09"), ("1970-01-01", "1970-W01"), ("1969-12-28", "1969-W52"),
        ])
    func numbers(date: String, text: String) throws {
        let week = try #require(Week(date: date))
        #expect(week.text == text && Week(text) == week && week.dates.contains(date) && week.dates.count == 7)
    }

    @Test(
        "are refused when they are none",
        arguments: ["", "2026", "2026-W00", "2025-W53", "2026-W1", "26-W12", "2026-W12-1", "x-Wy"])
    func refused(text: String) { #expect(Week(text) == nil) }

    @Test("are said in words")
    func words() throws {
        let french = Site(name: "Essai", languages: [.french, .english], language: .french)
        let english = Site(name: "Essai", languages: [.french, .english], language: .english)
        #expect(try #require(Week("2026-W12")).words(french) == "du 16 au 20 mars 2026")
        #expect(try #require(Week("2026-W14")).words(french) == "du 30 mars au 3 avril 2026")
        #expect(try #require(Week("2026-W14")).words(english) == "30 March to 3 April 2026")
        #expect(
            Week.day("2026-04-01", .french) == "mercredi 1er avril" && Week.day("2026-04-01", .english) == "Wednesday 1 April")
    }
}
