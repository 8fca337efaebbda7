/// How often a dataset changes, in the words of the European frequency list.
///
/// Source: <http://publications.europa.eu/resource/authority/frequency>, used by DCAT-AP `dct:accrualPeriodicity`.
package enum Frequency: String, Sendable, Hashable, CaseIterable {
    case continuous, hourly, daily, weekly, biweekly, monthly, bimonthly, quarterly
    case biannual, annual, biennial, triennial, irregular, never, unknown

    /// The code at the end of the list's address: `ANNUAL_2` for twice a year.
    package var authorityCode: String {
        switch self {
        case .continuous: "UPDATE_CONT"
        case .biannual: "ANNUAL_2"
        case .irregular: "IRREG"
        default: rawValue.uppercased()
        }
    }
}
