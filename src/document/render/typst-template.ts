/**
 * How the statement is set for print, in Typst 0.14. It reads the statement as JSON data, so nothing in a text can become
 * markup; only what is written here lays out.
 */
export const TEMPLATE = `
#let s = json(bytes(sys.inputs.document))
#let quiet = rgb("#525a63")
#let rule = rgb("#c3c9d0")
#let bar = rgb("#206095")

#set document(title: s.title, author: s.office, description: s.description, date: datetime(..s.cutOff))
#set text(font: "IBM Plex Sans", size: 9.75pt, lang: s.language, fallback: false, hyphenate: true, number-width: "tabular", costs: (hyphenation: 300%))
#set par(leading: 0.72em, spacing: 1.15em, justify: false, linebreaks: "optimized")
// A name is not divided.
#show regex("\\p{Lu}\\p{L}+"): set text(hyphenate: false)
#set page(
  paper: "a4",
  margin: (top: 27mm, bottom: 25mm, x: 24mm),
  header: if s.marks.len() > 0 {
    set text(8pt, weight: "semibold", hyphenate: false)
    block(width: 100%, inset: (bottom: 5pt), stroke: (bottom: 0.5pt + rule), s.marks.map(m => box(m.text)).join([#h(6mm)#h(1fr)]))
  },
  footer: context {
    set text(8pt, fill: quiet, hyphenate: false)
    block(width: 100%, inset: (top: 5pt), stroke: (top: 0.5pt + rule), grid(
      columns: (1fr, auto),
      column-gutter: 8mm,
      s.runningTitle, [#counter(page).get().first() #s.words.pageOf #counter(page).final().first()],
    ))
  },
)
#show title: set text(25pt, weight: "semibold", hyphenate: false)
#show title: set par(leading: 0.42em)
#show heading: set text(weight: "semibold", hyphenate: false)
#show heading: set par(leading: 0.45em)
#show heading.where(level: 1): set text(15pt)
#show heading.where(level: 1): set block(above: 24pt, below: 10pt, sticky: true)
#show heading.where(level: 2): set text(11.5pt)
#show heading.where(level: 2): set block(above: 18pt, below: 8pt, sticky: true)
#show link: set text(fill: rgb("#0b4f8a"))
#show figure.caption: set text(9pt, hyphenate: false)
#show figure.caption: set align(left)
#show figure: set align(left)
#set figure(numbering: none, supplement: none, gap: 7pt)
#show figure: set figure.caption(position: top)
#set footnote.entry(gap: 0.5em, separator: line(length: 24mm, stroke: 0.5pt + rule))
#show footnote.entry: set text(8.25pt)
#set list(indent: 2pt, body-indent: 7pt, spacing: 0.8em)
#set outline(title: none, depth: 1)
#show outline.entry: set block(spacing: 0.75em)

#let inlines(content) = {
  for i in content {
    if i.kind == "text" { i.text }
    else if i.kind == "figure" { i.text }
    else if i.kind == "emphasis" { emph(inlines(i.content)) }
    else if i.kind == "strong" { strong(inlines(i.content)) }
    else if i.kind == "link" { link(i.href, inlines(i.content)) }
    else if i.kind == "note" and i.first { [#footnote(inlines(i.content))#label("note-" + i.id)] }
    else if i.kind == "note" { footnote(label("note-" + i.id)) }
    else if i.kind == "fault" { box(stroke: 0.6pt, inset: (x: 2pt), outset: (y: 2pt))[*#i.text*] + [ (#i.message)] }
  }
}

// What the symbols mean and what is to be known of the figures; a chart beside its table leaves it to the table.
#let underneath(shown) = {
  set text(8pt, fill: quiet)
  if shown.symbols.len() > 0 { par(shown.symbols.map(y => y.symbol + " " + y.meaning).join("; ")) }
  for n in shown.notes { par({ if n.mark != "" [*#n.mark* ]; inlines(n.content) }) }
}

#let cell-table(t) = {
  let wide = t.columns.map(_ => auto)
  set par(leading: 0.5em)
  show table.cell: set text(hyphenate: false)
  show table.cell.where(y: 0): set text(weight: "semibold")
  figure(
    kind: table,
    caption: {
      strong[#s.words.table #t.number. ]
      t.caption
      if t.unitBeside != "" [ (#t.unitBeside)]
    },
    {
      set text(9pt)
      table(
        columns: (1fr, ..wide),
        align: (x, y) => if x == 0 { left + bottom } else { right + bottom },
        inset: (x, y) => (left: if x == 0 { 0pt } else { 7pt }, right: 2pt, y: 3.6pt),
        stroke: (x, y) => (bottom: if y == 0 { 0.8pt + black } else { 0.4pt + rule }),
        table.header(t.rowHeading, ..t.columns),
        ..t.rows.map(r => {
          let weight = if r.total { "semibold" } else { "regular" }
          let top = if r.total { (top: 0.8pt + black, bottom: none) } else { (:) }
          let told(c) = table.cell(stroke: top, text(weight: weight, c))
          (told(r.label), ..r.cells.map(c => told(c.text)))
        }).flatten(),
      )
    },
  )
  underneath(t)
  set text(8pt, fill: quiet)
  for f in t.at("faults", default: ()) { par(box(stroke: 0.6pt + black, inset: 3pt, text(fill: black, f))) }
}

#let drawn-chart(c) = {
  figure(
    kind: image,
    caption: { strong[#s.words.figure #c.number. ]; c.title },
    image(bytes(c.svg), format: "svg", width: 100%, alt: c.alternative),
  )
  set text(8pt, fill: quiet)
  if c.source != "" [#s.words.source: #c.source]
}

#let exhibit(body, split: false) = block(
  breakable: split,
  width: 100%,
  above: 16pt,
  below: 18pt,
  stroke: (top: 1.2pt + black),
  inset: (top: 8pt),
  body,
)

// A chart by itself: as wide as reads well, and no taller than a page.
#let lone-chart(c, noted: true) = context {
  let natural = measure(image(bytes(c.svg), format: "svg"))
  exhibit({
    block(width: calc.min(100mm, natural.width * (200mm / natural.height)), drawn-chart(c))
    if noted { underneath(c) }
  })
}

// A table of one column of figures need not be as wide as the page.
#let narrow(t) = if t.columns.len() > 1 { cell-table(t) } else { block(width: 62%, cell-table(t)) }

#let piece(b) = {
  if b.kind == "heading" { heading(level: b.level - 1, inlines(b.content)) }
  else if b.kind == "paragraph" { par(inlines(b.content)) }
  else if b.kind == "together" { block(breakable: false, above: if b.pieces.first().kind == "heading" { 24pt } else { 1.15em }, below: 18pt, for inner in b.pieces { piece(inner) }) }
  else if b.kind == "list" { list(..b.items.map(inlines)) }
  else if b.kind == "commentary" {
    block(breakable: false, stroke: (left: 2.5pt + rule), inset: (left: 10pt, y: 2pt), above: 14pt, below: 14pt, {
      for p in b.content { par(inlines(p)) }
      par(text(8.5pt, fill: quiet, b.signed))
    })
  }
  else if b.kind == "exhibit" and b.beside {
    exhibit(grid(columns: (1.18fr, 1fr), column-gutter: 9mm, drawn-chart(b.chart), cell-table(b.table)))
  }
  else if b.kind == "exhibit" {
    lone-chart(b.chart, noted: false)
    exhibit(narrow(b.table), split: b.long)
  }
  else if b.kind == "table" { exhibit(narrow(b.table), split: b.long) }
  else if b.kind == "chart" { lone-chart(b.chart) }
}

#block(stroke: (left: 3.5pt + bar), inset: (left: 8pt, y: 3pt), text(weight: "semibold", s.office))
#v(9mm)
#title()
#block(above: 9pt, text(12.5pt, fill: quiet, s.subtitle))
#v(4mm)
#grid(
  columns: s.facts.len(),
  column-gutter: 12mm,
  row-gutter: 4pt,
  ..s.facts.map(f => text(9pt, fill: quiet, f.name)),
  ..s.facts.map(f => text(9pt, f.value)),
)
#if s.open.len() > 0 {
  v(3mm)
  block(width: 100%, stroke: (left: 2.5pt + black), inset: (left: 8pt, y: 3pt), {
    set text(9pt)
    par(text(weight: "semibold", s.words.open))
    list(..s.open)
  })
}
#v(6mm)
#line(length: 100%, stroke: 0.5pt + rule)
#v(3mm)
#text(9pt, weight: "semibold", fill: quiet, s.words.contents)
#outline()
#pagebreak()
#for b in s.pieces { piece(b) }
`;
