import Records
import Register
import Statistics

/// Findings as files and in the API.
enum FindingsFile {
    static let columns = [
        "id", "kind", "comparison", "relation", "grade", "subject", "period", "stated",
        "expected", "unit", "difference", "relative_percent", "score", "figures", "roles",
    ]

    /// All findings of a state as CSV.
    static func csv(_ findings: [Finding]) -> [UInt8] {
        var bytes: [UInt8] = []
        CSV.append(columns, to: &bytes)
        for finding in findings {
            CSV.append(
                [
                    finding.id, finding.kind.rawValue, finding.comparison.rawValue,
                    finding.relation.rawValue, finding.grade.rawValue, finding.subject?.text,
                    finding.period?.description, finding.stated.description,
                    finding.expected.description, finding.unit, finding.difference.description,
                    finding.relative?.description, String(finding.score),
                    finding.evidence.map(\.figure.id.text).joined(separator: " "),
                    finding.evidence.map(\.role.rawValue).joined(separator: " "),
                ], to: &bytes)
        }
        return bytes
    }

    /// Some findings with how much was compared.
    static func json(
        _ findings: [Finding], of total: Int, _ examination: Examination, figures: Int,
        next: String?, hasNext: Bool
    ) -> [UInt8] {
        var writer = JSONWriter(reserving: 1_024 + findings.count * 1_024)
        writer.object {
            $0.member("total", total)
            $0.member("figures", figures)
            $0.name("tallies")
            $0.array { list in
                for tally in examination.tallies {
                    list.object {
                        $0.member("kind", tally.kind.rawValue)
                        $0.member("compared", tally.compared)
                        $0.member("agreed", tally.agreed)
                        $0.member("incomparable", tally.incomparable)
                    }
                }
            }
            $0.name("items")
            $0.array { list in for finding in findings { write(finding, to: &list) } }
            if hasNext { $0.nullable("next", next) }
        }
        return writer.bytes
    }

    private static func write(_ finding: Finding, to writer: inout JSONWriter) {
        writer.object {
            $0.member("id", finding.id)
            $0.member("kind", finding.kind.rawValue)
            $0.member("comparison", finding.comparison.rawValue)
            $0.member("relation", finding.relation.rawValue)
            $0.member("grade", finding.grade.rawValue)
            $0.nullable("subject", finding.subject?.text)
            $0.nullable("period", finding.period?.description)
            $0.member("stated", finding.stated)
            $0.member("expected", finding.expected)
            $0.member("unit", finding.unit)
            $0.member("difference", finding.difference)
            $0.name("relative")
            if let relative = finding.relative { $0.number(relative) } else { $0.null() }
            $0.member("score", finding.score)
            $0.name("evidence")
            $0.array { list in
                for evidence in finding.evidence { write(evidence, to: &list) }
            }
        }
    }

    private static func write(_ evidence: Finding.Evidence, to writer: inout JSONWriter) {
        let figure = evidence.figure.observation
        writer.object {
            $0.member("role", evidence.role.rawValue)
            $0.member("id", evidence.figure.id.text)
            $0.member("indicator", figure.indicator)
            $0.member("subject", figure.subject.text)
            $0.nullable("counterpart", figure.counterpart?.text)
            $0.nullable("product", figure.product)
            $0.member("period", figure.period.description)
            $0.member("value", figure.value)
            $0.member("unit", figure.unit)
            $0.nullable("qualifier", figure.qualifier?.rawValue)
            $0.name("cite")
            $0.array { list in
                for citation in evidence.figure.citations { RecordJSON.write(citation, to: &list) }
            }
        }
    }

    /// All findings of a state as a file beside the page.
    static func response(
        _ format: SitePath.TableFile, _ context: PageContext
    ) throws -> PageResponse {
        let state = try FindingState(context.request.query)
        switch try FindingsReading(state, context.register) {
        case .beingMade:
            var response = PageResponse(
                "text/plain; charset=utf-8",
                Array((context.words(TrackPhrase.findingsBeingMade) + "\n").utf8), keeping: .never)
            response.status = 503
            response.headers = [("Retry-After", "2")]
            return response
        case .tooMany(let count):
            throw BadParameter(
                "subject",
                .words(
                    context.words(TrackPhrase.findingsTooManyWhy(count, FindingsBook.mostFigures))))
        case .ready(let examination, let figures, _):
            let found = examination.matching(state)
            let bytes =
                format == .csv
                ? csv(found)
                : json(
                    found, of: found.count, examination, figures: figures, next: nil,
                    hasNext: false)
            var response = PageResponse(
                format == .csv ? CSV.contentType : "application/json", bytes)
            response.headers = [
                (
                    "Content-Disposition",
                    "attachment; filename=\"fondaco-findings.\(format.rawValue)\""
                )
            ]
            return response
        }
    }
}
