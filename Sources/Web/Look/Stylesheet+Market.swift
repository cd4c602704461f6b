extension Stylesheet {
    /// The market: order books with bars, what is live, the forms of those who trade.
    static let market =
        """
        .book-sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));
        gap:.5rem 3rem;margin:.75rem 0}
        .book-side h3{font:600 .875rem/1.6 var(--sans);letter-spacing:.03em}
        .book-side table{table-layout:fixed;width:100%}
        .book-side th,.book-side td{padding:.3rem .6rem}
        .book-side thead th,.book-side thead th:first-child{position:static;font-weight:500}
        .book-side thead .unit{display:inline}
        .book-side tbody th,.page-wide .book-side tbody th{font:600 .9375rem/1.45 var(--sans);
        min-width:0;position:static;background:none}
        .book-side tbody th{color:var(--side)}
        .book-bids{--side:var(--lagoon)}
        .book-offers{--side:var(--red)}
        .book-side .nobody{color:var(--soft);text-align:center;padding:1.2rem .6rem}
        .depth,.book-side .depth:hover{background:linear-gradient(
        color-mix(in srgb,var(--side) 15%,transparent),
        color-mix(in srgb,var(--side) 15%,transparent)) no-repeat left/0 100%}

        """ + bars + """
            @media (prefers-reduced-motion:no-preference){
            .changed{animation:changed 1.2s ease-out}
            @keyframes changed{from{outline:2px solid var(--side,var(--ochre));outline-offset:-2px}
            to{outline:2px solid transparent;outline-offset:-2px}}}
            .live-line{font:.9375rem/1.5 var(--sans)}
            .live-phase{font-weight:600}
            .live-phase::after{content:" · ";font-weight:400;color:var(--soft)}
            .live-status{color:var(--soft)}
            .in-row{margin:0}
            .in-row button{font:inherit;color:var(--red);background:none;border:1px solid
            currentColor;padding:.15rem .7rem;min-height:1.75rem;cursor:pointer}
            .in-row button:hover{color:var(--red-strong);text-decoration:underline}
            .market-figures .figures{grid-template-columns:repeat(auto-fill,
            minmax(min(100%,8.5rem),1fr))}
            :is(#sections,#instruments-table,#auctions-table,#sessions-table,#rates,#quoted-table,
            #orders-table,#contracts-table,#balances-table,#offered-table,#own-table,#receipts-table,[id^=quotations-]) tbody th{min-width:0}
            .steps input{accent-color:var(--red)}
            .order-form,.further-fields{display:grid;align-items:start;gap:.9rem 1.5rem;
            grid-template-columns:repeat(auto-fill,minmax(min(100%,13rem),1fr))}
            .order-form .field{max-width:none}
            .further,.field-send{grid-column:1/-1}
            .further-fields{padding:.75rem 0 .25rem 1rem;border-left:1px solid var(--rule)}
            .field-help,.field-fault{font:.8125rem/1.4 var(--sans);margin:.25rem 0 0}
            .field-help{color:var(--soft)}
            .field-fault{color:var(--red);font-weight:600}
            .field [aria-invalid]{border-bottom:2px solid var(--red)}
            .field-mark{padding-top:1.1rem}
            .field-mark input{width:1.25rem;height:1.25rem;min-height:0;margin:0 .5rem 0 0;
            vertical-align:-.25rem;accent-color:var(--red)}
            .field-mark label{display:inline;font-size:.9375rem;color:inherit}
            .notice ul{margin:.25rem 0 0;padding:0}
            .in-row select{font:inherit;color:inherit;background:var(--paper);
            border:1px solid var(--rule);min-height:1.75rem;max-width:12rem}
            .steps fieldset{border:0;margin:0;padding:0;flex:1 1 100%}
            .steps legend{font-size:.8125rem;color:var(--soft);padding:0}
            .steps input{width:1.25rem;height:1.25rem;vertical-align:-.25rem;margin:0 .35rem 0 0}
            .steps fieldset div{padding:.3rem 0}
            #journal code,.facts code{overflow-wrap:anywhere}
            @media print{.order-form,.steps,.in-row{display:none}}
            """

    /// Bars in twentieths, as a page has no style of its own.
    private static let bars = (1...20).map { step in
        ".depth-\(step),.book-side .depth-\(step):hover{background-size:\(step * 5)% 100%}\n"
    }.joined()
}
