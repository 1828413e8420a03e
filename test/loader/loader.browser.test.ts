import { expect } from '@open-wc/testing';
import { Loader } from '../../src/loader/loader.ts';
import { startLoader } from '../../src/loader/start-loader.ts';
import { runtime } from '../../src/internal/runtime.ts';
import { watchWarnings, type ConsoleWatch } from '../support/console-watch.ts';
import { waitUntil } from '../elements/support/wait-until.ts';

const noDoctor = (): Promise<never> => Promise.reject(new Error('There is no doctor in this test.'));
let page: HTMLDivElement;
let watch: ConsoleWatch;
const loader = new Loader({ links: 'https://*.lindenhafen.example/embed/ /eigene/' });

function put(markup: string): void {
  const template = document.createElement('template');
  template.innerHTML = markup;
  page.append(template.content);
}
const calendar = (within: ParentNode = page): HTMLElement | null => within.querySelector('vr-event-calendar');
const scan = (): void => loader.scan(page);
const settled = async (): Promise<void> => {
  await import('../../src/elements/event-calendar/vr-event-calendar.define.ts');
  for (let turns = 0; turns < 10; turns++) await Promise.resolve();
};

describe('the loader', () => {
  beforeEach(() => {
    watch = watchWarnings();
    page = document.createElement('div');
    document.body.append(page);
  });
  afterEach(() => {
    watch.restore();
    page.remove();
  });

  it('loads a tag that stands in the page', async () => {
    put('<vr-event-calendar loading="lazy"></vr-event-calendar>');
    scan();
    await waitUntil(() => customElements.get('vr-event-calendar'), undefined, { timeout: 5000 });
  });

  it('tells of a tag that does not exist, with those that do', () => {
    put('<vr-kalendar></vr-kalendar>');
    scan();
    expect(watch.warnings.join()).to.match(/VR003.*<vr-kalendar>.*vr-event-calendar/);
  });

  describe('with a mount', () => {
    const mount =
      '<div class="vr-mount" data-vr-widget="event-calendar" data-vr-src="/x.ics" data-vr-view="agenda" data-vr-heading-level="3"><a href="/termine">Alle Termine</a></div>';

    it('puts the widget in, with its attributes, and the link inside it', async () => {
      put(mount);
      scan();
      await waitUntil(() => calendar());
      const { attributes } = calendar()!;
      expect([...attributes].map(({ name, value }) => `${name}=${value}`)).to.have.members([
        'src=/x.ics',
        'view=agenda',
        'heading-level=3',
      ]);
      expect(calendar()!.textContent).to.equal('Alle Termine');
      expect(page.querySelector('.vr-mount > vr-event-calendar > a')).to.exist;
    });

    it('does so once, however often it looks', async () => {
      put(mount);
      scan();
      scan();
      await waitUntil(() => calendar());
      scan();
      await settled();
      expect(page.querySelectorAll('vr-event-calendar')).to.have.length(1);
    });

    it('lets no handler and no style through', async () => {
      put(
        '<div class="vr-mount" data-vr-widget="event-calendar" data-vr-onclick="alert(1)" data-vr-style="color:red" data-vr-id="x" data-vr-lang="en"></div>',
      );
      scan();
      await waitUntil(() => calendar());
      expect(calendar()!.getAttributeNames()).to.deep.equal(['lang']);
    });

    it('takes the name with and without its beginning, and tells of one that does not exist', async () => {
      put('<div class="vr-mount" data-vr-widget="vr-event-calendar"></div>');
      put('<div class="vr-mount" data-vr-widget="kalender"><a href="/k">Kalender</a></div>');
      scan();
      await waitUntil(() => calendar());
      expect(watch.warnings.join()).to.match(/VR012.*"kalender".*event-calendar/);
      expect(page.querySelector('[data-vr-widget=kalender]')!.innerHTML).to.equal('<a href="/k">Kalender</a>');
    });

    it('takes the wrapped link of a wiki as its source', async () => {
      put(
        '<p><span class="vr-embed" data-vr-widget="event-calendar" data-vr-view="agenda"><a class="external" href="https://wiki.example/k.ics">Termine</a></span></p>',
      );
      scan();
      await waitUntil(() => calendar());
      expect(calendar()!.getAttribute('src')).to.equal('https://wiki.example/k.ics');
      expect(calendar()!.getAttribute('view')).to.equal('agenda');
      expect(page.querySelector('span.vr-embed > vr-event-calendar > a')).to.exist;
    });
  });

  describe('with a link', () => {
    it('puts the widget in the place of a link with our class, the link inside it', async () => {
      put(
        '<p>Termine: <a class="vr-embed" data-vr-widget="event-calendar" data-vr-view="agenda" href="https://a.example/k.ics">Kalender</a></p>',
      );
      scan();
      await waitUntil(() => calendar());
      expect(calendar()!.getAttribute('src')).to.equal('https://a.example/k.ics');
      expect(page.querySelector('p > vr-event-calendar > a.vr-embed')).to.exist;
    });

    it('knows the widget by the address alone', async () => {
      put('<p><a class="vr-embed" href="https://a.example/k.ics">Kalender</a></p>');
      scan();
      await waitUntil(() => calendar());
    });

    it('prefers a source that is named', async () => {
      put(
        '<p><a class="vr-embed" data-vr-widget="event-calendar" data-vr-src="/own.ics" href="/termine">Kalender</a></p>',
      );
      scan();
      await waitUntil(() => calendar());
      expect(calendar()!.getAttribute('src')).to.equal('/own.ics');
    });

    it('leaves a link that stands inside a widget or a mount alone', async () => {
      put(
        '<vr-event-calendar><a class="vr-embed" href="https://a.example/k.ics">Kalender</a></vr-event-calendar>' +
          '<div class="vr-mount" data-vr-widget="event-calendar" data-vr-src="/x.ics"><a class="vr-embed" href="https://a.example/k.ics">K</a></div>',
      );
      scan();
      await waitUntil(() => page.querySelector('.vr-mount > vr-event-calendar'));
      await settled();
      expect(page.querySelectorAll('vr-event-calendar')).to.have.length(2);
    });
  });

  describe('with a bare link to a listed address', () => {
    const href = 'https://termine.lindenhafen.example/embed/event-calendar?view=agenda&kind=meetup&onclick=x';

    it('makes a widget of it where it is all that its paragraph says', async () => {
      put(`<p><strong><a href="${href}">Unsere Treffen</a></strong><br></p>`);
      scan();
      await waitUntil(() => calendar());
      expect([...calendar()!.attributes].map(({ name, value }) => `${name}=${value}`)).to.have.members([
        'src=hub+https://termine.lindenhafen.example/',
        'view=agenda',
        'kind=meetup',
      ]);
    });

    for (const [where, markup] of [
      ['in a sentence', `<p>Siehe <a href="${href}">hier</a>.</p>`],
      ['beside a picture', `<p><img alt="" src="data:,"><a href="${href}">hier</a></p>`],
      ['in a list', `<ul><li><a href="${href}">hier</a></li></ul>`],
      ['in the navigation', `<nav><p><a href="${href}">hier</a></p></nav>`],
      ['to another address', '<p><a href="https://andere.example/embed/event-calendar">hier</a></p>'],
      ['to nothing that we know', '<p><a href="https://termine.lindenhafen.example/embed/impressum.html">hier</a></p>'],
      ['to another path', '<p><a href="https://termine.lindenhafen.example/kalender.ics">hier</a></p>'],
      ['to mail', '<p><a href="mailto:x@lindenhafen.example">hier</a></p>'],
    ] as const)
      it(`leaves it a link ${where}`, async () => {
        put(markup);
        const before = page.innerHTML;
        scan();
        await settled();
        expect(page.innerHTML).to.equal(before);
      });
  });

  it('tells of a tag that was closed in itself and swallowed the page', () => {
    put('<vr-event-calendar><a href="/k">Termine</a></vr-event-calendar><vr-backend><h2>Termine</h2></vr-backend>');
    scan();
    expect(watch.warnings.join()).not.to.contain('VR010');
    put('<vr-event-calendar><p>Text</p><h2>Impressum</h2></vr-event-calendar>');
    scan();
    expect(watch.warnings.join()).to.match(/VR010.*<vr-event-calendar>/);
  });

  describe('once started', () => {
    it('watches the page, offers VR, and a second copy does not start again', async () => {
      startLoader(noDoctor);
      startLoader(noDoctor);
      const { VR } = globalThis as unknown as { VR: { version: string; scan(root: ParentNode): void } };
      expect(VR.version).to.equal(runtime().loader?.version);
      put('<div class="vr-mount" data-vr-widget="event-calendar"></div>');
      await waitUntil(() => calendar());
      await settled();
      expect(page.querySelectorAll('vr-event-calendar')).to.have.length(1);
    });

    it('finds what a script puts into a shadow root when it is told to look there', async () => {
      const root = page.attachShadow({ mode: 'open' });
      const mount = document.createElement('div');
      mount.className = 'vr-mount';
      mount.dataset.vrWidget = 'event-calendar';
      root.append(mount);
      (globalThis as unknown as { VR: { scan(root: ParentNode): void } }).VR.scan(root);
      await waitUntil(() => calendar(root));
    });

    it('takes the source of its script tag for the whole page', () => {
      const script = document.createElement('script');
      script.dataset.vrSrc = ' hub+/ ';
      startLoader(noDoctor, script);
      expect(runtime().src).to.equal('hub+/');
      runtime().src = undefined;
    });
  });
});
