import type { PortName } from '../backend/ports.ts';
import type { DoctorWords } from '../i18n/de/doctor.ts';
import { doctorWords } from '../i18n/doctor-words.ts';
import { asBackendError } from '../internal/as-backend-error.ts';
import { isPlatformWhole } from '../internal/platform-guard.ts';
import { runtime } from '../internal/runtime.ts';
import { askPort } from './ask-port.ts';
import { checkPage } from './check-page.ts';
import { checkSource } from './check-source.ts';
import { WidgetCheck } from './check-widget.ts';
import type { Diagnosis, WidgetFound } from './diagnosis.ts';
import { explainError } from './explain-error.ts';
import { bySeverity, type Finding } from './finding.ts';
import { wordsLanguage } from './language.ts';
import { originOf, watchViolations } from './policy-violations.ts';
import { publicText } from './redact.ts';
import { reportText } from './report-text.ts';
import { resolve, type Resolution } from './resolution.ts';
import { lookAround, PORT_OF, type Widget } from './widgets-on-page.ts';

/** Milliseconds. */
const PATIENCE = 3000;
/** What tells of the page, once, why none of its widgets starts. */
const NOTHING_STARTS = /^(no-library|platform|switched-off|trusted-types)$/;

interface Placed {
  readonly widget: Widget;
  readonly found: Resolution;
}

/**
 * Looks at the page as it is now: what was found and by which rung, where each widget gets its data from, what does not
 * work and what cures it. Asks every source once; sends and stores nothing.
 */
export async function diagnose(): Promise<Diagnosis> {
  const words = await doctorWords(wordsLanguage());
  await started();
  const onPage = lookAround();
  const placed = onPage.widgets.map((widget) => ({ widget, found: resolve(widget) }));
  const origins = new Set(
    placed.flatMap(({ found }) => (found.src ?? '').split(/\s+/).flatMap((word) => originsOfWord(word))),
  );
  const ofPage = checkPage(words, onPage, origins);
  const isOff = ofPage.some(({ code }) => NOTHING_STARTS.test(code));
  const looking = new WidgetCheck(words);
  looking.look(onPage);
  const findings = [
    ...ofPage,
    ...looking.findings.filter(({ code }) => !isOff || code !== 'not-started'),
    ...placed.flatMap((one) => tellPlace(one, words)),
    // Where the browser itself is broken no adapter runs.
    ...(isPlatformWhole() ? await checkSources(placed, words) : []),
  ].map(withoutSecrets);
  const { version, loader } = runtime();
  const diagnosis = {
    version: loader?.version ?? version,
    widgets: placed.map(({ widget, found }) => summary(widget, found, words)),
    findings: bySeverity(findings),
  };
  return { ...diagnosis, text: reportText(diagnosis, words) };
}

/** What the loader has begun to load is waited for: a page that is slow is not one that is broken. */
async function started(): Promise<void> {
  const { widgets, idle } = lookAround();
  const named = idle.map((element) => `vr-${element.getAttribute('data-vr-widget')?.replace(/^vr-/, '')}`);
  const coming = new Set([...widgets.map(({ tag }) => tag), ...named.filter((tag) => Object.hasOwn(PORT_OF, tag))]);
  const missing = [...coming].filter((tag) => !customElements.get(tag));
  if (!runtime().loader || missing.length === 0) return;
  await Promise.race([
    Promise.all(missing.map((tag) => customElements.whenDefined(tag))),
    new Promise((resolve) => setTimeout(resolve, PATIENCE)),
  ]);
}

function originsOfWord(word: string): readonly string[] {
  const address = word.replace(/^[a-z][a-z0-9-]*\+/i, '');
  const absolute = address && URL.canParse(address, location.href) ? new URL(address, location.href).href : '';
  const origin = originOf(absolute);
  return origin ? [origin] : [];
}

function summary({ element: _element, ...widget }: Widget, found: Resolution, words: DoctorWords): WidgetFound {
  return {
    ...widget,
    running: customElements.get(widget.tag) !== undefined,
    way: found.way,
    source: wayWords(found, words),
  };
}

function wayWords({ way, src }: Resolution, { ways }: DoctorWords): string {
  const told = ways[way];
  return publicText(typeof told === 'string' ? told : told(src?.trim().replace(/\s+/g, ' ') ?? ''));
}

function tellPlace({ widget, found }: Placed, words: DoctorWords): readonly Finding[] {
  const subject = words.widgetName(widget.tag, widget.number);
  const { missing } = found;
  if (missing) {
    const { noSource } = words.widget;
    const told = typeof missing === 'object' ? noSource.id(missing.id) : noSource[missing];
    return [{ code: 'no-source', severity: 'fault', subject, ...told }];
  }
  if (!customElements.get(widget.tag)) return [];
  const told = words.widget.runs(words.rungs[widget.rung], wayWords(found, words));
  return [{ code: 'widget', severity: 'ok', subject, ...told }];
}

/** Each source once, for all that its widgets want of it. */
async function checkSources(placed: readonly Placed[], words: DoctorWords): Promise<readonly Finding[]> {
  const bySource = new Map<string, { found: Resolution; ports: Set<PortName> }>();
  const own: Promise<Finding | undefined>[] = [];
  for (const { widget, found } of placed) {
    const port = PORT_OF[widget.tag]!;
    if (found.backend) {
      own.push(askOwn(found, port, words.widgetName(widget.tag, widget.number), words));
      continue;
    }
    if (!found.src) continue;
    const key = JSON.stringify([found.src.trim(), found.labels, found.timeZone]);
    const known = bySource.get(key) ?? { found, ports: new Set() };
    known.ports.add(port);
    bySource.set(key, known);
  }
  const reports = await Promise.all(
    [...bySource.values()].map(({ found: { src = '', labels, timeZone }, ports }) =>
      checkSource(src, { labels, timeZone, ports: [...ports] }),
    ),
  );
  const answers = await Promise.all(own);
  return [...reports.flatMap(({ findings }) => findings), ...answers.filter((finding) => finding !== undefined)];
}

/** A backend that only the page itself can ask: with its token, or made by it. */
async function askOwn(
  { backend, src, timeZone = 'Europe/Berlin' }: Resolution,
  port: PortName,
  subject: string,
  words: DoctorWords,
): Promise<Finding | undefined> {
  const watch = watchViolations();
  try {
    const data = await askPort(backend!, port, { timeZone });
    if (!data)
      return { code: 'source-lacks', severity: 'fault', subject, ...words.widget.portMissing(words.kindOfData[port]) };
    const { count, more, dates, past } = data;
    const what = words.found(port, count, more, dates[0], timeZone, past);
    if (count === 0)
      return { code: 'source-empty', severity: 'hint', subject, ...words.source.empty(words.kindOfData[port]) };
    return past
      ? { code: 'source-past', severity: 'hint', subject, ...words.source.past(what) }
      : { code: 'source-found', severity: 'ok', subject, ...words.source.found(what) };
  } catch (cause) {
    const error = asBackendError(cause);
    const address = error.url ?? src ?? location.href;
    return explainError(error, { words, address, subject, port, seen: watch.seen, stopped: [] });
  } finally {
    watch.stop();
  }
}

/** What is passed on must name nobody and open nothing. */
function withoutSecrets(finding: Finding): Finding {
  const { subject, cause, cure, copy } = finding;
  return {
    ...finding,
    subject: publicText(subject),
    cause: publicText(cause),
    cure: publicText(cure),
    ...(copy && { copy: publicText(copy) }),
  };
}
