import Charts
import Records

/// A drawing as a file: as it is seen, or the values behind it.
struct DrawingFile {
    /// The drawing's name, for the file's.
    let name: String
    let content: PlateContent
    let format: DrawingFormat
    let context: PageContext

    /// Width in CSS pixels of a drawing in a file.
    private static let width = 960.0

    func response() -> PageResponse {
        var response = PageResponse(format.mediaType, [])
        switch format {
        case .svg: response.bytes = Self.drawn(content).svg(.standalone)
        case .png: response.completion = Self.picture(of: Self.drawn(content))
        case .csv: response.bytes = Self.csv(content.data)
        case .json: response.bytes = json()
        }
        response.sharing = format == .svg ? .drawing : .data
        let file = "fondaco-" + name + "." + format.rawValue
        response.headers.append(("Content-Disposition", "inline; filename=\"\(file)\""))
        return response
    }

    private static func picture(
        of drawing: Drawing
    ) -> @Sendable (PageResponse) async -> PageResponse {
        { response in
            do throws(PixelConverter.Failure) {
                var response = response
                response.bytes = try await PixelConverter.png(
                    drawing.svg(.standalone), pixels: drawing.width * drawing.height)
                return response
            } catch {
                return explanation(of: error)
            }
        }
    }

    /// Why there is no picture, for whoever asked for one.
    private static func explanation(of failure: PixelConverter.Failure) -> PageResponse {
        var response = PageResponse(
            "text/plain; charset=utf-8", Array(failure.description.utf8), keeping: .never)
        response.status = failure.httpStatus
        if failure.httpStatus == 503 { response.headers.append(("Retry-After", "2")) }
        return response
    }

    private static func drawn(_ content: PlateContent) -> Drawing {
        let frame = Frame(width: width, maximumHeight: content.maximumHeight)
        return content.chart("drawing").draw(in: frame)
    }

    private static func csv(_ data: DrawingData) -> [UInt8] {
        var bytes: [UInt8] = []
        CSV.append(data.columns, to: &bytes)
        for row in data.rows {
            CSV.append(
                row.map { value in
                    switch value {
                    case .text(let text): text
                    case .number(let number): number.description
                    case .none: nil
                    }
                }, to: &bytes)
        }
        return bytes
    }

    private func json() -> [UInt8] {
        var writer = JSONWriter(reserving: 256 + content.data.rows.count * 200)
        writer.object {
            $0.member("drawing", name)
            $0.member("title", content.title)
            $0.member("summary", content.summary)
            $0.name("remarks")
            $0.array { list in for remark in content.remarks { list.string(remark) } }
            $0.name("sources")
            $0.array { list in
                for source in content.sources {
                    list.object {
                        $0.member("name", source.label)
                        $0.member(
                            "page",
                            source.address.text.isEmpty
                                ? nil : context.request.origin + source.address.text)
                        $0.member("original", source.original?.text)
                    }
                }
            }
            $0.name("rows")
            $0.array { list in
                for row in content.data.rows {
                    list.object { object in
                        for (name, value) in zip(content.data.columns, row) {
                            Self.write(value, name, to: &object)
                        }
                    }
                }
            }
        }
        return writer.bytes
    }

    private static func write(
        _ value: DrawingData.Value, _ name: String, to writer: inout JSONWriter
    ) {
        switch value {
        case .text(let text): writer.member(name, text)
        case .number(let number): writer.member(name, number)
        case .none:
            writer.name(name)
            writer.null()
        }
    }
}
