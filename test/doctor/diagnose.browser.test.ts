import { expect } from '@open-wc/testing';
import { diagnose } from '../../src/doctor/diagnose.ts';
import type { Diagnosis, Finding } from '../../src/doctor/doctor.ts';
import { PORT_OF } from '../../src/doctor/widgets-on-page.ts';
import '../../src/elements/backend/vr-backend.define.ts';
import '../../src/elements/event-calendar/vr-event-calendar.define.ts';
import '../../src/elements/blog-feed/vr-blog-feed.define.ts';
import type { Backend } from '../../src/backend/ports.ts';
import type { VrEventCalendar } from '../../src/elements/event-calendar/vr-event-calendar.ts';
import { runtime } from '../../src/internal/runtime.ts';
import { TAGS } from '../../src/loader/tag-map.ts';
import { warnOnce } from '../../src/internal/warn.ts';
import { addDays } from '../../src/model/plain-date.ts';
import { plainDateAt } from '../../src/model/time-zone.ts';
import { watchWarnings, type ConsoleWatch } from '../support/console-watch.ts';

const today = plainDateAt('Europe/Berlin', Date.now());
/** A file of so many events, with a name in it that nobody may read elsewhere. */
const file = (count: number): string =>
  URL.createObjectURL(
    new Blob([
      JSON.stringify({
        events: Array.from({ length: count }, (_, index) => ({
          uid: `${count}-${index}@auental.example`,
          title: 'Gespräch mit Frau Muster',
          start: addDays(today, index + 1),
          end: addDays(today, index + 2),
          allDay: true,
        })),
      }),
    ]),
  );

let page: HTMLDivElement;
let watch: ConsoleWatch;
const put = (markup: string): void => {
  page.innerHTML = markup;
};
const of = ({ findings }: Diagnosis, code: string): readonly Finding[] =>
  findings.filter((finding) => finding.code === code);
const calendar = (attributes = ''): string => `<vr-event-calendar loading="lazy" ${attributes}></vr-event-calendar>`;

