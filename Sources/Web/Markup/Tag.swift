/// The elements that pages use. Elements whose content isn't plain HTML (`script`, `style`,
/// `iframe`, …) are left out on purpose: what can't be written can't be abused.
enum Tag: String, CaseIterable, Sendable {
    case a, abbr, article, aside, b, bdi, blockquote, body, button, caption, cite, code
    case dd, del, details, div, dl, dt, em, fieldset, figcaption, figure, footer, form
    case h1, h2, h3, h4, head, header, html, i, ins, kbd, label, legend, li, main, mark, nav, ol
    case option, output, p, pre, q, s, search, section, select, small, span, strong, sub, summary
    case sup, table, tbody, td, tfoot, th, thead, time, title, tr, u, ul
}

/// The elements without content.
enum VoidTag: String, CaseIterable, Sendable {
    case base, br, hr, img, input, link, meta, wbr
}
