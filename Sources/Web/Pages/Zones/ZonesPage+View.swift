import Records
import Register

extension ZonesPage {
    var response: PageResponse {
        let downloads = SiteAddress.zoneFiles(state)
        let shell = context.shell(
            title: words(.zonesTitle), description: words(.zonesHelp), layout: .wide,
            division: .zones, downloads: downloads)
        return PageResponse(
            html: shell.render { page in
                page.put(PageTitle(title: words(.zonesTitle)))
                page.put(Lead(.text(words(.zonesHelp))))
                page.put(
                    FilterLines(
                        groups: filters,
                        clearAddress: state.isFiltered
                            ? SiteAddress.zones(state.with { ($0.types, $0.countries) = ([], []) })
                            : nil, words: words))
                if zones.isEmpty { page.put(nothing) } else { writeTables(to: &page, downloads) }
            })
    }

    private func writeTables(to page: inout HTMLWriter, _ downloads: [Download]) {
        page.element(.p, class: "sorting") { page in
            page.element(.strong, class: "total", text: words(.zonesCount(total)))
            page.text(" · " + words(.zonesGapHelp))
        }
        if total > zones.count { page.notice([.text(words(.zonesTruncated(zones.count)))]) }
        page.section(words(.zonesFigures), id: "figures") { page in
            page.put(figureTable(downloads))
        }
        page.section(words(.zonesProfile), id: "profiles") { page in page.put(profileTable) }
    }

    private var nothing: EmptyState {
        EmptyState(
            title: words(.zonesEmptyTitle), why: words(.zonesEmptyWhy),
            ways: state.isFiltered
                ? [.link(words(.clearFilters), to: SiteAddress.zones)]
                : [.link(words(.searchWayBrowse), to: SiteAddress.overview)])
    }

    // MARK: Figures

    private func figureTable(_ downloads: [Download]) -> DataTable {
        let figures = ZoneFigure.allCases
        let columns =
            [head(words(.columnName), .name)]
            + figures.map { head($0.label(words), .figure($0), .number) }
            + [head(words(.columnCompleteness), .known, .number)]
        let rows = zones.map { zone in
            [name(of: zone)] + figures.map { cell(zone, $0) } + [completeness(of: zone)]
        }
        let shares = figures.map { figure in share(known { $0.isKnown(figure) }) }
        return DataTable(
            id: "zone-figures", caption: words(.zonesFigures), columns: columns, rows: rows,
            total: [.text(words(.zonesKnown))] + shares + [""], downloads: downloads,
            captionIsUnseen: true, words: words)
    }

    private func head(
        _ label: String, _ key: ZoneOrder.Key, _ kind: Column.Kind = .text
    ) -> Column {
        let sorted: Attribute.SortOrder? =
            state.order.key == key ? (state.order.isDescending ? .descending : .ascending) : nil
        return Column(
            label, kind,
            sortAddress: SiteAddress.zones(state.with { $0.order = state.order.next(key) }),
            sorted: sorted)
    }

    /// The figure with its period and its sources; a figure for a part of the zone says so.
    private func cell(_ zone: Zone, _ figure: ZoneFigure) -> Inline {
        guard let row = zone.figures[figure] else { return .gap(words(.notRecorded)) }
        return cell(row)
    }

    private func cell(_ row: ObservationRow) -> Inline {
        let figure = row.observation
        var notes: [Inline] = [
            .link(words.date(figure.period.description, .short), to: SiteAddress.record(row.id))
        ]
        if let product = figure.product {
            let part = Inline.name(product, language: words.language == .english ? nil : "en")
            notes.insert(.sequence([.text(words(.partOnly) + " "), part]), at: 0)
        }
        return .markup(
            SafeHTML { page in
                page.put(Inline.quantity(words.value(of: figure)))
                page.element(.span, class: "cell-note") { page in
                    page.put(Inline.joined(notes))
                }
                page.element(.span, class: "cell-note") { page in
                    page.put(sources.shortMarks(row.citations, of: row.id))
                }
            })
    }

    private func completeness(of zone: Zone) -> Inline {
        .text(words(.completeness(zone.known, of: Zone.columns)))
    }

    private func share(_ known: Int) -> Inline {
        .text(words(.completeness(known, of: zones.count)))
    }

    /// The zone's name with its type under it.
    private func name(of zone: Zone) -> Inline {
        let type = words.type(
            zone.organisation.organisationType.rawValue, of: Kind.organisation.name)
        return .markup(
            SafeHTML { page in
                page.put(names.link(zone.summary.id))
                page.element(.span, class: "cell-note", text: type)
            })
    }

    // MARK: Profiles

    private var profileTable: DataTable {
        let fields = ZoneField.allCases
        let columns =
            [head(words(.columnName), .name)]
            + fields.map { field in
                field == .place
                    ? head(words.field(field.rawValue), .place)
                    : Column(words.field(field.rawValue), field.isNumber ? .number : .text)
            }
        let rows = zones.map { zone in
            [names.link(zone.summary.id)] + fields.map { cell(zone, $0) }
        }
        let shares = fields.map { field in share(known { $0.isKnown(field) }) }
        return DataTable(
            id: "zone-profiles", caption: words(.zonesProfile), columns: columns, rows: rows,
            total: [.text(words(.zonesKnown))] + shares, captionIsUnseen: true, words: words)
    }

    private func cell(_ zone: Zone, _ field: ZoneField) -> Inline {
        let organisation = zone.organisation
        if let quantity = field.quantity(of: organisation) {
            return .quantity(words.quantity(quantity))
        }
        if field == .area, let row = zone.areaFigure { return cell(row) }
        guard field.isKnown(of: organisation) else { return .gap(words(.notRecorded)) }
        let ids = field.ids(of: organisation)
        switch field {
        case .founded: return organisation.founded.map { words.date($0, .short) } ?? ""
        case .setting:
            return .text(organisation.park.setting.map { words.setting($0.rawValue) } ?? "")
        case .place: return .joined(ids.map(place))
        default: break
        }
        if !ids.isEmpty { return .joined(ids.map(names.link)) }
        let language = words.language == .english ? nil : "en"
        return .joined(
            field.phrases(of: organisation).map { .name($0, language: language) },
            separator: "; ")
    }

    private func place(_ id: RecordID) -> Inline {
        guard let country = countries[id], country != id else { return names.link(id) }
        return .sequence([names.link(id), ", ", names.link(country)])
    }
}

extension ZoneField {
    fileprivate var isNumber: Bool { self == .area || self == .floorArea || self == .capacity }
}
