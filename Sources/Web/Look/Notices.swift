/// What stands where nothing is: why it is empty and what to do.
struct EmptyState: Component {
    let title: String
    let why: String
    /// What the reader can do now.
    var ways: [Inline] = []

    func write(to page: inout HTMLWriter) {
        page.element(.div, class: "empty") { page in
            page.markup(Ornaments.emptyArch)
            page.element(.p, class: "empty-title", text: title)
            page.element(.p, text: why)
            if !ways.isEmpty {
                page.element(.ul, .role(.list)) { page in
                    for way in ways { page.element(.li) { $0.put(way) } }
                }
            }
        }
    }
}

/// The body of an error's page.
struct ErrorNotice: Component {
    /// The HTTP status code.
    let status: Int
    let title: String
    /// What went wrong and what would be right.
    let explanation: String
    /// What was asked for, shown as it was typed.
    var asked: String?
    var ways: [Inline] = []

    func write(to page: inout HTMLWriter) {
        page.put(PageTitle(kicker: [.text(String(status))], title: title))
        page.put(Lead(.text(explanation)))
        if let asked, !asked.isEmpty {
            page.element(.p, class: "asked") { $0.element(.code, text: asked) }
        }
        if !ways.isEmpty {
            page.element(.ul, class: "ways") { page in
                for way in ways { page.element(.li) { $0.put(way) } }
            }
        }
    }
}

/// One field's change between two revisions.
struct FieldChange: Sendable {
    let label: String
    let before: [String]
    let after: [String]
}

/// One revision of a record, with what it changed.
struct Revision: Sendable {
    let number: Int
    /// "29 June 2021, 10:04 UTC" and its ISO form.
    let when: Inline
    /// Who.
    let actor: String
    let changes: [FieldChange]
    var address: Address?
}

/// A record's history, newest first, with a readable difference.
struct RevisionList: Component {
    let revisions: [Revision]
    let words: Catalogue

    func write(to page: inout HTMLWriter) {
        page.element(.ol, class: "revisions", .role(.list)) { page in
            for revision in revisions {
                page.element(.li) { page in
                    page.element(.h2) { page in
                        let label = words(.revision(revision.number))
                        page.put(
                            revision.address.map { .link(label, to: $0) } ?? Inline.text(label))
                    }
                    page.element(.p, class: "by") { page in
                        page.put(
                            Inline.joined([revision.when, .text(revision.actor)], separator: " · "))
                    }
                    page.element(.dl, class: "changes") { page in
                        for change in revision.changes { write(change, to: &page) }
                    }
                }
            }
        }
    }

    private func write(_ change: FieldChange, to page: inout HTMLWriter) {
        page.element(.div) { page in
            page.element(.dt, text: change.label)
            for text in change.before where !change.after.contains(text) {
                page.element(.dd) { page in
                    page.element(.span, class: "unseen", text: words(.removed) + " ")
                    page.element(.del, text: text)
                }
            }
            for text in change.after where !change.before.contains(text) {
                page.element(.dd) { page in
                    page.element(.span, class: "unseen", text: words(.added) + " ")
                    page.element(.ins, text: text)
                }
            }
        }
    }
}
