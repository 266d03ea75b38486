/** What the public pages need besides the workbench's style: a table beside the ways to turn it, the chart's colours, print. */
export const EXPLORE_STYLE = `
:root{--ink:var(--c-1a1a1a);--quiet:var(--c-454545);--rule:var(--c-dcdcdc);--bar:var(--c-004d99);--paper:var(--c-fff)}
.trail ol{list-style:none;display:flex;flex-wrap:wrap;gap:0 1.2rem;padding:0;margin:0 0 .8rem}
.trail li{margin:0;padding:0}
.trail li::before,.tables li::before,.take li::before{content:none!important}
.explore .table--responsive-scroll{position:relative}
.explore .synthetic{max-width:none}
.trail li+li::before{content:'/'!important;margin-right:1.2rem;color:var(--quiet)}
.trail a{display:inline-block;padding:.4rem 0}
.find{max-width:72rem;margin-bottom:2.4rem}
.tables{list-style:none;padding:0!important;max-width:none!important;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,44rem),1fr));gap:0 4.8rem}
.tables li{max-width:none;padding:.8rem 0;margin:0;border-bottom:1px solid var(--rule);display:flex;flex-direction:column}
.tables a{padding:.2rem 0}
.tables span{color:var(--quiet);font-size:1.3rem}
.seen{display:grid;grid-template-columns:minmax(0,1fr) 32rem;gap:3.2rem 4.8rem;align-items:start}
.seen>*{min-width:0}
.explore .alert{padding-left:2rem}
.held{font-weight:600}
main .figures{width:auto;min-width:min(100%,40rem)}
main .figures caption{text-align:left;padding:0 0 .8rem;font-size:1.5rem;color:var(--quiet)}
main .figures th,main .figures td{padding-right:2.4rem}
main .figures thead th{white-space:normal;vertical-align:bottom}
main .figures tbody th{font-weight:400}
main .figures .number{text-align:right;white-space:nowrap}
main .figures thead .number{white-space:normal}
main .figures .nothing{color:var(--quiet)}
main .figures .margin th,main .figures .margin td{font-weight:600}
.below{max-width:72rem;margin-bottom:3.2rem}
.below p{font-size:1.3rem;margin:.4rem 0}
.below .told dt{font-weight:600;color:var(--ink)}
.drawn figure{margin:0}
.drawn svg{display:block;max-width:100%;height:auto}
.narrow-chart{display:none}
.turn fieldset{border:0;padding:0;margin:0 0 1.6rem;min-width:0}
.turn .form-select{margin-bottom:.4rem}
.turn .details-text{max-height:32rem;overflow-y:auto}
.turn .beside{margin-bottom:1.2rem}
.take{margin-top:3.2rem}
.take ul{list-style:none;padding:0!important}
.take li{padding:.3rem 0;margin:0;overflow-wrap:anywhere}
.take h3{margin:1.6rem 0 .4rem}
.pairs code{overflow-wrap:anywhere}
.notes{margin-top:3.2rem}
@media (max-width:64em){.seen{grid-template-columns:minmax(0,1fr)}}
@media (max-width:48em){.wide-chart{display:none}.narrow-chart{display:block}}
@media print{.turn,.take,.trail,.find{display:none}.seen{display:block}}
`;
