/// Words around an indicator's name that add nothing to it: verbs of action before, words of manner behind.
///
/// 开展人才招聘活动, 推出“一网通办”高频事项 and 帮办代办事项基础上 bear the names 人才招聘活动, “一网通办”高频事项
/// and 帮办代办事项. Words that change what is measured (新增, 新建, 占) are none of them.
public struct NameFrame: Sendable {
    public internal(set) var leads: [[UInt8]] = []
    var tails: [[UInt8]] = []

    public init() {}

    /// `folded` without its frame, step by step, the fullest first; names of less than three characters end it.
    func cores(of folded: String) -> [String] {
        var result: [String] = []
        var bytes = Array(folded.utf8)
        while let shorter = withoutTail(bytes) ?? withoutLead(bytes) {
            bytes = shorter
            result.append(String(decoding: bytes, as: UTF8.self))
        }
        return result
    }

    private func withoutLead(_ bytes: [UInt8]) -> [UInt8]? {
        leads.first { bytes.starts(with: $0) && bytes.count >= $0.count + 9 }.map { Array(bytes.dropFirst($0.count)) }
    }

    private func withoutTail(_ bytes: [UInt8]) -> [UInt8]? {
        tails.first { bytes.suffix($0.count).elementsEqual($0) && bytes.count >= $0.count + 9 }
            .map { Array(bytes.dropLast($0.count)) }
    }
}
