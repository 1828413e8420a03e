import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { portContext } from '../../../src/backend/contexts.ts';
import type { Backend, EventsPort, PostsPort } from '../../../src/backend/ports.ts';
import type { VrBackend } from '../../../src/elements/backend/vr-backend.ts';
import { ContextRequest } from '../../../src/internal/context-request.ts';
import { PortController } from '../../../src/internal/port-controller.ts';
import { backendsChanged, runtime } from '../../../src/internal/runtime.ts';
import { watchWarnings, type ConsoleWatch } from '../../support/console-watch.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { waitUntil } from '../support/wait-until.ts';

class Consumer extends LitElement {
  @property() src: string | undefined;
  @property() labels: string | undefined;
  @property() backend: Backend | string | undefined;
  readonly events = new PortController(this, 'events');
  readonly posts = new PortController(this, 'posts');
  near = true;

  protected override willUpdate(): void {
    if (this.near) this.found = [this.events.port, this.posts.port];
  }
  found: unknown[] = [];
}

const eventsOf = (title: string): EventsPort & { readonly title: string } => ({
  title,
  list: () => Promise.resolve({ items: [], problems: [] }),
});
const postsOf = (): PostsPort => ({ list: () => Promise.resolve({ items: [], problems: [] }) });

const month = { from: '2026-03-01', to: '2026-04-01' };
const fileOf = (...titles: string[]): string =>
  URL.createObjectURL(
    new Blob([
      JSON.stringify({ events: titles.map((title) => ({ uid: title, title, start: '2026-03-10T10:00:00Z' })) }),
    ]),
  );
const titles = async (port: EventsPort | undefined): Promise<string[] | undefined> =>
  (await port?.list(month))?.items.map(({ title }) => title);

/** Without timers, which some tests stop. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(0);
  });

let page: HTMLDivElement;
let watch: ConsoleWatch;

/** Puts markup into the page and lets it settle. */
async function put(markup: string, into: Element = page): Promise<Consumer> {
  const template = document.createElement('template');
  template.innerHTML = markup;
  into.append(template.content);
  const consumer = into.querySelector<Consumer>('test-consumer');
  await consumer?.updateComplete;
  return consumer!;
}
const backendNamed = (id: string): VrBackend => page.querySelector(`#${id}`)!;

