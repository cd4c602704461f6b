import Records

/// SDMX-CSV 1.0: one observation a line (the SDMX-CSV field guide), RFC 4180.
struct CSVForm: DataForm {
    /// The language of the names beside the codes; nil for codes alone.
    private let names: NameLanguage?
    private let columns: [Dimension]
    private static let dataflow =
        "\(FigureFlow.agency):\(FigureFlow.id)(\(FigureFlow.version))"

    init(_ layout: DataLayout, names: NameLanguage?) {
        self.names = names
        columns =
            layout.detail.hasObservations ? Dimension.allCases : layout.grouping
    }

    mutating func head(_ layout: DataLayout) -> [UInt8] {
        var fields = [labelled("DATAFLOW", nil)]
        fields += columns.map { labelled($0.id, $0.name) }
        if layout.detail.hasObservations { fields.append(labelled(Measure.id, Measure.name)) }
        if layout.detail == .full {
            fields += Attribute.allCases.map { labelled($0.id, $0.name) }
        }
        return Self.line(fields)
    }

    mutating func group(_ rows: Range<Int>, _ layout: DataLayout) -> [UInt8] {
        let shown = layout.detail.hasObservations ? rows : rows.prefix(1)
        return shown.flatMap { line($0, layout) }
    }

    mutating func tail(_ layout: DataLayout) -> [UInt8] { [] }

    private func line(_ number: Int, _ layout: DataLayout) -> [UInt8] {
        let row = layout.figures.rows[number]
        var fields = [labelled(Self.dataflow, FigureFlow.name)]
        for dimension in columns {
            if dimension == .time {
                fields.append(layout.figures.value(of: .time, in: row))
            } else {
                let codes = layout.figures.codes(of: dimension)
                let code = codes[Int(row.key[dimension.rawValue])]
                fields.append(labelled(code.id, code.name))
            }
        }
        if layout.detail.hasObservations { fields.append(row.value.description) }
        if layout.detail == .full {
            for attribute in Attribute.allCases {
                let value = layout.figures.value(of: attribute, in: row) ?? ""
                let name =
                    switch attribute {
                    case .status: CodelistID.statuses.first { $0.id == value }?.name
                    case .qualifier: row.qualifier?.name
                    default: nil as LocalName?
                    }
                fields.append(name.map { labelled(value, $0) } ?? value)
            }
        }
        return Self.line(fields)
    }

    private func labelled(_ code: String, _ name: LocalName?) -> String {
        guard let names, let name else { return code }
        return "\(code): \(name.text(in: names))"
    }

    private static func line(_ fields: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            let mustBeQuoted =
                field.utf8.contains { [0x0A, 0x0D, 0x22, 0x2C].contains($0) }
                || field.utf8.first == 0x20 || field.utf8.last == 0x20
            guard mustBeQuoted else {
                bytes += field.utf8
                continue
            }
            bytes.append(0x22)
            for byte in field.utf8 {
                if byte == 0x22 { bytes.append(byte) }
                bytes.append(byte)
            }
            bytes.append(0x22)
        }
        return bytes + [0x0D, 0x0A]
    }
}
