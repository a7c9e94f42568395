/// How far the reading of bulletins has come, for a bar on a terminal.
public struct RunProgress: Sendable, Hashable {
    /// Steps that are done, two a bulletin: laid out, and read.
    public var done: Int
    public var total: Int

    public init(done: Int, total: Int) {
        self.done = done
        self.total = total
    }

    /// `[█████░░░░░]  50%  8/16`, within `width` columns; empty where nothing fits.
    public func bar(width: Int) -> String {
        let share = total > 0 ? min(1, max(0, Double(done) / Double(total))) : 0
        let percent = "\(Int(share * 100))%"
        let tail = String(repeating: " ", count: max(0, 6 - percent.count)) + percent + "  \(done / 2)/\(total / 2)"
        let room = min(40, width - tail.count - 3)
        guard room >= 5 else { return tail.count < width ? tail : "" }
        let filled = Int(share * Double(room))
        return "[" + String(repeating: "█", count: filled) + String(repeating: "░", count: room - filled) + "]" + tail
    }
}