describe('<vr-backend>', () => {
  before(async () => {
    customElements.define('test-consumer', Consumer);
    await import('../../../src/elements/backend/vr-backend.define.ts');
  });

  beforeEach(() => {
    watch = watchWarnings();
    page = document.createElement('div');
    document.body.append(page);
  });

  afterEach(async () => {
    watch.restore();
    page.remove();
    runtime().src = undefined;
    await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
  });

  it('gives the widgets inside it the ports of its source, and none that the source has not', async () => {
    const consumer = await put(
      `<vr-backend id="b" src="static+${fileOf('Treffen')}"><test-consumer></test-consumer></vr-backend>`,
    );
    await waitUntil(() => consumer.events.port && consumer.posts.port);
    expect(await titles(consumer.events.port)).to.deep.equal(['Treffen']);
    backendNamed('b').src = `icalendar+${fileOf()}`;
    await waitUntil(() => consumer.events.port && !consumer.posts.port, 'a calendar file has no posts');
  });

  it('has no box of its own and keeps its children', async () => {
    await put('<vr-backend id="b"><p>inside</p></vr-backend>');
    expect(getComputedStyle(backendNamed('b')).display).to.equal('contents');
    expect(backendNamed('b').textContent).to.equal('inside');
  });

  it('merges several sources and names them', async () => {
    const consumer = await put(
      `<vr-backend src="static+${fileOf('A')} static+${fileOf('B')}" labels="Stadt A; Kreis B"><test-consumer></test-consumer></vr-backend>`,
    );
    await waitUntil(() => consumer.events.port);
    const { items } = await consumer.events.port!.list(month);
    expect(items.map(({ title, source }) => [title, source?.label])).to.have.deep.members([
      ['A', 'Stadt A'],
      ['B', 'Kreis B'],
    ]);
  });

  it('takes a ready-made backend, also late, and another one in its place', async () => {
    const consumer = await put('<vr-backend id="b"><test-consumer></test-consumer></vr-backend>');
    expect(consumer.events.port).to.equal(undefined);
    for (const title of ['first', 'second']) {
      const events = eventsOf(title);
      backendNamed('b').backend = { events };
      await waitUntil(() => consumer.events.port === events);
    }
    backendNamed('b').backend = { posts: postsOf() };
    await waitUntil(() => consumer.posts.port);
    expect(consumer.events.port).to.equal(undefined);
  });

  it('takes properties that were set before its class was there', async () => {
    const element = document.createElement('early-backend') as VrBackend;
    const events = eventsOf('early');
    element.backend = { events };
    element.id = 'early';
    page.append(element);
    const consumer = await put('<test-consumer backend="#early"></test-consumer>');
    expect(consumer.events.port).to.equal(undefined);
    const { VrBackend: Base } = await import('../../../src/elements/backend/vr-backend.ts');
    customElements.define('early-backend', class extends Base {});
    expect(consumer.events.port).to.equal(events);
  });

  it('lets what it has not pass to the one around it', async () => {
    const outer: Backend = { events: eventsOf('outer'), posts: postsOf() };
    const consumer = await put(
      '<vr-backend id="outer"><vr-backend id="inner"><test-consumer></test-consumer></vr-backend></vr-backend>',
    );
    backendNamed('outer').backend = outer;
    const events = eventsOf('inner');
    backendNamed('inner').backend = { events };
    await waitUntil(() => consumer.events.port === events && consumer.posts.port === outer.posts);
    backendNamed('inner').backend = { posts: postsOf() };
    await waitUntil(() => consumer.events.port === outer.events && consumer.posts.port !== outer.posts);
  });

  it('never shows the events of the outer one while the inner one is still loading its adapter', async () => {
    const seen: unknown[] = [];
    await put('<vr-backend id="outer"></vr-backend>');
    const outer = eventsOf('outer');
    backendNamed('outer').backend = { events: outer };
    await backendNamed('outer').updateComplete;
    const consumer = await put(
      `<vr-backend src="static+${fileOf('inner')}"><test-consumer></test-consumer></vr-backend>`,
      backendNamed('outer'),
    );
    seen.push(consumer.events.port);
    await waitUntil(() => consumer.events.port);
    seen.push(consumer.events.port);
    expect(seen).not.to.include(outer);
  });

  it('is found when it comes later than the widget, and lost when it goes', async () => {
    const consumer = await put('<test-consumer></test-consumer>');
    const around = document.createElement('vr-backend');
    const events = eventsOf('late');
    around.backend = { events };
    page.append(around);
    await waitUntil(() => consumer.events.port === events, 'as the only one of the page');
    around.append(consumer);
    await waitUntil(() => consumer.events.port === events, 'as the nearest one');
    around.replaceWith(consumer);
    await waitUntil(() => consumer.events.port === undefined);
    expect(consumer.isConnected).to.equal(true);
  });

  it('is found through shadow roots', async () => {
    await put('<vr-backend id="b"><div id="host"></div></vr-backend>');
    const events = eventsOf('outside');
    backendNamed('b').backend = { events };
    const root = page.querySelector('#host')!.attachShadow({ mode: 'open' });
    const consumer = document.createElement('test-consumer') as Consumer;
    root.append(consumer);
    await waitUntil(() => consumer.events.port === events);
  });

  it('answers for the page when it is the only one, and not when there are two', async () => {
    const consumer = await put('<vr-backend id="one"></vr-backend><test-consumer></test-consumer>');
    const events = eventsOf('one');
    backendNamed('one').backend = { events };
    await waitUntil(() => consumer.events.port === events);
    await put('<vr-backend id="two"></vr-backend>');
    backendNamed('two').backend = { events: eventsOf('two') };
    await waitUntil(() => consumer.events.port === undefined);
    backendNamed('two').remove();
    await waitUntil(() => consumer.events.port === events);
  });

  it('is found by its id, before and after it comes, also by a changed id', async () => {
    const consumer = await put('<test-consumer backend="#b"></test-consumer><vr-backend id="a"></vr-backend>');
    const events = eventsOf('named');
    backendNamed('a').backend = { events: eventsOf('other') };
    await consumer.updateComplete;
    expect(consumer.events.port).to.equal(undefined);
    const late = document.createElement('vr-backend');
    late.backend = { events };
    late.id = 'x';
    page.append(late);
    late.id = 'b';
    await waitUntil(() => consumer.events.port === events);
    consumer.setAttribute('backend', '#a');
    await waitUntil(() => consumer.events.port !== events && consumer.events.port);
  });

  describe('and what widgets say themselves', () => {
    it('comes after the property, then src, then id', async () => {
      const named = eventsOf('named');
      const own = eventsOf('own');
      await put('<vr-backend id="b"></vr-backend>');
      backendNamed('b').backend = { events: named };
      const consumer = await put(`<test-consumer backend="#b" src="static+${fileOf('src')}"></test-consumer>`);
      await waitUntil(() => consumer.events.port);
      expect(await titles(consumer.events.port)).to.deep.equal(['src']);
      consumer.backend = { events: own };
      await waitUntil(() => consumer.events.port === own);
      consumer.backend = '#b';
      consumer.removeAttribute('src');
      await waitUntil(() => consumer.events.port === named);
    });

    it('opens one source once for all who name it', async () => {
      const src = `static+${fileOf('shared')}`;
      const one = await put(`<test-consumer src="${src}"></test-consumer>`);
      const two = await put(`<section><test-consumer src="${src}"></test-consumer></section>`);
      const second = page.querySelector('section test-consumer') as Consumer;
      await waitUntil(() => one.events.port && second.events.port);
      expect(two.events.port).to.equal(second.events.port);
    });

    it('loads nothing before the widget wants it', async () => {
      const src = fileOf('far');
      const consumer = document.createElement('test-consumer') as Consumer;
      consumer.near = false;
      consumer.src = `nokind+${src}`;
      page.append(consumer);
      await consumer.updateComplete;
      expect(watch.warnings).to.deep.equal([]);
      consumer.src = `static+${src}`;
      consumer.near = true;
      consumer.requestUpdate();
      await waitUntil(() => consumer.events.port);
      expect(await titles(consumer.events.port)).to.deep.equal(['far']);
    });

    it('follows a changed src', async () => {
      const consumer = await put(`<test-consumer src="static+${fileOf('one')}"></test-consumer>`);
      await waitUntil(() => consumer.events.port);
      const first = consumer.events.port;
      consumer.src = `static+${fileOf('two')}`;
      await waitUntil(() => consumer.events.port && consumer.events.port !== first);
      expect(await titles(consumer.events.port)).to.deep.equal(['two']);
    });

    it('falls back to the source of the loader script', async () => {
      const consumer = await put('<test-consumer></test-consumer>');
      runtime().src = `static+${fileOf('script')}`;
      backendsChanged();
      await waitUntil(() => consumer.events.port);
      expect(await titles(consumer.events.port)).to.deep.equal(['script']);
    });

    it('finds out by itself what an address without ending holds', async () => {
      const consumer = await put(`<test-consumer src="${fileOf('sniffed')}"></test-consumer>`);
      await waitUntil(() => consumer.events.port);
      expect(await titles(consumer.events.port)).to.deep.equal(['sniffed']);
    });

    it('tells why when the source cannot be opened, and asks again each time', async () => {
      const consumer = await put('<test-consumer src="/there-is-no-such/kalender"></test-consumer>');
      await waitUntil(() => consumer.events.port);
      const error: unknown = await consumer.events.port!.list(month).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).to.include({ name: 'BackendError', kind: 'missing' });
    });
  });

  describe('in the console', () => {
    it('tells after a while of a widget without source, and tells the widget', async () => {
      const clock = manualClock();
      try {
        const consumer = await put('<test-consumer></test-consumer>');
        clock.tick(2999);
        expect(consumer.events.unresolved).to.equal(false);
        clock.tick(1);
        while (!consumer.events.unresolved) await nextTask();
        expect(watch.warnings.join()).to.match(/VR001.*nowhere to get its data.*no <vr-backend>/);
        const events = eventsOf('late');
        consumer.backend = { events };
        await consumer.updateComplete;
        expect(consumer.events.unresolved).to.equal(false);
      } finally {
        clock.restore();
      }
    });

    it('tells what is wrong in src', async () => {
      await put('<vr-backend src="foo+https://a.example/ https://u:p@a.example/x.ics ftp://a.example/"></vr-backend>');
      expect(watch.warnings.join()).to.match(/VR004.*VR006.*VR007/s);
      expect(watch.warnings.join()).not.to.contain('u:p');
    });

    it('tells of an id that is something else', async () => {
      await put('<p id="text"></p><test-consumer backend="#text"></test-consumer>');
      expect(watch.warnings.join()).to.match(/VR009.*<p>/);
    });

    it('tells of a backend that has nothing for the widget', async () => {
      await put('<vr-backend id="b"></vr-backend><test-consumer backend="#b"></test-consumer>');
      backendNamed('b').backend = { posts: postsOf() };
      await waitUntil(() => watch.warnings.some((text) => text.includes('VR008')));
    });
  });

  describe('and other implementations of the context protocol', () => {
    it('answers their requests, late ones too', async () => {
      const values: unknown[] = [];
      const target = document.createElement('div');
      page.append(target);
      target.dispatchEvent(new ContextRequest(portContext('events'), target, (value) => values.push(value), true));
      const around = document.createElement('vr-backend');
      const events = eventsOf('for them');
      around.backend = { events };
      page.append(around);
      around.append(target);
      // Their consumer asks again when it is moved, as ours does.
      target.dispatchEvent(new ContextRequest(portContext('events'), target, (value) => values.push(value)));
      expect(values).to.deep.equal([events]);
    });

    it('replays a parked request when a provider appears around it', async () => {
      const values: unknown[] = [];
      await put('<late-backend-holder><i></i></late-backend-holder>');
      const target = page.querySelector('i')!;
      target.dispatchEvent(new ContextRequest(portContext('events'), target, (value) => values.push(value), true));
      expect(values).to.deep.equal([]);
      const events = eventsOf('upgraded late');
      const { VrBackend: Base } = await import('../../../src/elements/backend/vr-backend.ts');
      customElements.define(
        'late-backend-holder',
        class extends Base {
          constructor() {
            super();
            this.backend = { events };
          }
        },
      );
      expect(values).to.deep.equal([events]);
    });

    it('takes its port from their providers', async () => {
      const events = eventsOf('theirs');
      page.addEventListener('context-request', (event) => {
        const request = event as ContextRequest;
        if (request.context !== portContext('events')) return;
        event.stopPropagation();
        request.callback(events);
      });
      const consumer = await put('<test-consumer></test-consumer>');
      expect(consumer.events.port).to.equal(events);
    });
  });

  it('tells the page that a sign-in is needed, and goes on when the page has seen to it', async () => {
    let isSignedIn = false;
    const me = { anonymous: false, person: { id: 'p', displayName: 'Rosa' }, can: [], csrfToken: 't' };
    const element = document.createElement('vr-backend');
    element.src = 'hub+https://hub.example/';
    element.fetch = (input) => {
      const isMe = (input as string).endsWith('/me');
      const body = isMe && !isSignedIn ? { anonymous: true, can: [] } : isMe ? me : { items: [], unread: 0 };
      return Promise.resolve(new Response(JSON.stringify(body), { status: isMe || isSignedIn ? 200 : 401 }));
    };
    const causes: string[] = [];
    page.addEventListener('vr-auth-required', (event) => {
      causes.push(event.detail.cause);
      event.respondWith(Promise.resolve((isSignedIn = true)));
    });
    page.append(element);
    await waitUntil(() => element.provided);
    const { account } = element.provided!;
    const { unread } = await account!.notifications!({});
    expect([unread, causes]).to.deep.equal([0, ['refused']]);
    expect(await account!.signIn!()).to.equal(true);
    expect(causes).to.deep.equal(['refused', 'asked']);
  });

  it('offers no sign-in where login is none, and tells of a value it does not know', async () => {
    await put('<vr-backend id="b" src="hub+https://hub.example/" login="none"></vr-backend>');
    await waitUntil(() => backendNamed('b').provided);
    expect(backendNamed('b').provided!.account!.signIn).to.equal(undefined);
    backendNamed('b').setAttribute('login', 'magic');
    await waitUntil(() => backendNamed('b').provided?.account?.signIn);
    expect(watch.warnings.join()).to.contain('VR005');
  });
});
