/// Text of our own for measuring: a plan whose every sentence states figures, and one without any.
enum DenseText {
    private static let indicators = [
        ("煤炭产能", "亿吨"), ("工业总产值", "亿元"), ("城镇新增就业", "万人"), ("养老机构护理型床位", "张"), ("营造林面积", "万亩"),
        ("户籍人口城镇化率", "%"), ("新能源发电装机", "万千瓦"), ("农村公路里程", "公里"),
    ]

    static func bytes(sentences: Int) -> [UInt8] {
        var text = "某市人民政府关于印发2025年发展计划的通知\n\n"
        for index in 0..<sentences {
            let (name, unit) = indicators[index % indicators.count]
            text +=
                "到\(2025 + index % 5)年，\(name)达到\(index % 97 + 1).\(index % 10)\(unit)，比2020年增长\(index % 31 + 2).5%，"
            text += "其中新建\(index % 50 + 3)个，累计投资\(index % 900 + 10)亿元。"
            if index % 6 == 5 { text += "\n" }
        }
        return Array(text.utf8)
    }

    static func plain(sentences: Int) -> [UInt8] {
        var text = "某市人民政府关于印发发展计划的通知\n\n"
        for index in 0..<sentences {
            text += "坚持问题导向，完善工作机制，推动公共服务向社区延伸，把便民措施落到实处，让群众办事更加方便。"
            if index % 6 == 5 { text += "\n" }
        }
        return Array(text.utf8)
    }
}
