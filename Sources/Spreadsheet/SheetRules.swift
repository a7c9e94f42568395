import CLibXlsxWriter

/// What may be typed into a cell.
public enum InputRule: Sendable, Hashable {
    /// One of the values of a range: `='说明'!$A$3:$A$8`. Lists are never given inline: a long Chinese one ends the process.
    case listed(in: String)
    case wholeNumber(ClosedRange<Int>)
    case decimal(ClosedRange<Double>)
    case anyNumber
}

/// What a reader is told when a cell is chosen, and when what is typed is refused.
public struct InputHelp: Sendable, Hashable {
    public var title: String
    public var message: String
    public var refusal: String

    /// Excel's limits: title 32 characters, messages 255.
    public init(title: String, message: String, refusal: String) {
        self.title = title
        self.message = message
        self.refusal = refusal
    }
}

/// Protection, input rules and conditional formats of a sheet.
extension Sheet {
    /// Locks the sheet without a password; cells whose style is an input stay open, filters and sorting work.
    public func protect() {
        var options = lxw_protection()
        options.autofilter = 1
        options.sort = 1
        options.format_columns = 1
        options.format_rows = 1
        unsafe worksheet_protect(worksheet, nil, &options)
    }

    public func restrict(_ range: CellRange, to rule: InputRule, help: InputHelp) throws(SpreadsheetError) {
        let source = if case .listed(let source) = rule { source } else { "" }
        let texts = [source, help.title, help.message, help.title, help.refusal]
        let code = unsafe CStrings.with(texts.map(CellText.clean)) { pointers in
            var record = unsafe lxw_data_validation()
            unsafe record.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
            unsafe record.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
            unsafe record.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
            unsafe record.input_title = pointers[1]
            unsafe record.input_message = pointers[2]
            unsafe record.error_title = pointers[3]
            unsafe record.error_message = pointers[4]
            unsafe Self.set(rule, list: pointers[0], in: &record)
            return unsafe worksheet_data_validation_range(
                worksheet, lxw_row_t(range.first.row), lxw_col_t(range.first.column), lxw_row_t(range.last.row),
                lxw_col_t(range.last.column), &record)
        }
        try LibraryError.check(code, "\(name): input rule \(range.absoluteName)")
    }

    private static func set(
        _ rule: InputRule, list: UnsafeMutablePointer<CChar>?, in record: inout lxw_data_validation
    ) {
        unsafe record.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
        switch rule {
        case .listed:
            unsafe record.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            unsafe record.value_formula = list
        case .wholeNumber(let range):
            unsafe record.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
            unsafe record.minimum_number = Double(range.lowerBound)
            unsafe record.maximum_number = Double(range.upperBound)
        case .decimal(let range):
            unsafe record.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
            unsafe record.minimum_number = range.lowerBound
            unsafe record.maximum_number = range.upperBound
        case .anyNumber:
            unsafe record.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
            unsafe record.minimum_number = -1e15
            unsafe record.maximum_number = 1e15
        }
    }

    /// Applies `style` (fill, font colour, bold) where `formula`, written for the range's first cell, is true.
    ///
    /// Text conditions are not offered: libxlsxwriter 1.1.4 writes them wrong for more than one column.
    public func format(_ range: CellRange, where formula: String, style: CellStyle) throws(SpreadsheetError) {
        let code = unsafe CStrings.with([formula]) { pointers in
            var record = unsafe lxw_conditional_format()
            unsafe record.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
            unsafe record.value_string = pointers[0]
            unsafe record.format = conditionalFormat(style)
            return unsafe apply(&record, to: range)
        }
        try LibraryError.check(code, "\(name): condition \(range.absoluteName)")
    }

    /// Bars from 0 to `maximum` behind the numbers of the range.
    public func addDataBars(_ range: CellRange, color: SheetColor, maximum: Double) throws(SpreadsheetError) {
        var record = unsafe lxw_conditional_format()
        unsafe record.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
        unsafe record.data_bar_2010 = 1
        unsafe record.bar_solid = 1
        unsafe record.bar_color = color.rgb
        unsafe record.bar_negative_color_same = 1
        unsafe record.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
        unsafe record.min_value = 0
        unsafe record.max_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
        unsafe record.max_value = maximum
        try LibraryError.check(unsafe apply(&record, to: range), "\(name): data bars \(range.absoluteName)")
    }

    private func apply(_ record: inout lxw_conditional_format, to range: CellRange) -> lxw_error {
        unsafe worksheet_conditional_format_range(
            worksheet, lxw_row_t(range.first.row), lxw_col_t(range.first.column), lxw_row_t(range.last.row),
            lxw_col_t(range.last.column), &record)
    }

    /// A conditional format takes only what differs: a font name or size in it makes Excel repair the file.
    private func conditionalFormat(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
        guard let format = unsafe workbook_add_format(workbook) else { return nil }
        if let fill = style.fill { unsafe format_set_bg_color(format, fill.rgb) }
        if let color = style.fontColor { unsafe format_set_font_color(format, color.rgb) }
        if style.isBold { unsafe format_set_bold(format) }
        return unsafe format
    }
}
