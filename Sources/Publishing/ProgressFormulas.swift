import Spreadsheet
import StatisticalModel

/// The formulas of one row of a pipeline sheet: what ``LiveProgress`` computes, in the words of a spreadsheet.
///
/// All differences and roots are rounded to six decimals, so that LibreOffice, Excel and the stored results
/// agree. Every formula gives an empty text where a part is missing.
struct ProgressFormulas {
    /// Cells of the row.
    let base: String
    let baseYear: String
    let latest: String
    let latestYear: String
    let target: String
    let targetYear: String
    let completion: String
    let elapsed: String
    let gap: String
    /// Cells of 说明 that hold the limits.
    let greenBehind: String
    let red: String
    let onTrack: String
    let moderate: String
    let form: TargetForm
    let isUp: Bool
    let style: WorkbookStyle
    let words: ReportWords

    var completionFormula: String {
        switch form {
        case .cumulative:
            "=IF(COUNT(\(latest),\(target))<2,\(missing),IF(\(target)=0,\(missing),ROUND(\(latest)/\(target),6)))"
        case .reduction:
            "=IF(COUNT(\(base),\(latest),\(target))<3,\(missing),IF(\(base)*\(target)=0,\(missing),"
                + "ROUND((1-\(latest)/\(base))/(\(target)/100),6)))"
        case .averageGrowth:
            "=IF(COUNT(\(base),\(baseYear),\(latest),\(target),\(targetYear))<5,\(missing),"
                + "IF(OR(\(base)*\(latest)<=0,\(target)=0,\(targetYear)<=\(baseYear)),\(missing),"
                + "ROUND(LN(\(latest)/\(base))/((\(targetYear)-\(baseYear))*LN(1+\(target)/100)),6)))"
        default:
            "=IF(COUNT(\(base),\(latest),\(target))<3,\(missing),IF(\(target)=\(base),\(missing),"
                + "ROUND((\(latest)-\(base))/(\(target)-\(base)),6)))"
        }
    }

    var elapsedFormula: String {
        "=IF(COUNT(\(baseYear),\(latestYear),\(targetYear))<3,\(missing),IF(\(targetYear)<=\(baseYear),\(missing),"
            + "ROUND(MIN(1,MAX(0,(\(latestYear)-\(baseYear))/(\(targetYear)-\(baseYear)))),6)))"
    }

    var gapFormula: String { "=IF(COUNT(\(completion),\(elapsed))<2,\(missing),ROUND(\(completion)-\(elapsed),6))" }

    var lampFormula: String {
        "=IF(COUNT(\(gap))=0,\(text(.none)),IF(\(gap)>=0,\(text(.green)),"
            + "IF(ROUND(-\(gap)*100,6)<\(greenBehind),\(text(.greenBehind)),"
            + "IF(ROUND(-\(gap)*100,6)<=\(red),\(text(.yellow)),\(text(.red))))))"
    }

    var statusFormula: String {
        let final = "\(latestYear)>\(targetYear)"
        let start = form == .cumulative ? "FALSE" : "COUNT(\(base))=0"
        let notStarted = "IF(COUNT(\(baseYear))=0,FALSE,\(latestYear)<=\(baseYear))"
        let kept = form == .cumulative ? text(.achieved) : "IF(\(base)=\(level),\(text(.met)),\(text(.achieved)))"
        let pace =
            "IF(\(paceMissing),\(text(.notMet)),IF(\(pace)>=\(onTrack),\(text(.onTrack)),IF(\(pace)>=\(moderate),"
            + "\(text(.moderate)),IF(\(pace)>=0,\(text(.limited)),\(text(.deteriorating))))))"
        return "=IF(COUNT(\(latest),\(latestYear),\(target),\(targetYear))<4\(levelMissing),\(text(.notAssessable)),"
            + "IF(\(final),IF(\(reached),\(text(.met)),\(text(.missed))),"
            + "IF(\(start),IF(\(reached),\(text(.met)),IF(\(latestYear)=\(targetYear),\(text(.missed)),"
            + "\(text(.notMet)))),IF(\(notStarted),\(text(.notStarted)),IF(\(reached),\(kept),"
            + "IF(\(latestYear)=\(targetYear),\(text(.missed)),\(pace)))))))"
    }

