extension BuiltinSchemas {
    /// `scdl/prenoms` v1.1.6: the official names, types, constraints, examples and checks.
    static let prenoms = #"""
        {"name": "scdl/prenoms", "title": "Prénoms", "description": "Prénoms des nouveau-nés déclarés à l’état civil",
          "version": "v1.1.6", "fields": [
          {"name": "COMMUNE_NOM", "type": "string", "constraints": {"pattern":
          "^(Le |La |Les |Los |Aux |L'|)([A-ZÉÇŒÈÎ])(((-| | - |')[A-ZÉÇŒÈÎ])|('|-| |)[a-zàâéèêëïîÿôûüœç])*( \\([A-Z][a-z]*\\)|)$"}},
          {"name": "COLL_INSEE", "type": "string", "constraints": {"required": true, "pattern":
          "^([013-9]\\d|2[AB1-9])\\d{3}$"}},
          {"name": "ENFANT_SEXE", "type": "string", "constraints": {"required": true, "enum": ["M", "F", "I"]}},
          {"name": "ENFANT_PRENOM", "type": "string", "constraints": {"required": true, "pattern":
          "^'?[A-ZÉÀÈÙÄËÏÖÜŸÂÊÎÔÛŶÇŒÆ][a-zéàèùäëïüöÿâêîôûŷçæœ]*(|'|(('[A-ZÉÀÈÙÄËÏÖÜŸÂÊÎÔÛŶÇŒÆa-zéàèùäëïüöÿâêîôûŷçæœ][a-zéàèùäëïüöÿâêîôûŷçæœ]*'?){1,2}|(-[A-ZÉÀÈÙÄËÏÖÜŸÂÊÎÔÛŶÇŒÆ][a-zéàèùäëïüöÿâêîôûŷçæœ]*'?){1,2}){1,5})$"}},
          {"name": "NOMBRE_OCCURRENCES", "type": "integer", "constraints": {"required": true, "minimum": 1, "maximum":
          999999}},
          {"name": "ANNEE", "type": "year", "constraints": {"required": true}}
        ]}
        """#
}
