import type { DoctorWords } from '../i18n/de/doctor.ts';
import { isSwitchedOff } from '../internal/page-switch.ts';
import { isPlatformWhole } from '../internal/platform-guard.ts';
import { runtime } from '../internal/runtime.ts';
import { VERSION } from '../internal/version.ts';
import type { Finding, FindingWords, Severity } from './finding.ts';
import { allowingLine, originOf } from './policy-violations.ts';
import { publicAddress, publicText } from './redact.ts';
import { isOurTag, type OnPage } from './widgets-on-page.ts';

const ENTRY = /\/(autoload|bausteine)\.js$/;
const POLICIES = 'trusted-types lit-html vr';
/** What the checks of widgets and sources tell in better words. */
const TOLD_ELSEWHERE = /^VR0(01|03|04|06|07|08|09|10|11|12|13)$/;
const HINTS = /^VR0(05|15|16)$/;
/** What tells in better words why a tag was registered before. */
const DOUBLED = /^(copies|versions|taken)$/;

/** Scripts of the library that the page names. */
const ownScripts = (): readonly URL[] =>
  [...document.querySelectorAll('script[src]')].flatMap((script) => {
    const { src } = script as HTMLScriptElement;
    return URL.canParse(src) && ENTRY.test(new URL(src).pathname) ? [new URL(src)] : [];
  });

/** What can be said of the page as a whole. `origins`: those of the sources that its widgets use. */
export function checkPage(words: DoctorWords, onPage: OnPage, origins: ReadonlySet<string>): readonly Finding[] {
  const findings: Finding[] = [];
  const add = (code: string, severity: Severity, told: FindingWords, copy?: string, technical?: string): void =>
    void findings.push({
      code,
      severity,
      subject: words.pageName,
      ...told,
      ...(copy && { copy }),
      ...(technical && { technical: publicText(technical) }),
    });
  checkLibrary(words, onPage, add);
  if (!document.documentElement.lang.trim()) add('lang-missing', 'hint', words.page.lang, '<html lang="de">');
  if (!isSecureContext) add('not-secure', 'hint', words.page.notSecure);
  checkPolicies(words, origins, add);
  const isDoubled = findings.some(({ code }) => DOUBLED.test(code));
  for (const { code, message } of runtime().warnings ?? []) {
    if (TOLD_ELSEWHERE.test(code) || (code === 'VR002' && isDoubled)) continue;
    const told = (words.warnings as Readonly<Record<string, FindingWords>>)[code] ?? words.warnings.other;
    add(code, HINTS.test(code) ? 'hint' : 'fault', told, undefined, message);
  }
  return findings;
}

type Add = (code: string, severity: Severity, told: FindingWords, copy?: string, technical?: string) => void;

function checkLibrary({ page: words }: DoctorWords, onPage: OnPage, add: Add): void {
  const { tags, loader, version, others } = runtime();
  const scripts = ownScripts();
  const isPlaced = onPage.widgets.length + onPage.idle.length + onPage.frames.length + onPage.unknown.length > 0;
  if (isSwitchedOff()) add('switched-off', 'fault', words.switchedOff);
  else if (!isPlatformWhole()) add('platform', 'fault', words.platform(whoBroke()));
  else if (tags.size > 0 || loader) {
    const entry = scripts[0]?.pathname;
    const how = entry?.endsWith('autoload.js') ? 'modules' : entry?.endsWith('bausteine.js') ? 'classic' : 'own';
    add('library', 'ok', words.library(loader?.version ?? version, words.builds[how]));
    if (!loader && onPage.idle.length > 0) add('no-loader', 'fault', words.noLoader);
    if (!isPlaced) add('no-widgets', 'hint', words.nothing);
  } else add('no-library', 'fault', words.noLibrary);

  if (scripts.length > 1)
    add('copies', 'fault', words.copies(scripts.map(({ href }) => publicAddress(href)).join(', ')));
  const versions = new Set([
    version,
    ...tags.values(),
    ...(others ?? []),
    ...(loader ? [loader.version] : []),
    VERSION,
  ]);
  if (versions.size > 1) add('versions', 'fault', words.versions([...versions].join(', ')));
  const taken = new Set(
    onPage.widgets.map(({ tag }) => tag).filter((tag) => isOurTag(tag) && customElements.get(tag) && !tags.has(tag)),
  );
  if (taken.size > 0) add('taken', 'fault', words.taken([...taken].map((tag) => `<${tag}>`).join(', ')));
}

/** The old libraries that are known to replace parts of the browser, by their own names. */
function whoBroke(): string {
  const page = globalThis as { MooTools?: { version?: string }; Prototype?: { Version?: string } };
  if (page.MooTools) return `MooTools ${page.MooTools.version ?? ''}`.trim();
  if (page.Prototype) return `Prototype ${page.Prototype.Version ?? ''}`.trim();
  return '';
}

function checkPolicies({ page: words }: DoctorWords, origins: ReadonlySet<string>, add: Add): void {
  const folders = [import.meta.url, ...ownScripts().map(({ href }) => href)].flatMap((address) =>
    URL.canParse('.', address) ? [new URL('.', address).href] : [],
  );
  const isOurs = (address: string): boolean => folders.some((folder) => address.startsWith(folder));
  const told = new Set<string>();
  for (const { effectiveDirective, blockedURI, sourceFile, originalPolicy } of runtime().violations ?? []) {
    const origin = originOf(blockedURI);
    if (!isOurs(sourceFile) && !isOurs(blockedURI) && !(origin && origins.has(origin))) continue;
    const key = `${effectiveDirective} ${origin ?? blockedURI}`;
    if (told.has(key)) continue;
    told.add(key);
    if (/trusted-types/.test(effectiveDirective)) add('trusted-types', 'fault', words.trustedTypes, POLICIES);
    // What a source is refused is told with the source.
    else if (effectiveDirective !== 'connect-src')
      add(
        'policy',
        'fault',
        words.policy(effectiveDirective, origin ?? blockedURI),
        allowingLine(originalPolicy, effectiveDirective, origin ? [origin] : []),
      );
  }
}
