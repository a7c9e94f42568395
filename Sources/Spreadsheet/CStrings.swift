/// Several strings lent to C at once, for records of `char *`; an empty one is lent as `nil`.
enum CStrings {
    static func with<Result>(_ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result) -> Result {
        var storage: [CChar] = []
        var starts: [Int?] = []
        for text in texts {
            starts.append(text.isEmpty ? nil : storage.count)
            storage.append(contentsOf: text.utf8.map { CChar(bitPattern: $0) })
            storage.append(0)
        }
        return unsafe storage.withUnsafeMutableBufferPointer { buffer in
            let base = buffer.baseAddress
            return unsafe body(starts.map { start in unsafe start.flatMap { unsafe base?.advanced(by: $0) } })
        }
    }
}
