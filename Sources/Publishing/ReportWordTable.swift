/// Key, Chinese and English of every text of the workbook. A row a text, separated by `|`.
enum ReportWordTable {
    static let entries: [String: (chinese: String, english: String)] = {
        var entries: [String: (chinese: String, english: String)] = [:]
        for line in table.split(separator: "\n") {
            let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            if parts.count == 3 { entries[parts[0]] = (parts[1], parts[2]) }
        }
        return entries
    }()

    /// Those that begin with `prefix`.
    static func keys(of prefix: String) -> [String] { entries.keys.filter { $0.hasPrefix(prefix) }.sorted() }

    private static let table = """
        lamp.green|绿灯|Green
        lamp.green-behind|绿灯（略慢）|Green (slightly behind)
        lamp.yellow|黄灯|Yellow
        lamp.red|红灯|Red
        lamp.none|未评|Not rated
        status.achieved|已达成|Achieved
        status.on-track|进展顺利|On track
        status.moderate|进展中等|Moderate
        status.limited|进展有限|Limited
        status.deteriorating|倒退|Deteriorating
        status.met|达标|Met
        status.not-met|未达标|Not met
        status.missed|未完成|Missed
        status.not-started|未开始|Not started
        status.keep|保持|Keep
        status.not-assessable|无法评估|Not assessable
        status.not-comparable|不可比|Not comparable
        direction.up|越高越好|Up
        direction.down|越低越好|Down
        direction.keep|保持|Keep
        remark.stand.before|用|
        remark.stand.after|年值| figure
        remark.row|原表第{}行|Row {} of its table
        remark.revised|已修订|Revised
        remark.estimated|预计数|Estimate
        remark.provisional|初步数|Provisional
        remark.part|部分年份数|Part of the year
        verdict.ahead|提前实现|Ahead of time
        verdict.faster|快于预期|Faster than expected
        verdict.as-expected|符合预期|As expected
        verdict.behind|滞后|Behind
        ungraded.due-no-data|已到期缺数据|Due, no data
        ungraded.open-no-data|未到期缺数据|Not due, no data
        ungraded.no-base|缺基期|No base
        ungraded.to-confirm|待确认|To be confirmed
        ungraded.judgement|须人工判断|Needs judgement
        year-basis.published|年份据发文日期|Year of the document
        year-basis.plan-end|年份据规划期末|Year from the plan’s end
        year-basis.guess|年份据全文推定|Year inferred from the text
        year-basis.standing|长期有效|Standing limit
        format.standing|长期|Standing
        form.level|期末水平|Level
        form.cumulative|累计|Cumulative
        form.within-year|当年|In the year
        form.year-rate|当年增速|Yearly rate
        form.average-growth|年均增长|Average growth
        form.reduction|下降幅度|Reduction
        form.keep|保持|Keep
        form.interval|区间|Interval
        form.qualitative|定性|Qualitative
        attribute.约束性|约束性|Binding
        attribute.预期性|预期性|Expected
        kind.target|目标|Target
        kind.actual|实际|Actual
        kind.forecast|预测|Forecast
        kind.reference|参考|Reference
        kind.undetermined|未定|Undetermined
        kind.task|任务|Task
        kind.project|项目|Project
        task-lamp.overdue|已到期|Overdue
        task-lamp.due-soon|{}天内到期|Due in {} days
        task-lamp.in-progress|进行中|In progress
        task-lamp.no-deadline|无期限|No deadline
        task-lamp.completed|已完成|Completed
        severity.error|错误|Error
        severity.warning|警告|Warning
        severity.info|提示|Note
        source.prose|正文|Prose
        source.table|表格|Table
        source.task|任务清单|Task list
        sheet.highlights|本期要点|Highlights
        overview.chart.units|按牵头（责任）单位的红黄绿灯（另有{}个单位未列）|Lamps by lead (responsible) unit ({} more not shown)
        overview.chart.units.alt|堆积条形图：各牵头（责任）单位的目标按绿灯、绿灯（略慢）、黄灯、红灯和未评的项数，数字见“本期要点”。|Stacked bars: the targets of each lead (responsible) unit by lamp; the figures stand on ‘Highlights’.
        checks.count|{}项|{}
        checks.elsewhere|{}项，见“{}”|{}; see ‘{}’
        checks.and|”“|’ and ‘
        change.behind|新落后|Newly behind
        change.reached|新达成|Newly reached
        change.revised|数据修订|Revised
        change.supplied|新有数据|New figures
        highlights.rated|本期跟踪{}项目标，已评{}项：绿灯{}项，绿灯（略慢）{}项，黄灯{}项，红灯{}项；评价为滞后的{}项。|{} targets are tracked, {} are rated: {} green, {} green (slightly behind), {} yellow, {} red; {} are behind.
        highlights.owed|已到期缺数据{}项，须补报的主要是：{}；另有待确认{}项，缺基期{}项。|{} targets are due and have no data; first to be asked: {}; {} wait to be confirmed, {} lack a base.
        highlights.owed.one|{}{}项|{} ({})
        highlights.owed.none|没有已到期而缺数据的目标；待确认{}项，缺基期{}项。|No target is due without data; {} wait to be confirmed, {} lack a base.
        highlights.furthest|落后最多的是：{}；任务已到期{}项，30天内到期{}项。|Furthest behind: {}; {} tasks are overdue, {} are due in 30 days.
        highlights.furthest.none|没有黄灯、红灯的目标；任务已到期{}项，30天内到期{}项。|No target is yellow or red; {} tasks are overdue, {} are due in 30 days.
        highlights.comma|、|, 
        highlights.ungraded|未评的原因|Why not rated
        highlights.due|时限|Deadlines
        highlights.tasks-overdue|任务已到期|Tasks overdue
        highlights.tasks-due|任务{}天内到期|Tasks due in {} days
        highlights.targets-due|目标{}天内到期|Targets due in {} days
        highlights.since|与上一版（{}）相比|Since the edition {}
        highlights.changed|{}：{}。|{}: {}.
        highlights.changed.more|{}：{}等。|{}: {} and others.
        highlights.no-past|输出文件夹中没有更早的版次，无法列出新落后、新达成和修订的目标。|There is no earlier edition in the output folder: newly behind, newly reached and revised targets cannot be told.
        highlights.units|按牵头（责任）单位（已到期缺数据和落后多的在前）|By lead (responsible) unit (most owed and behind first)
        highlights.no-unit|未列责任单位|no unit stated
        highlights.other-units|其余{}个单位|{} other units
        highlights.behind|落后最多的目标|Furthest behind
        highlights.owed-list|已到期缺数据的目标（约束性在前，列{}项，共{}项；全部见各专题表“未评原因”列）|Due without data (binding first, {} of {}; all by the column ‘Why not rated’ of the pipelines’ sheets)
        highlights.behind.none|没有黄灯、红灯的目标。|No target is yellow or red.
        highlights.counts.ungraded|未评的原因（项）：|Not rated, by reason:
        highlights.counts.due|时限（项）：|Deadlines:
        sheet.contents|目录|Contents
        sheet.overview|总览|Overview
        sheet.conflicts|修订与冲突|Conflicts
        sheet.checks|质量检查|Checks
        sheet.tasks|任务台账|Tasks
        sheet.projects|重点项目|Projects
        sheet.sources|来源|Sources
        sheet.notes|说明|Notes
        column.number|序号|No.
        column.indicator|指标|Indicator
        column.area|地区|Area
        column.unit|单位|Unit
        column.attribute|属性|Attribute
        column.base-year|基期年|Base year
        column.base|基期值|Base
        column.latest-year|最新年|Latest year
        column.latest|最新值|Latest
        column.target-year|目标年|Target year
        column.target|目标|Target
        column.completion|完成率|Completion
        column.realised|目标实现度|Share of target
        column.judgement|评价|Assessment
        column.elapsed|时序进度|Time elapsed
        column.gap|进度差|Gap
        column.lamp|灯|Lamp
        column.status|状态|Status
        column.needed|年均需|Needed a year
        column.expected|预计期末值|Expected at end
        column.judged|可评（1是0否）|Judged (1 yes, 0 no)
        column.reached|已达到（1是0否）|Reached (1 yes, 0 no)
        column.growth|按年均增速（1是0否）|By yearly growth (1 yes, 0 no)
        column.pace|进度指数|Pace
        column.responsible|责任单位|Responsible
        column.source|来源|Source
        column.direction|方向|Direction
        column.form|口径|Measure
        column.pipeline|专题|Pipeline
        column.total|合计|Total
        column.sheet|工作表|Sheet
        column.content|内容|Content
        column.rows|行数|Rows
        column.id|编号|ID
        column.bulletin|公报文件|Bulletin file
        column.line|起行|Line
        column.line-end|止行|Last line
        column.document|文件标题与文号|Document and number
        column.place|表格位置|Place in table
        column.value|数值|Value
        column.year|年份|Year
        column.kind|类型|Kind
        column.rule|识别规则|Rule
        column.address|网址|Web address
        column.quote|原文|Quotation
        column.taken|采用|Taken
        column.reason|理由|Reason
        column.check|检查项|Check
        column.severity|级别|Severity
        column.subject|对象|Subject
        column.expected-value|应为|Expected
        column.found|实为|Found
        column.task|任务|Task
        column.section|所属部分|Section
        column.lead-unit|牵头（责任）单位|Lead (responsible) unit
        column.cooperating|配合（其他责任）单位|Other and helping units
        column.duty-role|本单位职责|Its part
        column.shared-matter|指标或任务|Figure or task
        column.shared-deadline|目标年或时限|Target year or deadline
        column.shared-state|状态|State
        duty.leads|牵头（责任）|leads
        duty.leads-too|共同牵头|leads too
        duty.responsible|共同责任|responsible too
        duty.helps|配合|helps
        column.task-whole|任务（全文）|Task in full
        column.cooperating-whole|配合（其他责任）单位全列|All other and helping units
        column.chart|图|Chart
        column.leader|分管领导|Leader
        column.deadline|时限|Deadline
        column.deadline-printed|原文时限|Deadline as printed
        column.days|距到期（天）|Days to deadline
        column.task-lamp|时限状态|State
        column.task-status|办理情况|Status
        column.plan|文件|Plan
        column.theme|主题（所属章节）|Theme (section)
        column.project|项目|Project
        column.scope|建设规模和内容|Scope
        column.capacity|规模|Capacity
        column.capacity-unit|规模单位|Unit of capacity
        column.investment.total|总投资|Total funds
        column.investment.central|中央投资|Central funds
        column.investment.regional|省级投资|Regional funds
        column.investment.local|地方投资|Local funds
        column.investment.local-or-own|地方或自筹|Local or own funds
        column.investment.own|自筹资金|Own funds
        column.investment.loan|贷款和债券|Loans and bonds
        column.investment.annual|年度投资|Investment of the year
        column.investment.other|其他投资|Other funds
        column.printed-unit|原文单位|Printed unit
        column.period|建设年限|Period
        column.owner|建设主体|Owner
        column.state|性质和进展|State
        column.sign|标志|Sign
        column.count|项数|Count
        column.item|项目|Item
        column.explanation|说明|Explanation
        cover.area|地区：|Area:
        cover.as-of|截至日期：|As of:
        cover.edition|版次：|Edition:
        cover.lamps|红黄绿灯一览|Targets by lamp
        contents.overview|各专题的红黄绿灯与图表|Lamps by pipeline, with charts
        contents.pipeline|指标、基期、最新值、目标、完成率和灯|Indicators, base, latest, target, completion and lamp
        contents.conflicts|各公报说法不一的数字|Figures on which bulletins differ
        contents.checks|数据检查的结果|Results of the checks
        contents.tasks|任务、时限和责任单位|Tasks, deadlines and responsible units
        contents.sources|每个数字在公报中的位置和原文|Where each figure stands, with its words
        contents.notes|方法、界限和符号|Methods, limits and signs
        overview.unit|单位：项|Unit: targets
        overview.chart.lamps|各专题红黄绿灯（共{}项，已评{}项）|Lamps by pipeline ({} targets, {} rated)
        overview.chart.lamps.alt|堆积条形图：各专题的目标按绿灯、绿灯（略慢）、黄灯、红灯和未评的项数。|Stacked bars: the targets of each pipeline by lamp.
        pipeline.input.title|可填写|Input
        pipeline.input.year|四位年份，如 2024|A year of four digits, such as 2024
        pipeline.input.value|按“单位”列填写数字，不写单位|A number in the unit of the column ‘Unit’
        pipeline.input.refused|请填写数字。|Please type a number.
        pipeline.empty|没有目标。|No targets.
        conflicts.note|同一指标、地区和年份，公报之间数字不一致的并列于此。|Where bulletins differ on one indicator, area and year, their figures stand side by side.
        conflicts.empty|没有发现冲突。|No conflicts found.
        checks.note|错误须处理；警告宜核对；提示供参考。逐条见 checks.csv。|Errors need action, warnings a look, notes are for information. All stand in checks.csv.
        checks.empty|没有需要报告的问题。|Nothing to report.
        tasks.note|未完成的按时限先后排列，已到期的在前，无期限的在最后。时限按所述期间的最后一天计；改动右侧截至日期或天数，时限状态随之改变。办理情况取自各专题的 task-status.csv，也可在黄色单元格填写，再用 gongbao import 登记。|Open tasks by deadline, the overdue first, those without one last. A deadline counts to its last day; change the date or the days at the right and the states follow. The status comes from task-status.csv; what you type into the yellow cells gongbao import files there.
        tasks.note.plain|时限按所述期间的最后一天计；改动“界限”表的截至日期或天数，时限状态随之改变。办理情况取自各专题的 task-status.csv，也可填写“办理情况”“备注”列，再用 gongbao import 登记。|A deadline counts to its last day; change the date or the days on ‘Limits’ and the states follow. The status comes from task-status.csv; what you type into the columns ‘Status’ and ‘Remark’ gongbao import files there.
        tasks.note.silent|另有{}行的任务、单位和时限均未能从原表确定，未列入，见 tasks.csv。| {} more rows tell neither task nor unit nor deadline and stand in tasks.csv only.
        tasks.untold|（原表未能切分，见来源）|(not told apart in the table: see the source)
        tasks.as-of|截至日期|As of
        tasks.due-soon|临期天数|Due-soon days
        projects.note|投资单位：亿元，原文单位另列；规模取建设规模（没有时取项目名称）中的第一个数。|Money: 100 million yuan, the printed unit beside it; capacity is the first number of the scope, of the name where there is none.
        contents.projects|项目、规模、投资来源、年限和建设主体|Projects, capacity, money by source, period and owner
        sources.note|行号为公报文件的原始行号，从1起。本表供屏幕查阅，只打印表头。|Lines are raw lines of the bulletin file, from 1. This sheet is for the screen; only its head is printed.
        grid.part|数据较多，分表列出：本表为第{}—{}条，共{}条、{}张表。|Many rows: this sheet holds rows {}–{} of {}, on {} sheets.
        notes.completion|水平目标：（最新值－基期值）÷（目标－基期值）。累计目标：累计数÷目标。下降幅度：（1－最新值÷基期值）÷目标幅度。年均增长：ln（最新值÷基期值）÷（年数×ln（1＋目标增速））。|Level: (latest - base) / (target - base). Cumulative: sum / target. Reduction: (1 - latest / base) / target share. Average growth: ln(latest / base) / (years × ln(1 + target growth)).
        notes.lamp|进度差不小于0为绿灯；落后小于略慢界限为绿灯（略慢）；落后至红灯界限（含）为黄灯；再多为红灯。|Gap not under 0: green. Behind by less than the first limit: slightly behind. Up to the red limit, included: yellow. Beyond: red.
        notes.status|速度比＝至今年均增速÷所需年均增速，按改善方向取号。达到目标即为已达成，不论速度。|Pace = yearly growth so far / yearly growth required, signed by direction. A target reached is achieved whatever the pace.
        notes.needed|余下年份每年需要的增速；基期为零或异号时为每年需要的数量。|Growth needed in each remaining year; an amount where the base is zero or of another sign.
        notes.expected|按至今的年均增速推到目标年；无法计算增速时按年均增量。|The value at the target year at the yearly growth so far, or by the yearly amount where growth is undefined.
        notes.rounding|修约按 GB/T 8170（四舍六入五成双）；数值保留公报的小数位。|Rounded half to even (GB/T 8170); figures keep the printed decimals.
        notes.n.completion|完成率|Completion
        notes.n.lamp|灯|Lamp
        notes.n.status|状态|Status
        notes.n.needed|年均需|Needed a year
        notes.n.expected|预计期末值|Expected at end
        notes.n.rounding|修约|Rounding
        report.title|规划目标进展报告|Progress towards planned targets
        sheet.others|未入目录数据|Unlisted figures
        pipeline.others|其他指标|Other indicators
        sheet.years|年度对比|Year on year
        others.note|公报中未归入任何专题的数据，保留备查；已作为目标列在“其他指标”的不再重复。需要时在 Pipelines/ 的 indicators.csv 中增加名称。|Figures that no pipeline claims, kept for reference; those that stand on ‘Other indicators’ as targets are not repeated. Add names to indicators.csv under Pipelines/ where wanted.
        contents.others|未归入专题的指标|Figures that no pipeline claims
        contents.years|各指标逐年的实际与目标、变动和年均增长|Actual and target by year, change and average growth
        years.note|列出有两个年份的实际数、或同一年份既有实际数又有目标的指标，信息多的在前；其余见各专题表。比目标为同一年实际数减目标。数量用百分比变动，比率用百分点，小计数用绝对数。名次在改善、变差的指标中分别按最近一年的相对变动排列；增速和口径有变的不排名。|Indicators with figures of two years, or with a figure and a target of one year, those that say most first; the rest stand on the pipelines’ sheets. On the target: the figure less the target of the same year. Change in % for amounts, in points for shares, in numbers for small counts. Ranked by the relative size of the newest change, better and worse apart; rates of growth and broken series have no rank.
        column.remark|备注|Remark
        column.ungraded|未评原因|Why not rated
        column.target-source|目标来源|Source of target
        column.base-source|基期来源|Source of base
        column.latest-source|最新来源|Source of latest
        column.key|填报标识|Key for import
        column.known|现有数据|Known so far
        column.asked-why|催报原因|Why asked
        column.data-year|数据年份|Year of data
        column.filled-value|数值（填报）|Value (to fill in)
        column.filled-day|截至日期（非全年数）|Up to (part of a year)
        column.filled-status|数据性质|Kind of figure
        column.filled-note|数据来源和说明|Source and remarks
        column.filled-task-day|办理日期|Day of status
        request.title|催报表|Request form
        request.sheet.figures|指标|Figures
        request.sheet.tasks|任务|Tasks
        request.sheet.shared|配合事项|Others lead
        request.shared.note|以下事项由所列第一个牵头（责任）单位填报，本单位参与，此表无须填写。|The first lead (responsible) unit named here answers for these, this unit takes part; there is nothing to fill in here.
        request.sheet.notes|填报说明|How to fill in
        request.unit|责任单位：|Responsible unit:
        request.note|请填写黄色单元格，其他单元格请勿改动。|Fill in the yellow cells and leave the others as they are.
        request.person|填报人|Filed by
        request.filed|填报日期|Date of filing
        request.filed-source|填报|Filed by
        request.colon|：|:
        request.comma|，|,
        request.semicolon|；|;
        request.year-mark|年|year
        request.reason.overdue|已到期缺数据|Overdue, no data
        request.reason.due|即将到期|Due soon
        request.reason.provisional|缺正式数据|No final figure
        request.measure.increment|新增数|added
        request.measure.rise|提高或增长幅度|rise
        request.measure.fall|下降幅度|fall
        request.status.A|正式|Final
        request.status.P|初步|Provisional
        request.status.E|预计|Estimate
        request.input.day|日期，如 2026-03-31|A day such as 2026-03-31
        request.input.status|请从下拉列表中选择|Please choose from the list
        request.help.note|填好后交回，由汇总单位用 gongbao import 读入。|Send the filled form back; gongbao import reads it.
        request.help.1|填报人和填报日期必填，只填一处。|The person and the date of filing are required, once for the file.
        request.help.2|数值按“单位”列填写，只写数字；百分比写 92.4，不写 0.924。|Values in the unit of the column ‘Unit’, numbers only; a percentage as 92.4, not 0.924.
        request.help.3|数据年份已预填目标年；若数据属于其他年份，请改为该年份。|The year of data is the target’s year; change it where the figure is of another year.
        request.help.4|不是全年数的，填写截至日期；数据性质为正式、初步或预计，不填为正式。|For a part of a year give the day up to which it counts; a figure is final unless the kind says otherwise.
        request.help.5|数值与目标相差百倍以上的，请在“数据来源和说明”列说明。|Where the value is more than a hundredfold from the target, say why in the column of remarks.
        request.help.6|不掌握的数据请留空，不要填 0。|Leave cells without data empty; do not type 0.
        refusal.no-key|此行没有填报标识，可能是新插入的行|the row has no key: was it inserted?
        refusal.not-a-number|“{}”不是数字|‘{}’ is no number
        refusal.no-result|没有数值：公式未计算或出错|no value: a formula without a result
        refusal.no-year|缺数据年份|the year of the figure is missing
        refusal.no-status|有备注而缺办理情况|a remark, but no status
        refusal.not-a-year|“{}”不是年份|‘{}’ is no year
        refusal.year-ahead|数据年份晚于填报日期|the year is after the date of filing
        refusal.not-a-day|“{}”不是日期|‘{}’ is no date
        refusal.day-outside-year|截至日期不在数据年份内|the day is not within the year of the figure
        refusal.day-ahead|日期晚于填报日期|the day is after the date of filing
        refusal.fraction|像是小数形式的百分比，请写 92.4 而不是 0.924|looks like a fraction: write 92.4, not 0.924
        refusal.far-from-target|与目标或已知数据（{}）相差百倍以上，单位是否有误？如无误请说明|more than a hundredfold from {}: another unit? A remark lets it pass
        refusal.unknown-unit|未知的计量单位“{}”|unknown unit ‘{}’
        refusal.unknown-indicator|indicators.csv 中没有指标 {}|no indicator {} in indicators.csv
        refusal.unknown-area|areas.csv 中没有地区 {}|no area {} in areas.csv
        refusal.unknown-status|“{}”不在可选项中：{}|‘{}’ is none of {}
        refusal.unknown-task|没有任务 {}|no task {}
        refusal.no-person|缺填报人（表中填写，或用 --by 指明）|nobody is named who files (in the form, or by --by)
        refusal.no-filing-day|缺填报日期（表中填写，或用 --date 指明）|the date of filing is missing (in the form, or by --date)
        refusal.filed-twice|与 {} 填报的不一致|differs from what {} says
        refusal.known-otherwise|已有另一数值 {}（{}）；确需更正请加 --replace|{} is known already ({}); --replace corrects it
        refusal.change-not-read|变动幅度类目标请用催报表填报|a target of change: file it by the request form
        refusal.cleared|数值被清空，未作处理|the value was taken out; nothing was done
        column.numeral|数字|Numeral
        audit.title|核验页|Proof
        audit.note|点开一行，可见文件、原文和所在行；按责任单位、灯、文件筛选；方向键换行。|Open a row for its document, quotation and lines; filter by unit, lamp and plan; arrow keys move.
        audit.caption|目标及其评价|Targets and their verdicts
        audit.all|全部|all
        audit.search|查找|Search
        audit.reset|清除|Clear
        audit.open-all|全部展开|Open all
        audit.close-all|全部收起|Close all
        audit.noscript|浏览器未启用脚本，不能展开各行；原文见 statements.csv。|Without scripts rows cannot be opened; the quotations stand in statements.csv.
        audit.numerals|未能说明用途的数字|Numerals that nothing explains
        audit.numerals.note|公报中的每个数字都有去向，见 ledger.csv；以下数字没有。|Every numeral of the bulletins has its fate in ledger.csv; these have none.
        audit.target|目标|Target
        audit.base|基期|Base
        audit.latest|最新|Latest
        audit.quote|原文|Quotation
        audit.lines|所在行|Lines of the file
        audit.picture|所在页面，数字以红框标出|The printed page, the figure in a red box
        audit.document|文件|Document
        audit.place|位置|Place
        audit.rule|识别规则|Rule
        audit.taken|采用|Taken
        audit.not-taken|未采用|Not taken
        audit.shown|显示{}项，共{}项|{} of {} shown
        audit.conflict|数据不一致：|Figures differ:
        audit.no-proof|不是公报中的数据，见所列文件。|No figure of a bulletin: see the file named.
        audit.address|网址|Web address
        calendar.title|规划目标和任务时限|Deadlines of targets and tasks
        calendar.task|任务到期：{}|Task due: {}
        calendar.targets|{}年目标到期{}项：{}|{}: {} targets end, {}
        sdmx.dataflow|公报指标数据|Indicators of bulletins
        sdmx.concepts|指标数据的概念|Concepts of the indicators
        sdmx.concept.REF_AREA|地区|Reference area
        sdmx.concept.INDICATOR|指标|Indicator
        sdmx.concept.TIME_PERIOD|时期|Time period
        sdmx.concept.KIND|类型|Kind of figure
        sdmx.concept.MEASURE|计量方式|Way of measuring
        sdmx.concept.QUALIFIER|限定|Qualifier
        sdmx.concept.VARIANT|同键序号|Number among figures of one key
        sdmx.concept.OBS_VALUE|数值|Observation value
        sdmx.concept.UNIT_MEASURE|计量单位|Unit of measure
        sdmx.concept.UNIT_MULT|单位倍数|Unit multiplier
        sdmx.concept.DECIMALS|小数位数|Decimals
        sdmx.concept.OBS_STATUS|数据状态|Observation status
        sdmx.concept.COMPARATOR|界限|Bound
        sdmx.concept.OBS_VALUE_UPPER|区间上限|Upper end of a range
        sdmx.concept.INDICATOR_NAME|指标名称|Name of the indicator
        sdmx.concept.REF_AREA_NAME|地区名称|Name of the area
        sdmx.concept.SOURCE_ID|来源编号|Ids of the statements
        sdmx.CL_AREA|地区代码（GB/T 2260）|Areas (GB/T 2260)
        sdmx.CL_INDICATOR|指标代码|Indicators
        sdmx.CL_KIND|类型代码|Kinds of figures
        sdmx.CL_MEASURE|计量方式代码|Ways of measuring
        sdmx.CL_UNIT|计量单位代码（UN/ECE 第20号建议书、ISO 4217）|Units (UN/ECE Recommendation 20, ISO 4217)
        sdmx.CL_UNIT_MULT|单位倍数代码|Powers of ten
        sdmx.CL_OBS_STATUS|数据状态代码|Observation statuses
        sdmx.CL_COMPARATOR|界限代码|Bounds
        sdmx.no-area|未指明地区|No area stated
        sdmx.no-unit|无单位|No unit
        sdmx.one|个（件、所、家等计数单位）|One (a unit of counting)
        sdmx.MEASURE.level|水平|Level
        sdmx.MEASURE.increment|新增量|Increment
        sdmx.MEASURE.change|变动幅度|Change
        sdmx.COMPARATOR.eq|等于|Equal to
        sdmx.COMPARATOR.ge|不低于|At least
        sdmx.COMPARATOR.gt|超过|More than
        sdmx.COMPARATOR.le|不高于|At most
        sdmx.COMPARATOR.lt|低于|Less than
        sdmx.COMPARATOR.approx|左右|About
        sdmx.COMPARATOR.range|区间|Range
        sdmx.OBS_STATUS.A|正常|Normal
        sdmx.OBS_STATUS.B|序列中断|Break in series
        sdmx.OBS_STATUS.D|口径不同|Definition differs
        sdmx.OBS_STATUS.E|预计|Estimated
        sdmx.OBS_STATUS.F|预测|Forecast
        sdmx.OBS_STATUS.O|缺失|Missing
        sdmx.OBS_STATUS.P|初步|Provisional
        sdmx.OBS_STATUS.R|修订|Revised
        sdmx.OBS_STATUS.U|可靠性低|Low reliability
        package.licence|使用条件由编制单位确定；公报原文属官方文件，不适用著作权法（第五条）|Terms are for the issuing office to state; official documents bear no copyright (Copyright Law of the PRC, article 5)
        brief.parts|其中本单位牵头（责任）{}项，共同牵头、共同责任或配合{}项；任务牵头（责任）{}项，参与{}项。|Of these targets this unit leads {} and takes part in {} led by others; of the tasks it leads {} and takes part in {}.
        brief.title|规划目标进展简报|Progress briefing
        brief.owed|已到期缺数据|Due without data
        brief.more|另有{}项|{} more
        import.added|新增|added
        import.replaced|更正|replaced
        import.known|已有|known
        import.refused|拒绝|refused
        column.distance|比目标|On the target
        column.change|比上年|On the year before
        column.average|年均变动|Average a year
        column.meaning|变动评价|Change is
        column.rank|变动名次|Rank of change
        change.better|改善|Better
        change.worse|变差|Worse
        change.unchanged|持平|Unchanged
        change.break|口径有变|Break in series
        format.points|百分点| points
        reason.no-base|缺基期值|No base
        reason.no-latest|缺最新值|No latest figure
        reason.no-figures|缺基期值和最新值|No base, no latest figure
        reason.no-target-year|目标未写明年份|The target has no year
        reason.unit-differs|单位不一致|Units differ
        reason.unit-unknown|单位不明|Unknown unit
        reason.break-in-series|口径有变，不可比|Break in series
        reason.in-words|文字目标|Target in words
        reason.gap-in-series|累计年份不全|Years missing in the sum
        reason.growth-undefined|无法计算增速|Growth undefined
        reason.pace-undefined|无法计算速度比|Pace undefined
        reason.overflow|数字过大|Number too large
        taken.supplied|采用单位自填数据|Supplied by the office
        taken.final-figure|预计数由实际数取代|Figure before estimate
        taken.yearly-average|采用全年平均|Average of the year
        taken.later-document|采用后发文件|Later document
        taken.table-before-prose|采用表格数据|Table before prose
        taken.first-stated|采用先出现的数据|First stated
        finding.row|{}，第{}行{}|{}, row {}{}
        finding.rows|第{}行|rows {}
        finding.lines|第{}行|lines {}
        finding.once|一次|once
        finding.none|没有|none
        finding.at-least-one|至少一项|at least one
        finding.sum-of-rows|{}行之和 {}|sum of {} rows: {}
        finding.cell-each-row|每行都能对应|a cell for each row
        finding.cells-unassigned|{}行中有{}行无法确定|{} rows, {} undecided
        finding.for-each-project|{}个项目各一项|one for each of {} projects
        finding.values|{}项|{} values
        finding.numerals-explained|每个数字都有去处|every numeral explained
        finding.numerals-open|共{}个数字，{}个未说明|{} numerals, {} unexplained
        finding.one-indicator|一个名称只归一个指标|one indicator for each name
        finding.nearest|相近：{}|nearest: {}
        finding.no-code|没有指标代码，见第{}行|no code, in lines {}
        finding.no-unit|没有单位|no unit
        finding.known-target|本次公报中的目标|a target of the bulletins
        finding.known-task|tasks.csv 中的任务编号|an id of tasks.csv
        finding.task-status|{}，{} {}|{}, {} {}
        finding.bulletin-read|公报在本次输入之中|the bulletin among the inputs
        finding.statuses|{}条办理情况|{} statuses
        worker.no-json|这一行不是JSON对象|the line is no JSON object
        worker.no-input|请求须有path、paths、content三者之一|the request must have one of path, paths and content
        worker.no-id|请求的id须为文本或整数|the request's id must be a text or a whole number
        worker.no-name|名称为空或无法用作文件名|the name is missing, empty or no name of a file
        worker.no-base64|content不是base64|the content is no base64
        worker.too-long|这一行超过大小上限|the line is longer than the limit of sizes allows
        records.no-record|这一行不是gongbao worker的记录|the line is no record of gongbao worker
        records.schema|记录的格式版本为{}，本程序不读|the record has version {} of the format, which this program does not read
        records.no-type|成员{}的类型不符|the member {} has not its type
        records.twice|编号{}的请求有两次应答|the request {} is answered twice: ids must differ
        records.refused|请求未被接受：{}|a request was refused: {}
        records.incomplete|记录不全：缺少记录，或多于end所计|the records of this request are not whole: some are missing, or there are more than its end counts
        records.same-name|两份不同的公报都名为{}：请在请求中用name区分|two different bulletins are called {}: tell them apart by the name of their requests
        input.missing-path|没有这个文件或文件夹|there is no such file or folder
        input.unreadable|无法读取（系统错误{}）|{}
        input.not-regular|不是普通文件，未读取|this is no regular file, and is not read
        input.too-large|文件超过{}字节，未读取（可用 --size-limit 放宽）|the file has more than {} bytes, and is not read (--size-limit allows more)
        input.changing|读取时文件仍在变化，未采用|the file changed while it was read
        input.missing|原有版本“{}”读取过这份公报，这次没有读到|the edition ‘{}’ in place read this bulletin, and this run could not
        input.empty-file|文件为空|the file is empty
        input.no-text|文件不是UTF-8、GB18030或UTF-16文本|the file is not text in UTF-8, GB18030 or UTF-16
        input.unconvertible|本系统无法把{}转为UTF-8|this system cannot convert {} to UTF-8
        source.page|页 {}|page {}
        source.damaged|文件不完整或已损坏，不能按{}打开（{}）|the file is cut off or broken and does not open as {} ({})
        source.missing-part|{}文件缺少必需的部分“{}”|the {} file lacks its part ‘{}’
        source.malformed|文件的“{}”部分第{}行不是有效的XML|the part ‘{}’ of the file is no well-formed XML from line {} on
        source.declares-entities|文件的“{}”部分声明了实体，可能无限膨胀，未读取|the part ‘{}’ declares entities, which could grow without bound; not read
        source.nests-too-deep|文件的“{}”部分嵌套过深，未读取|the part ‘{}’ nests too deep; not read
        source.unpacks-too-far|文件的“{}”部分解压后过大，未读取|the part ‘{}’ unpacks to more than any real file; not read
        source.encrypted|{}文件已加密，需先去除密码|the {} file is encrypted; save it without a password
        source.no-text|{}文件中没有公报文字（可能是浏览器验证页、嵌入式阅读框或图片）|the {} file holds no text of a bulletin (a browser check, a viewer’s frame or pictures)
        source.scanned-pages|第{}页是图片，没有文字，需先做文字识别（PDF 可加 --ocr，数字须核对）|page {} is a picture without text; it needs text recognition first (of a PDF by --ocr; check its figures)
        source.illegible-pages|第{}页的字体没有文字编码，汉字成为乱码，未读取|page {} uses fonts without character codes: Chinese comes out as junk; not read
        source.breaks-off|文件在第{}页之后中断，其余未读取|the file breaks off behind page {}; the rest is not read
        source.needs-program|读取此文件需要程序{}，请安装软件包 {}|reading this file needs the program {}: install the package {}
        source.program-failed|程序{}未能转换此文件（状态{}）|the program {} could not convert this file (status {})
        source.program-timed-out|程序{}在{}秒内没有完成|the program {} gave no answer in {} seconds
        source.unsupported|不读取{}文件|files of the kind {} are not read
        input.text-named|名称以 .{} 结尾，内容却是文本，已按文本读取，请核对文件|the name ends in .{}, and the content is text: read as text, look whether this is the file that you meant
        input.annex|按“{}”的附件读取，标题、日期、类别随该文件|read as an annex of ‘{}’: title, date and kind are that document’s
        input.hidden-sheet|工作表“{}”已隐藏，未读取|the sheet ‘{}’ is hidden and not read
        input.hidden-cells|工作表“{}”的隐藏行、列中有{}个单元格，未读取|sheet ‘{}’: {} cells in hidden rows and columns are not read
        input.uncomputed-formulas|从{}起有{}个公式没有存储结果，未读取|from {} on, {} formulas have no stored value and are not read
        input.open-cells|第{}页有表格框线不闭合，无法确定归属的单元格留空|page {}: rules of a table do not close; cells that they leave open are blank
        input.recognized-text|第{}页的文字由程序识别，可能有误，其中的数字标为U，请核对|page {}: a program recognized the text and may be wrong; its figures bear the status U, check them
        input.broken-character|此处字节不是有效的{}字符，按U+FFFD读入|the bytes here are no {} character; read as U+FFFD
        input.more-broken-characters|另有{}处字节不是有效字符|{} more places hold bytes that are no character
        input.rotated-without-headers|旋转排印的一段没有可识别的表头，未读取|a rotated stretch without known headers is not read
        input.lost-digit|换行处丢失数字，该数未读取：{}|a digit is lost at the line’s end, the number is not read: {}
        input.cut-number|数字被换行切断，按相连读取：{}|a line end cuts the number, read as one: {}
        input.rotated-without-count|旋转排印的一页无法确定行数|the rows of this rotated page cannot be counted
        table.empty-column|“{}”列第{}行起没有内容|column ‘{}’ from line {} on: empty
        table.unassigned-column|“{}”列所印内容无法确定归属哪一行，留空：{}|column ‘{}’: which row its print belongs to is open, left blank: {}
        table.unassigned-column-from|“{}”列第{}行起所印内容无法确定归属哪一行，留空：{}|column ‘{}’ from line {} on: which row its print belongs to is open, left blank: {}
        table.wrong-total|“{}”列各行之和为{}，所印合计为{}|column ‘{}’: the rows add up to {}, the printed total is {}
        table.unassigned-row|“{}”行第{}行所印内容无法确定归属哪一列，留空|row ‘{}’, line {}: which column its print belongs to is open, left blank
        table.unassigned-row-from|“{}”行第{}行起所印内容无法确定归属哪一列，留空|row ‘{}’ from line {} on: which column its print belongs to is open, left blank
        table.unread-columns|第{}行起的“{}”等列未能读出|column ‘{}’ from line {} on and those after it could not be read
        table.surplus-fields|有的行字段多于表头，多出的未读入|rows with more fields than the header; what is over is not read
        table.unbounded-cells|列“{}”第{}行：原文未给出单元格界线，无法确定归属，留空|column ‘{}’, rows {}: the bulletin draws no lines between cells, left blank
        table.unbounded-labels|；原文依次为“{}”|; printed there in order: ‘{}’
        table.next|”“|’ ‘
        table.doubtful-cells|列“{}”第{}行：仅凭{}切分，请核对|column ‘{}’, rows {}: divided by {} alone, please check
        table.sign.sentences|句数与行数相同|as many sentences as rows
        table.sign.groups|任务编号分组|the groups of task numbers
        table.sign.likelihood|同列已定各格的字句|how cells settled elsewhere in the column read
        table.sign.name|行名含列名、合计相符|the row’s name and the total
        table.sign.measures|与正文同编号条款的词语对照|comparison with the plan’s clauses
        table.missing-numbers|序号{}：原文缺失|numbers {}: missing in the bulletin
        table.repeated-numbers|序号{}：原文重复|numbers {}: repeated in the bulletin
        table.uncounted-lines|原文第{}行：无法数清行数，未读入|lines {} of the bulletin: the rows cannot be counted, not read
        table.unplaced-lines|原文第{}行：属本表文字，列不明，未读入|lines {} of the bulletin: text of this table without a certain column, not read
        claim.clause|正文|clause
        claim.date|日期|date
        claim.head-date|文件首部的日期|date of a document head
        claim.document-number|文号|document number
        claim.document-head|文件首部|document head
        claim.page-furniture|页码、书眉等|page furniture
        claim.heading|标题中|in a heading
        claim.clause-number|条款序号|clause number
        claim.ordinal|序数|an ordinal
        claim.list-number|列表序号|number in a list
        claim.annex-number|附表、附件的编号|number of a table or annex
        claim.table-cell|表格单元格|table cell
        claim.table-header|表头|table header
        claim.table-title|表题|table title
        claim.table-note|表注|table note
        claim.table-text|表中文字|table text
        claim.table-markup|标记|markup
        claim.lost-digit|换行处丢失数字|a digit is lost at the line’s end
        claim.table-caption|表格说明|table caption
        claim.column-header|列名|column header
        claim.repeated-head|重复的表头|repeated head
        claim.group-label|分组名|group label
        claim.row-number|行号|row number
        claim.value-without-row|无法归行的数值|value without a row
        claim.cell-without-row|无法归行的单元格|cell without a certain row
        claim.text-without-column|无法归列的表中文字|text of the table without a certain column
        claim.uncounted-page|无法数清行数的一页|page whose rows cannot be counted
        claim.unknown-headers|没有可识别表头的旋转页|rotated stretch without known headers
        claim.name-with-letters|含字母的名称|a name with letters
        claim.listed-name|traps.csv 所列名称|a name in traps.csv
        claim.quoted-name|引号中的名称|a name in quotation marks
        claim.number-in-name|名称中的数字|a number in a name
        claim.count-in-name|名称中的计数|a count in a name
        claim.telephone-number|电话号码|telephone number
        claim.age-class|年龄段|age class
        claim.size-class|规模档|size class
        claim.size-grade|规模等级|a class of size
        claim.voltage|名称中的电压或容量|voltage or capacity in a name
        claim.duration|时长|duration
        claim.day-of-month|月内日期|day of the month
        claim.ratio-part|比例的一项|a part of a ratio
        claim.threshold|门槛|threshold
        claim.restated|复述或以文字计数|restated or counted in words
        claim.extent|所述对象的个数|of how many things a figure speaks
        claim.denominator|折算或推算的依据|what figures are reckoned by
        claim.rank|位次|a rank
        claim.count|措施、条文或到会人数的计数|a count of measures, articles or those present
        claim.price-cut|价格折扣|a cut of a price
        claim.inexact|位数过多，无法精确保存|more digits than can be kept exactly
        claim.without-unit|没有单位的数字|a number without a unit
        claim.without-known-unit|单位不明的数字|a number without a known unit
        claim.without-name|指标不明的数字|a number that no words name
        finding.file-ending|.{} 文件|a .{} file
        finding.no-file-ending|文件名没有扩展名|a name without an ending
        finding.readable-file|可读取的文件（文本、网页、Word、Excel、PDF、OFD）|a file that gongbao reads (text, web page, Word, Excel, PDF, OFD)
        finding.same-bytes|与“{}”内容完全相同，未读取|the same bytes as {}, not read
        finding.document-date|公报的日期，或 --as-of|a date of the bulletin, or --as-of
        finding.day-from-title|{}，取自标题的年份|{}, from the year of its title
        finding.day-from-facts|{}，取自实际数据的最新年份|{}, from the latest year of its facts
        finding.close-calls|{}条数据的类型依据不足或相近|the kinds of {} statements are open or close calls
        finding.kinds-clear|各条数据的类型有明确依据|a clear sign of each figure’s kind
        finding.sole-area|文中未写明地区，取同批公报共同的地区|the text names no area; that of all other bulletins is taken
        finding.day-from-plan|{}，取自规划的首年|{}, from the first year of its plan
        cover.counts|红黄绿灯（项）：|Targets by lamp:
        cover.contents|各工作表见“目录”，符号和缩写见“说明”。|The sheets are listed on ‘Contents’; signs and abbreviations are explained on ‘Notes’.
        contents.note|点击工作表名称即可前往。|Choose a sheet’s name to go there.
        contents.limits|灯与状态的界限，可修改|Limits of lamp and status, which can be changed
        contents.targets-chart|各专题基期值与目标、项目投资来源的图|Charts of bases and targets, and of the projects’ money by source
        contents.paths|关键指标的实际、应达水平与目标的图|Charts of key indicators: actual, required and target
        contents.chart-data|各图所用的数字|The figures behind the charts
        overview.omitted|　数据不足的图未绘制，见“说明”。|. Charts without enough data are left out; see ‘Notes’.
        pipeline.note.unit|单位：见“单位”列；完成率、时序进度为百分比，进度差为百分点。|Completion and time elapsed in %, gap in percentage points.
        pipeline.note.input|可填写：基期年、基期值、最新年、最新值。|For input: base year, base, latest year, latest.
        pipeline.note.static|灰色格不可填写，其灯和状态为评估结果。|Grey inputs are locked: their verdicts are results of the run.
        pipeline.note.print|“配合（其他责任）单位”以后的各列只在屏幕上显示，不打印（没有配合单位时该列隐藏）；来源列点开核验页，序号通向“来源”表。|The columns after ‘Other and helping units’ (hidden where there are none) are not printed; sources open audit.html, numbers the sheet ‘Sources’.
        pipeline.all-units|等{}个单位| {} units in all
        pipeline.note.blocks|同一指标的各年目标相邻，用同一单位，序号相同；按地区、规划和规划中的先后排列。|Targets of one indicator share a number and a unit; sorted by area, plan and place in the plan.
        sheet.limits|界限|Limits
        sheet.chart-data|图表数据|Chart data
        sheet.targets-chart|目标与投资|Targets and money
        sheet.completion|完成率与时序进度|Completion and time elapsed
        sheet.paths|关键指标|Key indicators
        sheet.chart|图{}|Chart {}
        limits.note|灯与状态的界限，可修改；约束性目标有自己的界限。|Limits of lamp and status, which can be changed; binding targets have limits of their own.
        limits.green|略慢界限（百分点）|Slightly behind, up to (percentage points)
        limits.red|红灯界限（百分点）|Red beyond (percentage points)
        limits.binding-green|约束性：略慢界限（百分点）|Binding: slightly behind, up to (percentage points)
        limits.binding-red|约束性：红灯界限（百分点）|Binding: red beyond (percentage points)
        limits.on-track|进展顺利（速度比）|On track (pace)
        limits.faster|快于预期（超前百分点）|Faster than expected beyond (percentage points)
        limits.approximate|左右、约的容差（百分点）|Tolerance of about (percentage points)
        limits.moderate|进展中等（速度比）|Moderate (pace)
        targets-chart.note|同一专题中单位相同的指标，项目投资按来源；数字见“图表数据”。|Indicators of one pipeline that share a unit, and the projects’ money by source; the figures stand on ‘Chart data’.
        paths.note|应达水平为基期值到最后目标的直线；纵轴不从0起的在标题注明，口径有变处断开；数字见“图表数据”。|Required is the straight way from the base to the last target; a title says where the axis does not begin at 0; lines break at a new definition; the figures stand on ‘Chart data’.
        chart-data.note|各图所用的数字；空白表示没有数据。本表供屏幕查阅，不打印数据。|The figures behind the charts; a blank means no data. For the screen: the data are not printed.
        chart.blank|　空白单元格表示没有数据，图中不画点。| A blank cell means no data: nothing is drawn.
        chart.year|年份|Year
        chart.actual|实际|Actual
        chart.required|应达水平|Required
        chart.target|目标|Target
        chart.target-of|{}年目标|Target {}
        chart.completion|{}：完成率与时序进度（{}／{}项有结果）|{}: completion and time elapsed ({} of {} targets)
        chart.completion.note|条形图：各专题落后最多的目标的完成率；粗线为时序进度。|Bars: completion of each pipeline’s targets furthest behind; the stroke marks the share of time elapsed.
        chart.completion.alt|条形图：{}中落后最多的{}项目标（有结果的共{}项）的完成率；粗线为时序进度。|Bars: completion of the {} targets furthest behind, {} of {} with a result; the stroke marks the share of time elapsed.
        chart.targets|{}：{}年目标（{}；{}／{}项指标）|{}: targets {} ({}; {} of {} indicators)
        chart.targets.alt|条形图：{}中{}年的目标与基期值，单位{}，指标{}项。|Bars of {}: targets of {} and base, in {}, {} indicators.
        chart.path|{}：实际{}年，目标{}个|{}: actual of {} years, {} targets
        chart.cut|{}；纵轴从{}起|{}; axis from {}, not from 0
        chart.break|{}；{}年起口径有变|{}; new definition from {}
        chart.actual-new|实际（新口径）|Actual (new definition)
        chart.clipped|{}；超出坐标的条形截断|{}; bars beyond the axis are cut
        chart.path.alt|折线图：{}，{}—{}年的实际、应达水平和目标。|Lines: {}, actual, required and target from {} to {}.
        omitted.completion|“{}：完成率与时序进度”：有完成率的目标不足3项。|‘{}: completion and time elapsed’: fewer than 3 targets have a completion.
        omitted.targets|“{}：目标”：单位相同且有两个数值的指标不足3项。|‘{}: targets’: fewer than 3 indicators share a unit and have two figures.
        omitted.paths|“{}：关键指标”：没有指标具备基期值、目标和三个年份。|‘{}: key indicators’: no indicator has a base, a target and three years.
        notes.note|各列、各词、符号和缩写的含义。|What columns, words, signs and abbreviations mean.
        notes.n.elapsed|时序进度|Time elapsed
        notes.elapsed|从基期年末到最新年末的时间占规划期的比重。|The share of the time from base to target that has passed at the latest figure; years count to their end.
        notes.n.gap|进度差|Gap
        notes.gap|完成率减时序进度，百分点；负数为落后。|Completion less time elapsed, in percentage points; negative is behind.
        notes.n.attribute|属性|Attribute
        notes.attribute|约束性：必须完成；预期性：力争实现。按公报所注。|Binding: must be reached. Expected: to be striven for. As the bulletin marks it.
        notes.n.input|可填写的列|Columns for input
        notes.input|各专题表的基期年、基期值、最新年、最新值，以及“界限”表的数值。其余受保护，无密码。|Base year, base, latest year and latest of the pipelines’ sheets, and the figures of ‘Limits’. All else is protected without a password.
        notes.n.source|来源|Source
        notes.source|文号或文件名，冒号后为公报文件的原始行号；点击到“来源”表。|The document’s number or the file, then the raw line of the bulletin file; the link leads to ‘Sources’.
        notes.n.unit|单位|Unit
        notes.unit|按公报所印，换算只用十进倍数（万、亿）。|As printed; only powers of ten are converted (万 is 10 000, 亿 is 100 million).
        target.fall|降|↓
        target.rise|升|↑
        notes.n.sign|≥ ＞ ≤ ＜ ≈ 降 升|≥ > ≤ < ≈ ↓ ↑
        notes.sign|目标前的符号：不低于、高于、不高于、低于、约；降、升表示比基期降低、提高多少，不是水平。|Before a target: at least, more than, at most, less than, about; arrows: by how much it is to fall or rise from the base, no level.
        notes.n.blank|空白|Blank
        notes.blank|公报没有给出，或该栏不适用。|Not given in the bulletins, or not applicable.
        notes.n.not-given|[x]|[x]
        notes.not-given|公报没有给出。|Not available: the bulletins do not say.
        notes.n.not-applicable|[z]|[z]
        notes.not-applicable|不适用。|Not applicable.
        notes.n.omitted|未绘制的图|Chart left out
        limits.limit|界限|Limit
        chart.investment|重点项目：投资来源（{}；{}／{}个项目列明）|Projects: money by source ({}; {} of {} projects)
        chart.investment.alt|条形图：全部项目按来源合计的投资，单位{}；公报未列来源的不计。|Bars: the money of all projects by source, in {}; without those whose bulletin names no source.
        chart.money-source|投资来源|Source of money
        chart.amount|金额（{}）|Amount ({})
        chart.projects|项目数|Projects
        money.central|中央投资|Central government
        money.regional|省级投资|Region
        money.local|地方投资|Local government
        money.local-or-own|地方或自筹|Local or own funds
        money.own|自筹|Own funds
        money.loan|贷款和债券|Loans and bonds
        omitted.investment|“重点项目：投资来源”：列明金额的来源不足2种。|‘Projects: money by source’: fewer than 2 sources are named with their amounts.
        print.page|第 &P 页，共 &N 页|Page &P of &N
        yes|是|Yes
        no|否|No
        rule.clause|同一分句中的指标和数值|name and figure in one clause
        rule.name-after|指标在数值之后|what is counted stands behind the figure
        rule.list|并列指标各对一个数值|as many names as figures
        rule.shared-figure|多个指标共用一个数值|one figure for several names
        rule.list-verb|并列各项共用首项的动词|the verb of the list’s first item holds
        rule.respectively|“分别”对应前文各指标|one figure for each indicator stated before
        rule.continued-name|由前一指标补全名称|the indicator before completes the name
        rule.recalled-name|沿用前文指标|the figure takes up an indicator stated before
        rule.preceding-clause|指标在前一分句|the clause before names the indicator
        rule.purpose|用途见后一分句|the clause behind says what the sum is for
        rule.from-to|由……到……的前后两个数值|the old level and the new one: from … to …
        rule.bracket|括号中的数值|a figure in a bracket
        rule.table-value|表格单元格|a cell of a table
        rule.table-split-cell|单元格中的多个数值之一|one of several values in a cell of a table
        rule.table-total|表格合计行|a total of a table
        rule.table-words|表格中的文字目标|a target in words in a table
        rule.task|正文中的任务|a numbered measure of the text
        rule.labelled-lines|逐行标注的任务|a measure with labelled lines
        rule.list-row|任务或项目表的一行|a row of a list
        rule.supplied|单位自填数据|supplied by the office
        origin.clause|所在分句|the clause
        origin.sentence|所在句|the sentence
        origin.paragraph|所在段|the paragraph
        origin.lead-in|引导段|the paragraph that leads in
        origin.section|所在部分的标题|the section’s heading
        origin.bracket|括号中的时限|the deadline in the bracket
        origin.header|表头|the column’s head
        origin.title|标题|the title
        origin.date|文件日期|the document’s date
        origin.guess|全文最常见的年份|the year that the text names most
        origin.none|未说明|nowhere
        explain.year|{}（取自：{}）|{} (from: {})
        explain.no-year|未说明|none is stated
        explain.area|{}（文中所写）|{} (in the text)
        explain.no-area|同所在文件|that of the document
        explain.cell|{}，第{}行第{}列|{}, row {}, column {}
        explain.field.indicator|指标|indicator
        explain.field.qualifier|限定|qualifier
        explain.field.value|数值|value
        explain.field.kind|类型|kind
        explain.field.year|年份|year
        explain.field.period|时期|period
        explain.field.deadline|时限|deadline
        explain.field.base-year|基期年|base year
        explain.field.area|地区|area
        explain.field.responsible|责任单位|responsible
        explain.field.document|文件|document
        explain.field.table|表格|table
        explain.field.place|位置|place
        explain.field.rule|识别规则|rule
        explain.field.why-year|年份依据|why year
        explain.field.why-kind|类型依据|why kind
        explain.open|证据不足|too little spoke
        explain.against|；另有：|; against it:
        explain.candidate|{}（{}，{}）|{} ({}, {})
        speaker.old-level|原有水平|an old level
        speaker.later-year|晚于文件的年份|a year after the document
        speaker.earlier-year|早于文件的年份|a year before the document
        speaker.clause-word|分句用词|a word of the clause
        speaker.sentence-word|句中用词|a word of the sentence
        speaker.paragraph-word|段中用词|a word of the paragraph
        speaker.section|所在部分的标题|the section’s heading
        speaker.report-year|报告所计划的年份|the year that the report plans
        speaker.state-head|小标题|a head that tells a state
        speaker.document|文件类型|the document’s register
        speaker.cue|分句中的迹象|a sign in the clause
        speaker.sentence-cue|句中的迹象|a sign in the sentence
        speaker.year-form|年份的写法|how the year is put
        speaker.bound|以上、左右等|a bound
        speaker.neighbour|前一数值|the figure before
        speaker.text|全文其余数值|the rest of the text
        speaker.clause|所在分句|the clause
        speaker.sentence|所在句|the sentence
        speaker.paragraph|所在段|the paragraph
        speaker.lead-in|引导段|the paragraph that leads in
        speaker.bracket|括号中的时限|the deadline in the bracket
        speaker.title|标题|the title
        speaker.date|文件日期|the document’s date
        speaker.guess|全文最常见的年份|the year that the text names most
        explain.field.quotation|原文|quotation
        run.summary|{}：公报{}份，数据{}条，表格{}张，评估目标{}项，截至{}|{}: {} bulletins, {} statements, {} tables, {} targets assessed, as of {}
        run.old-edition|{}（原）|{} (old)
        run.new-edition|{}（新）|{} (new)
        run.unchanged|与原有版本完全相同，未改动|the same as the edition in place, which was left as it is
        run.replaced|替换了原有版本，不同的文件：{}|replaces the edition in place; files that differ: {}
        run.not-compared|原有版本无法对比：{}|the edition in place cannot be compared: {}
        run.kept|有公报没有读到（见上），原有版本和历史保持不变；确认不再需要这些公报时，加 --allow-missing|bulletins are missing (see above): the edition in place and the history stay as they were; --allow-missing replaces them all the same
        run.edited|原有版本里有人工修改或放入的文件（{}），已整体保留为 {}|the edition in place held files that others changed or added ({}): it is kept whole as {}
        run.beside|版本里有人工放入的文件（{}），保留在原处|files that others laid into the edition stay where they are: {}
        run.dry|试运行：没有改动任何文件|dry run: nothing was written
        usage.error|错误：{}|Error: {}
        usage.help|说明：{}|Help:  {}
        usage.usage|用法：{}|Usage: {}
        usage.see|详见“{}”。|See '{}' for more information.
        usage.see-sub|各命令的说明：“{}”。|See '{}' for detailed help.
        usage.unknown-near|未知选项“{}”；是否指“{}”？|Unknown option '{}'. Did you mean '{}'?
        usage.unknown|未知选项“{}”|Unknown option '{}'
        usage.missing-argument|缺少参数“{}”|Missing expected argument '{}'
        usage.missing-value|选项“{}”缺少值|Missing value for '{}'
        usage.unexpected|多余的参数“{}”|Unexpected argument '{}'
        usage.unexpected-several|{}个多余的参数：{}|{} unexpected arguments: {}
        usage.one-of|“{}”不能用于选项“{}”；可用的有“{}”和“{}”|The value '{}' is invalid for '{}'. Please provide one of '{}' and '{}'.
        usage.invalid|“{}”不能用于选项“{}”|The value '{}' is invalid for '{}'
        usage.overview|概述：{}|OVERVIEW: {}
        usage.usage-head|用法：{}|USAGE: {}
        usage.arguments|参数：|ARGUMENTS:
        usage.options|选项：|OPTIONS:
        usage.subcommands|命令：|SUBCOMMANDS:
        usage.no-year|公报的日期、标题和数据都没有说明年份：请用 --as-of 指明截至日期，如 --as-of 2024-12-31|no bulletin says by a date, a title or a fact what year it is of: name the day to which the report counts, as in --as-of 2024-12-31
        problem.no-definitions|没有这个定义文件夹{}|there is no such folder of definitions{}
        usage.no-file|没有这个文件或文件夹|No such file or directory
        usage.option-default|{}（默认：{}）|{} (default: {})
        usage.option-values|{}（可用：{}；默认：{}）|{} (values: {}; default: {})
        usage.version|{}显示版本号。|{}Show the version.
        usage.help-shown|{}显示帮助。|{}Show help information.
        usage.days|--within：请给出天数，0或以上|--within: give days, 0 or more.
        usage.folder|{}：请给出文件夹，“.”是当前文件夹|{}: name a folder; ‘.’ is this one.
        usage.megabytes|--size-limit：请给出兆字节数，1至4096|--size-limit: give megabytes, 1 to 4096.
        usage.seconds|--lock-timeout：请给出秒数，0或以上|--lock-timeout: give seconds, 0 or more.
        usage.number|{}：请给出数字，0或以上|{}: give a number, 0 or more.
        usage.year|--as-of：{}不是公报的年份（1949至2199）|--as-of: {} is no year of a bulletin (1949 to 2199).
        usage.no-date|{}：“{}”不是日期|{}: ‘{}’ is no date.
        usage.from|--from 与 --bulletins 只能用一个|--from takes the place of --bulletins: give one of them.
        usage.licence|--licence：请给出 CC-BY-4.0 之类的标识|--licence: give an identifier such as CC-BY-4.0.
        usage.name-indicator|请给出指标的代码或名称|Name an indicator by its code or its name.
        usage.decide|--decide 须与 --target 和 --outturn 同用|--decide needs --target and --outturn.
        problem.near|；是否指{}？|; did you mean {}?
        problem.or|“{}”{}或{}|‘{}’{} or {}
        problem.quoted|“{}”{}|‘{}’{}
        problem.known|；可用的有 {}|; known are {}
        problem.near-indicators|；相近的有 {}|; near are {}
        problem.units|；单位见 common/units.csv|; units stand in common/units.csv
        problem.areas|；代码和名称见 common/areas.csv|; codes and names stand in common/areas.csv
        problem.empty-file|文件是空的|the file is empty
        problem.not-utf8|不是 UTF-8 编码|not UTF-8
        problem.line|第{}行：{}|line {}: {}
        problem.quote|引号没有闭合，或闭合的引号后还有文字|a quote is not closed, or text follows a closing quote
        problem.memory|内存不足|out of memory
        problem.fields|有{}个字段，表头有{}个|{} fields where the header has {}
        problem.column-missing|缺少“{}”列|the column ‘{}’ is missing
        problem.column-twice|“{}”列出现两次|the column ‘{}’ stands twice
        problem.column-unknown|未知的列“{}”{}|unknown column ‘{}’{}
        problem.field-empty|字段“{}”是空的|the field ‘{}’ is empty
        problem.field|未知的字段“{}”{}|unknown field ‘{}’{}
        problem.kind|未知的类别“{}”|the kind ‘{}’ is unknown
        problem.role|未知的作用“{}”|the role ‘{}’ is unknown
        problem.rule|未知的规则“{}”|the rule ‘{}’ is unknown
        problem.scope|未知的范围“{}”|the scope ‘{}’ is unknown
        problem.scope-part|未知的范围“{}”|unknown scope ‘{}’
        problem.list-field|未知的字段“{}”|the field ‘{}’ is unknown
        problem.action|未知的处理方式“{}”{}|unknown action ‘{}’{}
        problem.unit|未知的计量单位“{}”{}|unknown unit ‘{}’{}
        problem.area|未知的地区“{}”{}|unknown area ‘{}’{}
        problem.area-code|未知的地区代码“{}”{}|unknown area code ‘{}’{}
        problem.direction|未知的方向“{}”{}|unknown direction ‘{}’{}
        problem.facet|未知的方面“{}”{}|unknown facet ‘{}’{}
        problem.measure|未知的度量方式“{}”{}|unknown measure ‘{}’{}
        problem.status|未知的办理情况或数据状态“{}”{}|unknown status ‘{}’{}
        problem.setting|未知的设置“{}”{}|unknown setting ‘{}’{}
        problem.threshold-name|未知的界限“{}”{}|unknown threshold ‘{}’{}
        problem.published|不能识别的发文日期“{}”|unknown published ‘{}’
        problem.register|未知的文种“{}”{}|unknown register ‘{}’{}
        problem.bulletin|没有公报“{}”|no such bulletin ‘{}’
        problem.signs|“from”有{}个字符，“to”有{}个：须一一对应|{} characters in ‘from’, {} in ‘to’: each needs its own
        problem.evidence|应为 both、from、to 或 none，写的是“{}”|expected both, from, to or none, found ‘{}’
        problem.entity|实体“{}”没有对应的字符|the entity ‘{}’ stands for nothing
        problem.era|应为该纪年元年的前一年|expected the year before the era's first
        problem.check-twice|检查“{}”已有一行|the check ‘{}’ has a row already
        problem.severity|级别“{}”不是 error、warning、info、off 之一|the severity ‘{}’ is none of error, warning, info, off
        problem.threshold|界限“{}”不是数值|the threshold ‘{}’ is no number
        problem.weight|“{}”对“{}”没有可用的权重|‘{}’ for ‘{}’ is no speaker's weight
        problem.line-number|应为从1起的行号，写的是“{}”|expected a line number from 1, found ‘{}’
        problem.override|只有 override 才写字段|only an override sets a field
        problem.needs-words|“{}”须列出词语|‘{}’ needs words
        problem.no-list|“{}”不是词语表，也没有从0起的数值|‘{}’ is no list of words and has no number from 0
        problem.comparator|比较词“{}”不是 {} 之一|the comparator ‘{}’ is none of {}
        problem.decision|决定“{}”既不是 yes、no，也不是指标代码|the decision ‘{}’ is neither yes nor no nor an indicator’s code
        problem.code-owner|代码“{}”已属于 {}|the code ‘{}’ belongs to {} already
        problem.code-twice|代码“{}”已在第{}行出现|the code ‘{}’ stands already on line {}
        problem.year|应为 2023 这样的年份，写的是“{}”|expected a year such as 2023, found ‘{}’
        problem.value|应为 92.4 这样的数值，写的是“{}”|expected a number such as 92.4, found ‘{}’
        problem.date|应为 2023-06-30 这样的日期，写的是“{}”|expected a date such as 2023-06-30, found ‘{}’
        problem.source|须写明数据来源|a figure needs its source
        problem.period|应为 2021/2025 这样的起止年，写的是“{}”|expected years such as 2021/2025, found ‘{}’
        problem.indicator|indicators.csv 中没有指标“{}”{}|no indicator ‘{}’ in indicators.csv{}
        problem.indicator-code|应为未收录指标的代码（X-…），写的是“{}”|expected the code of a name without a pipeline (X-…), found ‘{}’
        problem.unit-unfit|“{}”与指标的单位“{}”不符|‘{}’ does not fit the indicator's unit ‘{}’
        problem.unit-base|“{}”不是基本单位，是否指“{}”？|‘{}’ is no base unit; did you mean ‘{}’?
        problem.factor|系数“{}”不是数值|the factor ‘{}’ is no number
        problem.part|部分“{}”不是“角=0.1”的形式|the part ‘{}’ is not of the form 角=0.1
        problem.unit-kind|种类“{}”应为“area=15”的形式，且写在基本单位的行|the kind ‘{}’ is not of the form area=15, on the row of a base unit
        problem.numeral|数词“{}”没有已知的作用或数值|the numeral ‘{}’ has no known role or value
        problem.members|没有含这些成员的作用“{}”|no role ‘{}’ with these members
        problem.place|“{}”不是位置“{}”的作用|no role ‘{}’ at the place ‘{}’
        problem.six-digits|应为六位数字（GB/T 2260），写的是“{}”|expected six digits (GB/T 2260), found ‘{}’
        problem.task|应为 tasks.csv 中的任务编号，如 plan:120.T1，写的是“{}”|expected a task's id of tasks.csv such as plan:120.T1, found ‘{}’
        problem.text|{}：应为文字|{}: expected a text
        problem.number|{}：应为从0起的数值|{}: expected a number from 0
        problem.due-soon|due-soon：应为从0起的天数|due-soon: expected a number of days from 0
        problem.order|order：应为整数|order: expected a whole number
        problem.closes|closes：应为 true 或 false|closes: expected true or false
        problem.settings|应为“due-soon: 30”这样的设置|expected settings such as ‘due-soon: 30’
        problem.pipeline-settings|应为“name: 一老一小”形式的设置|expected settings of the form ‘name: 一老一小’
        problem.thresholds|thresholds：应为“red: 30”这样的设置|thresholds: expected settings such as ‘red: 30’
        problem.statuses|statuses：应为“推进中: {english: In progress}”这样的词|statuses: expected words such as ‘推进中: {english: In progress}’
        problem.status-fields|办理情况是带有“english”的词，表示办结的另写“closes”|a status is a word with ‘english’ and, where it ends a task, ‘closes’
        problem.key-list|key-indicators：应为代码列表，如“[EC-001]”|key-indicators: expected a list of codes such as ‘[EC-001]’
        problem.key-code|key-indicators：没有代码为“{}”的指标{}|key-indicators: no indicator has the code ‘{}’{}
        problem.setting-missing|缺少设置“{}”|the setting ‘{}’ is missing
        problem.id|id 须为文件夹名“{}”|the id must be the folder's name, ‘{}’
        problem.limits|{}不得大于{}|{} must not exceed {}
        problem.written-twice|重复书写：{}|written twice: {}
        problem.table-role|作用“{}”不是已知的作用|the role ‘{}’ is none of the known ones
        problem.word-empty|词语是空的|the word is empty
        problem.parts|“{}”须写出各部分，如 城镇/农村|‘{}’ needs its parts, as 城镇/农村
        problem.counted|“{}”须写出所计的数，如 3|‘{}’ needs the number that it counts, as 3
        problem.name-taken|“{}”已是 {}（第{}行）的名称|‘{}’ already names {} on line {}
        problem.name-unsure|没有能够确定的指标“{}”{}|no indicator is surely called ‘{}’{}
        problem.name-elsewhere|“{}”是 {}，属于 {}：请写入该文件夹|‘{}’ is {} of {}: put the row into its folder
        problem.yaml-mapping|此处不能写“键: 值”|mapping values are not allowed in this context
        problem.yaml-colon|缺少“:”|could not find expected ':'
        problem.yaml-key|应为键（请检查缩进）|did not find expected key
        problem.yaml-dash|应为“-”|did not find expected '-' indicator
        problem.yaml-comma|缺少“,”或“]”|did not find expected ',' or ']'
        problem.yaml-brace|缺少“,”或“}”|did not find expected ',' or '}'
        problem.yaml-start|此处应开始新文档|did not find expected <document start>
        problem.yaml-token|字符不能作为开头（制表符？）|found character that cannot start any token
        problem.yaml-end|引号没有闭合|found unexpected end of stream
        problem.yaml-content|应为内容|did not find expected node content
        problem.yaml-indent|缩进有误|found bad indentation of a flow sequence entry
        problem.not-flushed|未能写入磁盘|not flushed to the disk
        problem.replaced|被替换的版本：{}|the replaced edition: {}
        problem.run-json|不是 gongbao 的 run.json|this is no run.json of gongbao
        problem.not-recorded|未记入历史：{}|not recorded: {}
        problem.not-removed|未能删除：{}|not removed: {}
        problem.leftover|由中断或仍在进行的运行留下|left by a run that was stopped, or running
        problem.leftover-kept|由中断的运行留下，未能删除：{}|left by a run that was stopped, not removed: {}
        problem.no-manifest|没有 {}，无从核对写入的内容（旧版 gongbao 的版本）|no {}: nothing tells what was written (an edition of an older gongbao)
        problem.changed|与写入时不同：摘要不符|not as it was written: its digest differs
        problem.foreign|不是 gongbao 写入的|not written by gongbao
        console.of-path|{}：{}|{}: {}
        console.quoted|“{}”|‘{}’
        console.near|；是否指{}？|; did you mean {}?
        console.link|是符号链接；版本须写入自己的文件夹|this is a symbolic link; an edition is written to a folder of its own
        console.not-an-edition|不是 gongbao 的版本，未改动；请另取版本名|this is no edition of gongbao, and is left as it is: name another edition
        system.missing|没有这个文件或文件夹|there is no such file or folder
        system.no-permission|没有权限|no permission
        system.is-folder|是文件夹，不是文件|this is a folder
        system.no-folder|不是文件夹|this is no folder
        system.disk-full|磁盘已满|the disk is full
        system.read-only|磁盘只读|the disk is read-only
        console.no-edition|没有版本“{}”|no edition ‘{}’
        console.no-editions|{}中没有任何版本|{} holds no edition
        console.editions|{}中有{}|{} holds {}
        console.unknown-area|没有属于地区“{}”的目标|no target is of the area ‘{}’
        console.unknown-unit|没有属于单位“{}”的目标或任务|no target or task is of the unit ‘{}’
        console.explain.changed|{}在版本{}生成后有改动，编号所指可能已不是原来的数据|{} has changed since edition {} was written: the id may name another figure now
        console.explain.renamed|版本{}读取{}时，它名为{}|edition {} read {} as {}
        console.explain.missing|版本{}读取过{}，现在没有找到，请用 --bulletins 指明位置|edition {} read {}, which is not here; say where it lies with --bulletins
        console.explain.unknown|没有编号为“{}”的数据（查找范围：{}）{}编号见 statements.csv|no statement ‘{}’ in {}{}ids stand in statements.csv
        console.unread.ending|{}：警告：未读取，是 .{} 文件|{}: warning: not read: a .{} file
        console.unread.no-ending|{}：警告：未读取，文件名没有 .txt 之类的后缀|{}: warning: not read: the name has no ending such as .txt
        console.unread.duplicate|{}：警告：未读取，内容与 {} 相同|{}: warning: not read: the same bytes as {}
        console.no-bulletin|没有找到公报（文本、网页、办公文件、PDF 或 OFD）|no bulletin (text, a web page, an office file, PDF or OFD) was found
        console.locked|{}：另一次运行仍在写这个文件夹，没有写入任何内容|{}: another run still writes to this folder; nothing was written
        console.waiting|{}：等待{}，最多{}秒（--lock-timeout）|{}: waiting for {}, at most {} seconds (--lock-timeout)
        console.standing|{}：已有此文件且内容不同，可能已填报（--replace 可覆盖）|{}: stands there and differs: filled in? (--replace)
        console.nothing-written|没有写入任何文件|nothing was written
        console.standard-output|标准输出|standard output
        console.requests|{}：催报表{}份，催报指标{}项、任务{}项|{}: {}, {} and {} asked for
        console.requests.left-out|；文字、年均增长或须人工判断的目标{}项未列入|; {} in words, averages or for judgement left out
        console.requests.taking-part|；另有{}个单位只参与他人牵头的事项，不另发催报表（见 gongbao brief --unit）|; {} only taking part in what others lead, and without a form (gongbao brief --unit)
        console.import.added|新增{}项|{} added
        console.import.replaced|更正{}项|{} replaced
        console.import.known|已有{}项|{} known
        console.import.refused|拒收{}项|{} refused
        console.import.dry|（试运行：没有写入）| (dry run: nothing was written)
        console.import.no-form|不是 gongbao 的表格：既不是催报表，也不是本版本的 progress.xlsx|no form of gongbao: neither a request form nor a progress.xlsx of this version
        console.check.alias|{}：提示：别名与名称不符：{}|{}: note: an alias contradicts its name: {}
        console.check.shared|{}：警告：“{}”同时是{}的名称，如此命名的数据只归其一|{}: warning: ‘{}’ is a name of {}: figures so named go to one of them
        console.check.owner|{}（{}）|{} of {}
        console.check.done|{}：业务线{}个，指标{}个，没有问题|{}: {} pipelines, {} indicators, no problem
        console.check-output|{}：检查版本{}个，错误{}处|{}: {}, {}
        console.restored|{} 已恢复为 {}|{} is {} again
        console.not-kept|{}：没有保留的版本“{}”|{}: no edition ‘{}’ is kept
        console.nothing-kept|没有保留任何版本|nothing is kept
        console.kept|保留的有{}|kept are {}
        console.no-history|历史中没有“{}”的这类数据|the history knows no such figure of ‘{}’
        console.no-command|错误：没有命令“{}”|Error: no command ‘{}’
        console.commands|可用的命令：{}|commands are {}
        console.see-help|  详见“gongbao --help”。|  See 'gongbao --help' for more information.
        console.severity.error|错误|error
        console.severity.warning|警告|warning
        console.severity.note|提示|note
        console.tables|{}：表格{}张|{}: {}
        """
}
