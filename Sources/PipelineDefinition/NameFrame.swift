/// Words around an indicator's name that add nothing to it: verbs of action before, words of manner behind.
///
/// 开展人才招聘活动, 推出“一网通办”高频事项 and 帮办代办事项基础上 bear the names 人才招聘活动, “一网通办”高频事项
/// and 帮办代办事项. Words that change what is measured (新增, 新建, 占) are none of them.
enum NameFrame {
    private static let leads: [[UInt8]] = [
        "首批", "推行", "推出", "推进", "推广", "开展", "举办", "组织", "完成", "实现", "全面", "全力", "试点", "建成", "建设", "打造", "累计", "年度",
        "全年", "每年",
        "力争", "确保", "各级", "各类", "全市", "市区两级", "市县两级", "区县两级", "达到", "规划", "计划", "预计", "其中", "吸引", "着力", "培育", "创建",
        "实施", "归集",
        "有效", "整体", "当年", "年末", "届时", "总体",
    ].map { Array($0.utf8) }
    private static let tails: [[UInt8]] = [
        "的基础上", "基础上", "目标", "预计", "数量", "总数", "达到", "工作", "保持", "稳定", "始终", "全部", "全面", "均", "的",
    ].map { Array($0.utf8) }

    /// `folded` without its frame, step by step, the fullest first; names of less than three characters end it.
    static func cores(of folded: String) -> [String] {
        var result: [String] = []
        var bytes = Array(folded.utf8)
        while let shorter = withoutTail(bytes) ?? withoutLead(bytes) {
            bytes = shorter
            result.append(String(decoding: bytes, as: UTF8.self))
        }
        return result
    }

    private static func withoutLead(_ bytes: [UInt8]) -> [UInt8]? {
        leads.first { bytes.starts(with: $0) && bytes.count >= $0.count + 9 }.map { Array(bytes.dropFirst($0.count)) }
    }

    private static func withoutTail(_ bytes: [UInt8]) -> [UInt8]? {
        tails.first { bytes.suffix($0.count).elementsEqual($0) && bytes.count >= $0.count + 9 }
            .map { Array(bytes.dropLast($0.count)) }
    }
}
