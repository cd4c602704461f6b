/// The house's own drawings. They take the colour of the text around them.
enum Ornaments {
    /// The house: three arches on the water.
    static let mark = SafeHTML(
        """
        <svg class="house" viewBox="0 0 40 28" width="40" height="28" aria-hidden="true" \
        focusable="false"><g fill="none" stroke="currentColor" stroke-width="1.5">\
        <path d="M2 4.5h36M4 8h32M4 8v14.5M36 8v14.5"/>\
        <path d="M7.5 22.5v-6a3.5 3.5 0 0 1 7 0v6M16.5 22.5v-6a3.5 3.5 0 0 1 7 0v6\
        M25.5 22.5v-6a3.5 3.5 0 0 1 7 0v6"/></g>\
        <path class="water" fill="none" stroke-width="1.5" \
        d="M2 25.500q3-2 6 0t6 0t6 0t6 0t6 0t6 0"/></svg>
        """)

    /// An arcade along the foot of every page.
    static let arcade = SafeHTML(
        """
        <svg class="arcade" width="100%" height="26" aria-hidden="true" focusable="false"><defs>\
        <pattern id="arcade" width="26" height="26" patternUnits="userSpaceOnUse">\
        <path fill="none" stroke="currentColor" d="M0 1.5h26M0 4.500h26M4.5 26V15a8.5 8.5 0 \
        0 1 17 0v11M13 6.500v-2M0 26V6.5M26 26V6.5"/>\
        <circle cx="0" cy="10" r="1.5" fill="currentColor"/>\
        <circle cx="26" cy="10" r="1.5" fill="currentColor"/></pattern></defs>\
        <rect width="100%" height="26" fill="url(#arcade)"/></svg>
        """)

    /// An arch that nobody stands in: nothing is here yet.
    static let emptyArch = SafeHTML(
        """
        <svg class="empty-arch" viewBox="0 0 48 56" width="48" height="56" aria-hidden="true" \
        focusable="false"><g fill="none" stroke="currentColor" stroke-width="1.25">\
        <path d="M4 52V22a20 20 0 0 1 40 0v30M10 52V22a14 14 0 0 1 28 0v30M1 52.500h46"/>\
        <path d="M4 22h6M38 22h6M24 2v6"/></g></svg>
        """)
}
