extension Stylesheet {
    /// Plates: drawings with their words, sources, tables and files.
    static let drawings = """
        .plate{margin:1.5rem 0 2.25rem;padding:0;min-width:0;container:plate/inline-size}
        .plate-half{container-name:half}
        .plate-column{container-name:column}
        .plate figcaption{margin-bottom:.5rem}
        .plate figcaption h1,.plate figcaption h2,.plate figcaption h3{font:500 1.25rem/1.25 var(--serif);
        letter-spacing:0}
        .plate .help{margin:.2rem 0 .4rem;color:var(--soft);font-size:.9375rem}
        .drawing-narrow{display:none}
        .drawing svg{width:100%}
        .drawing-narrow svg{max-width:30rem}
        .plate .remark,.plate-sources{font:.8125rem/1.45 var(--sans);color:var(--soft);
        margin:.35rem 0;max-width:none}
        .plate-table{font:.9375rem/1.5 var(--sans);margin:.35rem 0}
        .plate-table summary{cursor:pointer;color:var(--soft);padding:.25rem 0;font-size:.8125rem;
        width:max-content}
        .plate-ways{display:flex;flex-wrap:wrap;gap:0 1.5rem;align-items:baseline;
        font:.8125rem/1.5 var(--sans)}
        .plate-ways p{margin:.1rem 0}
        .plate-ways a{display:inline-block;padding:.25rem 0;min-width:1.5rem}
        .plates{display:grid;gap:0 3rem;grid-template-columns:minmax(0,1fr)}
        .tip{position:fixed;z-index:20;max-width:20rem;padding:.4rem .6rem;background:var(--ink);
        color:var(--paper);font:.8125rem/1.4 var(--sans);border-radius:2px;pointer-events:none}
        .can-brush .target{cursor:ew-resize}
        .chart .band{fill:var(--lagoon);opacity:.18;pointer-events:none}
        .embed-code{width:100%;max-width:44rem;font:.8125rem/1.5 ui-monospace,Menlo,Consolas,monospace;
        background:var(--leaf);border:1px solid var(--hair);padding:.5rem;overflow-x:auto;
        white-space:pre-wrap;overflow-wrap:anywhere}
        .embedded body{min-height:0;padding:.5rem .75rem}
        .embedded .plate{margin:0}
        @media (min-width:60rem){
        .plates{grid-template-columns:repeat(2,minmax(0,1fr))}
        .plates>.plate:not(.plate-half){grid-column:1/-1}
        }
        @container plate (max-width:54rem){
        .drawing-wide{display:none}
        .drawing-narrow{display:block}
        }
        @container column (max-width:46rem){
        .drawing-wide{display:none}
        .drawing-narrow{display:block}
        }
        @container half (max-width:29rem){
        .drawing-wide{display:none}
        .drawing-narrow{display:block}
        }
        @media print{.plate{break-inside:avoid}.plate-ways,.plate-table{display:none}}
        """
}
