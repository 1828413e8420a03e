import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page, Response } from 'playwright-core';
import { launch } from './support/browser.ts';
import { startDemoHub, type DemoHub } from './support/demo-hub.ts';
import { NOW } from './support/now.ts';
import { Reader } from './support/reader.ts';

const PEOPLE = ['rosa-wiesengrund', 'henrik-aktendeckel', 'mirja-feldweg', 'kalle-uferlos'] as const;
type Person = (typeof PEOPLE)[number];
const phoneOf = (who: Person): string => `+4955501${PEOPLE.indexOf(who)}7700`;
const chatOf = (who: Person): string => `@mk-${who}:marker.example`;
const marksOf = (who: Person): readonly string[] => [phoneOf(who).slice(1), `mk-${who}`];
const PAGES = ['/', '/menschen', '/termine', '/camp', '/artikel'];

/** All that a page holds: shadow trees, values of fields, what it keeps on the device. */
const holdings = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const parts: string[] = [location.href, JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    const read = (node: Node): void => {
      if (node instanceof Element) {
        for (const { name, value } of node.attributes) parts.push(`${name}="${value}"`);
        if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) parts.push(node.value);
        if (node.shadowRoot) read(node.shadowRoot);
      } else if (node.nodeType !== Node.DOCUMENT_NODE && node.nodeType !== Node.DOCUMENT_FRAGMENT_NODE) {
        parts.push(node.nodeValue ?? '');
      }
      for (const child of node.childNodes) read(child);
    };
    read(document);
    return parts.join('\n');
  });

/** Addresses of others in a text, in whatever grouping of digits; one's own stand in the form of one's own entry. */
const foreign = (text: string, reader?: Person): readonly string[] => {
  const plain = `${text}\n${text.replace(/[\s()/-]+/g, '')}`;
  return PEOPLE.filter((who) => who !== reader)
    .flatMap(marksOf)
    .filter((mark) => plain.includes(mark));
};

describe('no address is on a page of the demo', () => {
  let hub: DemoHub;
  let browser: Browser;
  let request: string;
  const ids = new Map<Person, string>();

  const send = async (who: Person, method: string, path: string, body?: object) => {
    const answer = await fetch(`${hub.origin}/api/v1${path}`, {
      method,
      headers: { 'x-demo-person': who, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    assert.ok(answer.ok, `${method} ${path}: ${answer.status}`);
    return (await answer.json()) as { readonly id: string; readonly consentText: { readonly version: string } };
  };

  before(async () => {
    hub = await startDemoHub();
    browser = await launch();
    for (const who of PEOPLE) {
      const channels = { phone: phoneOf(who), chat: chatOf(who) };
      const saved = await send(who, 'PUT', '/me/profile', { visibility: 'public', channels, monthlyRequests: 20 });
      ids.set(who, saved.id);
      await send(who, 'PUT', '/me/profile/consent', { listed: true, textVersion: saved.consentText.version });
    }
    const asked = { message: 'Hätten Sie eine halbe Stunde für unsere Fragen?', reveal: ['phone', 'chat'] };
    const sent = await send('rosa-wiesengrund', 'POST', '/contact-requests', { toId: ids.get('henrik-aktendeckel'), ...asked }); // prettier-ignore
    request = sent.id;
    await send('henrik-aktendeckel', 'POST', `/contact-requests/${request}/accept`, { reveal: ['phone', 'chat'] });
    await send('kalle-uferlos', 'POST', '/contact-requests', { toId: ids.get('mirja-feldweg'), ...asked });
  });
  after(async () => {
    await browser?.close();
    await hub?.close();
  });

  /** Somebody at a browser, and every answer that reaches it. */
  async function begin(person?: Person) {
    const opened = await Reader.begin(browser, hub.origin, { now: NOW, ...(person && { person }) });
    const reader = new Reader(opened, hub.origin);
    const answers: string[] = [];
    const reading: Promise<unknown>[] = [];
    reader.page.on('response', (response: Response) => {
      if (!/json|html|text|calendar/.test(response.headers()['content-type'] ?? '')) return;
      reading.push(response.text().then((text) => answers.push(text), () => undefined)); // prettier-ignore
    });
    return {
      reader,
      /** All that came and all that is there. */
      async all(): Promise<string> {
        await reader.page.waitForLoadState('networkidle');
        await Promise.all(reading);
        return [...answers, await holdings(reader.page)].join('\n');
      },
      answers,
    };
  }

  it('for strangers and for colleagues, in whatever depth of it, nor in what the page was sent', async () => {
    for (const person of [undefined, 'mirja-feldweg'] as const) {
      const { reader, all, answers } = await begin(person);
      for (const address of PAGES) {
        await reader.visit(address);
        assert.deepEqual(foreign(await all(), person), [], `${person} ${address}`);
      }
      const directory = reader.page.locator('vr-peer-directory');
      await reader.visit(`/menschen#vr-peer=${ids.get('henrik-aktendeckel')}`);
      await directory.getByRole('heading', { name: 'Henrik Aktendeckel' }).first().waitFor();
      assert.deepEqual(foreign(await all(), person), [], `${person}: the page of a person`);
      if (person) {
        await reader.visit('/menschen#vr-contacts');
        await directory.getByText('Kalle Uferlos').first().waitFor();
        assert.deepEqual(foreign(await all(), person), [], `${person}: requests`);
      }
      assert.ok(answers.some((answer) => answer.includes('Henrik Aktendeckel')));
      await reader.close();
    }
  });

  it('before one of the two asks for it, and then the other’s alone', async () => {
    const { reader, all } = await begin('rosa-wiesengrund');
    const directory = reader.page.locator('vr-peer-directory');
    await reader.visit('/menschen#vr-contacts');
    await directory.getByRole('button', { name: 'Gesendet' }).click();
    await directory.getByText('Henrik Aktendeckel').first().waitFor();
    assert.deepEqual(foreign(await all(), 'rosa-wiesengrund'), []);
    await reader.visit(`/menschen#vr-contact=${request}`);
    const show = directory.getByRole('button', { name: 'Kontaktdaten zeigen' });
    await show.waitFor();
    assert.deepEqual(foreign(await holdings(reader.page), 'rosa-wiesengrund'), []);
    await show.click();
    await directory.getByRole('link', { name: phoneOf('henrik-aktendeckel') }).waitFor();
    assert.deepEqual(
      [...foreign(await holdings(reader.page), 'rosa-wiesengrund')].toSorted(),
      marksOf('henrik-aktendeckel').toSorted(),
    );
    await reader.visit('/menschen');
    await directory.getByRole('searchbox').waitFor();
    assert.deepEqual(
      foreign(await holdings(reader.page), 'rosa-wiesengrund'),
      [],
      'nothing of it is kept on the device',
    );
    await reader.close();
  });
});