describe('the doctor', () => {
  beforeEach(() => {
    watch = watchWarnings();
    document.documentElement.lang = 'de';
    runtime().src = undefined;
    runtime().warnings = [];
    page = document.createElement('div');
    document.body.append(page);
  });
  afterEach(() => {
    watch.restore();
    page.remove();
    runtime().src = undefined;
    document.documentElement.removeAttribute('lang');
  });

  it('knows every widget that the loader knows', () => {
    expect(['vr-backend', ...Object.keys(PORT_OF)].sort()).to.deep.equal(Object.keys(TAGS).sort());
  });

  it('says by which way each widget comes to its source, and what that has', async () => {
    put(`
      ${calendar(`src="static+${file(1)}"`)}
      ${calendar('backend="#zwei"')}
      <vr-backend id="zwei" src="static+${file(2)}"></vr-backend>
      <vr-backend src="static+${file(3)}">${calendar()}</vr-backend>
      ${calendar('id="fertig"')}`);
    const own: Backend = { events: { list: () => Promise.resolve({ items: [], total: 4, problems: [] }) } };
    page.querySelector<VrEventCalendar>('#fertig')!.backend = own;
    const diagnosis = await diagnose();
    expect(diagnosis.widgets.map(({ way }) => way)).to.deep.equal(['src', 'id', 'nearest', 'property']);
    const found = of(diagnosis, 'source-found').map(({ cause }) => /(\d+) Termine?/.exec(cause)?.[1]);
    expect(found.sort()).to.deep.equal(['1', '2', '3', '4']);
    expect(diagnosis.text).not.to.contain('Muster');
  });

  it("says that the page's only backend feeds a widget, or the script's data-vr-src", async () => {
    put(`<vr-backend src="static+${file(2)}"></vr-backend>${calendar()}`);
    expect((await diagnose()).widgets[0]?.way).to.equal('only');
    put(calendar());
    // A backend leaves in a microtask of its own.
    await Promise.resolve();
    runtime().src = `static+${file(1)}`;
    expect((await diagnose()).widgets[0]?.way).to.equal('script');
  });

  it('says why a widget has no source', async () => {
    put(calendar());
    expect(of(await diagnose(), 'no-source')[0]?.cure).to.contain('src="…"');
    put(calendar('backend="#weg"'));
    expect(of(await diagnose(), 'no-source')[0]?.cause).to.contain('id="weg"');
    put(
      `<vr-backend src="static+${file(1)}"></vr-backend><vr-backend src="static+${file(2)}"></vr-backend>${calendar()}`,
    );
    expect(of(await diagnose(), 'no-source')[0]?.cure).to.contain('backend="#id"');
  });

  it('says how a widget came into the page', async () => {
    const src = `static+${file(1)}`;
    put(`
      ${calendar(`src="${src}"`)}
      <div class="vr-mount" data-vr-widget="event-calendar" data-vr-mounted>${calendar(`src="${src}"`)}</div>
      <vr-event-calendar loading="lazy" src="${src}"><a class="vr-embed" data-vr-mounted href="/x.ics">Termine</a></vr-event-calendar>
      <iframe class="vr-frame" src="about:blank"></iframe>`);
    const diagnosis = await diagnose();
    expect(diagnosis.widgets.map(({ rung }) => rung)).to.deep.equal(['tag', 'mount', 'link']);
    expect(of(diagnosis, 'frame')).to.have.lengthOf(1);
    expect(of(diagnosis, 'frame-title')).to.have.lengthOf(1);
  });

  it('names attributes, tags and mounts that there are none of, and what is meant', async () => {
    put(`
      ${calendar('headinglevel="3" veiw="week" aria-label="Termine" data-own="1"')}
      <vr-event-calender></vr-event-calender>
      <div class="vr-mount" data-vr-widget="kalender"><a href="/x.ics">Termine</a></div>
      <div class="vr-mount"><a href="/x.ics">Termine</a></div>
      <vr-peer-profile></vr-peer-profile>`);
    const diagnosis = await diagnose();
    expect(of(diagnosis, 'unknown-attribute').map(({ copy }) => copy)).to.deep.equal(['heading-level', 'view']);
    expect(of(diagnosis, 'unknown-tag')[0]?.subject).to.equal('<vr-event-calender>');
    expect(of(diagnosis, 'mount-unknown')[0]?.cause).to.contain('kalender');
    expect(of(diagnosis, 'mount-unnamed')).to.have.lengthOf(1);
    expect(of(diagnosis, 'not-started')[0]?.subject).to.equal('<vr-peer-profile>, Nummer 2');
  });

  it('sees a tag that has swallowed the page, and a heading that jumps', async () => {
    put(`<h2>Rathaus</h2>${calendar('heading-level="4"')}<vr-blog-feed loading="lazy"><h2>Kontakt</h2></vr-blog-feed>`);
    const diagnosis = await diagnose();
    expect(of(diagnosis, 'heading-jump')[0]?.copy).to.equal('heading-level="3"');
    expect(of(diagnosis, 'swallowed')[0]?.copy).to.equal('</vr-blog-feed>');
    put(`<h2>Rathaus</h2>${calendar('heading-level="3"')}`);
    expect(of(await diagnose(), 'heading-jump')).to.have.lengthOf(0);
  });

  it('tells what the library told the console, and hints at a page without a language', async () => {
    document.documentElement.lang = '';
    warnOnce('VR005', '<vr-event-calendar view="jahr"> is not a value this attribute knows; "month" holds.');
    const diagnosis = await diagnose();
    expect(of(diagnosis, 'VR005')[0]?.technical).to.contain('view="jahr"');
    expect(of(diagnosis, 'lang-missing')[0]?.copy).to.equal('<html lang="de">');
  });

  it('sees the emergency stop and a second version', async () => {
    const script = document.createElement('script');
    script.setAttribute('data-vr-disabled', '');
    page.append(script);
    runtime().others = new Set(['9.9.9']);
    page.append(document.createElement('vr-peer-profile'));
    warnOnce('VR002', '<vr-event-calendar> of version 9.9.9 was there first; this copy of version 0.1.0 is not used.');
    const diagnosis = await diagnose();
    runtime().others = undefined;
    expect(of(diagnosis, 'switched-off')).to.have.lengthOf(1);
    expect(of(diagnosis, 'not-started'), 'nothing is to start').to.have.lengthOf(0);
    expect(of(diagnosis, 'versions')[0]?.cause).to.contain('9.9.9');
    expect(of(diagnosis, 'VR002'), 'it is told already').to.have.lengthOf(0);
  });

  it('gives nothing away in its text: neither keys nor queries nor mail addresses', async () => {
    put(
      calendar(
        'src="https://cloud.example/mara%40auental.example/private-0123456789abcdef0123/basic.json?token=geheim#frau-muster"',
      ),
    );
    const { text } = await diagnose();
    expect(text).to.contain('https://cloud.example/…/…/basic.json?…');
    expect(text).not.to.match(/geheim|mara|0123456789|muster|%E2/);
  });

  it('puts what does not work first, in the language of the page', async () => {
    document.documentElement.lang = 'en';
    put(`${calendar(`src="static+${file(1)}"`)}${calendar()}`);
    const { findings, text } = await diagnose();
    const severities = findings.map(({ severity }) => severity);
    expect(severities).to.deep.equal([...severities].sort((a, b) => 'fho'.indexOf(a[0]!) - 'fho'.indexOf(b[0]!)));
    expect(text).to.contain('[Fault] <vr-event-calendar>, number 2 (no-source)');
  });
});
