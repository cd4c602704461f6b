/// Ways to see the same otherwise, in a line; those that can't be had fold away with the reasons.
struct ChoiceLine: Component {
    struct Choice: Sendable {
        let text: String
        let address: Address
        var isChosen = false
        /// Why it can't be had.
        var obstacle: String?
    }

    let title: String
    let choices: [Choice]
    let words: Catalogue

    func write(to page: inout HTMLWriter) {
        let open = choices.filter { $0.obstacle == nil || $0.isChosen }
        let closed = choices.filter { $0.obstacle != nil && !$0.isChosen }
        page.element(.div, class: "choice-line") { page in
            page.element(.span, class: "choice-title", text: title)
            page.element(.ul, .role(.list), .label(title)) { page in
                for choice in open {
                    page.element(.li) { page in
                        if choice.isChosen {
                            page.link(to: choice.address, class: "chosen", .current(.true)) {
                                $0.text(choice.text)
                            }
                        } else {
                            page.link(to: choice.address, .rel("nofollow")) {
                                $0.text(choice.text)
                            }
                        }
                    }
                }
            }
            if !closed.isEmpty { writeClosed(closed, to: &page) }
        }
    }

    private func writeClosed(_ closed: [Choice], to page: inout HTMLWriter) {
        page.element(.details, class: "closed") { page in
            let names = closed.map { $0.text.lowercased() }.joined(separator: ", ")
            page.element(.summary, text: words(TrackPhrase.notAvailable(names)))
            page.element(.ul) { page in
                for choice in closed {
                    page.element(.li, text: choice.text + ": " + (choice.obstacle ?? ""))
                }
            }
        }
    }
}
