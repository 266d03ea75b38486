/** How the hand-over is set for print: quiet, on A4, to be written on. It reads its content as JSON data, as the statement's template does. */
export const HAND_OVER = `
#let s = json(bytes(sys.inputs.document))
#let quiet = rgb("#525a63")
#let rule = rgb("#c3c9d0")
#let bar = rgb("#206095")
#let ground = rgb("#eef1f4")

#set document(title: s.title, description: s.title, date: datetime(..s.made))
#set text(font: "IBM Plex Sans", size: 9.75pt, lang: s.language, fallback: false, hyphenate: false, number-width: "tabular")
#set par(leading: 0.62em, spacing: 1em, justify: false)
#set page(
  paper: "a4",
  margin: (top: 24mm, bottom: 24mm, x: 24mm),
  footer: context {
    set text(8pt, fill: quiet)
    block(width: 100%, inset: (top: 5pt), stroke: (top: 0.5pt + rule), grid(
      columns: (1fr, auto),
      column-gutter: 8mm,
      s.title, [#counter(page).get().first() #s.pageOf #counter(page).final().first()],
    ))
  },
)
#show title: set text(23pt, weight: "semibold")
#show title: set par(leading: 0.42em)
#show heading: set text(13.5pt, weight: "semibold")
#show heading: set block(above: 22pt, below: 9pt, sticky: true)

// An option is not parted from its dashes; a long path may be.
#let typed(said) = said.split(" ").map(w => if w.len() > 36 { w } else { box(w) }).join(" ")
#let runs(all) = {
  for r in all {
    if r.command { highlight(fill: ground, extent: 0pt, top-edge: 0.95em, bottom-edge: -0.28em, text(9pt, typed(r.text))) }
    else { r.text }
  }
}
#let tick = box(width: 7pt, height: 7pt, stroke: 0.7pt + black, baseline: 0.5pt)
#let mark(d, n) = box(
  width: 13pt, height: 13pt, baseline: 3pt,
  fill: if n == 1 { bar } else { white },
  stroke: 0.9pt + bar,
  radius: if d.promised { 0pt } else { 6.5pt },
  align(center + horizon, text(8pt, weight: "semibold", fill: if n == 1 { white } else { black }, str(n))),
)

#let table-of(head, rows, columns) = block(breakable: rows.len() > 8, {
  set par(leading: 0.5em)
  show table.cell.where(y: 0): set text(8.5pt, fill: quiet)
  table(
    columns: columns,
    align: left + top,
    inset: (x, y) => (left: if x == 0 { 0pt } else { 6pt }, right: 4pt, y: if y == 0 { 3pt } else { 4.6pt }),
    stroke: (x, y) => (bottom: if y == 0 { 0.8pt + black } else { 0.4pt + rule }),
    table.header(..head),
    ..rows.flatten(),
  )
})

#let year(b) = {
  grid(
    columns: (66mm, 1fr),
    column-gutter: 9mm,
    figure(image(bytes(b.svg), format: "svg", width: 66mm, alt: b.alternative)),
    table-of(([], b.head.at(0), b.head.at(1)), b.days.enumerate().map(((i, d)) => (
      mark(d, i + 1),
      text(weight: if i == 0 { "semibold" } else { "regular" }, d.day),
      {
        text(weight: if i == 0 { "semibold" } else { "regular" }, d.what)
        if d.command.len() > 0 { linebreak(); runs(d.command) }
      },
    )), (auto, auto, 1fr)),
  )
}

#let piece(b) = {
  if b.kind == "heading" { heading(level: 1, b.text) }
  else if b.kind == "text" { par(runs(b.runs)) }
  else if b.kind == "open" { list(marker: tick, body-indent: 7pt, spacing: 0.85em, ..b.items.map(runs)) }
  else if b.kind == "list" { list(body-indent: 7pt, spacing: 0.75em, ..b.items.map(runs)) }
  else if b.kind == "table" { table-of(b.head, b.rows.map(r => r.map(runs)), b.columns.map(c => c * 1fr)) }
  else if b.kind == "year" { year(b) }
}

#block(stroke: (left: 3.5pt + bar), inset: (left: 8pt, y: 3pt), text(weight: "semibold", s.office))
#v(1mm)
#title(s.name)
#v(1mm)
#for b in s.blocks { piece(b) }
`;
