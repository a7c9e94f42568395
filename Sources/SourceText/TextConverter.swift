import Glibc

/// The C library's iconv: bytes of another encoding to UTF-8.
enum TextConverter {
    /// The text as UTF-8 and the offsets in it where U+FFFD stands for bytes that are no character.
    /// `nil` where the system knows no such conversion.
    static func utf8(
        from encoding: TextEncoding, _ bytes: ArraySlice<UInt8>
    ) -> (bytes: [UInt8], faults: [Int])? {
        guard let descriptor = iconv_open("UTF-8", encoding.rawValue), descriptor != iconv_t(bitPattern: -1) else {
            return nil
        }
        defer { iconv_close(descriptor) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 3 / 2)
        var faults: [Int] = []
        let unit = encoding == .gb18030 || encoding == .big5 ? 1 : 2
        var chunk = [CChar](repeating: 0, count: 1 << 16)
        input.withUnsafeMutableBufferPointer { source in
            var next = source.baseAddress
            var left = source.count
            while left > 0 {
                let (count, code) = chunk.withUnsafeMutableBufferPointer { target in
                    var place = target.baseAddress
                    var room = target.count
                    let status = iconv(descriptor, &next, &left, &place, &room)
                    let code = status == Int(bitPattern: UInt.max) ? errno : 0
                    return (target.count - room, code)
                }
                for index in 0..<count { result.append(UInt8(bitPattern: chunk[index])) }
                guard code == EILSEQ || code == EINVAL, left > 0 else { continue }
                // One unit is given up, the rest is read: line ends are single units and survive.
                faults.append(result.count)
                result += [0xEF, 0xBF, 0xBD]
                let skipped = min(unit, left)
                next = next.map { $0 + skipped }
                left -= skipped
            }
        }
        return (result, faults)
    }
}