    var neededFormula: String {
        let amount = "ROUND((\(level)-\(latest))/(\(targetYear)-\(latestYear)),6)"
        let growth = "ROUND((\(level)/\(latest))^(1/(\(targetYear)-\(latestYear)))-1,6)"
        return "=IF(\(closed),\(none),IF(\(paceMissing),\(amount),\(growth)))"
    }

    var expectedFormula: String {
        let passed = "(\(latestYear)-\(baseYear))"
        let rest = "(\(targetYear)-\(latestYear))"
        let linear = "ROUND(\(latest)+(\(latest)-\(base))/\(passed)*\(rest),6)"
        let growth = "ROUND(\(latest)*(\(latest)/\(base))^(\(rest)/\(passed)),6)"
        if form == .cumulative { return "=\(none)" }
        return "=IF(\(closed),\(none),IF(COUNT(\(base),\(baseYear))<2,\(none),IF(\(latestYear)<=\(baseYear),\(none),"
            + "IF(\(paceMissing),\(linear),\(growth)))))"
    }

    /// What is missing for a verdict, in words; it goes as soon as the figures are typed.
    var remarkFormula: String {
        if form == .cumulative { return "=IF(COUNT(\(latest))=0,\"\(words("reason.no-latest"))\",\(none))" }
        return "=IF(COUNT(\(latest))=0,IF(COUNT(\(base))=0,\"\(words("reason.no-figures"))\","
            + "\"\(words("reason.no-latest"))\"),IF(COUNT(\(base))=0,\"\(words("reason.no-base"))\",\(none)))"
    }

    /// What ``remarkFormula`` gives.
    func remark(of row: LiveProgress) -> String {
        let hasBase = row.base != nil || form == .cumulative
        if row.latest == nil { return words(hasBase ? "reason.no-latest" : "reason.no-figures") }
        return hasBase ? BlankMark.notApplicable.text(in: style) : words("reason.no-base")
    }

    /// What a formula gives where a part is missing, and where there is nothing to say.
    private var missing: String { "\"\(BlankMark.notGiven.text(in: style))\"" }
    private var none: String { "\"\(BlankMark.notApplicable.text(in: style))\"" }

    /// T as a level.
    private var level: String {
        switch form {
        case .reduction: "(\(base)*(1-\(target)/100))"
        case .averageGrowth: "(\(base)*(1+\(target)/100)^(\(targetYear)-\(baseYear)))"
        default: target
        }
    }

    private var levelMissing: String {
        form == .reduction || form == .averageGrowth ? "+9*(COUNT(\(base),\(baseYear))<2)" : ""
    }

    private var reached: String { isUp ? "\(latest)>=\(level)" : "\(latest)<=\(level)" }

    private var closed: String {
        "IF(COUNT(\(latest),\(latestYear),\(target),\(targetYear))<4\(levelMissing),TRUE,"
            + "OR(\(reached),\(latestYear)>=\(targetYear)))"
    }

    private var paceMissing: String {
        if form == .cumulative { return "TRUE" }
        return "IF(COUNT(\(base),\(baseYear))<2,TRUE,OR(\(latestYear)<=\(baseYear),\(targetYear)<=\(baseYear),"
            + "\(base)*\(latest)<=0,\(base)*\(level)<=0,\(level)=\(base)))"
    }

    private var pace: String {
        "ROUND(SIGN(\(base))*\(isUp ? "1" : "-1")*((\(latest)/\(base))^(1/(\(latestYear)-\(baseYear)))-1)"
            + "/ABS((\(level)/\(base))^(1/(\(targetYear)-\(baseYear)))-1),6)"
    }

    private func text(_ lamp: Lamp) -> String { "\"\(words(lamp))\"" }
    private func text(_ status: ProgressStatus) -> String { "\"\(words(status))\"" }
}
