import Records

/// The profile of a technopark or a zone. What isn't on record yet is named, so that one sees what
/// is still to be collected.
struct ParkProfile {
    let body: Organisation
    let pen: RecordPen

    private var words: Catalogue { pen.words }

    /// The section.
    var section: LeafSection {
        let known = rows.filter { !$0.values.isEmpty }
        let missing = rows.filter { $0.values.isEmpty }
        return LeafSection(
            id: "profile", title: words(.sectionProfile),
            count: words(.completeness(known.count, of: rows.count))
        ) { page in
            if !known.isEmpty {
                page.element(.dl, class: "facts") { page in
                    for row in known { page.put(row) }
                }
            }
            if !missing.isEmpty {
                let names = missing.map { Inline.text($0.label.lowercasedFirst) }
                page.paragraph(
                    .text(words(.stillToCollect)), " ", .joined(names), ".", class: "gaps")
            }
        }
    }

    /// All that a profile can say, empty where nothing is on record.
    private var rows: [Fact] {
        let park = body.park
        return [
            row(.managedBy, [pen.link(park.managedBy)]),
            row(.university, [pen.link(park.university)]),
            row(.sites, park.sites.isEmpty ? [] : [.joined(park.sites.map(pen.link))]),
            row(.area, [quantity(park.area)]),
            row(.floorArea, [quantity(park.floorArea)]),
            row(.capacity, [quantity(park.capacity)]),
            row(.setting, [park.setting.map { .text(words.setting($0.rawValue)) }]),
            row(.founded, [body.founded.map { words.date($0) }]),
            row(.specialisations, [pen.topics(park.specialisations, of: .organisation)]),
            row(.services, park.services.map(pen.phrase)),
            row(.infrastructure, park.infrastructure.map(pen.phrase)),
            row(.incentives, park.incentives.map(pen.phrase)),
        ]
    }

    private func row(_ field: FieldWord, _ values: [Inline?]) -> Fact {
        Fact(words.field(field.rawValue), values: values.compactMap(\.self))
    }

    private func quantity(_ quantity: Records.Quantity?) -> Inline? {
        quantity.map { .quantity(words.quantity($0)) }
    }
}

extension String {
    /// The text as it stands inside a sentence.
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
