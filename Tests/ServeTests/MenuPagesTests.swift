import Foundation
import Support
import Testing

@testable import Serve

@Suite("School meals")
struct MenuPagesTests {
    /// Two weeks of two restaurants, allergens written as a list, as JSON and not at all.
    private static let town = Task {
        try await ServedTown(files: [
            "exports/menus.csv": """
            menuRestaurantNom;menuDate;menuRepasType;menuPlatType;menuPlatNom;menuPlatSiqo;menuPlatRegime;menuPlatAllergene;menuPlatPrecision
            Jean-Macé;2026-03-16;déjeuner;dessert;Flan;;;lait,oeufs;
            Jean-Macé;2026-03-16;déjeuner;entrée;Carottes;agriculture biologique;végétarien;;
            Jean-Macé;2026-03-16;déjeuner;plat principal;Dahl, riz;;végétarien;"[""lait""]";
            Pauline-Kergomard;2026-03-17;déjeuner;plat principal;Poisson <pané>;;;poissons;Carnaval
            Jean-Macé;2026-04-02;déjeuner;plat principal;Omelette;;végétarien;oeufs;

            """,
            "datasets/menus.yaml": """
            title: { fr: Menus, en: Menus }
            source: { file: exports/menus.csv }
            publish: [portal]
            fields:
              menuDate: { type: date }
              menuPlatNom: { type: text }
              menuPlatSiqo: { type: text, separator: ";" }

            """,
        ])
    }

    private static func page(_ path: String) async throws -> PageText {
        let reply = try await Self.town.value.get(path)
        #expect(reply.status == 200, "\(path) \(reply.text)")
        return PageText(reply.text)
    }

    @Test("are told day by day, each meal in the order in which it is served")
    func week() async throws {
        let lines = try await Self.page("/cantine?semaine=2026-W12").lines
        let start = try #require(lines.firstIndex(of: "Lundi 16 mars – Jean-Macé"))
        #expect(
            lines[start...].prefix(6) == [
                "Lundi 16 mars – Jean-Macé", "entrée Carottes végétarien agriculture biologique",
                "plat principal Dahl, riz végétarien Allergènes : lait", "dessert Flan Allergènes : lait, œufs",
                "Mardi 17 mars – Pauline-Kergomard", "Carnaval",
            ], "\(lines)")
        #expect(lines.contains("plat principal Poisson <pané> Allergènes : poissons"))
        #expect(lines.contains { $0.hasPrefix("Sur les 4 plats") && $0.contains("biologique : 1 ; végétariens : 2") })
    }

    @Test("point out what someone may not eat, and leave nothing out")
    func allergens() async throws {
        let lines = try await Self.page("/cantine?semaine=2026-W12&restaurant=Jean-Mac%C3%A9&sans=oeufs&sans=lait").lines
        #expect(lines.contains("Plats qui contiennent œufs, lait : 2 sur 3."))
        #expect(lines.contains { $0.hasPrefix("dessert Flan ⚠ Contient : lait, œufs") })
        #expect(!lines.contains { $0.contains("Poisson") })
        #expect(
            try await Self.page("/en/cantine?semaine=2026-W12&sans=lait").lines.contains {
                $0.hasPrefix("dessert Flan ⚠ Contains: milk Allergens: milk, eggs")
            })
    }

    @Test("lead to the nearest weeks that have a menu, and say when a week has none")
    func weeks() async throws {
        let town = try await Self.town.value
        #expect(try await town.get("/cantine?semaine=2026-W12").text.contains("semaine=2026-W14"))
        let empty = try await town.get("/cantine?semaine=2026-W13")
        #expect(empty.status == 200 && empty.text.contains("Aucun menu") && empty.text.contains("semaine=2026-W12"))
        for bad in ["2026-W54", "2025-W53", "demain", "2026-W1"] {
            #expect(try await town.get("/cantine?semaine=\(bad)").status == 404, "\(bad)")
        }
        #expect(try await ServedTown.shared.value.get("/cantine").status == 404)
    }

    @Test("come as a calendar, of one restaurant or of all")
    func calendar() async throws {
        let town = try await Self.town.value
        let file = try await town.get("/cantine.ics?restaurant=Jean-Mac%C3%A9")
        #expect(file.header("Content-Type") == "text/calendar; charset=utf-8")
        let lines = file.text.components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 75 } && lines.first == "BEGIN:VCALENDAR" && lines.last?.isEmpty == true)
        let events = file.text.replacing("\r\n ", with: "").components(separatedBy: "BEGIN:VEVENT").dropFirst()
        #expect(events.count == 2)
        #expect(
            events.first?.contains("DTSTART;VALUE=DATE:20260316\r\nSUMMARY:Dahl\\, riz\r\nLOCATION:Jean-Macé") == true,
            "\(events)")
        #expect(
            events.first?.contains(
                "DESCRIPTION:entrée : Carottes\\nplat principal : Dahl\\, riz (lait)\\ndessert : Flan (lait\\, oeufs)") == true)
        let all = try await town.get("/cantine.ics").text
        #expect(all.components(separatedBy: "BEGIN:VEVENT").count == 4 && all.contains("SUMMARY:Carnaval : Poisson <pané>"))
    }

    @Test("come as files that hold the same dishes")
    func files() async throws {
        let town = try await Self.town.value
        let page = try await town.get("/cantine?semaine=2026-W12")
        let link = try #require(page.text.firstMatch(of: #/href="([^"]*exports/csv[^"]*)"/#)).1.replacing("&amp;", with: "&")
        let file = try await town.get(String(link))
        #expect(file.status == 200 && file.text.split(separator: "\r\n").count == 5, "\(file.text)")
    }
}
