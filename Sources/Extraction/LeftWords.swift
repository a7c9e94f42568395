import PipelineDefinition
import StatisticalModel

/// What stands before a number, with what its verbs say.
struct LeftWords {
    var name = ""
    var range = 0..<0
    /// A verb stood between the name and the number.
    var hasVerb = false
    /// A verb of aim stood before the name.
    var hasLead = false
    var isChange = false
    var isLevel = false
    var isIncrement = false
    var isFrom = false
    var isOfWhich = false
    var isShared = false
    /// 压减一般性支出5%: the verb of change stands before its object.
    var opensWithChange = false
    /// 累计 or 总计.
    var isTotal = false
    var direction = 0
    var comparator: Comparator?
    var per = ""
    /// 二季度: the part of the year that the clause opens with.
    var partOfYear = ""
    /// The word that the name begins with where it has parts to play.
    var head: LexemeRoles = []
    var headLength = 0
    /// 净增 or 新增 directly before the figure: no part of what is counted.
    var trailing = ""
    /// The verb of increase as printed (新建), wherever it stands.
    var increment = ""
    /// Nothing but 资金.
    var awaitsPurpose: Bool { head.contains(.awaitsPurpose) && headLength == name.utf8.count }
    /// 占全市的, 惠及居民, or nothing but 总量: the indicator before completes the name.
    var isContinuation: Bool {
        head.contains(.continuationHead) || head.contains(.continuation) && headLength == name.utf8.count
    }
}
