import CLibXlsxWriter

extension Sheet {
    /// Draws `chart` with its upper left corner in `cell`.
    public func insert(_ chart: Chart, at cell: CellReference) throws(SpreadsheetError) {
        guard let drawing = unsafe workbook_add_chart(workbook, UInt8(Self.type(chart.kind).rawValue)) else {
            throw .outOfMemory
        }
        for series in chart.series { unsafe add(series, of: chart, to: drawing) }
        if chart.series.contains(where: { $0.mark == .stroke }) { unsafe chart_set_series_overlap(drawing, 100) }
        if chart.joinsGaps { unsafe chart_show_blanks_as(drawing, UInt8(LXW_CHART_BLANKS_AS_CONNECTED.rawValue)) }
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
        unsafe Self.draw(series, of: chart, on: item)
        if series.showsValues {
            unsafe chart_series_set_labels(item)
            // Zeros would stand as bare labels without a bar.
            unsafe chart_series_set_labels_num_format(item, chart.numberFormat ?? "0;-0;;")
            unsafe Self.withFont(chart.fontName, size: 8) { unsafe chart_series_set_labels_font(item, $0) }
            // Beside a mark they would lie on the line.
            if series.mark == .marker {
                unsafe chart_series_set_labels_position(item, UInt8(LXW_CHART_LABEL_POSITION_ABOVE.rawValue))
            }
        }
    }

    private static func draw(
        _ series: Chart.Series, of chart: Chart, on item: UnsafeMutablePointer<lxw_chart_series>
    ) {
        var fill = lxw_chart_fill(color: series.color.rgb, none: 0, transparency: 0)
        var line = lxw_chart_line()
        line.color = series.color.rgb
        line.width = 2
        switch series.mark {
        case .fill where chart.kind == .line: unsafe chart_series_set_line(item, &line)
        case .fill: unsafe chart_series_set_fill(item, &fill)
        case .dashedLine:
            line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue)
            unsafe chart_series_set_line(item, &line)
        case .marker, .markedLine:
            if series.mark == .marker { line.none = 1 }
            let type = series.mark == .marker ? LXW_CHART_MARKER_DIAMOND : LXW_CHART_MARKER_CIRCLE
            unsafe chart_series_set_line(item, &line)
            unsafe chart_series_set_marker_type(item, UInt8(type.rawValue))
            unsafe chart_series_set_marker_size(item, series.mark == .marker ? 9 : 6)
            unsafe chart_series_set_marker_fill(item, &fill)
        case .stroke: unsafe drawStroke(line, of: chart, on: item)
        }
    }

    /// libxlsxwriter joins no bars with marks, so a short thick error bar marks the end of an unfilled bar;
    /// LibreOffice adds caps to it, which make a small cross.
    private static func drawStroke(
        _ line: lxw_chart_line, of chart: Chart, on item: UnsafeMutablePointer<lxw_chart_series>
    ) {
        var (line, fill) = (line, lxw_chart_fill(color: 0, none: 1, transparency: 0))
        line.width = 0.75
        unsafe chart_series_set_fill(item, &fill)
        unsafe chart_series_set_line(item, &line)
        line.width = 9
        let range = chart.valueRange ?? 0...1
        let bars = unsafe item.pointee.x_error_bars
        let length = (range.upperBound - range.lowerBound) / 300
        unsafe chart_series_set_error_bars(bars, UInt8(LXW_CHART_ERROR_BAR_TYPE_FIXED.rawValue), length)
        unsafe chart_series_set_error_bars_endcap(bars, UInt8(LXW_CHART_ERROR_BAR_NO_CAP.rawValue))
        unsafe chart_series_set_error_bars_line(bars, &line)
    }

    private static func withFont(
        _ name: String, size: Double, isBold: Bool = false, _ body: (UnsafeMutablePointer<lxw_chart_font>) -> Void
    ) {
        unsafe CStrings.with([name]) { pointers in
            var font = unsafe lxw_chart_font()
            unsafe font.name = pointers[0]
            unsafe font.size = size
            unsafe font.bold = UInt8(isBold ? 1 : LXW_EXPLICIT_FALSE.rawValue)
            unsafe body(&font)
        }
    }

    private func setTexts(of chart: Chart, in drawing: UnsafeMutablePointer<lxw_chart>) {
        if chart.title.isEmpty {
            unsafe chart_title_off(drawing)
        } else {
            unsafe chart_title_set_name(drawing, CellText.clean(chart.title))
        }
        unsafe chart_legend_set_position(drawing, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
        unsafe Self.withFont(chart.fontName, size: 12, isBold: true) { unsafe chart_title_set_name_font(drawing, $0) }
        unsafe Self.withFont(chart.fontName, size: 9) { font in
            unsafe chart_legend_set_font(drawing, font)
            unsafe chart_axis_set_num_font(drawing.pointee.x_axis, font)
            unsafe chart_axis_set_num_font(drawing.pointee.y_axis, font)
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
            // Else names are left out where there is little room.
            unsafe chart_axis_set_interval_unit(categories, 1)
            // Else bars under zero would cover the names.
            unsafe chart_axis_set_label_position(categories, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
        }
        // On two lines of the usual size LibreOffice leaves out every other name.
        if isBar, chart.width < 500 {
            unsafe Self.withFont(chart.fontName, size: 8) { unsafe chart_axis_set_num_font(categories, $0) }
        }
        unsafe chart_set_series_gap(drawing, 60)
        var grid = lxw_chart_line()
        grid.color = 0xD9D9D9
        grid.width = 0.75
        unsafe chart_axis_major_gridlines_set_line(values, &grid)
        if let format = chart.numberFormat { unsafe chart_axis_set_num_format(values, format) }
        if let range = chart.valueRange {
            unsafe chart_axis_set_min(values, range.lowerBound)
            unsafe chart_axis_set_max(values, range.upperBound)
        }
        if let step = chart.valueStep { unsafe chart_axis_set_major_unit(values, step) }
        if chart.countsWhole { unsafe chart_axis_set_num_format(values, "0") }
    }
}
