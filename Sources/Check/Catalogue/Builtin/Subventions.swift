extension BuiltinSchemas {
    /// `scdl/subventions` 2.1.1: the official names, types, constraints, examples and checks.
    static let subventions = #"""
        {"name": "scdl/subventions", "title": "Subventions", "description": "Subventions attribuées par une collectivité",
          "version": "2.1.1", "custom_checks": [{"name": "french-siret-value", "params": {"column": "idAttribuant"}},
          {"name": "french-siret-value", "params": {"column": "idBeneficiaire"}}, {"name": "one-of-required", "params":
          {"column1": "idBeneficiaire", "column2": "rnaBeneficiaire"}}], "fields": [
          {"name": "nomAttribuant", "type": "string", "example": "Région Bretagne", "constraints": {"required": true}},
          {"name": "idAttribuant", "type": "string", "example": "23350001600040", "constraints": {"required": true,
          "pattern": "^\\d{14}$"}},
          {"name": "dateConvention", "type": "date", "example": "2017-06-27", "constraints": {"required": true}},
          {"name": "referenceDecision", "type": "string", "example": "2017-03-103"},
          {"name": "nomBeneficiaire", "type": "string", "example": "Association Les Petits Débrouillards Bretagne",
          "constraints": {"required": true}},
          {"name": "idBeneficiaire", "type": "string", "example": "38047555800058"},
          {"name": "rnaBeneficiaire", "type": "string", "example": "W380475558", "constraints": {"pattern": "^W\\d{9}$"}},
          {"name": "objet", "type": "string", "example": "Animations climat-énergie dans les lycées de la région",
          "constraints": {"required": true, "maxLength": 256}},
          {"name": "montant", "type": "number", "example": "47800.20", "constraints": {"required": true}},
          {"name": "nature", "type": "string", "example": "aide en numéraire;aide en nature", "constraints": {"required":
          true, "enum": ["aide en numéraire", "aide en nature", "aide en numéraire;aide en nature",
          "aide en nature;aide en numéraire"]}},
          {"name": "conditionsVersement", "type": "string", "example": "échelonné", "constraints": {"required": true,
          "maxLength": 256}},
          {"name": "datesPeriodeVersement", "type": "string", "example": "2017-03-14/2018-03-14", "constraints":
          {"required": true, "pattern": "^[0-9]{4}\\-[0-9]{2}\\-[0-9]{2}(\\/[0-9]{4}\\-[0-9]{2}\\-[0-9]{2})?$"}},
          {"name": "idRAE", "type": "string", "example": "12345", "constraints": {"maxLength": 5}},
          {"name": "notificationUE", "type": "boolean", "trueValues": ["oui"], "falseValues": ["non"], "example": "non",
          "constraints": {"required": true}},
          {"name": "pourcentageSubvention", "type": "number", "example": "0.45", "constraints": {"required": true,
          "minimum": 0.01, "maximum": 1}},
          {"name": "dispositifAide", "type": "string", "example": "65d5b6c7-102c-4440-ac3b-768f708edc0a"}
        ]}
        """#
}
