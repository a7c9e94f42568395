import StatisticalModel

/// The fields of statements.csv that a correction may set.
enum StatementField {
    /// Sets `field` from its text; false where the field is unknown or the text does not fit it.
    static func set(_ field: String, to text: String, in statement: inout Statement) -> Bool {
        switch field {
        case "indicator": statement.indicator = text
        case "qualifier": statement.qualifier = text
        case "region": statement.areaMention = text
        case "responsible": (statement.responsible, statement.leadUnit) = (text, "")
        case "unit" where statement.quantity != nil: statement.quantity?.unit = text
        case "value": return setValue(text, of: &statement)
        case "year":
            guard let date = CalendarDate(iso: text), date.month == 0 else { return false }
            statement.year = Year(date.year)
        case "deadline":
            guard let date = CalendarDate(iso: text) else { return false }
            statement.deadline = date
        case "kind": return set(\.kind, text, of: &statement)
        case "measure": return set(\.measure, text, of: &statement)
        case "comparator": return set(\.comparator, text, of: &statement)
        case "attribute":
            guard let attribute = TargetAttribute(rawValue: text) else { return false }
            statement.attribute = attribute
        default: return false
        }
        return true
    }

    private static func setValue(_ text: String, of statement: inout Statement) -> Bool {
        guard let value = DecimalNumber(text) else { return false }
        if statement.quantity == nil { statement.quantity = Quantity(value: value, unit: "") }
        statement.quantity?.value = value
        statement.wording = nil
        return true
    }

    private static func set<Code: RawRepresentable<String>>(
        _ field: WritableKeyPath<Statement, Code>, _ text: String, of statement: inout Statement
    ) -> Bool {
        guard let code = Code(rawValue: text) else { return false }
        statement[keyPath: field] = code
        return true
    }
}
