extension Stylesheet {
    /// The calendar: years and months with how much they hold, the ways around, what is overdue.
    static let calendar = """
        .calendar-overview{border-top:1px solid var(--hair);padding:.75rem 0 0;margin:1rem 0;
        font:.9375rem/1.5 var(--sans)}
        .calendar-overview ul,.calendar-overview ol{list-style:none;margin:0;padding:0}
        .calendar-overview a{color:var(--ink);display:inline-block;padding:.25rem .1rem;
        min-width:1.5rem;text-decoration-color:var(--margin-line)}
        .calendar-overview .chosen{font-weight:600;text-decoration:none;
        box-shadow:inset 0 -3px var(--red)}
        .calendar-years{display:flex;flex-wrap:wrap;gap:0 1.1rem}
        .calendar-months{display:grid;grid-template-columns:repeat(auto-fit,minmax(4.25rem,1fr));
        gap:2px;margin-top:.6rem!important}
        .calendar-months li{padding:.2rem .5rem;min-height:2.5rem;background:var(--leaf);
        border-bottom:3px solid transparent;display:flex;align-items:center}
        .calendar-months a{flex:1}
        .calendar-months .level-1{border-bottom-color:color-mix(in srgb,var(--lagoon) 35%,transparent)}
        .calendar-months .level-2{border-bottom-color:color-mix(in srgb,var(--lagoon) 60%,transparent)}
        .calendar-months .level-3{border-bottom-color:color-mix(in srgb,var(--lagoon) 80%,transparent)}
        .calendar-months .level-4{border-bottom-color:var(--lagoon)}
        .calendar-overview .help{margin:.5rem 0 0}
        .calendar-ways{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;font:.9375rem/1.5 var(--sans);
        margin:1rem 0}
        .calendar-ways a{display:inline-block;padding:.25rem 0;min-width:1.5rem}
        .overdue{color:var(--red);text-transform:uppercase;font-size:.75rem;letter-spacing:.06em;
        border:1px solid currentColor;border-radius:2px;padding:.05rem .35rem;font-weight:600}
        .cited{font-size:.8125rem}
        .cited a{color:inherit;text-decoration-color:var(--margin-line)}
        .cited a:hover{color:var(--red)}
        #subscribe code{overflow-wrap:anywhere}
        """
}
