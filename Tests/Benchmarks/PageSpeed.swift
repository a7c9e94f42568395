import BulletinSource

/// Pages of a PDF from the trace of `mutool` to text: a page's time, and how it grows to three hundred pages.
enum PageSpeed {
    static func print() {
        Swift.print("pages: trace to text, one core")
        for count in [30, 300] {
            let page = page()
            let time = Stopwatch.best(of: 2) { read(page, count: count) }
            printLine(
                "\(count) pages of 40 ruled rows", time.milliseconds,
                "\((time.seconds * 10_000_000 / Double(count)).rounded() / 10_000) ms a page")
        }
        Swift.print("")
    }

    private static func read(_ page: [UInt8], count: Int) {
        var trace = PDFTrace()
        for _ in 0..<count { trace.read(page) }
        _ = try? trace.text()
    }

    /// A table of forty rows, each cell ruled.
    private static func page() -> [UInt8] {
        var result = "<page number=\"1\" mediabox=\"0 0 595 842\">\n"
        for row in 0...40 {
            let y = 60 + 18 * row
            for column in 0..<4 {
                result += "<stroke_path linewidth=\"1\" color=\"0\" transform=\"1 0 0 1 0 0\">"
                result +=
                    "<moveto x=\"\(50 + 120 * column)\" y=\"\(y)\"/><lineto x=\"\(170 + 120 * column)\" y=\"\(y)\"/>"
                result +=
                    "<moveto x=\"\(50 + 120 * column)\" y=\"\(y)\"/><lineto x=\"\(50 + 120 * column)\" y=\"\(y + 18)\"/></stroke_path>\n"
                guard row < 40 else { continue }
                result += "<fill_text color=\"0\" transform=\"1 0 0 1 0 0\"><span font=\"A\" trm=\"10 0 0 -10\">"
                let text = column == 0 ? "养老机构床位" : "1234.5"
                let width = column == 0 ? 10 : 5
                var x = 60 + 120 * column
                for scalar in text.unicodeScalars {
                    result +=
                        "<g unicode=\"\(scalar)\" x=\"\(x)\" y=\"\(y + 13)\" adv=\"\(column == 0 ? "1" : ".5")\"/>"
                    x += width
                }
                result += "</span></fill_text>\n"
            }
        }
        return Array((result + "</page>\n").utf8)
    }
}
