import StatisticalModel

/// Where the documents of a gazette begin on its pages.
struct DocumentStart {
    let lines: [TextLine]
    /// True for the lines of heads.
    let isHead: [Bool]

    /// A document whose head stands at its first page's end begins at that page's first line of body;
    /// a head that nothing follows (text goes on with `第三章`) opens no document.
    func settled(_ found: [DocumentHeadFinder.Head]) -> [DocumentHeadFinder.Head] {
        var heads = found
        for position in heads.indices {
            let head = heads[position]
            if isStray(head, at: position) { heads[position].isStray = true }
            guard let number = head.numberIndex, head.hasNotice, let body = bodyAbove(head.firstIndex, number) else {
                continue
            }
            heads[position].firstIndex = body
            heads[position].document.firstLine = lines[body].number
        }
        heads.removeAll(where: \.isStray)
        return heads
    }

    private func isStray(_ head: DocumentHeadFinder.Head, at position: Int) -> Bool {
        guard position > 0, !head.hasNotice, let number = head.numberIndex else { return false }
        let next = lines[(number + 1)...].first { $0.marker.map { $0.kind <= .ideograph && $0.kind > .annex } ?? false }
        guard let marker = next?.marker else { return false }
        return marker.value > 1
    }

    /// The first line of the body above a head, where `一、` or `第一章` begins on the head's page after furniture.
    private func bodyAbove(_ first: Int, _ number: Int) -> Int? {
        let page = lines[first].page
        var index = first - 1
        var opening: Int?
        while index >= 0, lines[index].page == page, !isHead[index] {
            if let marker = lines[index].marker, marker.value == 1, marker.kind >= .part, marker.kind <= .ideograph {
                opening = index
            }
            if lines[index].followsFurniture {
                guard let opening, opening - index <= 14 else { return nil }
                return index
            }
            index -= 1
        }
        return nil
    }
}
