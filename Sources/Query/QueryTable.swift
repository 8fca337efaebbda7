/// What a query may see of one dataset: where its rows are and its fields. Nothing else can be named by a query.
///
/// The engine's type of a column, by the type of its field:
///
/// | field | column |
/// |---|---|
/// | `text` | VARCHAR |
/// | `int` | BIGINT |
/// | `double` | DOUBLE |
/// | `boolean` | BOOLEAN |
/// | `date` | DATE |
/// | `datetime` | TIMESTAMP, in UTC |
/// | `geoPoint` | STRUCT(lon DOUBLE, lat DOUBLE), degrees on WGS 84 |
/// | `geoShape` | VARCHAR, a GeoJSON geometry on WGS 84 |
/// | `file`, `jsonBlob` | VARCHAR |
///
/// A multivalued field is a list of these.
package struct QueryTable: Sendable, Hashable {
    /// The quoted name of a table, or a query in parentheses: `"serving_x"."main"."data"`.
    package let relation: String
    /// The fields that `*` means, in their order. A private field of the dataset is not among them.
    package let fields: [QueryField]
    /// Fields that answer to their name but are not part of `*`: the identifier of a record, a former name of a field.
    package let hidden: [QueryField]
    /// The column that holds the identifier of a record.
    package let identifier: String?
    /// The quoted name of an index of words, when there is one: a table `word`, `field`, `row`, sorted by word, that holds each
    /// word of each text field of `fields`, in lower case without accents, cut where letters and digits end; `row` is the
    /// `rowid` of the table.
    package let words: String?

    package init(
        relation: String, fields: [QueryField], hidden: [QueryField] = [], identifier: String? = nil, words: String? = nil
    ) {
        self.relation = relation
        self.fields = fields
        self.hidden = hidden
        self.identifier = identifier
        self.words = words
    }

    /// The field of a name; names are case sensitive.
    package func field(_ name: String) -> QueryField? {
        fields.first { $0.name == name } ?? hidden.first { $0.name == name }
    }

    /// Whether a plan may read this field.
    func holds(_ field: QueryField) -> Bool { fields.contains(field) || hidden.contains(field) }
}
