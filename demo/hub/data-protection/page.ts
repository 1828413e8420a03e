import { snakeCase } from './column-names.ts';
import type { ColumnEntry, DocumentEntry, Handling, OwnHandling, TableEntry } from './register-types.ts';
import { CHAPTERS, ELSEWHERE, TECHNICAL_TABLES } from './register/index.ts';
import { LEGAL_BASES } from './terms.ts';

type AnyColumn = ColumnEntry | DocumentEntry<string>;
type AnyTable = Omit<TableEntry<object>, 'columns'> & { readonly columns: Readonly<Record<string, AnyColumn>> };

const bases = (list: Handling['basis']): string => list.map((basis) => LEGAL_BASES[basis]).join('; ');

const LABELS: Readonly<Record<keyof Handling, string>> = {
  purpose: 'Zweck',
  basis: 'Rechtsgrundlage',
  retention: 'Aufbewahrung',
  seen: 'Wer es sieht',
  source: 'Herkunft',
};
const NAMES = Object.keys(LABELS) as (keyof Handling)[];

const said = (handling: Partial<Handling>, name: keyof Handling): string | undefined => {
  const value = handling[name];
  return value === undefined || typeof value === 'string' ? value : bases(value);
};

/** What is handled unlike the rest of the table. */
const deviation = (entry: OwnHandling): string =>
  NAMES.flatMap((name) => {
    const text = said(entry, name);
    return text === undefined ? [] : [`${LABELS[name]}: ${text}`];
  }).join('. ');

const isTechnical = (entry: AnyColumn): entry is { readonly technical: string } =>
  typeof entry === 'object' && 'technical' in entry;

const cell = (text: string): string => text.replaceAll('|', '\\|');
const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

function columnRows(name: string, entry: AnyColumn): string[] {
  if (typeof entry === 'string') return [row(`\`${name}\``, entry, '')];
  if (isTechnical(entry)) return [];
  const rows = [row(`\`${name}\``, entry.what, deviation(entry))];
  const keys = 'keys' in entry ? Object.entries(entry.keys) : [];
  return [...rows, ...keys.map(([key, what]) => row(`\`${name}.${key}\``, what, ''))];
}

function tableSection(name: string, table: AnyTable): string[] {
  const columns: [string, AnyColumn][] = [
    ...Object.entries(table.columns).map(([key, entry]): [string, AnyColumn] => [snakeCase(key), entry]),
    ...Object.entries(table.more ?? {}),
  ];
  const rows = columns.flatMap(([key, entry]) => columnRows(key, entry));
  const technical = columns.flatMap(([key, entry]) => (isTechnical(entry) ? [`\`${key}\` (${entry.technical})`] : []));
  return [
    `### ${table.title} (\`${name}\`)`,
    '',
    ...NAMES.map((label) => `- **${LABELS[label]}:** ${said(table, label) ?? ''}`),
    '',
    ...(rows.length > 0 ? [row('Feld', 'Was', 'Abweichend'), row('---', '---', '---'), ...rows, ''] : []),
    ...(technical.length > 0 ? [`Ohne Personenbezug: ${technical.join(', ')}.`, ''] : []),
  ];
}

/** The page for data protection officers, as Markdown. It is made of the register and says nothing else. */
export function dataProtectionPage(): string {
  const lines = [
    '# Datenschutz: welche Daten der Hub über Menschen speichert',
    '',
    '*This page lists every field that the hub keeps about people: what it is, why, on which legal basis, for how long, who sees',
    'it and where it comes from. It is written in German for data protection officers, and generated from the register in',
    '`demo/hub/data-protection` by `npm run data-protection`; `npm test` fails when a column of the database is missing.*',
    '',
    'Diese Seite wird aus dem Register der Datenfelder erzeugt und bei jedem Testlauf gegen die Tabellen der Datenbank',
    'geprüft: Kein Feld kann hinzukommen, ohne hier zu stehen. Fristen sind die Voreinstellungen; der Schlüssel in Klammern ist',
    'in [hub.md](hub.md) erklärt. Sie ist eine Vorlage für das Verzeichnis von Verarbeitungstätigkeiten (Art. 30 DSGVO).',
    'Verantwortlich ist die Stelle, die den Hub betreibt; sie prüft die Rechtsgrundlagen für ihren Fall.',
    '',
    '## Auf einen Blick',
    '',
    '- **Niemand wird ohne eigene Einwilligung gefunden.** Importierte Einträge sind unsichtbare Entwürfe, die nur die Person selbst veröffentlicht.',
    '- **Adressen stehen in keiner Liste.** E-Mail, Telefon und Chat erfährt die andere Seite erst, wenn beide einer Kontaktanfrage zugestimmt haben.',
    '- **Kein Verhalten wird ausgewertet.** Suchanfragen und Aufrufe werden nicht gespeichert, Vorschläge beruhen nur auf dem, was Menschen über sich schreiben.',
    '- **Auskunft und Mitnahme (Art. 15, 20):** `GET /api/v1/me/export` liefert alles als JSON, `GET /api/v1/me/profile.vcf` den Eintrag als vCard.',
    '- **Berichtigung (Art. 16):** jedes Feld des Eintrags in der Oberfläche; gesperrte Felder an ihrer Quelle.',
    '- **Löschung (Art. 17):** `DELETE /api/v1/me` löscht alles Eigene sofort; was andere gelesen und beantwortet haben, bleibt ohne Namen. `GET /api/v1/me/erasure` sagt vorher, was das bedeutet.',
    '- **Widerspruch (Art. 21):** Wer einen importierten Eintrag ablehnt, wird gelöscht und durch keine Liste zurückgebracht.',
    '- **Empfänger:** keine Dritten. Bilder, Schriften und Skripte kommen nur vom Hub; Gravatar und ähnliche Dienste werden nicht benutzt. Mails gehen über den eingerichteten Mailserver; eingerichtete Webhooks erfahren öffentliche Ereignisse zu Ideen.',
    '- **Drittland:** Die Software übermittelt nichts; für Identitätsanbieter und Mailserver entscheidet es der Betrieb.',
    '- **Schutz (Art. 32):** Geheimnisse nur als Prüfwerte; Rechte an einer Stelle geregelt und je Feld geprüft; Grenzen gegen das Absaugen des Verzeichnisses; Verbindung nur verschlüsselt, wenn `publicUrl` mit `https://` beginnt.',
    '',
    '## Rechtsgrundlagen',
    '',
    ...Object.values(LEGAL_BASES).map((text) => `- ${text}`),
    '',
  ];
  for (const { title, intro, tables } of CHAPTERS) {
    lines.push(`## ${title}`, '', intro, '');
    for (const [name, table] of Object.entries<AnyTable>(tables as never))
      lines.push(...tableSection(snakeCase(name), table));
  }
  lines.push(
    '## Außerhalb der Tabellen',
    '',
    row('Wo', 'Was', 'Aufbewahrung', 'Wer es sieht'),
    row('---', '---', '---', '---'),
  );
  for (const { place, what, retention, seen } of ELSEWHERE) lines.push(row(place, what, retention, seen));
  lines.push('', '## Tabellen ohne Personenbezug', '');
  for (const [name, { title, technical }] of Object.entries(TECHNICAL_TABLES))
    lines.push(`- ${title} (\`${name}\`): ${technical}.`);
  return `${lines.join('\n')}\n`;
}
