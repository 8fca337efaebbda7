extension BuiltinSchemas {
    /// `scdl/budget` 0.8.3: the official names, types, constraints, examples and checks.
    static let budget = #"""
        {"name": "scdl/budget", "title": "Budget", "description": "Lignes d’un document budgétaire", "version": "0.8.3",
          "missingValues": [""], "custom_checks": [{"name": "french-siret-value", "params": {"column": "BGT_SIRET"}}],
          "fields": [
          {"name": "BGT_NATDEC", "type": "string", "constraints": {"required": true, "enum": ["budget primitif",
          "budget supplémentaire", "décision modificative", "compte administratif"]}},
          {"name": "BGT_ANNEE", "type": "year", "constraints": {"required": true}},
          {"name": "BGT_SIRET", "type": "string", "constraints": {"required": true, "pattern": "^\\d{14}$"}},
          {"name": "BGT_NOM", "type": "string", "constraints": {"required": true}},
          {"name": "BGT_CONTNAT", "type": "string", "constraints": {"required": true, "minLength": 1, "maxLength": 9}},
          {"name": "BGT_CONTNAT_LABEL", "type": "string", "constraints": {"required": true}},
          {"name": "BGT_NATURE", "type": "string", "constraints": {"required": true, "minLength": 1, "maxLength": 9}},
          {"name": "BGT_NATURE_LABEL", "type": "string", "constraints": {"required": true}},
          {"name": "BGT_FONCTION", "type": "string", "constraints": {"minLength": 1, "maxLength": 9}},
          {"name": "BGT_FONCTION_LABEL", "type": "string"},
          {"name": "BGT_OPERATION", "type": "string"},
          {"name": "BGT_SECTION", "type": "string", "constraints": {"required": true, "enum": ["investissement",
          "fonctionnement"]}},
          {"name": "BGT_OPBUDG", "type": "string", "constraints": {"required": true, "enum": ["réel", "ordre"]}},
          {"name": "BGT_CODRD", "type": "string", "constraints": {"required": true, "enum": ["recette", "dépense"]}},
          {"name": "BGT_MTREAL", "type": "number"},
          {"name": "BGT_MTBUDGPREC", "type": "number"},
          {"name": "BGT_MTRARPREC", "type": "number"},
          {"name": "BGT_MTPROPNOUV", "type": "number"},
          {"name": "BGT_MTPREV", "type": "number"},
          {"name": "BGT_CREDOUV", "type": "number"},
          {"name": "BGT_MTRAR3112", "type": "number"},
          {"name": "BGT_ARTSPE", "type": "string", "constraints": {"enum": ["non spécialisé", "spécialisé"]}}
        ]}
        """#
}
