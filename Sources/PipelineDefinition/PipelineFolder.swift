import SourceText
import StatisticalModel

/// Reads one folder of Pipelines/: pipeline.yaml, indicators.csv and the files that the office keeps.
///
/// The office's files may be missing; a pipeline without indicators may not.
struct PipelineFolder {
    let directory: String
    let id: PipelineID
    let units: UnitTable
    let areas: AreaTable
    let tasks: TaskSettings

    func read(_ problems: inout [Diagnostic]) -> (pipeline: Pipeline, order: Int) {
        var indicators = IndicatorFile(path: "\(directory)/indicators.csv", pipeline: id)
        indicators.read(units: units, &problems)
        let settings = PipelineSettings(
            path: "\(directory)/pipeline.yaml", folder: id.text, codes: Set(indicators.indicators.map(\.code)),
            problems: &problems)
        let figures = FigureFile(
            owner: .pipeline(indicators.codes), units: Dictionary(uniqueKeysWithValues: indicators.unitsByCode),
            unitTable: units, areas: areas)
        let supplied = [(SuppliedFigure.Role.baseline, "baselines.csv"), (.observation, "observations.csv")]
            .flatMap { role, name in
                let path = "\(directory)/\(name)"
                return FileBytes.exists(path) ? figures.read(path: path, role: role, &problems) : []
            }
        let corrections = "\(directory)/corrections.csv"
        let statuses = "\(directory)/task-status.csv"
        let matches = "\(directory)/matches.csv"
        var pipeline = Pipeline(
            id: id, name: settings.name, englishName: settings.englishName, thresholds: settings.thresholds,
            indicators: indicators.indicators, keyIndicators: settings.keyIndicators,
            suppliedFigures: supplied,
            corrections: FileBytes.exists(corrections) ? CorrectionFile.read(path: corrections, &problems) : [],
            taskStatuses: FileBytes.exists(statuses)
                ? TaskStatusFile.read(path: statuses, settings: tasks, &problems) : [])
        if FileBytes.exists(matches) { pipeline.matches = MatchFile.read(path: matches, areas: areas, &problems) }
        return (pipeline, settings.order)
    }
}
