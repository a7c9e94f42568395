import PipelineDefinition
public import Publishing
public import SourceText

/// Why a command could not do what it was asked, in the user's language.
extension ReportWords {
    /// `path: reason`.
    public func failure(_ error: FileError) -> String {
        language == .chinese ? labelled(error.path, self(error)) : error.description
    }

    private func labelled(_ path: String, _ text: String) -> String { self("console.of-path", path, text) }

    /// `; did you mean ‘up’ or ‘down’?`, or nothing.
    public func question(_ near: [String]) -> String {
        guard language == .chinese else { return NearestName.question(near) }
        return near.isEmpty ? "" : self("console.near", near.map { self("console.quoted", $0) }.joined(separator: "、"))
    }

    /// Between the parts of a message.
    public var comma: String { self("highlights.comma") }
    public var then: String { language == .chinese ? "；" : "; " }
    public var gap: String { language == .chinese ? "" : " " }

    public func callAsFunction(_ error: EditionPlace.Unknown) -> String {
        let hint = question(NearestName.nearest(to: error.name, among: error.known))
        let known =
            error.known.isEmpty
            ? self("console.no-editions", error.output)
            : self("console.editions", error.output, error.known.joined(separator: comma))
        return self("console.no-edition", error.name) + (hint.isEmpty ? then : hint + gap) + known
    }

    public func callAsFunction(_ error: DifferenceError) -> String {
        switch error {
        case .file(let failure): self.failure(failure)
        case .edition(let unknown): self(unknown)
        case .table(let path, let reason), .workbook(let path, let reason): labelled(path, reason)
        }
    }

    public func callAsFunction(_ error: BriefingRun.Failure) -> String {
        switch error {
        case .edition(let error): "\(error)"
        case .unknownArea(let name, let near): self("console.unknown-area", name) + question(near)
        case .unknownUnit(let name, let near): self("console.unknown-unit", name) + question(near)
        }
    }

    public func callAsFunction(_ remark: StatementSearch.Remark) -> String {
        switch remark {
        case .changed(let name, let edition): self("console.explain.changed", name, edition)
        case .renamed(let name, let edition, let old): self("console.explain.renamed", edition, name, old)
        case .missing(let name, let edition): self("console.explain.missing", edition, name)
        }
    }
}
