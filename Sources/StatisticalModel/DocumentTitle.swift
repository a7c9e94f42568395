/// A document's title as ``Provenance/documentTitle`` has it: `…关于印发《…方案》的通知（乌海政发〔2023〕11号）`.
public struct DocumentTitle: Sendable, Hashable {
    /// 乌海政发〔2023〕11号; `nil` where none is printed.
    public let number: String?
    /// What the document hands down, the words between 印发 and 的通知; else its title without the number.
    public let subject: String

    public init(_ text: String) {
        let bytes = Array(text.utf8)
        let open = text.utf8.suffix(6).elementsEqual("号）".utf8) ? Self.places(of: "（", in: bytes[...]).last : nil
        number = open.map { String(decoding: bytes[($0 + 3)..<(bytes.count - 3)], as: UTF8.self) }
        let title = bytes[..<(open ?? bytes.count)]
        let start = Self.places(of: "印发", in: title).first.map { $0 + 6 }
        let end = Self.places(of: "的通知", in: title).last
        guard let start, let end, start < end else {
            subject = String(decoding: title, as: UTF8.self)
            return
        }
        var kept: [UInt8] = []
        var index = start
        while index < end {
            let isMark =
                index + 2 < end && title[index] == 0xE3 && title[index + 1] == 0x80
                && (title[index + 2] == 0x8A || title[index + 2] == 0x8B)  // 《》
            if !isMark { kept.append(title[index]) }
            index += isMark ? 3 : 1
        }
        subject = String(decoding: kept, as: UTF8.self)
    }

    /// Where `word` begins in `text`, in order.
    private static func places(of word: StaticString, in text: ArraySlice<UInt8>) -> [Int] {
        let count = word.utf8CodeUnitCount
        return word.withUTF8Buffer { word in
            text.indices.filter { index in
                text[index] == word[0] && index + count <= text.endIndex
                    && text[index..<index + count].elementsEqual(word)
            }
        }
    }
}
