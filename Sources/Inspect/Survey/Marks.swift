/// Characters and spaces that should not be there, as patterns of the engine.
enum Marks {
    /// UTF-8 read as Latin-1 (`Ã©`, `â€™`, `Â°`), or what could not be read at all.
    static let mojibake = "Ã[\\x{0080}-\\x{00BF}ƒ‚„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\\x{00A0}-\\x{00BF}]|â€|\\x{FFFD}"
    /// U+00A0, U+202F, U+2007, zero-width ones.
    static let noBreak = "[\\x{00A0}\\x{202F}\\x{2007}\\x{200B}\\x{2060}\\x{FEFF}]"
    /// Control characters but tabs and line ends; those have a trap of their own.
    static let control = "[\\x{01}-\\x{08}\\x{0B}\\x{0C}\\x{0E}-\\x{1F}\\x{7F}-\\x{9F}]"
    static let lineBreak = "[\\r\\n]"
    static let euro = "\\d ?(?:€|EUR\\b|euros?\\b)|€ ?\\d"
    /// Spaces at the edges, or two in a row.
    static let edges = "^ | $|  "

    /// Whether there is any of them in `cells`, joined by U+001F. Plain text is let through by the cheapest tests: the engine runs
    /// the dear one on what is left.
    static let any = """
        contains(cells, '  ') OR contains(cells, ' ' || chr(31)) OR contains(cells, chr(31) || ' ') OR starts_with(cells, ' ')
        OR ends_with(cells, ' ') OR contains(cells, '€') OR (regexp_matches(cells, '[^ -~\\x1F]') AND regexp_matches(cells,
        'Ã|Â|â€|\\x{FFFD}|[\\x{00A0}\\x{202F}\\x{2007}\\x{200B}\\x{2060}\\x{FEFF}\\x{01}-\\x{1E}\\x{7F}-\\x{9F}]'))
        OR contains(cells, 'EUR') OR contains(cells, 'euro')
        """
}
