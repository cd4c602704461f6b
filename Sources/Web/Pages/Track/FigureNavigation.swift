import Records

/// The ways to look at figures: as a table, drawn, side by side, and checked against each other.
struct FigureNavigation: Component {
    enum Part: CaseIterable, Sendable {
        case table, track, compare, findings
    }

    /// Where the reader is.
    let current: Part
    let words: Catalogue

    func write(to page: inout HTMLWriter) {
        page.element(.nav, class: "subnav", .label(words(TrackPhrase.navLabel))) { page in
            page.element(.ul, .role(.list)) { page in
                for part in Part.allCases {
                    page.element(.li) { page in
                        let text = words(part.phrase)
                        if part == current {
                            page.link(to: SiteAddress.page(part.path), .current(.true)) {
                                $0.text(text)
                            }
                        } else {
                            page.link(to: SiteAddress.page(part.path), text: text)
                        }
                    }
                }
            }
        }
    }
}

extension FigureNavigation.Part {
    fileprivate var path: SitePath {
        switch self {
        case .table: .figures
        case .track: .track
        case .compare: .compare
        case .findings: .findings
        }
    }

    fileprivate var phrase: TrackPhrase {
        switch self {
        case .table: .navTable
        case .track: .navTrack
        case .compare: .navCompare
        case .findings: .navFindings
        }
    }
}
