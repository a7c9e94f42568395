import StatisticalModel

/// How a source is called in a narrow cell: the document's number, or the file, then the line.
enum SourceLabel {
    static func text(_ place: Provenance) -> String {
        "\(document(place)):\(place.line)"
    }

    /// 鄂府发〔2022〕169号 out of the title's last bracket; else the file's name without its ending, shortened.
    private static func document(_ place: Provenance) -> String {
        if let number = DocumentTitle(place.documentTitle).number { return number }
        return ShortText.cut(BulletinName(place.bulletin).stem, columns: 32)
    }
}
