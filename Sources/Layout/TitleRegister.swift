import PipelineDefinition
import SourceText
import StatisticalModel

/// What sort of document a title announces.
enum TitleRegister {
    /// The register of the title's last word that tells; 通知 and the like count where nothing else stands.
    ///
    /// `…计划执行情况与…计划草案的报告` is a report, `…工作报告重点任务分工方案的通知` a plan.
    static func of(_ title: String, lexicon: LayoutLexicon) -> DocumentRegister? {
        let bytes = Array(title.utf8)
        var (index, result): (Int, DocumentRegister?) = (0, nil)
        while index < bytes.count {
            guard let match = longest(bytes, at: index, lexicon) else {
                index += 1
                continue
            }
            if match.register != .notice || result == nil { result = match.register }
            index += match.length
        }
        return result
    }

    private static let roles: [(LayoutLexicon.Role, DocumentRegister)] = [
        (.planWord, .plan), (.reportWord, .report), (.communiqueWord, .communique), (.noticeWord, .notice),
    ]

    private static func longest(
        _ bytes: [UInt8], at index: Int, _ lexicon: LayoutLexicon
    ) -> (length: Int, register: DocumentRegister)? {
        var result: (length: Int, register: DocumentRegister)?
        for (role, register) in roles {
            guard let match = lexicon.words(role).longestMatch(in: bytes, at: index) else { continue }
            if match.length > (result?.length ?? 0) { result = (match.length, register) }
        }
        return result
    }
}
