extension Stylesheet {
    /// The pages on which figures are drawn, compared and checked.
    static let explorer = """
        .subnav{font:.9375rem/1.4 var(--sans);border-bottom:1px solid var(--hair);margin:0 0 1.25rem}
        .subnav ul{list-style:none;display:flex;flex-wrap:wrap;gap:0 1.5rem;margin:0;padding:0}
        .subnav a{display:inline-block;padding:.5rem 0;color:var(--soft);text-decoration:none;
        border-bottom:2px solid transparent;margin-bottom:-1px}
        .subnav a:hover{color:var(--red)}
        .subnav a[aria-current]{color:var(--ink);border-color:var(--red);font-weight:600}
        .choice-lines{margin:1rem 0 1.5rem}
        .choice-line{font:.9375rem/1.4 var(--sans);display:flex;flex-wrap:wrap;gap:0 1rem;align-items:baseline;
        border-bottom:1px solid var(--hair)}
        .choice-title{color:var(--soft);font-size:.8125rem;min-width:5.5rem;padding:.4rem 0}
        .choice-line>ul{list-style:none;display:flex;flex-wrap:wrap;gap:0 1rem;margin:0;padding:0}
        .choice-line a{display:inline-block;padding:.4rem .1rem;min-width:1.5rem;color:var(--ink);
        text-decoration:none}
        .choice-line a:hover{color:var(--red);text-decoration:underline}
        .choice-line .chosen{font-weight:600;box-shadow:inset 0 -2px var(--red)}
        .closed{flex-basis:100%;font-size:.8125rem;color:var(--soft);margin:0 0 .4rem}
        .closed summary{cursor:pointer;padding:.25rem 0}
        .closed ul{margin:.2rem 0 .4rem;padding-left:1.2rem}
        .embedding{font:.9375rem/1.5 var(--sans);margin:0 0 2rem}
        .embedding summary{cursor:pointer;padding:.3rem 0;color:var(--soft)}
        .embedding a{display:inline-block;padding:.25rem 0}
        """
}
