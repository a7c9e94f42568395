public import PipelineDefinition
public import StatisticalModel

/// Puts the money of projects on one scale: 3400 万元 and 0.34 亿元 are 34000000 元, exactly.
public enum ProjectScale {
    /// `projects` with the yuan of each investment; an unknown unit, or none, leaves it without.
    public static func scaled(_ projects: [PlanProject], units: UnitTable) -> [PlanProject] {
        let scale = QuantityScale(units)
        return projects.map { project in
            var project = project
            for index in project.investments.indices {
                let scaled = scale.scaled(project.investments[index].amount)
                project.investments[index].yuan = scaled?.dimension == "money" ? scaled?.value : nil
            }
            return project
        }
    }
}
