/// What stands in a cell without a value in the accessible style; the notes sheet explains each.
enum BlankMark: String, Sendable, CaseIterable {
    /// The bulletins do not say.
    case notGiven = "[x]"
    /// Nothing can stand there.
    case notApplicable = "[z]"

    /// What a formula gives in place of a value.
    func text(in style: WorkbookStyle) -> String { style == .accessible ? rawValue : "" }
}
