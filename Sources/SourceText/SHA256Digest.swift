/// The SHA-256 digest of bytes (FIPS 180-4), as `sha256sum` prints it.
///
/// It names the inputs in run.json; nothing here guards a secret. The one cryptographic package for
/// Swift would add 75 seconds to a first build for this one function.
public struct SHA256Digest: Sendable, Hashable, CustomStringConvertible {
    public let bytes: [UInt8]

    public init(of message: [UInt8]) {
        var state: [UInt32] = [
            0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
        ]
        var schedule = [UInt32](repeating: 0, count: 64)
        let whole = message.count / 64 * 64
        for start in stride(from: 0, to: whole, by: 64) {
            Self.compress(message, at: start, into: &state, &schedule)
        }
        var tail = Array(message[whole...])
        tail.append(0x80)
        while tail.count % 64 != 56 { tail.append(0) }
        let bits = UInt64(message.count) * 8
        for shift in stride(from: 56, through: 0, by: -8) {
            tail.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
        }
        for start in stride(from: 0, to: tail.count, by: 64) { Self.compress(tail, at: start, into: &state, &schedule) }
        bytes = state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(24 - 8 * $0)) } }
    }

    /// Reads what ``description`` writes; `nil` for anything else.
    public init?(_ text: String) {
        let digits = text.utf8.compactMap { byte -> UInt8? in
            switch byte {
            case 0x30...0x39: byte - 0x30
            case 0x61...0x66: byte - 0x57
            default: nil
            }
        }
        guard digits.count == 64, text.utf8.count == 64 else { return nil }
        bytes = (0..<32).map { digits[2 * $0] << 4 | digits[2 * $0 + 1] }
    }

    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static func compress(
        _ message: [UInt8], at start: Int, into state: inout [UInt32], _ schedule: inout [UInt32]
    ) {
        // Checked indices would cost more than the digest: each byte of a bulletin comes past here.
        message[start..<start + 64].withUnsafeBufferPointer { block in
            schedule.withUnsafeMutableBufferPointer { expand(block, into: $0) }
        }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        schedule.withUnsafeBufferPointer { schedule in
            constants.withUnsafeBufferPointer { constants in
                // Eight rounds bring each word back to its place, so that none has to be moved.
                for index in stride(from: 0, to: 64, by: 8) {
                    func word(_ round: Int) -> UInt32 { constants[index &+ round] &+ schedule[index &+ round] }
                    mix(a, b, c, &d, e, f, g, &h, word(0))
                    mix(h, a, b, &c, d, e, f, &g, word(1))
                    mix(g, h, a, &b, c, d, e, &f, word(2))
                    mix(f, g, h, &a, b, c, d, &e, word(3))
                    mix(e, f, g, &h, a, b, c, &d, word(4))
                    mix(d, e, f, &g, h, a, b, &c, word(5))
                    mix(c, d, e, &f, g, h, a, &b, word(6))
                    mix(b, c, d, &e, f, g, h, &a, word(7))
                }
            }
        }
        for (index, value) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= value }
    }

    /// A round: `h` becomes the next `a`, `d` the next `e`.
    @inline(__always)
    private static func mix(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
        _ h: inout UInt32, _ word: UInt32
    ) {
        let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
        h = h &+ s1 &+ ((e & f) ^ (~e & g)) &+ word
        d = d &+ h
        let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
        h = h &+ s0 &+ ((a & b) ^ (a & c) ^ (b & c))
    }

    /// The 64 words that a block of 64 bytes is made into.
    private static func expand(_ block: UnsafeBufferPointer<UInt8>, into schedule: UnsafeMutableBufferPointer<UInt32>) {
        for index in 0..<16 {
            let (high, low) = (
                UInt32(block[4 &* index]) << 8 | UInt32(block[4 &* index &+ 1]),
                UInt32(block[4 &* index &+ 2]) << 8 | UInt32(block[4 &* index &+ 3])
            )
            schedule[index] = high << 16 | low
        }
        for index in 16..<64 {
            let (a, b) = (schedule[index &- 15], schedule[index &- 2])
            let s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >> 3)
            let s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >> 10)
            schedule[index] = schedule[index &- 16] &+ s0 &+ schedule[index &- 7] &+ s1
        }
    }

    private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
        word &>> count | word &<< (32 &- count)
    }

    private static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}
