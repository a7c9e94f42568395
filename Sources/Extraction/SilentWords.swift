import PipelineDefinition
import StatisticalModel

/// What clauses and brackets name for the figures of others, without a figure of their own.
struct SilentWords {
    let list: TokenList
    let namer: IndicatorNamer

    /// 卡拉（102万千瓦）、孟底沟（240万千瓦）水电站: a bracket's figure is of the words directly before it.
    func head(ofBracket open: Int, _ clauseFirst: Int, _ clauseStart: Int) -> String {
        var first = open
        while first > clauseFirst, list.mark(first - 1) == nil, list.quantity(first - 1) == nil { first -= 1 }
        guard first == 0 || list.quantity(first - 1) == nil else { return "" }
        let start = first > clauseFirst ? list.tokens[first - 1].range.upperBound : clauseStart
        return namer.left(start..<list.tokens[open].range.lowerBound, tokens: first, open).name
    }

    /// 分产业看, 按可比价格计算: a clause that ends in such words names nothing.
    func isAside(_ last: Int, _ end: Int) -> Bool {
        last > 0 && list.tokens[last - 1].range.upperBound == end
            && !list.roles(last - 1).isDisjoint(with: [.aside, .asideEnding])
    }

    /// 财政收入迈过千亿大关，达1330亿元: what a clause without figures names, up to its verb of level.
    func name(_ first: Int, _ last: Int, _ range: Range<Int>) -> String {
        let verb = (first..<last).first { index in
            list.roles(index).contains(.level) && list.roles(index).isDisjoint(with: [.lead, .leadFirst])
                && !namer.trimmed(range.lowerBound..<list.tokens[index].range.lowerBound).isEmpty
        }
        guard let verb else { return namer.left(range, tokens: first, last).name }
        return namer.left(range.lowerBound..<list.tokens[verb].range.lowerBound, tokens: first, verb).name
    }
}
