/// A licence as a town writes it, and under what names portals may know it.
package struct LicenceName: Sendable, Hashable {
    /// As the town wrote it.
    package let name: String
    package let title: String
    package let address: String?
    /// Identifiers that portals give it, the likeliest first.
    let aliases: [String]
    /// Its identifier on data.gouv.fr.
    let udata: String?
    /// As the SCDL catalogue schema writes it.
    package let scdl: String

    package init(_ name: String) {
        self.name = name
        switch name.lowercased() {
        case "lov2", "etalab-2.0", "licence-ouverte-2.0":
            title = "Licence Ouverte 2.0"
            address = "https://www.etalab.gouv.fr/licence-ouverte-open-licence"
            aliases = ["lov2", "etalab-2.0", "ETALAB-2.0", "licence-ouverte-v2", "fr-lo"]
            udata = "lov2"
            scdl = "Licence Ouverte-LO"
        case "odbl", "odc-odbl", "odbl-1.0":
            title = "Open Database License 1.0"
            address = "https://opendatacommons.org/licenses/odbl/1-0/"
            aliases = ["odc-odbl", "ODbL-1.0", "odbl"]
            udata = "odc-odbl"
            scdl = "Open Database License-ODBL"
        case "cc-by", "cc-by-4.0":
            title = "Creative Commons Attribution 4.0"
            address = "https://creativecommons.org/licenses/by/4.0/"
            aliases = ["cc-by", "CC-BY-4.0"]
            udata = "cc-by"
            scdl = "Creative Commons-CC"
        case "cc0", "cc-zero":
            title = "Creative Commons Zero 1.0"
            address = "https://creativecommons.org/publicdomain/zero/1.0/"
            aliases = ["cc-zero", "CC0-1.0"]
            udata = "cc-zero"
            scdl = "Creative Commons-CC"
        default:
            title = name
            address = nil
            aliases = [name]
            udata = nil
            scdl = "Spécifique ou autre"
        }
    }
}
