import PipelineDefinition
import StatisticalModel

/// What stands before a number, with what its verbs say.
struct LeftWords {
    /// What the verb directly before the figure says of it.
    enum Predicate {
        case none
        /// 达到, 为: the figure is where the indicator stands.
        case level
        /// 增长, 压减: the figure is how far it moved.
        case change
    }

    /// How the name stands to the one before it.
    enum Scope {
        case own
        /// 其中: a part of what was stated before.
        case part
    }

    /// How many of the names listed before the figure it belongs to.
    enum Reach {
        case last
        /// 均, 分别, 各: all of them.
        case each
    }

    /// Where a verb of increase stands.
    enum Increase: Equatable {
        case none
        /// 新建学校: at the head of the name or within it.
        case inName(String)
        /// 企业净增: directly before the figure, no part of what is counted.
        case trailing(String)
    }

    var name = ""
    var range = 0..<0
    /// A verb stood between the name and the number.
    var hasVerb = false
    /// A verb of aim stood before the name.
    var hasLead = false
    var predicate = Predicate.none
    var scope = Scope.own
    var reach = Reach.last
    var increase = Increase.none
    /// 由A: the level before.
    var isFrom = false
    /// 压减一般性支出5%: the verb of change stands before its object.
    var opensWithChange = false
    /// The direction of such a verb that says by how much also an amount changes: 增加床位500张.
    var objectChange = 0
    /// 发放技能提升补贴175万元: the verb of change belongs to the noun behind it, and an amount tells of no change.
    var changesWithinNoun = false
    /// 加快6个项目建设: the verb before a count leads to what is done; before a share it tells of a change.
    var leadsToCount = false
    /// 累计 or 总计.
    var isTotal = false
    var direction = 0
    var comparator: Comparator?
    /// 控制在: what stands behind the figure says more.
    var comparatorYields = false
    var per = ""
    /// 二季度: the part of the year that the clause opens with.
    var partOfYear = ""
    /// The word that the name begins with where it has parts to play.
    var head: LexemeRoles = []
    var headLength = 0

    var isChange: Bool { predicate == .change }
    var isLevel: Bool { predicate == .level }
    var isOfWhich: Bool { scope == .part }
    var isShared: Bool { reach == .each }
    var isIncrement: Bool { increase != .none }
    /// 净增 or 新增 directly before the figure.
    var trailing: String { if case .trailing(let verb) = increase { verb } else { "" } }
    /// The verb of increase as printed, wherever it stands.
    var increment: String {
        switch increase {
        case .none: ""
        case .inName(let verb), .trailing(let verb): verb
        }
    }
    /// Nothing but 资金.
    var awaitsPurpose: Bool { head.contains(.awaitsPurpose) && headLength == name.utf8.count }
    /// 占全市的, 惠及居民, or nothing but 总量: the indicator before completes the name.
    var isContinuation: Bool {
        head.contains(.continuationHead) || head.contains(.continuation) && headLength == name.utf8.count
    }
}
