internal import Territory

/// "À la cantine": the menus of a week, day by day, with what someone may not eat told apart in words (portal §5).
///
/// Nothing is left out by the filter: a meal without one of its dishes would look safe. A dish that holds what is avoided says so.
package struct MenuPage: Sendable {
    let site: Site
    let source: MenuSource
    let choice: MenuChoice
    let meals: [Meal]

    package init(_ site: Site, _ source: MenuSource, _ choice: MenuChoice, dishes: [Dish]) {
        self.site = site
        self.source = source
        self.choice = choice
        meals = Meal.all(dishes)
    }

    private var dishes: [Dish] { meals.flatMap(\.dishes) }
    private var numbers: NumberText { NumberText(language: site.language) }

    package var html: HTML {
        let title = site.pick("À la cantine, \(choice.week.words(site))", "School meals, \(choice.week.words(site))")
        return Layout(site: site, path: ["cantine"], state: choice.state(choice.week)).page(
            title, trail: [(site.pick("Accueil", "Home"), [])], description: source.exhibit.summary(site.language),
            head:
                "<link rel=\"alternate\" type=\"text/calendar\" href=\"\(calendar)\" title=\"\(site.pick("Menus (iCalendar)", "Menus (iCalendar)"))\">",
            main: """
                <h1>\(site.pick("À la cantine", "School meals"))</h1>
                <p class="lead">\(site.pick("Semaine \(choice.week.words(site))", "Week of \(choice.week.words(site))"))\(choice.restaurant.map { " – \($0)" } ?? "")</p>
                \(weeks)
                \(form)
                <p role="status">\(status)</p>
                \(meals.isEmpty ? nothing : days)
                \(marks)
                \(files)
                """)
    }

    // MARK: Which week

    private var weeks: HTML {
        let links: [HTML] = [
            choice.previous.map { link($0, site.pick("← Semaine précédente", "← Week before")) },
            choice.next.map { link($0, site.pick("Semaine suivante →", "Week after →")) },
        ].compactMap { $0 }
        guard !links.isEmpty else { return .nothing }
        return "<nav class=\"pages\" aria-label=\"\(site.pick("Semaines", "Weeks"))\">\(links)</nav>"
    }

    private func link(_ week: Week, _ words: String) -> HTML {
        "<a href=\"\(site.link("cantine", state: choice.state(week)))\">\(words) <span class=\"unseen\">(\(week.words(site)))</span></a>"
    }

    private var nothing: HTML {
        "<p>\(site.pick("Aucun menu n’est publié pour cette semaine.", "No menu is published for this week."))</p>"
    }

    // MARK: What is avoided

    private var form: HTML {
        let allergens = MenuWords.allergens.map { allergen in
            let isOn = choice.avoided.contains(allergen.french)
            return """
                <label class="choice"><input type="checkbox" name="sans" value="\(allergen.french)"\(isOn ? " checked" as HTML : .nothing)> \
                \(MenuWords.said(allergen.french, site.language))</label>
                """ as HTML
        }
        let restaurants = choice.restaurants.count < 2 ? HTML.nothing : restaurantChoice
        guard source.tellsAllergens || !restaurants.isEmpty else { return .nothing }
        return """
            <form class="panel" method="get" action="\(site.link("cantine"))" aria-label="\(site.pick("Choisir ce qui est montré", "Choose what is shown"))">
            <input type="hidden" name="semaine" value="\(choice.week.text)">
            \(restaurants)
            \(source.tellsAllergens ? "<details\(choice.avoided.isEmpty ? HTML.nothing : " open")><summary>\(site.pick("Signaler des allergènes", "Point out allergens"))</summary><fieldset class=\"many\"><legend>\(site.pick("Je ne peux pas manger :", "I may not eat:"))</legend>\(allergens)</fieldset></details>" : HTML.nothing)
            <button>\(site.pick("Appliquer", "Apply"))</button></form>
            """
    }

    private var restaurantChoice: HTML {
        let options = choice.restaurants.map { name in
            "<option\(name == choice.restaurant ? " selected" as HTML : .nothing)>\(name)</option>" as HTML
        }
        return """
            <p><label for="restaurant">Restaurant</label><br><select id="restaurant" name="restaurant">\
            <option value="">\(site.pick("Tous", "All"))</option>\(options)</select></p>
            """
    }

    private var status: String {
        let all = dishes.count
        guard !choice.avoided.isEmpty else { return site.pick("\(all) plats.", "\(all) dishes.") }
        let told = dishes.filter { !avoided(in: $0).isEmpty }.count
        let words = choice.avoided.map { MenuWords.said($0, site.language) }.joined(separator: ", ")
        return site.said(
            site.pick("Plats qui contiennent \(words) : \(told) sur \(all).", "Dishes that contain \(words): \(told) of \(all)."))
    }

    private func avoided(in dish: Dish) -> [String] { dish.allergens.filter { choice.avoided.contains($0) } }

    // MARK: Day by day

    private var days: HTML {
        let areSeveral = Set(meals.map(\.sitting.restaurant)).count > 1, areMeals = Set(meals.map(\.sitting.meal)).count > 1
        let articles = meals.map { meal in
            let more =
                (areSeveral ? [meal.sitting.restaurant] : [])
                + (areMeals ? [MenuWords.said(meal.sitting.meal, site.language)] : [])
            let day = Week.day(meal.sitting.date, site.language)
            return """
                <li class="day"><h2>\(([day.prefix(1).uppercased() + day.dropFirst()] + more).joined(separator: " – "))</h2>
                \(meal.note.map { "<p class=\"note\"\(foreign)>\($0)</p>" as HTML } ?? .nothing)
                <ul class="dishes">\(meal.dishes.map(dish))</ul></li>
                """ as HTML
        }
        return "<ul class=\"week\">\(articles)</ul>"
    }

    /// Names of dishes are French on English pages too (RGAA 8.7).
    private var foreign: HTML { site.language == .french ? .nothing : " lang=\"fr\"" }

    private func dish(_ dish: Dish) -> HTML {
        let marks = (dish.diets + dish.marks).map { "<span class=\"mark\">\(MenuWords.said($0, site.language))</span>" as HTML }
        let avoided = avoided(in: dish).map { MenuWords.said($0, site.language) }
        let warning: HTML =
            avoided.isEmpty
            ? .nothing
            : "<strong class=\"bad\"><span aria-hidden=\"true\">⚠ </span>\(site.said(site.pick("Contient : ", "Contains: ")))\(avoided.joined(separator: ", "))</strong> "
        let allergens: HTML =
            dish.allergens.isEmpty
            ? .nothing
            : "<small>\(site.said(site.pick("Allergènes : ", "Allergens: ")))\(dish.allergens.map { MenuWords.said($0, site.language) }.joined(separator: ", "))</small>"
        let course = MenuWords.said(dish.course, site.language)
        return "<li><span class=\"course\">\(course)</span> <b\(foreign)>\(dish.name)</b> \(marks)\(warning)\(allergens)</li>"
    }

    // MARK: What it is made of, and the files

    /// How many dishes have a mark of quality. It is no share of purchases: what the law counts (EGalim) is not in a menu.
    private var marks: HTML {
        let all = dishes.count
        guard all > 0, source.exhibit.field(MenuSource.quality) != nil else { return .nothing }
        let organic = dishes.filter { $0.marks.contains("agriculture biologique") }.count
        let marked = dishes.filter { !$0.marks.isEmpty }.count
        let green = dishes.filter { $0.diets.contains("végétarien") }.count
        return """
            <p>\(site.said(site.pick(
                "Sur les \(all) plats de la semaine, avec un signe de qualité ou un label : \(marked) ; issus de l’agriculture biologique : \(organic) ; végétariens : \(green).",
                    "Of the \(all) dishes of the week, with a mark of quality or a label: \(marked); organic: \(organic); vegetarian: \(green).")))</p>
            <p>\(site.said(site.pick(
                "Les menus peuvent changer. En cas d’allergie, suivez le protocole convenu avec l’école.",
                "Menus may change. An allergy is a matter for the protocol agreed with the school.")))</p>
            """
    }

    private var calendar: String {
        site.link(MenuCalendar.path, state: PageState([.init("restaurant", choice.restaurant ?? "")]))
    }

    private var files: HTML {
        let root = "api/explore/v2.1/catalog/datasets/\(AddressText.encoded(source.exhibit.name))/"
        let csv = PageState(choice.exportState.items + [.init("use_labels", "true")]).text
        return """
            <div class="get"><a class="button" href="\(calendar)">\(site.pick("Dans mon agenda (iCalendar)", "In my calendar (iCalendar)"))</a>
            <a class="button second" href="\(site.file(root + "exports/csv" + csv))">\(site.pick("La semaine en CSV", "The week as CSV"))</a>
            <a class="button second" href="\(site.file(root + "exports/json" + choice.exportState.text))">\(site.pick("La semaine en JSON", "The week as JSON"))</a>
            <a class="button second" href="\(site.link("donnees", source.exhibit.name))">\(site.pick("Tous les menus", "All menus"))</a></div>
            <p>\(source.exhibit.source(site))</p>
            """
    }
}
