/// What sort of text a document is, as its title says: it decides what an unmarked figure states.
///
/// A figure without a word such as 力争 or 已 reads differently in each:
/// - ``communique``: an actual of the year in the title (…2024年…统计公报 states 2024).
/// - ``report``: an actual of the past year under a heading that looks back (2024年工作回顾), a target
///   of the coming one under a heading that looks ahead (2025年工作安排).
/// - ``review``: an actual of the past year throughout (…预算执行情况的报告, …的审查意见).
/// - ``plan``: a target, but for background sections; ``notice`` likewise, with fewer figures.
/// - ``news``: an actual near the day of the paper, and never part of the plan printed beside it.
public enum DocumentRegister: String, Sendable, Hashable, CaseIterable {
    case plan, report, review, communique, notice, news
}
