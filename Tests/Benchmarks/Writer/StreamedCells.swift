import Glibc
import SourceText
import Spreadsheet

/// The same cells as plain_writer.c, in a program as bare as that: `gongbao-bench-writer PATH ROWS`.
///
/// Prints milliseconds, wall and user, and the peak of memory in KB.
@main
struct StreamedCells {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let rows = Int(arguments[2]) else { exit(64) }
        let texts = (0..<1000).map { "指标\($0)" }
        let time = try ContinuousClock().measure { try write(rows, texts, to: arguments[1]) }
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        let user = Double(usage.ru_utime.tv_sec) * 1000 + Double(usage.ru_utime.tv_usec) / 1000
        print((time / .milliseconds(1) * 10).rounded() / 10, user, try peakKilobytes())
    }

    private static func write(_ rows: Int, _ texts: [String], to path: String) throws(SpreadsheetError) {
        let properties = DocumentProperties(title: "", created: 1_700_000_000)
        var workbook = try Workbook(path: path, constantMemory: true, properties: properties)
        let style = CellStyle()
        try workbook.addSheet(named: "bench") { sheet throws(SpreadsheetError) in
            for row in 0..<rows {
                for column in 0..<5 {
                    try sheet.write(.text(texts[(row + column) % 1000]), at: CellReference(row, column), style: style)
                }
                for column in 5..<10 {
                    let number = Double(row) * 0.5 + Double(column)
                    try sheet.write(.number(number), at: CellReference(row, column), style: style)
                }
            }
        }
        try workbook.close()
    }

    /// VmHWM: `getrusage` would count the parent's memory before the program began.
    private static func peakKilobytes() throws(FileError) -> Int {
        let status = String(decoding: try FileBytes.read("/proc/self/status"), as: UTF8.self)
        let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return peak.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }
}
