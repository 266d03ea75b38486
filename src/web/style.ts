/** What the design system leaves to each service: the frame of the pages, and the density that daily work wants. 1rem is 10 pixels. */
export const STYLE = `
@font-face{font-family:'IBM Plex Sans';font-weight:400;font-display:swap;src:url(/assets/plex-400.woff) format('woff')}
@font-face{font-family:'IBM Plex Sans';font-weight:600;font-display:swap;src:url(/assets/plex-600.woff) format('woff')}
html{background:var(--c-fff);color:var(--c-1a1a1a);scrollbar-gutter:stable}
body{font-size:1.5rem;line-height:1.5;background:var(--c-fff);color:var(--c-1a1a1a);font-variant-numeric:lining-nums tabular-nums;overflow-wrap:break-word;min-height:100vh;display:grid;grid-template-columns:minmax(0,1fr);grid-auto-rows:auto;align-content:start}
body p,body ul,body ol,body li,body td,body th,body dd,body dt,body label,body input,body select,body textarea,body button,body summary,body legend{font-size:1.5rem}
a,a:visited{color:var(--c-004d99)}
:focus-visible{outline:3px solid var(--c-004d99)!important;outline-offset:2px}
main:focus,main:focus-visible{outline:0!important}
.skip{position:absolute;left:-999rem;top:.8rem;background:var(--c-fff);padding:.8rem 1.6rem;z-index:3}
.skip:focus{left:.8rem}
.bar{grid-column:1/-1;display:flex;flex-wrap:wrap;align-items:center;gap:.4rem 2.4rem;padding:.8rem clamp(1.6rem,2.5vw,3.2rem);border-bottom:1px solid var(--c-dcdcdc)}
.bar p{margin:0}
.brand{display:flex;flex-wrap:wrap;gap:0 1.2rem;align-items:baseline}
.brand a{font-size:2rem;font-weight:600;letter-spacing:-.01em;color:var(--c-1a1a1a);text-decoration:none}
.brand span{color:var(--c-454545)}
.synthetic{background:var(--c-fec);padding:.2rem 1rem;font-weight:600}
.own{margin-left:auto;display:flex;flex-wrap:wrap;gap:.4rem 2rem;align-items:center}
button.plain{background:none;color:var(--c-004d99);text-decoration:underline;padding:.4rem 0;min-height:2.4rem}
.own a{display:inline-block;padding:.4rem 0}
main ul,main ol,main dl,nav ul{max-width:none}
.glass{display:flex;flex-wrap:wrap;gap:0 2.4rem;align-items:center;background:var(--c-ffe0e0);padding:.8rem clamp(1.6rem,2.5vw,3.2rem)}
.glass p{margin:0}
.places{border-bottom:1px solid var(--c-dcdcdc)}
.places ul{list-style:none;max-width:none!important;margin:0;padding:0 clamp(.8rem,2vw,2.4rem);display:flex;flex-wrap:wrap}
.places li{margin:0;padding:0}
.places li::before{content:none}
.places a{display:block;padding:1rem 1.2rem;color:var(--c-1a1a1a);text-decoration:none;border-bottom:3px solid transparent}
.places a:hover{border-bottom-color:var(--c-bfbfbf)}
.places a[aria-current]{border-bottom-color:var(--c-004d99);font-weight:600}
main{min-height:60vh;padding:2.4rem clamp(1.6rem,2.5vw,3.2rem) 6.4rem;width:100%}
main.narrow{max-width:84rem}
.outside main{max-width:64rem;margin:0 auto}
main h1{font-size:clamp(2.4rem,1.8rem + 1.2vw,3.2rem);line-height:1.2;margin:0 0 1.6rem;font-weight:600;letter-spacing:-.01em;text-wrap:balance}
main .details{margin:.4rem 0}
main h2{font-size:1.9rem;line-height:1.3;margin:0 0 .8rem;font-weight:600}
main h3{font-size:1.6rem;line-height:1.4;margin:0;font-weight:600}
main p{margin:0 0 1.2rem;max-width:72rem}
main section+section{margin-top:3.2rem}
main ul,main ol{margin:0 0 1.2rem;padding-left:2rem}
.foot{padding:1.6rem clamp(1.6rem,2.5vw,3.2rem);border-top:1px solid var(--c-dcdcdc);color:var(--c-454545)}
.foot p{margin:0;font-size:1.3rem}
.alert{margin-bottom:2.4rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,32rem),1fr));gap:3.2rem}
.tiles section{margin:0;border-top:2px solid var(--c-1a1a1a);padding-top:1.2rem}
.figure{display:flex;align-items:baseline;gap:1.2rem}
.figure strong{font-size:5.6rem;line-height:1;font-weight:600;letter-spacing:-.03em}
.pairs{display:grid;margin:0}
.pairs div{display:flex;gap:1.6rem;justify-content:space-between;padding:.5rem 0;border-bottom:1px solid var(--c-dcdcdc)}
.pairs dt{color:var(--c-454545);font-weight:400}
.pairs dt{min-width:0}
.pairs dd{margin:0;text-align:right;flex:none;max-width:70%;overflow-wrap:break-word}
.form{max-width:64rem}
.form-group{margin-top:0;margin-bottom:1.6rem}
.form-label{font-weight:600}
.form-group-checkbox .form-label{font-weight:400}
.form-hint{display:block;color:var(--c-454545);margin-bottom:.4rem}
.form-input,.form-select{width:100%;max-width:64rem;background-color:var(--c-fff);color:var(--c-1a1a1a)}
textarea.form-input{height:auto;min-height:7.2rem}
.beside{display:flex;flex-wrap:wrap;gap:.8rem 1.2rem;align-items:flex-end}
.beside .form-input,.beside .form-select{flex:1 1 20rem;width:auto}
.beside .form-group{flex:0 1 20rem;margin:0}
.search-form{max-width:72rem}
.search-form .form-group{flex:1}
.choose{margin-bottom:2.4rem}
.choose .form-input,.choose .form-select{width:100%}
.button{margin:0;min-height:4.4rem}
.table--responsive-scroll{overflow-x:auto;margin-bottom:1.6rem}
main .table{margin:0;width:100%;border-collapse:collapse;border:0}
main .table th,main .table td{padding:.7rem 1.2rem .7rem 0;vertical-align:top;text-align:left;border:0;border-bottom:1px solid var(--c-dcdcdc)}
main .table thead th{font-size:1.3rem;color:var(--c-454545);font-weight:600;background:none;border-bottom:1px solid var(--c-707070);white-space:nowrap}
.keep{white-space:nowrap}
.case{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,36rem),1fr));gap:2.4rem 4.8rem;align-items:start;margin-bottom:3.2rem}
.case section{margin:0}
.counts ul{list-style:none;padding:0}
.counts li{padding:.5rem 0 .5rem 2.4rem;border-bottom:1px solid var(--c-dcdcdc);position:relative}
.counts li::before{content:'–';position:absolute;left:.4rem;color:var(--c-707070)}
.counts li.counted{font-weight:600}
.counts li.counted::before{content:'✓';color:var(--c-358000)}
.as-at{margin-bottom:2.4rem;max-width:56rem}
.as-at input[type=range]{flex:1 1 24rem;accent-color:var(--c-004d99);appearance:auto;min-height:4.4rem}
.timeline{list-style:none;margin:0;padding:0!important}
.timeline li{display:grid;grid-template-columns:11rem minmax(0,1fr);gap:0 2.4rem;padding:0 0 2rem;position:relative;margin:0}
.timeline li::before{content:'';position:absolute;left:12rem;top:.7rem;width:1rem;height:1rem;border-radius:50%;background:var(--c-004d99);z-index:1}
.timeline li::after{content:'';position:absolute;left:12.4rem;top:.7rem;bottom:-.7rem;width:2px;background:var(--c-dcdcdc)}
.timeline li:last-child::after{display:none}
.timeline .day{white-space:nowrap;text-align:right;color:var(--c-454545);margin:0}
.timeline li>div{padding-left:1.6rem}
.timeline .gone h3,.timeline .gone dl{color:var(--c-707070);text-decoration:line-through}
.timeline .gone .badge{text-decoration:none;display:inline-block}
.timeline .gone::before{background:var(--c-bfbfbf)}
.told{display:flex;flex-wrap:wrap;gap:.2rem 2.4rem;margin:.2rem 0}
.told div{display:flex;gap:.6rem}
.told dt{color:var(--c-454545);font-weight:400}
.told dd{margin:0}
.recorded{font-size:1.3rem!important;color:var(--c-707070);margin:0!important}
.changes{margin:.2rem 0 0!important;gap:0 1.6rem!important}
.changes a{padding:.3rem 0}
.form-error .form-input,.form-error .form-select{border-color:var(--c-c00)}
.form-error-message{display:block;color:var(--c-c00);font-weight:600}
.receipt{max-width:48rem;margin-bottom:1.6rem}
main section+p{margin-top:2.4rem}
.beside+p{margin-top:.8rem}
.cells{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,26rem),1fr));gap:0 2.4rem;align-items:end}
.cells .form-error{grid-column:1/-1}
.row-form{max-width:none;margin-bottom:4rem}
main td p:last-child{margin-bottom:0}
.sides bdi{display:block}
.weight{display:block;width:100%;min-width:16rem;height:1.2rem;margin-top:.5rem}
.weight .for{fill:var(--c-358000)}
.weight .against{fill:var(--c-c00)}
.weight .zero{fill:var(--c-707070)}
.weight .range{fill:var(--c-dcdcdc)}
.weight .span{fill:var(--c-004d99)}
progress.bar{display:block;width:100%;max-width:64rem;height:1.2rem;margin-bottom:1.6rem;padding:0;border:0;background:var(--c-dcdcdc);color:var(--c-004d99);appearance:none}
progress.bar::-webkit-progress-bar{background:var(--c-dcdcdc)}
progress.bar::-webkit-progress-value{background:var(--c-004d99)}
progress.bar::-moz-progress-bar{background:var(--c-004d99)}
.pairs.stacked div{flex-direction:column;gap:0}
.pairs.stacked dd{text-align:left;max-width:none}
.happened{list-style:none;padding:0!important}
.happened li{padding:.4rem 0;border-bottom:1px solid var(--c-dcdcdc)}
.happened li::before{content:none!important}
.bar-cell{width:40%}
.keys{color:var(--c-454545);margin-top:1.2rem!important}
kbd{font:inherit;border:1px solid var(--c-bfbfbf);border-radius:.3rem;padding:0 .5rem}
.badge{font-size:1.2rem;padding:.1rem .8rem;background:var(--c-f5f5f5);color:var(--c-454545);border-radius:.3rem;font-weight:400}
.questions{list-style:none;padding:0!important}
.questions>li{border-top:1px solid var(--c-dcdcdc);padding:1.6rem 0}
.accounts{list-style:none;padding:0!important}
.accounts>li{border-top:1px solid var(--c-dcdcdc);padding:1.6rem 0;margin:0}
.accounts>li,.questions>li,.timeline li,.findings li,.counts li,.places li{list-style:none}
.accounts>li::before,.questions>li::before,.findings li::before,.places li::before{content:none!important}
.findings{padding:0!important}
.findings li{padding:.8rem 0 .8rem 1.2rem;border-left:4px solid var(--c-febb30);margin:0 0 .8rem}
.findings .error{border-left-color:var(--c-c00)}
.findings .note{border-left-color:var(--c-1b86c3)}
.side-by-side{display:grid;grid-template-columns:minmax(0,3fr) minmax(28rem,1fr);gap:3.2rem;align-items:start}
.sheet{width:100%;height:calc(100vh - 18rem);min-height:48rem;border:1px solid var(--c-dcdcdc);background:var(--c-fff)}
.link{font-family:ui-monospace,monospace;max-width:100%}
.key code{font:600 1.9rem/1.6 ui-monospace,monospace;background:var(--c-f5f5f5);padding:1.2rem 1.6rem;display:block;overflow-wrap:anywhere}
.files{columns:28rem}
.ways{max-width:none!important}
.proofs .breaks{border-left:4px solid var(--c-c00);padding-left:1.2rem}
.proofs .holds{border-left:4px solid var(--c-358000);padding-left:1.2rem}
.undo{margin:1.6rem 0}
.passage{border-top:2px solid var(--c-1a1a1a);padding-top:1.2rem}
.sentence{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:.4rem 3.2rem;padding:1.2rem 0 1.2rem 1.2rem;border-bottom:1px solid var(--c-dcdcdc);border-left:4px solid transparent;scroll-margin-top:1.6rem}
.sentence.broken{border-left-color:var(--c-c00)}
.sentence:target{background:var(--c-f5f5f5)}
.sentence:target pre{background:var(--c-fff)}
.sentence .said{margin-bottom:.6rem}
.sentence .bound{font-weight:600}
.sentence mark.fault{background:none;color:inherit;border-bottom:3px solid var(--c-c00)}
.behind{font-size:1.3rem!important;color:var(--c-454545)}
.written p{margin:0 0 .4rem}
main pre{font:1.3rem/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere;margin:0;max-height:18rem;overflow:auto;background:var(--c-f5f5f5);color:var(--c-1a1a1a);padding:.8rem 1.2rem}
main code{font:1.3rem/1.5 ui-monospace,monospace;background:none;color:inherit;padding:0;overflow-wrap:anywhere}
.held{margin:.4rem 0}
.held summary{cursor:pointer;color:var(--c-454545);font-size:1.3rem!important;min-height:2.4rem}
.rule{color:var(--c-454545);font-size:1.3rem}
.editing{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:2.4rem 3.2rem;align-items:start}
.editing .sentence{grid-template-columns:minmax(0,1fr)}
.editing section{margin:0}
textarea.source{font:1.4rem/1.6 ui-monospace,monospace;max-width:none}
.told-rules div{margin-bottom:.8rem}
.told-rules dt{font-weight:600}
.told-rules dd{margin:0}
.identities,.records{padding:0!important;max-width:none!important}
.identities li,.records li{list-style:none;padding:.3rem 0}
.identities li::before,.records li::before{content:none!important}
.records{display:grid;grid-template-columns:repeat(auto-fill,minmax(11rem,1fr));gap:0 1.6rem}
.records li{margin:0}
p.figure{margin-bottom:2.4rem}
.records a{padding:.3rem 0;display:inline-block}
@media (max-width:64em){.first-below{order:-1}.side-by-side,.sentence,.editing{grid-template-columns:minmax(0,1fr)}}
@media (max-width:40em){.timeline li{grid-template-columns:minmax(0,1fr);padding-left:2.4rem}.timeline li::before{left:0}.timeline li::after{left:.4rem}.timeline .day{text-align:left}.timeline li>div{padding-left:0}.pairs div{flex-direction:column;gap:0}.pairs dd{text-align:left}.own{margin-left:0}}
@media (prefers-color-scheme:dark){
.form-select{background-image:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath d='M6 9l6 6 6-6' fill='none' stroke='%23eceff2' stroke-width='2'/%3E%3C/svg%3E")}
.form-checkbox:checked+label::before{background-image:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath d='M5 12l5 5 9-10' fill='none' stroke='%2314181c' stroke-width='3'/%3E%3C/svg%3E")}
.details-summary::before{filter:invert(1)}
}
@media print{.places,.own,.skip,form,.foot{display:none}.table--responsive-scroll{overflow:visible}}
`;

/** A reckoning: two sides, made equal. */
export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#004d99"/><path d="M8 12h16M8 20h16" stroke="#fff" stroke-width="4" stroke-linecap="round"/></svg>';
