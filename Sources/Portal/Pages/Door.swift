internal import Territory

/// A page that is made from certain data: any town that has them has the page, and a way to it from the first one.
enum Door: CaseIterable {
    case budget, menus

    /// Those of a town.
    static func all(of exhibits: [Exhibit]) -> [Door] {
        allCases.filter { door in
            switch door {
            case .budget: exhibits.contains { BudgetSource($0) != nil }
            case .menus: exhibits.contains { MenuSource($0) != nil }
            }
        }
    }

    var path: String {
        switch self {
        case .budget: "budget"
        case .menus: "cantine"
        }
    }

    var title: Bilingual {
        switch self {
        case .budget: Bilingual(fr: "Où va l’argent ?", en: "Where does the money go?")
        case .menus: Bilingual(fr: "À la cantine", en: "School meals")
        }
    }

    /// What is behind it, in one sentence.
    var words: Bilingual {
        switch self {
        case .budget:
            Bilingual(
                fr: "Le budget, du tout à la ligne, en mots de tous les jours.",
                en: "The budget, from the whole to a line, in everyday words.")
        case .menus:
            Bilingual(
                fr: "Les menus de la semaine, avec leurs allergènes, à garder dans son agenda.",
                en: "The menus of the week with their allergens, to keep in a calendar.")
        }
    }
}

/// The doors that some datasets open, as cards.
struct DoorList: Sendable {
    let site: Site
    let exhibits: [Exhibit]

    var html: HTML {
        let items = Door.all(of: exhibits).map { door in
            """
            <li class="card door"><h2><a href="\(site.link(door.path))">\(site.said(door.title.text(in: site.language)))</a></h2>\
            <p>\(site.said(door.words.text(in: site.language)))</p></li>
            """ as HTML
        }
        return items.isEmpty ? .nothing : "<ul class=\"cards doors\">\(items)</ul>"
    }
}
