/**
 * The look of the page: quiet, generous, exact. Light and dark follow the reader; nothing scrolls sideways at 320 px;
 * on paper the marks stand on every sheet.
 */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1f24;--quiet:#525a63;--rule:#d3d8de;--faint:#f4f6f8;--bar:#206095;--link:#0b4f8a;--warn:#7a2e00;--warn-paper:#fff4e8;--warn-rule:#e3a56b}
@media (prefers-color-scheme:dark){:root{--paper:#14181c;--ink:#eceff2;--quiet:#aeb6bf;--rule:#3a424b;--faint:#1c2228;--bar:#6ba8dc;--link:#8cc1f0;--warn:#ffcf9f;--warn-paper:#33230f;--warn-rule:#8a5a24}}
*,::before,::after{box-sizing:border-box}
html{font:100%/1.6 'IBM Plex Sans','Segoe UI',Arial,sans-serif;background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;font-variant-numeric:lining-nums tabular-nums;hyphens:auto;overflow-wrap:break-word}
a{color:var(--link);text-underline-offset:.15em;text-decoration-thickness:.06em}
a:hover{text-decoration-thickness:.12em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.6rem 1rem;z-index:2}
.sheet{max-width:76rem;margin:0 auto;padding:0 clamp(1rem,4vw,3rem)}
.marks{list-style:none;padding-block:.55rem;display:flex;flex-wrap:wrap;gap:.2rem 1.75rem;font-size:.875rem;font-weight:600;color:var(--warn)}
.band{background:var(--warn-paper);border-bottom:1px solid var(--warn-rule)}
.masthead{padding:2.5rem 0 2rem;border-bottom:1px solid var(--rule)}
.office{margin:0 0 2.25rem;font-weight:600;padding-left:.8rem;border-left:.3rem solid var(--bar);line-height:1.3}
h1,h2,h3{line-height:1.2;font-weight:600;hyphens:manual;text-wrap:balance}
h1{font-size:clamp(1.75rem,1.1rem + 2.6vw,2.75rem);letter-spacing:-.012em;margin:0;max-width:30ch}
.subtitle{margin:.4rem 0 0;font-size:1.2rem;color:var(--quiet)}
.facts{display:flex;flex-wrap:wrap;gap:1rem 2.75rem;margin:2rem 0 0;font-size:.9rem}
.facts dt{color:var(--quiet)}
.facts dd{margin:0}
.open{margin:1.5rem 0 0;padding:.75rem 1rem;background:var(--warn-paper);border-inline-start:4px solid var(--warn-rule);font-size:.9375rem}
.open h2{margin:0 0 .25rem;font-size:1rem}
.open ul{margin:0;padding-inline-start:1.25rem}
.frame{display:grid;gap:0 4rem}
nav{padding:1.5rem 0;border-bottom:1px solid var(--rule)}
nav h2{font-size:.9rem;margin:0 0 .5rem;color:var(--quiet)}
nav ol{list-style:none;margin:0;padding:0;font-size:.9rem;columns:16rem}
nav a{display:block;padding:.28rem 0;color:inherit;text-decoration-color:transparent;line-height:1.4}
nav a:hover{text-decoration-color:currentColor}
main{padding:0 0 4rem;min-width:0}
main h2{font-size:1.6rem;letter-spacing:-.006em;margin:3.5rem 0 .9rem}
main h3{font-size:1.2rem;margin:2.5rem 0 .6rem}
main p,main ul,.commentary,.notes ol{max-width:41rem;margin:0 0 1rem}
main ul{padding-left:1.2rem}
main li{margin:.25rem 0}
sup{line-height:0;font-size:.72em}
sup a{padding:.1rem .08rem}
.commentary{border-left:.3rem solid var(--rule);padding:.1rem 0 .1rem 1.2rem;margin:1.5rem 0}
.commentary p{margin:0 0 .5rem}
.commentary footer{font-size:.875rem;color:var(--quiet)}
.figure{font:inherit;color:inherit;background:none;border:0;padding:0;margin:0;display:inline;cursor:help;text-decoration:underline dotted var(--quiet) .08em;text-underline-offset:.22em}
.keep{white-space:nowrap}
.keep .origin{white-space:normal}
.figure:hover{text-decoration-style:solid}
[popover].origin{position:fixed;inset:auto 1rem 1rem;margin:0 auto;max-width:34rem;padding:1rem 1.25rem;border:1px solid var(--rule);border-top:.25rem solid var(--bar);background:var(--paper);color:var(--ink);box-shadow:0 .5rem 2rem rgb(0 0 0/.18);font-size:.95rem;font-weight:400;line-height:1.5;hyphens:manual;display:none}
[popover].origin:popover-open{display:block}
@supports (position-area:block-end){[popover].origin{inset:auto;margin:.5rem 1rem;position-area:block-end;position-try-fallbacks:block-start,flip-inline;width:max-content;max-width:min(34rem,100vw - 2rem)}}
.origin code{display:block;margin-top:.4rem;font:inherit;font-size:.8rem;color:var(--quiet);overflow-wrap:anywhere}
.fault{background:var(--warn-paper);color:var(--warn);outline:1px solid var(--warn-rule);padding:0 .2em}
.fault-text{font-size:.875em}
.exhibit{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1.5rem 3rem;align-items:start;margin:1.75rem 0 2.25rem;padding-top:1rem;border-top:2px solid var(--ink)}
.exhibit.wide{grid-template-columns:minmax(0,1fr)}
.chart{margin:0;max-width:27rem}
.chart svg{display:block;width:100%;height:auto}
figcaption,caption{text-align:left;font-size:.95rem;line-height:1.4;padding:0 0 .75rem;hyphens:manual}
.unit{display:block;color:var(--quiet);font-size:.875rem}
.source,.symbols,.table-note{font-size:.8125rem;color:var(--quiet);line-height:1.45}
main .source{margin:.6rem 0 0}
main .symbols,main .table-note{margin:.6rem 0 0}
.symbols span{margin-right:1rem}
.table{position:relative;overflow-x:auto;max-width:36rem}
.wide .table{max-width:none}
table{border-collapse:collapse;width:100%;font-size:.95rem;line-height:1.35}
th,td{padding:.42rem .5rem;text-align:left;font-weight:400;vertical-align:baseline;border-bottom:1px solid var(--rule)}
th:first-child{padding-left:0}
thead th{font-weight:600;vertical-align:bottom;border-bottom:1px solid var(--ink)}
th.number,td{text-align:right;padding-right:.25rem}
td{white-space:nowrap}
.total th,.total td{font-weight:600;border-top:1px solid var(--ink);border-bottom:0}
.nothing{color:var(--quiet)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.notes{margin-top:4rem;border-top:1px solid var(--rule);font-size:.9rem}
.notes h2{font-size:1.15rem;margin-top:1.5rem}
.notes ol{padding-left:1.4rem}
.back{padding:.1rem .3rem}
.colophon{border-top:1px solid var(--rule);padding:1.5rem 0 3rem;font-size:.85rem;color:var(--quiet)}
.colophon p{margin:0}
.running{display:none}
@media (min-width:64rem){
.frame{grid-template-columns:15rem minmax(0,1fr)}
nav{border:0;padding:3.75rem 0 0}
nav>div{position:sticky;top:1.5rem;max-height:calc(100vh - 3rem);overflow-y:auto}
nav ol{columns:auto}
}
@media print{
:root{--paper:#fff;--ink:#000;--quiet:#444;--rule:#bbb;--bar:#206095;--link:#000;--warn:#000;--warn-paper:#fff;--warn-rule:#000;color-scheme:light}
html{font-size:10pt;line-height:1.45}
.skip,.band,.back,[popover].origin{display:none}
.sheet{max-width:none;padding:0}
.masthead{padding:0 0 1rem}
nav{break-after:page}
nav>div{position:static;max-height:none;overflow:visible}
.frame{display:block}
a{color:inherit;text-decoration:none}
.figure{text-decoration:none}
h2,h3,caption,figcaption,p:has(+.exhibit){break-after:avoid}
main h2{margin-top:2rem}
.exhibit,.commentary,tr{break-inside:avoid}
.exhibit{grid-template-columns:1fr 1fr;gap:0 8mm}
.exhibit:has(.table:only-child),.exhibit:has(.chart:only-child){grid-template-columns:minmax(0,1fr)}
thead{display:table-header-group}
.table{overflow:visible}
p{orphans:3;widows:3}
}
`;

/** Marks and page numbers in the margins of every sheet, as CSS strings. */
export const sheetStyle = (marks: string, title: string, of: string): string => `
@page{size:A4;margin:24mm 20mm 22mm;
@top-left{content:${cssString(marks)};font:600 8pt 'IBM Plex Sans',Arial,sans-serif;width:100%}
@bottom-left{content:${cssString(title)};font:8pt 'IBM Plex Sans',Arial,sans-serif;width:80%}
@bottom-right{content:counter(page) ${cssString(` ${of} `)} counter(pages);font:8pt 'IBM Plex Sans',Arial,sans-serif}}
`;

/** Every character but letters and digits as its code: nothing can end the string or the style element. */
const cssString = (text: string): string =>
  `"${[...text].map((c) => (/[\p{L}\p{N}]/u.test(c) ? c : `\\${(c.codePointAt(0) ?? 32).toString(16)} `)).join('')}"`;
