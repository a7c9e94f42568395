import CLibXlsxWriter

extension Sheet {
    /// Draws `chart` with its upper left corner in `cell`.
    public func insert(_ chart: Chart, at cell: CellReference) throws(SpreadsheetError) {
        guard let drawing = unsafe workbook_add_chart(workbook, UInt8(Self.type(chart.kind).rawValue)) else {
            throw .outOfMemory
        }
        for series in chart.series { unsafe add(series, of: chart, to: drawing) }
        unsafe setTexts(of: chart, in: drawing)
        unsafe setAxes(of: chart, in: drawing)
        let code = unsafe CStrings.with([CellText.clean(chart.alternativeText)]) { pointers in
            var options = unsafe lxw_chart_options()
            unsafe options.x_scale = Double(chart.width) / 480
            unsafe options.y_scale = Double(chart.height) / 288
            unsafe options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
            unsafe options.description = pointers[0]
            return unsafe worksheet_insert_chart_opt(
                worksheet, lxw_row_t(cell.row), lxw_col_t(cell.column), drawing, &options)
        }
        try LibraryError.check(code, "\(name): chart \(chart.title)")
    }

    private static func type(_ kind: Chart.Kind) -> lxw_chart_type {
        switch kind {
        case .barStacked: LXW_CHART_BAR_STACKED
        case .bar: LXW_CHART_BAR
        case .column: LXW_CHART_COLUMN
        case .columnStacked: LXW_CHART_COLUMN_STACKED
        case .line: LXW_CHART_LINE
        }
    }

    private func add(_ series: Chart.Series, of chart: Chart, to drawing: UnsafeMutablePointer<lxw_chart>) {
        let categories = "=" + series.categories.absoluteName(in: series.sheet)
        let values = "=" + series.values.absoluteName(in: series.sheet)
        guard let item = unsafe chart_add_series(drawing, categories, values) else { return }
        unsafe chart_series_set_name(item, CellText.clean(series.name))
        var fill = lxw_chart_fill(color: series.color.rgb, none: 0, transparency: 0)
        var line = lxw_chart_line()
        line.color = series.color.rgb
        line.width = 2
        switch series.mark {
        case .fill where chart.kind == .line: unsafe chart_series_set_line(item, &line)
        case .fill: unsafe chart_series_set_fill(item, &fill)
        case .marker:
            line.none = 1
            unsafe chart_series_set_line(item, &line)
            unsafe chart_series_set_marker_type(item, UInt8(LXW_CHART_MARKER_DIAMOND.rawValue))
            unsafe chart_series_set_marker_size(item, 9)
            unsafe chart_series_set_marker_fill(item, &fill)
        }
        if series.showsValues {
            unsafe chart_series_set_labels(item)
            // Zeros would stand as bare labels without a bar.
            unsafe chart_series_set_labels_num_format(item, chart.numberFormat ?? "0;-0;;")
        }
    }

    private func setTexts(of chart: Chart, in drawing: UnsafeMutablePointer<lxw_chart>) {
        if chart.title.isEmpty {
            unsafe chart_title_off(drawing)
        } else {
            unsafe chart_title_set_name(drawing, CellText.clean(chart.title))
        }
        unsafe chart_legend_set_position(drawing, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
        unsafe CStrings.with([chart.fontName]) { pointers in
            var font = unsafe lxw_chart_font()
            unsafe font.name = pointers[0]
            unsafe font.size = 12
            unsafe font.bold = 1
            unsafe chart_title_set_name_font(drawing, &font)
            unsafe font.size = 9
            unsafe font.bold = UInt8(LXW_EXPLICIT_FALSE.rawValue)
            unsafe chart_legend_set_font(drawing, &font)
            unsafe chart_axis_set_num_font(drawing.pointee.x_axis, &font)
            unsafe chart_axis_set_num_font(drawing.pointee.y_axis, &font)
        }
    }

    /// In a bar chart libxlsxwriter's y axis holds the categories; reversed, the first one stands on top.
    private func setAxes(of chart: Chart, in drawing: UnsafeMutablePointer<lxw_chart>) {
        let isBar = chart.kind == .bar || chart.kind == .barStacked
        let categories = unsafe isBar ? drawing.pointee.y_axis : drawing.pointee.x_axis
        let values = unsafe isBar ? drawing.pointee.x_axis : drawing.pointee.y_axis
        if isBar {
            unsafe chart_axis_set_reverse(categories)
            // Else the reversed categories would carry the value axis to the top.
            unsafe chart_axis_set_crossing_max(categories)
        }
        unsafe chart_set_series_gap(drawing, 60)
        if let format = chart.numberFormat { unsafe chart_axis_set_num_format(values, format) }
        if let range = chart.valueRange {
            unsafe chart_axis_set_min(values, range.lowerBound)
            unsafe chart_axis_set_max(values, range.upperBound)
        }
        if chart.countsWhole { unsafe chart_axis_set_num_format(values, "0") }
    }
}
