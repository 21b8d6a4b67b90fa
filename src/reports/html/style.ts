/**
 * The page's one style sheet: light, dark and paper. Verdicts and chart parts differ in more than colour. Shadows at the edges of what
 * scrolls sideways: on a telephone the calm beginning of a chart must not pass for all of it.
 */
export const style = `
:root{color-scheme:light dark;--ink:#1b1f24;--faint:#57606a;--paper:#fff;--raised:#f6f8fa;--line:#d0d7de;--edge:#8c959f;--link:#0550ae;
--attack:#b3261e;--failure:#c77700;--success:#0b6bcb;--window:#b3261e;--high:#a40e26;--middle:#b35900;--low:#6e7781;--loss:#6f2dbd;--change:#1b1f24}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--faint:#9da7b1;--paper:#0f1419;--raised:#1a212a;--line:#38434f;--edge:#6e7b88;--link:#7ab8ff;
--attack:#ff7b72;--failure:#f0b13c;--success:#6cb6ff;--window:#ff7b72;--high:#ff8a80;--middle:#f0b13c;--low:#8b949e;--loss:#c9a2ff;--change:#e6edf3}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:76rem;padding:1rem 1.25rem 3rem;background:var(--paper);color:var(--ink);line-height:1.6;
font-family:system-ui,"Segoe UI","Hiragino Sans","Yu Gothic UI","Noto Sans CJK JP","Noto Sans JP",Meiryo,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.5rem;margin:.4rem 0}h2{font-size:1.2rem;margin:2.2rem 0 .6rem;border-bottom:2px solid var(--line);padding-bottom:.2rem}
h3{font-size:1rem;margin:1.2rem 0 .3rem}h4{font-size:.95rem;margin:.9rem 0 .2rem}
a{color:var(--link)}:focus-visible{outline:3px solid var(--link);outline-offset:2px}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;padding:0;margin:.4rem 0;list-style:none}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.3rem .6rem}
.note,.who,.preface{color:var(--faint);font-size:.9rem;margin:.2rem 0}
dl.summary{display:grid;grid-template-columns:max-content 1fr;gap:.35rem 1rem;margin:.8rem 0}
dl.summary dt{font-weight:600}dl.summary dd{margin:0}dl.summary ul,dl.summary ol{margin:0;padding-left:1.3rem}
dl.summary .answer{font-size:1.15rem;font-weight:600}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.6rem;margin:.8rem 0;padding:0;list-style:none}
.figures li{background:var(--raised);border:1px solid var(--line);border-radius:6px;padding:.5rem .7rem;font-size:.88rem}
.figures b{display:block;font-size:1.35rem;font-variant-numeric:tabular-nums}.figures small{font-size:.8rem;font-weight:400}
.sheet{overflow-x:auto;max-width:100%;background:linear-gradient(90deg,var(--paper) 1rem,transparent) 0 0/3rem 100% no-repeat local,linear-gradient(270deg,var(--paper) 1rem,transparent) 100% 0/3rem 100% no-repeat local,linear-gradient(90deg,var(--edge),transparent) 0 0/1.1rem 100% no-repeat scroll,linear-gradient(270deg,var(--edge),transparent) 100% 0/1.1rem 100% no-repeat scroll}.sheet>svg{display:block;width:100%;min-width:44rem;height:auto}
figure{margin:.5rem 0 1rem}figcaption{font-size:.88rem;margin-bottom:.5rem}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem}.key{display:inline-flex;align-items:center;gap:.4rem}.swatch{width:.85rem;height:.85rem}
svg text{fill:var(--ink);font-size:12px}svg .tick{fill:var(--faint);font-size:11px;font-variant-numeric:tabular-nums}svg .panel{font-weight:600}
svg .grid{stroke:var(--line);stroke-width:1}svg .base{stroke:var(--faint);stroke-width:1}
.attack{fill:var(--attack)}.failure{fill:var(--failure)}.success{fill:var(--success)}.window{fill:var(--window);opacity:.12}
.swatch .window{opacity:.35}.tried{fill:none;stroke:var(--line);stroke-width:1.2}.entered{fill:none;stroke:var(--attack);stroke-width:1.6;opacity:.75}
.source{fill:var(--failure)}svg .account{fill:var(--attack)}.middle{fill:var(--raised);stroke:var(--faint)}svg .middle-text{font-size:11px}
.risk-high{fill:var(--high)}.risk-middle{fill:var(--middle)}.risk-low{fill:var(--low)}
.mark-change{fill:var(--change);stroke:var(--paper);stroke-width:1}.mark-loss{fill:var(--loss);stroke:var(--paper);stroke-width:1}
svg path{vector-effect:non-scaling-stroke}
table{border-collapse:collapse;font-size:.88rem;min-width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid var(--line)}
thead th{background:var(--raised);position:sticky;top:0;white-space:nowrap}.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
td{overflow-wrap:break-word;max-width:26rem}td code{overflow-wrap:anywhere}.account-id{overflow-wrap:anywhere}
#controls{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:.5rem .8rem;background:var(--raised);border:1px solid var(--line);border-radius:6px;padding:.7rem}
#controls[hidden],#pages[hidden]{display:none}
#controls label{display:flex;flex-direction:column;font-size:.85rem;gap:.15rem}#controls .wide{grid-column:1/-1}
input[type=search],input[type=text],select,button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--faint);border-radius:4px;padding:.25rem .5rem;max-width:100%}
button{cursor:pointer;font-size:.9rem}button:disabled{opacity:.45;cursor:default}.buttons{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
.lines{min-width:52rem}.heads,.account>summary{display:grid;grid-template-columns:minmax(11rem,2.2fr) 5.2rem 4.2rem 3.4rem 6rem 13rem minmax(8rem,2fr);gap:.6rem;align-items:baseline}
.heads{font-size:.85rem;font-weight:600;padding:.4rem .4rem .4rem 1.5rem;background:var(--raised);border-bottom:1px solid var(--line)}
.account{border-bottom:1px solid var(--line);font-size:.9rem}
.account>summary{padding:.35rem .4rem .35rem 1.5rem;cursor:pointer;list-style:none;position:relative}.account>summary::-webkit-details-marker{display:none}
.account>summary::before{content:"▸";position:absolute;left:.4rem}.account[open]>summary::before{content:"▾"}
.account>summary:hover{background:var(--raised)}.account-id{font-weight:600}.account-id small{display:block;font-weight:400;color:var(--faint)}.body{padding:.2rem 1.5rem .8rem}.body p{margin:.3rem 0}
.verdict{font-weight:600}.compromised{color:var(--high)}.suspected{color:var(--middle)}.targeted,.undetermined{color:var(--faint)}
ul.steps{list-style:none;padding:0}.step{border-left:3px solid var(--line);padding:.15rem 0 .15rem .8rem;margin:.5rem 0}
.step label{display:flex;gap:.5rem;align-items:baseline}.step input{flex:none;width:1.05rem;height:1.05rem}
.step pre{background:var(--raised);border:1px solid var(--line);border-radius:4px;padding:.4rem .6rem;margin:.3rem 0;white-space:pre-wrap;font:.85rem/1.5 ui-monospace,Menlo,Consolas,monospace}
.step dl{display:grid;grid-template-columns:9.5rem 1fr;gap:.1rem .8rem;margin:.3rem 0;font-size:.87rem;color:var(--faint)}.step dd{margin:0}
.decide label{margin-right:1rem}.why{width:20rem}.list{columns:12rem auto;font-size:.87rem;margin:.3rem 0}
@media (max-width:46rem){dl.summary{grid-template-columns:1fr}dl.summary dd{margin-bottom:.5rem}.step dl{grid-template-columns:1fr}.sheet td:not(.number){min-width:8.5rem}}
@media print{:root{color-scheme:light;--ink:#000;--faint:#444;--paper:#fff;--raised:#f4f4f4;--line:#bbb;--attack:#b3261e;--failure:#c77700;--success:#0b6bcb;--window:#b3261e;--high:#a40e26;--middle:#b35900;--low:#6e7781;--loss:#6f2dbd;--change:#000}
@page{size:A4;margin:14mm}body{max-width:none;padding:0;font-size:9.5pt}nav,#controls,#pages,.skip,.decide{display:none}
.sheet{overflow:visible;background:none}.sheet>svg{min-width:0}.lines{min-width:0}thead th{position:static}
.heads,.account>summary{grid-template-columns:2fr 3.4rem 2.6rem 2.4rem 4.2rem 9.5rem 2fr;gap:.4rem;font-size:8pt}
table{font-size:8pt}h2,h3,h4{break-after:avoid}.step,figure,tr,summary{break-inside:avoid}}
`
