import SourceText
import StatisticalModel
import Yams

/// What pipeline.yaml says: the pipeline's names, its place in the workbook and its thresholds.
///
/// ```yaml
/// name: 一老一小
/// english-name: Elderly care and childcare
/// order: 1
/// thresholds:
///   green-behind: 10
///   red: 30
/// key-indicators: [EC-001, EC-005]
/// ```
struct PipelineSettings {
    var name = ""
    var englishName = ""
    /// The pipeline's place among the sheets, from the left.
    var order = 0
    var thresholds = AssessmentThresholds()
    /// The indicators whose path is drawn.
    var keyIndicators: [IndicatorCode] = []

    private static let keys = ["id", "name", "english-name", "order", "thresholds", "key-indicators"]
    private static let thresholdKeys = [
        "green-behind", "red", "binding-green-behind", "binding-red", "on-track", "moderate",
    ]

    /// Reads the file; `folder` is the name that an `id` must repeat, `codes` the pipeline's indicators.
    init(path: String, folder: String, codes: Set<IndicatorCode>, problems: inout [Diagnostic]) {
        let file = YAMLFile(path: path)
        guard let root = file.root(&problems) else { return }
        guard let mapping = root.mapping else {
            problems.append(file.problem(at: root, "expected settings of the form ‘name: 一老一小’"))
            return
        }
        var seen: Set<String> = []
        for (key, node) in mapping {
            let word = key.string ?? ""
            seen.insert(word)
            if word == "key-indicators" {
                readKeyIndicators(node, codes: codes, file: file, problems: &problems)
            } else {
                read(word, key: key, node: node, folder: folder, file: file, problems: &problems)
            }
        }
        for required in ["name", "english-name"] where !seen.contains(required) {
            problems.append(file.problem(at: root, "the setting ‘\(required)’ is missing"))
        }
        let limits: [(DecimalNumber, DecimalNumber, String)] = [
            (thresholds.greenBehind, thresholds.red, "green-behind must not exceed red"),
            (
                thresholds.bindingGreenBehind ?? thresholds.greenBehind, thresholds.bindingRed ?? thresholds.red,
                "binding-green-behind must not exceed binding-red"
            ),
            (thresholds.moderate, thresholds.onTrack, "moderate must not exceed on-track"),
        ]
        for (low, high, message) in limits where low > high {
            problems.append(file.problem(at: mapping["thresholds"] ?? root, message))
        }
    }

    private mutating func read(
        _ word: String, key: Node, node: Node, folder: String, file: YAMLFile, problems: inout [Diagnostic]
    ) {
        switch word {
        case "id":
            if node.scalar?.string != folder {
                problems.append(file.problem(at: node, "the id must be the folder's name, ‘\(folder)’"))
            }
        case "name": name = file.text(node, of: word, &problems)
        case "english-name": englishName = file.text(node, of: word, &problems)
        case "order":
            guard let number = node.scalar.flatMap({ Int($0.string) }) else {
                problems.append(file.problem(at: node, "order: expected a whole number"))
                return
            }
            order = number
        case "thresholds":
            guard let mapping = node.mapping else {
                problems.append(file.problem(at: node, "thresholds: expected settings such as ‘red: 30’"))
                return
            }
            for (key, node) in mapping { readThreshold(key: key, node: node, file: file, problems: &problems) }
        default:
            let hint = NearestName.hint(for: word, among: Self.keys)
            problems.append(file.problem(at: key, "unknown setting ‘\(word)’\(hint)"))
        }
    }

    private mutating func readKeyIndicators(
        _ node: Node, codes: Set<IndicatorCode>, file: YAMLFile, problems: inout [Diagnostic]
    ) {
        for item in node.sequence ?? [] {
            let code = IndicatorCode(item.scalar?.string ?? "")
            keyIndicators.append(code)
            if !codes.contains(code) {
                problems.append(
                    file.problem(
                        at: item,
                        "key-indicators: no indicator has the code ‘\(code)’"
                            + NearestName.hint(for: code.text, among: codes.map(\.text))))
            }
        }
        if node.sequence == nil {
            problems.append(file.problem(at: node, "key-indicators: expected a list of codes such as ‘[EC-001]’"))
        }
    }

    private mutating func readThreshold(key: Node, node: Node, file: YAMLFile, problems: inout [Diagnostic]) {
        let word = key.string ?? ""
        guard Self.thresholdKeys.contains(word) else {
            let hint = NearestName.hint(for: word, among: Self.thresholdKeys)
            problems.append(file.problem(at: key, "unknown threshold ‘\(word)’\(hint)"))
            return
        }
        guard let number = node.scalar.flatMap({ DecimalNumber($0.string) }), !number.isNegative else {
            problems.append(file.problem(at: node, "\(word): expected a number from 0"))
            return
        }
        switch word {
        case "green-behind": thresholds.greenBehind = number
        case "red": thresholds.red = number
        case "binding-green-behind": thresholds.bindingGreenBehind = number
        case "binding-red": thresholds.bindingRed = number
        case "on-track": thresholds.onTrack = number
        default: thresholds.moderate = number
        }
    }
}
