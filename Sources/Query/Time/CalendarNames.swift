package import Territory

/// Names of days and months, from Monday and January; short forms as the Unicode CLDR has them.
package enum CalendarNames {
    package static let days = names(
        fr: "lundi mardi mercredi jeudi vendredi samedi dimanche",
        en: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
    package static let shortDays = names(
        fr: "lun. mar. mer. jeu. ven. sam. dim.",
        en: "Mon Tue Wed Thu Fri Sat Sun")
    package static let months = names(
        fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        en: "January February March April May June July August September October November December")
    package static let shortMonths = names(
        fr: "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
        en: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")

    private static func names(fr french: String, en english: String) -> [Bilingual] {
        zip(french.split(separator: " "), english.split(separator: " ")).map { Bilingual(fr: String($0), en: String($1)) }
    }
}
