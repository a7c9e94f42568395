import StatisticalModel

/// A project's money by source in 亿元, and the units that the bulletin prints.
struct ProjectMoney {
    static let unit = "亿元"

    /// Several columns of one part (市级, 旗县) add up; without those whose unit is no yuan.
    let amounts: [InvestmentKind: DecimalNumber]
    /// Joined by 、 where columns differ.
    let printedUnit: String

    init(_ project: PlanProject) {
        var amounts: [InvestmentKind: DecimalNumber] = [:]
        var units: [String] = []
        for investment in project.investments {
            let unit = investment.amount.unit
            if !unit.isEmpty, !units.contains(unit) { units.append(unit) }
            guard let yuan = investment.yuan else { continue }
            let known = amounts[investment.kind]
            amounts[investment.kind] = investment.kind.isPart ? known?.adding(yuan) ?? yuan : known ?? yuan
        }
        self.amounts = amounts.mapValues { $0.canonical.shifted(by: -8) }
        printedUnit = units.joined(separator: "、")
    }
}
