import FoundationXML

/// The looks that xl/styles.xml gives to cells, by the number in a cell's attribute `s`.
struct CellLooks {
    struct Look {
        var isFilled = false
        var isColoured = false
        var isUnderlined = false
        var fontSize = 11.0
        var isCentred = false
        var wraps = false
    }

    private let looks: [Look]

    subscript(index: Int) -> Look { looks.indices.contains(index) ? looks[index] : Look() }

    init(_ styles: XMLElement) {
        let fonts = styles.all("fonts").first?.all("font") ?? []
        let fills = styles.all("fills").first?.all("fill") ?? []
        looks = (styles.all("cellXfs").first?.all("xf") ?? []).map { format in
            var look = Look()
            let (font, fill) = (Int(format.value("fontId") ?? "") ?? 0, Int(format.value("fillId") ?? "") ?? 0)
            if fonts.indices.contains(font) {
                look.fontSize = fonts[font].all("sz").first?.value("val").flatMap(Double.init) ?? 11
                look.isColoured = fonts[font].all("color").contains { $0.value("rgb") != nil }
                look.isUnderlined = !fonts[font].all("u").isEmpty
            }
            if fills.indices.contains(fill) {
                look.isFilled = fills[fill].all("patternFill").contains { $0.value("patternType") == "solid" }
            }
            let alignment = format.all("alignment").first
            look.isCentred = alignment?.value("horizontal") == "center"
            look.wraps = alignment?.value("wrapText") == "1"
            return look
        }
    }
}
