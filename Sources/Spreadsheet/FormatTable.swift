import CLibXlsxWriter

/// The formats of one workbook, each style made once.
@safe final class FormatTable {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = unsafe [:]
    private var last: (style: CellStyle, format: UnsafeMutablePointer<lxw_format>?)?

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) { unsafe self.workbook = workbook }

    /// The format of `style`; a run of cells of one style costs no look-up.
    func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
        if let last = unsafe last, unsafe last.style == style { return unsafe last.format }
        let known = unsafe formats[style]
        let format = unsafe known ?? make(style)
        if unsafe known == nil { unsafe formats[style] = format }
        unsafe last = (style, format)
        return unsafe format
    }

    private func make(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
        guard let format = unsafe workbook_add_format(workbook) else { return nil }
        unsafe setFont(format, style)
        if let fill = style.fill {
            unsafe format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
            unsafe format_set_fg_color(format, fill.rgb)
        }
        if let border = style.border {
            unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
            unsafe format_set_border_color(format, border.rgb)
        }
        unsafe setAlignment(format, style)
        if let numberFormat = style.numberFormat { unsafe format_set_num_format(format, numberFormat) }
        if style.isInput { unsafe format_set_unlocked(format) }
        return unsafe format
    }

    private func setFont(_ format: UnsafeMutablePointer<lxw_format>, _ style: CellStyle) {
        unsafe format_set_font_name(format, style.fontName)
        unsafe format_set_font_size(format, style.fontSize)
        if style.isBold { unsafe format_set_bold(format) }
        if style.isItalic { unsafe format_set_italic(format) }
        if style.isUnderlined { unsafe format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
        if let color = style.fontColor { unsafe format_set_font_color(format, color.rgb) }
    }

    private func setAlignment(_ format: UnsafeMutablePointer<lxw_format>, _ style: CellStyle) {
        switch style.horizontal {
        case .general: break
        case .left: unsafe format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
        case .center: unsafe format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        case .right: unsafe format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
        }
        switch style.vertical {
        case .top: unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        case .center: unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        case .bottom: unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_BOTTOM.rawValue))
        }
        if style.wraps { unsafe format_set_text_wrap(format) }
        if style.indent > 0 { unsafe format_set_indent(format, UInt8(style.indent)) }
    }
}
