/// How far a conversion goes.
enum TotemMode: String, CaseIterable {
    /// Fills the chapter, its label and the section from the plan when the file leaves them out, so that the result conforms
    /// to SCDL budget 0.8.3; every filled cell is a finding. The default.
    case completed
    /// What the file says and nothing else, to the byte what the ministry's reference conversion writes (its capital letter in
    /// BGT_NATDEC included). It fails the schema: three required columns stay empty on some lines.
    case strict
}
