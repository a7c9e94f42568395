import PipelineDefinition
import StatisticalModel

/// The names of the pipelines' sheets: within Excel's rules, each once.
struct SheetNames {
    private var names: [String] = []

    subscript(index: Int) -> String { names[index] }

    /// Characters that Excel forbids become `_`; a name that is taken gets a number.
    init(_ pipelines: [Pipeline], words: ReportWords) {
        let fixed = [
            "highlights", "contents", "overview", "conflicts", "checks", "tasks", "projects", "sources", "notes",
            "others",
            "years", "chart-data", "targets-chart", "paths", "limits",
        ]
        var used = Set(fixed.map { words("sheet.\($0)").lowercased() })
        for pipeline in pipelines {
            let title = words.name(of: pipeline)
            let base = Self.allowed(title.isEmpty ? pipeline.id.text : title)
            var name = base
            var number = 2
            while used.contains(name.lowercased()) {
                name = "\(base.prefix(27)) \(number)"
                number += 1
            }
            used.insert(name.lowercased())
            names.append(name)
        }
    }

    private static func allowed(_ text: String) -> String {
        let clean = text.unicodeScalars.map { scalar -> Character in
            "[]:*?/\\'".unicodeScalars.contains(scalar) || scalar.value < 0x20 ? "_" : Character(scalar)
        }
        var name = String(clean)
        while name.utf16.count > 31 { name.removeLast() }
        return name
    }
}
