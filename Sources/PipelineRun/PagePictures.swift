import BulletinSource
import Publishing
import SourceText
import StatisticalModel

/// Parts of PDF pages around figures, drawn by `mutool run`, which is there wherever a PDF could be read.
///
/// A picture is proof beside the words, never instead of them: where a page cannot be drawn there is none.
enum PagePictures {
    private static let program = "mutool"
    private static let package = "mupdf-tools"
    private static let seconds = 60
    /// Pictures of one bulletin; a page of audit.html holds fewer still.
    private static let limit = 400

    /// The pictures of those of `statements` that stand on pages of `bulletin`, if that is a PDF file by itself.
    static func pictures(of statements: [Statement], in bulletin: ReadBulletin) -> [StatementID: PagePicture] {
        let placed = statements.compactMap { statement -> Crop? in
            guard case .page(let page, let box)? = statement.provenance.place else { return nil }
            return Crop(id: statement.id, page: page, box: box)
        }.prefix(limit)
        // A bulletin of an archive is no file, and one that has changed meanwhile would show something else.
        guard !placed.isEmpty, let bytes = try? FileBytes.read(bulletin.path), FileForm.sniff(bytes) == .pdf,
            SHA256Digest(of: bytes) == bulletin.digest
        else { return [:] }
        let drawn = try? TemporaryFolder.with(program) { folder throws(BulletinSourceError) in
            try draw(Array(placed), of: bytes, in: folder)
        }
        return drawn ?? [:]
    }

    private struct Crop {
        let id: StatementID
        let page: Int
        let box: PageBox
    }

    private static func draw(
        _ crops: [Crop], of bytes: [UInt8], in folder: TemporaryFolder
    ) throws(BulletinSourceError) -> [StatementID: PagePicture] {
        let file = try folder.write(bytes, as: "bulletin.pdf", for: program)
        let script = try folder.write(Array(Self.script.utf8), as: "crop.js", for: program)
        var arguments = ["run", script, file, folder.path]
        for crop in crops {
            arguments += [String(crop.page)] + [crop.box.x0, crop.box.y0, crop.box.x1, crop.box.y1].map { "\($0)" }
        }
        let outcome = try ExternalProgram.run(
            program, arguments, package: package, seconds: seconds, outputLimit: 1 << 20)
        var pictures: [StatementID: PagePicture] = [:]
        for line in String(decoding: outcome.output, as: UTF8.self).split(separator: "\n") {
            let numbers = line.split(separator: " ").compactMap { Int($0) }
            guard numbers.count == 5, crops.indices.contains(numbers[0]),
                let picture = try? FileBytes.read("\(folder.path)/\(numbers[0]).png")
            else { continue }
            pictures[crops[numbers[0]].id] = PagePicture(
                bytes: picture, left: numbers[1], top: numbers[2], width: numbers[3], height: numbers[4])
        }
        return pictures
    }

    /// Draws each box with what stands around it, and prints its number and where it lies in the picture, in thousandths.
    ///
    /// Boxes are given from the upper left corner of the page as it is shown.
    private static let script = """
        var doc = Document.openDocument ? Document.openDocument(scriptArgs[0]) : new Document(scriptArgs[0]);
        var gray = typeof DeviceGray === "undefined" ? ColorSpace.DeviceGray : DeviceGray;
        var folder = scriptArgs[1], scale = 1.1, before = 260, behind = 100, above = 20;
        for (var i = 2, number = 0; i + 4 < scriptArgs.length; i += 5, number++) try {
            var page = doc.loadPage(scriptArgs[i] - 1), bound = page.bound();
            var x0 = +scriptArgs[i + 1], y0 = +scriptArgs[i + 2], x1 = +scriptArgs[i + 3], y1 = +scriptArgs[i + 4];
            var area = [
                Math.floor(Math.max(0, x0 - before) * scale), Math.floor(Math.max(0, y0 - above) * scale),
                Math.ceil(Math.min(bound[2] - bound[0], x1 + behind) * scale),
                Math.ceil(Math.min(bound[3] - bound[1], y1 + above) * scale)
            ];
            var width = area[2] - area[0], height = area[3] - area[1];
            if (width < 1 || height < 1 || width > 1000 || height > 300) continue;
            var picture = new Pixmap(gray, area, false);
            picture.clear(255);
            var device = new DrawDevice([1, 0, 0, 1, 0, 0], picture);
            page.run(device, [scale, 0, 0, scale, -bound[0] * scale, -bound[1] * scale]);
            device.close();
            picture.saveAsPNG(folder + "/" + number + ".png");
            print([
                number, Math.round((x0 * scale - area[0]) / width * 1000), Math.round((y0 * scale - area[1]) / height * 1000),
                Math.round((x1 - x0) * scale / width * 1000), Math.round((y1 - y0) * scale / height * 1000)
            ].join(" "));
        } catch (error) {}

        """
}
