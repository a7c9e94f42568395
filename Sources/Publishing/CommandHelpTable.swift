/// The help of the commands in Chinese, by its English: a row a text, separated by `|`.
///
/// The commands hold the English, which the parser of arguments prints; a text without a row stays English, and a test
/// reads the commands for such.
public enum CommandHelpTable {
    /// `english`, or its Chinese for who reads Chinese; the breaks of its lines count as spaces.
    public static func text(_ english: String, in language: ReportLanguage) -> String {
        guard language == .chinese else { return english }
        return chinese[english.split(whereSeparator: \.isNewline).joined(separator: " ")] ?? english
    }

    static let chinese: [String: String] = {
        var entries: [String: String] = [:]
        for line in table.split(separator: "\n") {
            let parts = line.split(separator: "|").map(String.init)
            if parts.count == 2 { entries[parts[0]] = parts[1] }
        }
        return entries
    }()

    private static let table = """
        Writes the briefing of an edition: one A4 page as HTML, for all, an area or a unit.|生成一页A4简报（HTML）：全部、一个地区或一个单位。
        Prints the page unless --to names a file. Exit status: 0 done; 2 could not run.|不用 --to 指定文件时，输出到标准输出。退出码：0完成；2无法运行。
        The edition: its folder, or its name within the output folder.|版本：版本文件夹，或输出文件夹中的版本名。
        An area's code or name; its parts come with it.|地区的代码或名称，包含其下辖地区。
        A responsible unit as the bulletins print it.|责任单位，按公报中的写法。
        The file to write to instead of standard output.|写入此文件，不用标准输出。
        The language of the messages: zh or en.|消息的语言：zh 或 en。
        The language of the page: zh or en.|简报的语言：zh 或 en。
        Validates the definitions under Pipelines/: all problems at once.|检查 Pipelines/ 中的定义，一次列出全部问题。
        Checks that editions and history are as gongbao wrote them.|检查版本和历史是否与写入时一致。
        Digests of all files against SHA256SUMS of each edition, SQLite's integrity check of the history, and what stopped runs left. Exit status: 0 all is as it was written, though others may have added files; 1 something is changed, missing or damaged; 2 the folder cannot be read.|按各版本的 SHA256SUMS 核对全部文件，检查历史数据库是否完好，列出中断的运行留下的文件。退出码：0全部一致（他人可以放入文件）；1有改动、缺失或损坏；2无法读取文件夹。
        The folder that holds the editions.|存放版本的文件夹。
        How many seconds to wait while another run writes to the folder.|另一次运行正在写入时，最多等待多少秒。
        The folder of definitions: ./Pipelines, else the installed one, unless named.|定义所在的文件夹；不指定时用 ./Pipelines，没有则用安装的定义。
        Reads scanned pages of PDFs with Tesseract (chi_sim); each figure there is of low reliability (U).|用 Tesseract（chi_sim）识别PDF中的扫描页，其中的数字标为低可靠性（U）。
        Compares two editions: what is new, gone and changed.|对比两个版本：新增、消失和变化的内容。
        Exit status, as diff has it: 0 the same, 1 different, 2 trouble.|退出码与 diff 相同：0相同，1不同，2出错。
        The older edition: its folder, or its name within the output folder.|较早的版本：版本文件夹，或输出文件夹中的版本名。
        The newer edition.|较晚的版本。
        A folder for diff.csv, diff.md and diff.xlsx.|写入 diff.csv、diff.md 和 diff.xlsx 的文件夹。
        The language of the text: zh or en.|文字的语言：zh 或 en。
        Lists the editions with their dates and counts, as CSV.|以CSV列出各版本及其日期和计数。
        First the editions that stand, then those that others replaced (2023.kept-2026-11-27), which `gongbao restore` brings back.|先列现有版本，再列被替换而保留的版本（2023.kept-2026-11-27），后者可用 gongbao restore 恢复。
        Prints a statement's source lines, the context that gave year and area, and the rule.|说明一条数据的原文行、年份和地区的依据以及所用规则。
        The statement's id, as statements.csv has it: <bulletin>:<line>.<n>.|statements.csv 中的编号：<公报>:<行>.<序号>。
        Where the bulletin is: files or folders.|公报所在的文件或文件夹。
        The edition that the id is from: its run.json tells which bulletin is meant, and whether it has changed since. Without it the newest of the output folder that read a bulletin of that name.|编号所属的版本：由其 run.json 得知是哪份公报、此后有无改动；不指定时用输出文件夹中读取过同名公报的最新版本。
        Prints the statements of bulletins: prose, tables and task lists.|输出公报中的数据：正文、表格和任务清单。
        Each bulletin is read by itself, in the order of names, and forgotten once it is printed: what is said of one does not depend on the others (`report` looks at all of them together).|按名称顺序逐份读取和输出，各份互不影响（report 则通盘考虑）。
        Bulletins, or folders of them.|公报，或存放公报的文件夹。
        csv or ndjson (one JSON object a line).|csv 或 ndjson（每行一个JSON对象）。
        Reads the indicators of government bulletins and writes progress workbooks.|读取政府公报中的指标，生成进度工作簿。
        Data goes to standard output, messages to standard error. Exit status: 0 done; 1 done, but a file could not be read or a check of severity error failed; 2 could not run (definitions, input, output); 64 wrong usage; 128 and the signal's number where one stopped it. (`make` turns each of them but 0 into 2.)|数据写到标准输出，提示写到标准错误。退出码：0完成；1完成，但有文件无法读取，或有“错误”级检查未通过；2无法运行（定义、输入或输出有问题）；64用法错误；被信号终止时为128加信号值。（make 把0以外的退出码都变成2。）
        Shows what was believed of an indicator, from which day to which, as CSV.|以CSV列出一个指标在各时期的认定值。
        Each run's figures count from its as-of date (realtime_start) until a run says otherwise (realtime_end; 9999-12-31 for what counts today). OUTPUT/history.sqlite can be deleted: it is made anew from the editions, without the figures that only a replaced run of an edition had. Editions whose names differ by more than their dates are lines of history of their own (the column series).|每次运行的数据自其截至日期起有效（realtime_start），到后来的运行改变为止（realtime_end；现仍有效的为9999-12-31）。history.sqlite 可以删除，会由现有版本重建，但只在被替换的运行中出现过的数据不再保留。名称不只是日期不同的版本各成一条历史（series 列）。
        The indicator's code or its name.|指标的代码或名称。
        An area's code of GB/T 2260: 150600.|地区代码（GB/T 2260），如150600。
        Only what was believed on that day: 2024, 2024-06 or 2024-06-30.|只列该日的认定值：2024、2024-06 或 2024-06-30。
        Only the line of history of the editions so named: trial for 2024-trial.|只列如此命名的版本的历史，如 2024-trial 的 trial。
        First make history.sqlite anew from the editions; the old one is kept beside it.|先由各版本重建 history.sqlite，原文件保留在旁边。
        Write a copy of history.sqlite to this file, whole even while a run goes on.|把 history.sqlite 复制到此文件，运行期间也能完整复制。
        First put this backup in the place of history.sqlite, which is kept beside it.|先用此备份替换 history.sqlite，原文件保留在旁边。
        Reads filled request forms and a filled progress.xlsx into the office’s own files.|读入填好的催报表和 progress.xlsx，登记到单位自己的文件。
        Figures go to observations.csv (base values to baselines.csv) and statuses to task-status.csv of their pipeline, those of targets that no pipeline knows to common/observations.csv, each with who filed it. Prints a CSV row for each answer: added, replaced, known (the same again adds nothing) or refused, with its sheet, cell and reason. Exit status: 0 done; 1 something was refused, the rest is done; 2 could not run.|数值登记到所属业务线的 observations.csv（基期值到 baselines.csv），办理情况到 task-status.csv，没有业务线的目标到 common/observations.csv，都注明填报人。每个答复输出一行CSV：新增、更正、已有（重复的不再登记）或拒收，附工作表、单元格和原因。退出码：0完成；1有拒收，其余已完成；2无法运行。
        Filled forms: XLSX files.|填好的表格（XLSX文件）。
        Who files, for a workbook that does not say so.|填报人，用于没有写明的工作簿。
        The day of filing, for a workbook that does not say so: 2026-05-06.|填报日期，用于没有写明的工作簿，如2026-05-06。
        Correct figures that are known otherwise.|更正已登记的不同数值。
        Say what would be added and write nothing.|只说明会登记什么，不写文件。
        The language of the reasons: zh or en.|原因的语言：zh 或 en。
        Lists every numeral of the bulletins and what became of it.|列出公报中的每个数字及其去向。
        Print the count of each fate instead of the rows.|只输出各类去向的计数。
        Lists names that wait for a decision, takes decisions, and judges pairs of names.|列出待确认的名称，登记决定，判断成对的名称。
        Without options: the rows of the newest edition's matches-proposed.csv that nobody has decided on. With --decide yes, no or a code: adds the decision on --target and --outturn to the matches.csv of the target's pipeline; the next run follows it.|不带选项：列出最新版本 matches-proposed.csv 中尚未决定的行。带 --decide（yes、no 或指标代码）：把对 --target 和 --outturn 的决定写入目标所属业务线的 matches.csv，下次运行起生效。
        A CSV file with the columns target and outturn: prints the verdict on each pair of names.|含 target 和 outturn 列的CSV文件：输出对每对名称的判断。
        yes: the outturn's name is the target's; no: never propose it again; or an indicator's code.|yes：两个名称是同一指标；no：不再提出；或指标代码。
        The target's name.|目标的名称。
        The outturn's name.|实绩的名称。
        The area's code (GB/T 2260) for which the decision holds; everywhere without it.|决定适用的地区代码（GB/T 2260）；不填则处处适用。
        Who decides.|决定人。
        The day of the decision: 2026-03-31.|决定日期，如2026-03-31。
        Why.|理由。
        Reads bulletins and writes an edition: the workbook and the CSV files.|读取公报，生成一个版本：工作簿和CSV文件。
        Bulletins (text, web pages, office files, PDF, OFD, ZIPs of them), or folders of them. (default: Pipelines/bulletins, here or installed)|公报（文本、网页、办公文件、PDF、OFD及其ZIP），或存放公报的文件夹。（默认：当前或安装的 Pipelines/bulletins）
        Records of `gongbao worker`, or folders of them, in place of bulletins.|用 gongbao worker 的记录（或其文件夹）代替公报。
        The date to which the report counts (2024-12-31); without it the latest date in the bulletins, else the latest year of their titles or facts.|截至日期（如2024-12-31）；不指定时用公报中最晚的日期，没有则用标题或数据的最晚年份。
        The edition's name; without it the year of the date.|版本名；不指定时用截至日期的年份。
        The language of the workbook: zh or en.|工作簿的语言：zh 或 en。
        A folder for diff.csv, diff.md and diff.xlsx: what changed against the edition that is replaced.|写入 diff.csv、diff.md 和 diff.xlsx 的文件夹：与被替换版本的差别。
        The style of the workbook: office, or accessible after the UK Analysis Function's checklist.|工作簿的样式：office（办公）或 accessible（无障碍）。
        Replace the edition though bulletins that it read are missing or cannot be read.|原有版本读取过的公报缺失或无法读取时，仍然替换。
        Say what would change and write nothing to the output folder.|只说明会有哪些变化，不写输出文件夹。
        Keep the edition out of the history: a trial ends no belief.|不记入历史：试算不影响已有认定。
        How many replaced editions of the name to keep; those that somebody changed stay in any case.|同名版本被替换后保留几个；人工改过的一律保留。
        Megabytes that a bulletin may have; larger files are not read.|单份公报的大小上限（兆字节），超过的不读取。
        Begin CSV files with a byte order mark, for those who open them in a Chinese Excel by a double click.|CSV文件以字节顺序标记开头，便于在中文Excel中双击打开。
        The licence under which the office publishes the edition, for datapackage.json: CC-BY-4.0.|发布所用的许可，写入 datapackage.json，如 CC-BY-4.0。
        How messages are written: text, or json with a line for each stage.|提示的格式：text，或 json（每个阶段一行）。
        Makes request forms: for each responsible unit a workbook of what it owes.|按责任单位生成催报表，每个单位一个工作簿。
        Targets whose time is over and that have no final figure, those that end soon, and tasks that are overdue or due. Offices fill in the yellow cells; `gongbao import` reads the forms. A form that stands in the folder already and differs, since it was filled in perhaps, is never written over without --replace. Exit status: 0 done; 2 could not run.|包括已到期而没有正式数据的目标、即将到期的目标，以及已到期和临近时限的任务。单位填写黄色单元格，由 gongbao import 读入。文件夹中已有而内容不同的表格（可能已填报）不会被覆盖，除非加 --replace。退出码：0完成；2无法运行。
        The folder for the forms; without it OUTPUT/EDITION.requests.|存放催报表的文件夹；不指定时为“输出文件夹/版本.requests”。
        The language of the forms: zh or en.|催报表的语言：zh 或 en。
        Days from the edition's date within which a target's year ends, or a task is due.|自版本日期起多少天内到期的目标和任务列入。
        Write over forms that stand there and differ.|覆盖已有而内容不同的表格。
        Brings an edition that another replaced back to its place.|恢复被替换的版本。
        What stands there is kept in turn, so that a second restore undoes the first.|现有版本随之保留，再恢复一次即可还原。
        As `gongbao editions` names it: 2023.kept-2026-11-27; 2023 is the newest kept of 2023.|gongbao editions 所列的名称，如 2023.kept-2026-11-27；2023 指其中最新的。
        Writes the recovered tables of a bulletin, one CSV file each, and tables.csv.|输出公报中还原的表格，每张一个CSV文件，另有 tables.csv。
        The bulletin, or a folder of them.|公报，或存放公报的文件夹。
        The folder to write to; without it the index goes to standard output.|写入的文件夹；不指定时把目录输出到标准输出。
        Answers each line of JSON on standard input with the records of a document, as lines of JSON.|对标准输入的每行JSON，以多行JSON答复一份文件的记录。
        A line is {"id":"a","path":"2023/plan.txt"}, with "name" where the bulletin is to be called otherwise, {"id":"a","paths":["plan.docx","annex.xlsx"]} for files that belong together, or {"id":"a","name":"page.html","content":"…"} with the bytes in base64. An answer ends with a record of the type end and is written at once. What cannot be read is a record too: the status is 0 whenever standard input was read to its end. `gongbao report --from` takes the records.|每行如 {"id":"a","path":"2023/plan.txt"}，另取名称时加 "name"；属于一起的文件用 {"id":"a","paths":["plan.docx","annex.xlsx"]}；或用 {"id":"a","name":"page.html","content":"…"} 给出base64内容。每次答复以类型为 end 的记录结束，随即写出。无法读取的也是一条记录：标准输入读完，退出码即为0。记录由 gongbao report --from 读取。
        Print the fields of each type of record with their types and read nothing.|列出各类记录的字段和类型，不读取输入。
        """
}
