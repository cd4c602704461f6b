import Records
import Register

/// The table of technoparks and zones as a file: the same rows in the same order, profile and
/// figures together.
struct ZonesFile {
    let page: ZonesPage
    let format: SitePath.TableFile

    var response: PageResponse {
        switch format {
        case .csv: PageResponse(CSV.contentType, csv)
        case .json: PageResponse("application/json", json)
        }
    }

    // MARK: CSV

    private static let figureParts = ["value", "unit", "qualifier", "period", "product", "id"]

    private var csv: [UInt8] {
        let fields = ZoneField.allCases.flatMap { field in
            field.isQuantity
                ? [field.rawValue, field.rawValue + "_unit", field.rawValue + "_qualifier"]
                : [field.rawValue]
        }
        let figures = ZoneFigure.allCases.flatMap { figure in
            Self.figureParts.map { part in
                part == "value" ? figure.column : figure.column + "_" + part
            }
        }
        var bytes: [UInt8] = []
        CSV.append(
            ["id", "name", "type", "country"] + fields + figures + ["known", "of"], to: &bytes)
        for zone in page.zones { CSV.append(line(zone), to: &bytes) }
        return bytes
    }

    private func line(_ zone: Zone) -> [String?] {
        let head: [String?] = [
            zone.summary.id.text, zone.summary.name, zone.organisation.organisationType.rawValue,
            country(of: zone)?.text,
        ]
        let fields = ZoneField.allCases.flatMap { values(zone, $0) }
        let figures = ZoneFigure.allCases.flatMap { values(zone.figures[$0]) }
        return head + fields + figures + [String(zone.known), String(Zone.columns)]
    }

    private func values(_ zone: Zone, _ field: ZoneField) -> [String?] {
        let organisation = zone.organisation
        if field.isQuantity {
            let quantity = quantity(zone, field)
            return [
                quantity?.amount.description, quantity?.unit, quantity?.qualifier?.rawValue,
            ]
        }
        switch field {
        case .founded: return [organisation.founded?.description]
        case .setting: return [organisation.park.setting?.rawValue]
        default:
            let values = field.ids(of: organisation).map(\.text) + field.phrases(of: organisation)
            return [values.isEmpty ? nil : values.joined(separator: "; ")]
        }
    }

    private func values(_ row: ObservationRow?) -> [String?] {
        guard let row else { return Self.figureParts.map { _ in nil } }
        let figure = row.observation
        return [
            figure.value.description, figure.unit, figure.qualifier?.rawValue,
            figure.period.description, figure.product, row.id.text,
        ]
    }

    // MARK: JSON

    private var json: [UInt8] {
        var writer = JSONWriter(reserving: 512 + page.zones.count * 1_024)
        writer.object {
            $0.member("total", page.total)
            $0.name("items")
            $0.array { list in for zone in page.zones { write(zone, to: &list) } }
            $0.name("known")
            $0.object { known in
                for field in ZoneField.allCases {
                    known.member(field.rawValue, page.known { $0.isKnown(field) })
                }
                for figure in ZoneFigure.allCases {
                    known.member(figure.column, page.known { $0.isKnown(figure) })
                }
            }
        }
        return writer.bytes
    }

    private func write(_ zone: Zone, to writer: inout JSONWriter) {
        let organisation = zone.organisation
        writer.object {
            $0.member("id", zone.summary.id.text)
            $0.member("name", zone.summary.name)
            $0.member("type", organisation.organisationType.rawValue)
            $0.member("country", country(of: zone)?.text)
            for field in ZoneField.allCases { write(zone, field, to: &$0) }
            $0.name("figures")
            $0.object { figures in
                for figure in ZoneFigure.allCases {
                    guard let row = zone.figures[figure] else { continue }
                    figures.name(figure.column)
                    write(row, to: &figures)
                }
            }
            $0.member("known", zone.known)
            $0.member("of", Zone.columns)
        }
    }

    private func write(_ zone: Zone, _ field: ZoneField, to writer: inout JSONWriter) {
        let organisation = zone.organisation
        if let quantity = quantity(zone, field) {
            writer.name(field.rawValue)
            writer.object {
                $0.member("amount", quantity.amount)
                $0.member("unit", quantity.unit)
                $0.member("qualifier", quantity.qualifier?.rawValue)
            }
            return
        }
        switch field {
        case .place, .managedBy, .university:
            writer.member(field.rawValue, field.ids(of: organisation).first?.text)
        case .founded: writer.member(field.rawValue, organisation.founded?.description)
        case .setting: writer.member(field.rawValue, organisation.park.setting?.rawValue)
        case .area, .floorArea, .capacity: break
        case .sites: writer.member(field.rawValue, field.ids(of: organisation).map(\.text))
        case .specialisations, .services, .infrastructure, .incentives:
            writer.member(field.rawValue, field.phrases(of: organisation))
        }
    }

    private func write(_ row: ObservationRow, to writer: inout JSONWriter) {
        let figure = row.observation
        writer.object {
            $0.member("id", row.id.text)
            $0.member("indicator", figure.indicator)
            $0.member("value", figure.value)
            $0.member("unit", figure.unit)
            $0.member("qualifier", figure.qualifier?.rawValue)
            $0.member("period", figure.period.description)
            $0.member("product", figure.product)
            $0.name("cite")
            $0.array { list in
                for citation in row.citations {
                    list.object {
                        $0.member("source", citation.source.text)
                        $0.member("at", citation.locator)
                    }
                }
            }
        }
    }

    // MARK: Values

    private func country(of zone: Zone) -> RecordID? {
        zone.organisation.place.flatMap { page.countries[$0] }
    }

    /// The quantity of the profile, or the figure that stands in for it.
    private func quantity(
        _ zone: Zone, _ field: ZoneField
    ) -> (amount: ExactDecimal, unit: String, qualifier: Qualifier?)? {
        if let quantity = field.quantity(of: zone.organisation) {
            return (quantity.amount, quantity.unit, quantity.qualifier)
        }
        guard field == .area, let figure = zone.areaFigure?.observation else { return nil }
        return (figure.value, figure.unit, figure.qualifier)
    }
}

extension ZoneField {
    fileprivate var isQuantity: Bool { self == .area || self == .floorArea || self == .capacity }
}

extension ZoneFigure {
    /// The figure's name in a file.
    fileprivate var column: String {
        String(rawValue.map { $0 == "-" ? "_" : $0 })
    }
}
