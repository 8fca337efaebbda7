internal import DuckDB
internal import Territory

// Telephone numbers: the French numbering plan (Arcep decision 2018-0881), E.164 for the rest of the world.
extension Norm {
    /// `+33123456789`, or `01 23 45 67 89` in the national form; overseas numbers have their own country code. A number of
    /// another country keeps its `+`, a short number (15, 3949) stays short. The zero a spreadsheet took comes back.
    static func telephone(nationalForm: Bool) -> Norm {
        Norm(word: "numéro de téléphone") { cell in
            // The national zero some write inside an international number goes; letters stay, so that nothing matches.
            #"""
            regexp_replace(regexp_replace(\#(Text.spaced(cell)), '(?i)^t[eé]l(?:[eé]phone|\.)? ?:? ?|\(0\)', '', 'g'), \#
            '[^0-9+A-Za-z/;,]+', '', 'g')
            """#
        } read: { number in
            let pattern = #"(?:0|33|\+33|0033|\+330|00330)?[1-9]\d{8}|(?:\+|00)(?:262|508|590|594|596)[25-7]\d{8}"#
            return #"""
                CASE WHEN \#(Text.matches(number, pattern)) THEN \#(written("right(\(number), 9)", nationalForm)) \#
                WHEN \#(Text.matches(number, #"1\d|1\d{2}|1[0-9]{3}|3\d{3}|11[68]\d{3}"#)) THEN \#(number) \#
                WHEN \#(Text.matches(number, #"(?:\+|00)[1-9]\d{7,14}"#)) \#
                AND NOT \#(Text.matches(number, #"(?:\+|00)33.*"#)) THEN regexp_replace(\#(number), '^00', '+') END
                """#
        } doubts: { _, read in
            [shapeless(read, "numéro de téléphone")]
        }
    }

    /// The nine digits behind the zero, as they are dialled from home or from abroad.
    private static func written(_ nine: SQL, _ nationalForm: Bool) -> SQL {
        if nationalForm {
            return #"regexp_replace('0' || \#(nine), '(..)(..)(..)(..)(..)', '\1 \2 \3 \4 \5')"#
        }
        return """
            CASE WHEN left(\(nine), 3) IN ('590', '690', '691') THEN '+590' WHEN left(\(nine), 3) IN ('594', '694') THEN '+594'
            WHEN left(\(nine), 3) IN ('596', '696', '697') THEN '+596' WHEN left(\(nine), 3) = '508' THEN '+508'
            WHEN left(\(nine), 3) IN ('262', '263', '269', '639', '692', '693') THEN '+262' ELSE '+33' END || \(nine)
            """
    }
}
