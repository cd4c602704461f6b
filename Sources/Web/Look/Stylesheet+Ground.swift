extension Stylesheet {
    /// Colours: paper and ink by day, ink and paper by night.
    static let inkAndPaper = """
        :root{color-scheme:light dark;
        --paper:#FBF8F3;--leaf:#F4EEE3;--ink:#1F1A15;--soft:#5D5348;--hair:#DFD6C7;--rule:#BFB09A;
        --red:#9B2C20;--red-strong:#7A1F15;--margin-line:#DDB3A8;--button:#9B2C20;--button-strong:#7A1F15;--on-button:#FFF9F2;
        --lagoon:#1B6468;--ochre:#87560A;--mark:#F6E4AE;--ins:#DCEBE4;--del:#F6DCD6;
        --serif:"Iowan Old Style",Palatino,"Palatino Linotype","URW Palladio L",Georgia,serif;
        --sans:system-ui,-apple-system,"Segoe UI","Noto Sans","Liberation Sans",Arial,sans-serif;
        --edge:1rem;--margin:16rem;--gutter:1.5rem}
        @media (prefers-color-scheme:dark){:root{
        --paper:#191613;--leaf:#221E19;--ink:#ECE3D4;--soft:#B5A994;--hair:#3B342B;--rule:#5E5344;
        --red:#F0968A;--red-strong:#F8B5AB;--margin-line:#7C4239;--button:#A63D2F;--button-strong:#BB4A3A;--on-button:#FFF6F0;
        --lagoon:#7FC6C3;--ochre:#DDAE57;--mark:#5B4718;--ins:#1F3F38;--del:#4C251F}}
        *,*::before,*::after{box-sizing:border-box}
        html{background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%;
        scroll-padding-top:1rem}
        body{margin:0;min-height:100vh;display:flex;flex-direction:column}
        @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}
        a,button,input{transition:color .12s,background-color .12s,text-decoration-color .12s}}
        """

    /// Type: a serif to read, a sans for controls and tables, tabular figures everywhere.
    static let type = """
        body{font:1rem/1.55 var(--serif);font-variant-numeric:tabular-nums lining-nums;
        overflow-wrap:break-word}
        h1,h2,h3{font-weight:500;line-height:1.2;margin:0;text-wrap:balance}
        h1{font-size:clamp(1.75rem,1.3rem + 2vw,2.75rem);letter-spacing:-.01em}
        h2{font-size:1.4rem}
        h3{font-size:1.1rem}
        p{margin:.5rem 0;max-width:42rem}
        a{color:var(--red);text-decoration-thickness:.06em;text-underline-offset:.18em}
        a:hover{color:var(--red-strong);text-decoration-thickness:.12em}
        :focus-visible{outline:2px solid var(--lagoon);outline-offset:2px;border-radius:1px}
        main:focus{outline:none}
        code,kbd,pre{font:.88em/1.5 ui-monospace,"Liberation Mono",Menlo,Consolas,monospace}
        mark{background:var(--mark);color:var(--ink);padding:0 .1em}
        small{font-size:.85em}
        bdi{unicode-bidi:isolate}
        .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);
        white-space:nowrap}
        .muted,.count,.unit{color:var(--soft)}
        .count{font:.85rem/1.2 var(--sans);font-variant-numeric:tabular-nums}
        .quantity{white-space:nowrap}
        .qualifier{color:var(--ochre);font-family:var(--sans);font-size:.85em;margin-right:.2em;
        cursor:help}
        .gap{color:var(--soft);cursor:help}
        .out::after{content:"\\00A0↗";font-family:var(--sans);font-size:.8em}
        .skip{position:absolute;left:-99rem;top:0;padding:.6rem 1rem;background:var(--ink);
        color:var(--paper);z-index:9}
        .skip:focus{left:0;color:var(--paper)}
        """

    /// The frame of every page: masthead, the middle, the foot.
    static let frame = """
        .masthead{border-bottom:3px double var(--rule);font-family:var(--sans);font-size:.9375rem}
        .masthead-line,.page,.foot-text{width:100%;max-width:84rem;margin-inline:auto;
        padding-inline:var(--edge)}
        .masthead-line{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1.5rem;
        padding-block:.65rem}
        .house-name{display:inline-flex;align-items:center;gap:.6rem;color:var(--ink);
        text-decoration:none;font:500 1.45rem/1 var(--serif);letter-spacing:.015em;padding:.25rem 0}
        .house{color:var(--red);display:block}
        .water{stroke:var(--lagoon)}
        .masthead ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap}
        .divisions ul{gap:0 1.15rem}
        .divisions a{display:block;padding:.35rem 0;color:var(--ink);text-decoration:none;
        border-bottom:2px solid transparent}
        .divisions a:hover{color:var(--red);border-color:var(--margin-line)}
        .divisions [aria-current]{border-color:var(--red)}
        .languages{margin-left:auto}
        @media (max-width:44rem){.house-name{order:-2}.languages{order:-1}
        .search{max-width:none;flex-basis:100%}}
        .languages a,.languages span[aria-current]{display:inline-block;min-width:1.9rem;
        padding:.3rem .35rem;text-align:center;text-decoration:none;font-size:.8125rem;
        letter-spacing:.04em}
        .languages span[aria-current]{color:var(--ink);border-bottom:2px solid var(--red)}
        .search{display:flex;flex:1 1 12rem;max-width:22rem;border-bottom:1px solid var(--rule)}
        .search:focus-within{border-color:var(--red)}
        .search input{flex:1;min-width:0;border:0;background:none;color:inherit;
        font:inherit;padding:.4rem .25rem}
        .search button{border:0;background:none;color:var(--red);font:inherit;padding:.4rem .5rem;
        cursor:pointer}
        .search button:hover{color:var(--red-strong);text-decoration:underline}
        ::placeholder{color:var(--soft);opacity:1}
        .search-large{max-width:44rem;border:1px solid var(--rule);background:var(--leaf);
        margin:1.25rem 0;font:1.0625rem/1.4 var(--sans)}
        .search-large input{padding:.8rem 1rem}
        .search-large button{background:var(--button);color:var(--on-button);padding:.8rem 1.25rem}
        .search-large button:hover{background:var(--button-strong);color:var(--on-button);
        text-decoration:none}
        .page{flex:1;padding-block:1.25rem 4rem}
        .foot{color:var(--soft);font:.875rem/1.5 var(--sans)}
        .arcade{display:block;color:var(--rule);border-bottom:1px solid}
        .foot-text{display:grid;gap:0 2.5rem;padding-block:1.25rem 2rem}
        .foot-text p{margin:.2rem 0;max-width:none}
        .promise{font-family:var(--serif);font-size:1rem;color:var(--ink)}
        """
}
