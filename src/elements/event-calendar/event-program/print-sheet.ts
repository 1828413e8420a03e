/** A sheet to be printed: headings and tables of plain text. */
export interface PrintSheet {
  readonly lang: string;
  readonly title: string;
  readonly subtitle: string;
  readonly days: readonly {
    readonly title: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
}

const STYLE = `
  @page { margin: 15mm; }
  body { margin: 0; font: 11pt/1.4 system-ui, sans-serif; color: #000; background: #fff; }
  h1 { font-size: 16pt; margin: 0 0 2pt; }
  h2 { font-size: 12pt; margin: 14pt 0 4pt; break-after: avoid; }
  p { margin: 0; }
  table { inline-size: 100%; border-collapse: collapse; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  th, td { padding: 4pt 6pt; border: 0.5pt solid #777; text-align: start; vertical-align: top; white-space: pre-line; }
  th[scope=row] { white-space: nowrap; font-weight: 600; }
`;

function element(of: Document, name: string, text = ''): HTMLElement {
  const made = of.createElement(name);
  made.textContent = text;
  return made;
}

function tableOf(of: Document, { columns, rows }: PrintSheet['days'][number]): HTMLElement {
  const table = element(of, 'table');
  const head = element(of, 'tr');
  for (const column of columns) {
    const cell = element(of, 'th', column);
    cell.setAttribute('scope', 'col');
    head.append(cell);
  }
  const thead = element(of, 'thead');
  thead.append(head);
  const body = element(of, 'tbody');
  for (const [first = '', ...rest] of rows) {
    const row = element(of, 'tr');
    const time = element(of, 'th', first);
    time.setAttribute('scope', 'row');
    const cells = rest.map((text) => element(of, 'td', text));
    // What is for everybody goes through all columns.
    if (cells.length === 1 && columns.length > 2) cells[0]!.setAttribute('colspan', String(columns.length - 1));
    row.append(time, ...cells);
    body.append(row);
  }
  table.append(thead, body);
  return table;
}

/** Fills a document with the sheet. Styles go in as a constructed sheet, which every policy for styles lets pass. */
export function fillSheet(of: Document, { lang, title, subtitle, days }: PrintSheet): void {
  const view = of.defaultView;
  if (view) {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(STYLE);
    of.adoptedStyleSheets = [sheet];
  }
  of.documentElement.lang = lang;
  of.title = title;
  of.body.replaceChildren(
    element(of, 'h1', title),
    element(of, 'p', subtitle),
    ...days.flatMap((day) => [element(of, 'h2', day.title), tableOf(of, day)]),
  );
}

/**
 * Prints a sheet of its own, without the page around: in a frame that is there only meanwhile. False where the page may
 * open no print window.
 */
export function printSheet(sheet: PrintSheet): boolean {
  // A browser that does not say when it has printed leaves the last sheet behind.
  document.querySelector('iframe[data-vr-print]')?.remove();
  const frame = document.createElement('iframe');
  frame.setAttribute('data-vr-print', '');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  for (const [name, value] of [
    ['position', 'fixed'],
    ['inline-size', '1px'],
    ['block-size', '1px'],
    ['opacity', '0'],
    ['border', '0'],
    ['inset-block-end', '0'],
  ] as const)
    frame.style.setProperty(name, value);
  document.body.append(frame);
  const view = frame.contentWindow;
  const page = frame.contentDocument;
  if (!view || !page) {
    frame.remove();
    return false;
  }
  fillSheet(page, sheet);
  view.addEventListener('afterprint', () => frame.remove());
  view.focus();
  view.print();
  return true;
}
