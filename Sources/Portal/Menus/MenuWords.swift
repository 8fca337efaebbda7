internal import Territory

/// The words of `scdl/menus-collectifs` in both languages, in the order in which a meal is served and allergens are declared
/// (regulation (EU) 1169/2011, annex II).
enum MenuWords {
    static let allergens = [
        Bilingual(fr: "céréales contenant du gluten", en: "cereals containing gluten"),
        Bilingual(fr: "crustacés", en: "crustaceans"),
        Bilingual(fr: "oeufs", en: "eggs"), Bilingual(fr: "poissons", en: "fish"), Bilingual(fr: "arachides", en: "peanuts"),
        Bilingual(fr: "soja", en: "soya"), Bilingual(fr: "lait", en: "milk"), Bilingual(fr: "fruits à coques", en: "nuts"),
        Bilingual(fr: "céleri", en: "celery"), Bilingual(fr: "moutarde", en: "mustard"),
        Bilingual(fr: "graines de sésame", en: "sesame seeds"),
        Bilingual(fr: "anhydride sulfureux et sulfites", en: "sulphur dioxide and sulphites"),
        Bilingual(fr: "lupin", en: "lupin"),
        Bilingual(fr: "mollusques", en: "molluscs"),
    ]

    private static let courses = [
        Bilingual(fr: "entrée", en: "starter"), Bilingual(fr: "plat principal", en: "main dish"),
        Bilingual(fr: "garniture", en: "side dish"),
        Bilingual(fr: "produit laitier", en: "dairy"), Bilingual(fr: "dessert", en: "dessert"),
        Bilingual(fr: "pain", en: "bread"),
        Bilingual(fr: "autre", en: "other"),
    ]

    private static let others = [
        Bilingual(fr: "agriculture biologique", en: "organic"),
        Bilingual(fr: "appellation d'origine protégée", en: "protected designation of origin"),
        Bilingual(fr: "appellation d'origine contrôlée", en: "controlled designation of origin"),
        Bilingual(fr: "indication géographique protégée", en: "protected geographical indication"),
        Bilingual(fr: "spécialité traditionnelle garantie", en: "traditional speciality guaranteed"),
        Bilingual(fr: "label rouge", en: "label rouge"), Bilingual(fr: "végétarien", en: "vegetarian"),
        Bilingual(fr: "sans sel", en: "without salt"), Bilingual(fr: "sans porc", en: "without pork"),
        Bilingual(fr: "sans sucre ajouté", en: "without added sugar"), Bilingual(fr: "petit-déjeuner", en: "breakfast"),
        Bilingual(fr: "déjeuner", en: "lunch"), Bilingual(fr: "goûter", en: "afternoon snack"),
        Bilingual(fr: "dîner", en: "dinner"),
    ]

    private static let english = Dictionary(
        (allergens + courses + others).map { ($0.french, $0.english) }, uniquingKeysWith: { first, _ in first })

    /// A word of the schema as a reader of the site says it; other words stay as the town wrote them. Eggs take their œ.
    static func said(_ word: String, _ language: Language) -> String {
        language == .french ? word.replacing("oeuf", with: "œuf") : english[word.trimmed] ?? word
    }

    /// When a course is served.
    static func rank(_ course: String) -> Int { courses.firstIndex { $0.french == course } ?? courses.count }
}

extension String {
    /// Without the space that one value of the published schema ends with (`sans porc `).
    fileprivate var trimmed: String { hasSuffix(" ") ? String(dropLast()) : self }
}
