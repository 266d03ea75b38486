/** A colleague at LibreOffice: opens a document, does what the steps say, and saves it as a word processor does. */
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {run} from './programs.ts';

export type Step =
  | readonly ['swap', find: string, put: string]
  | readonly ['bold' | 'italic', find: string]
  | readonly ['remark', find: string, author: string, text: string]
  /** A paragraph after the one that has this in it. */
  | readonly ['after', find: string, text: string]
  /** The paragraph that has this in it, taken out. */
  | readonly ['cut', find: string]
  /** A new paragraph begins before this. */
  | readonly ['split', find: string]
  /** The paragraph that has this in it goes on in the next. */
  | readonly ['join', find: string]
  /** From here on changes are recorded. */
  | readonly ['record'];

export interface Edited {
  readonly source: string;
  readonly target: string;
  readonly steps: readonly Step[];
}

/** One run for all documents: it is starting that takes its time. Gives what was to be found and was not, a line each. */
export function editInLibreOffice(folder: string, edits: readonly Edited[]): string {
  const profile = join(folder, 'libreoffice');
  const missing = join(folder, 'missing.txt');
  const office = (...given: string[]) =>
    run(
      'timeout',
      '60',
      'soffice',
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--norestore',
      ...given,
    );
  // What a new profile brings along would take the place of what is put there.
  writeFileSync(join(folder, 'empty.txt'), '');
  office('--convert-to', 'txt:Text', '--outdir', join(folder, 'none'), join(folder, 'empty.txt'));
  const library = join(profile, 'user', 'basic', 'Standard');
  mkdirSync(library, {recursive: true});
  writeFileSync(
    join(library, 'script.xlb'),
    `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>`,
  );
  writeFileSync(
    join(library, 'Module1.xba'),
    `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${escaped(program(edits, missing))}</script:module>`,
  );
  office('macro:///Standard.Module1.Main');
  return existsSync(missing) ? readFileSync(missing, 'utf8') : '';
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const said = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const program = (edits: readonly Edited[], missing: string): string => `
Sub Main
  ' Without it a fault waits for somebody to read it.
  On Error Resume Next
${edits.map(({source, target, steps}) => document(source, target, steps)).join('\n')}
End Sub

Function Opened(url As String)
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "Hidden"
  how(0).Value = True
  Opened = StarDesktop.loadComponentFromURL(url, "_blank", 0, how())
End Function

Sub Saved(doc, url As String)
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName"
  how(0).Value = "MS Word 2007 XML"
  doc.storeToURL(url, how())
  doc.close(True)
End Sub

Function Found(doc, what As String)
  search = doc.createSearchDescriptor()
  search.SearchString = what
  search.SearchCaseSensitive = True
  Found = doc.findFirst(search)
  If IsNull(Found) Then
    n = FreeFile
    Open ${said(missing)} For Append As #n
    Print #n, what
    Close #n
  End If
End Function

Function Around(doc, what As String)
  here = Found(doc, what)
  Around = here.getText().createTextCursorByRange(here)
End Function

Sub Swap(doc, what As String, put As String)
  Found(doc, what).setString(put)
End Sub

Sub Remark(doc, what As String, author As String, said As String)
  here = Found(doc, what)
  field = doc.createInstance("com.sun.star.text.textfield.Annotation")
  field.Author = author
  field.Content = said
  here.getText().insertTextContent(here, field, True)
End Sub

Sub After(doc, what As String, put As String)
  here = Around(doc, what)
  here.gotoEndOfParagraph(False)
  here.getText().insertControlCharacter(here, 0, False)
  here.getText().insertString(here, put, False)
End Sub

Sub Cut(doc, what As String)
  here = Around(doc, what)
  here.gotoStartOfParagraph(False)
  here.gotoEndOfParagraph(True)
  here.setString("")
  here.goRight(1, True)
  here.setString("")
End Sub

Sub Split(doc, what As String)
  here = Around(doc, what)
  here.collapseToStart()
  here.getText().insertControlCharacter(here, 0, False)
End Sub

Sub Joined(doc, what As String)
  here = Around(doc, what)
  here.gotoEndOfParagraph(False)
  here.goRight(1, True)
  here.setString(" ")
End Sub
`;

const document = (source: string, target: string, steps: readonly Step[]): string =>
  [
    `  doc = Opened(${said(pathToFileURL(source).href)})`,
    ...steps.map((step) => `  ${statement(step)}`),
    `  Saved(doc, ${said(pathToFileURL(target).href)})`,
  ].join('\n');

function statement(step: Step): string {
  switch (step[0]) {
    case 'swap':
      return `Swap(doc, ${said(step[1])}, ${said(step[2])})`;
    case 'bold':
      return `Found(doc, ${said(step[1])}).CharWeight = 150`;
    case 'italic':
      return `Found(doc, ${said(step[1])}).CharPosture = 2`;
    case 'remark':
      return `Remark(doc, ${said(step[1])}, ${said(step[2])}, ${said(step[3])})`;
    case 'after':
      return `After(doc, ${said(step[1])}, ${said(step[2])})`;
    case 'cut':
      return `Cut(doc, ${said(step[1])})`;
    case 'split':
      return `Split(doc, ${said(step[1])})`;
    case 'join':
      return `Joined(doc, ${said(step[1])})`;
    case 'record':
      return 'doc.RecordChanges = True';
  }
}
