import { expect } from '@open-wc/testing';
import type { AccountPort } from '../../../src/backend/ports.ts';
import '../../../src/elements/idea-board/vr-idea-news.define.ts';
import type { Notification } from '../../../src/model/account.ts';
import { byName, focused, one } from '../support/deep.ts';
import { choose, says } from './idea-page/support/page-stage.ts';

const AT = '2026-11-20T09:00:00Z';
const news = (id: string, more: Partial<Notification> & Pick<Notification, 'kind'>): Notification => ({
  id,
  at: AT,
  read: false,
  ...more,
});

const ITEMS: readonly Notification[] = [
  news('n-1', {
    kind: 'contact-requested',
    by: { displayName: 'Henrik Aktendeckel' },
    contact: { id: 'r 1', title: 'Termine ohne Papier' },
    text: 'Können wir eine halbe Stunde sprechen?',
  }),
  news('n-2', { kind: 'contact-requested', by: { displayName: 'Ida Funkenflug' }, contact: { id: 'r-2', title: '' } }),
  news('n-3', { kind: 'contact-accepted', by: { displayName: 'Mirja Feldweg' }, contact: { id: 's-1', title: '' } }),
  news('n-4', { kind: 'contact-declined', by: { displayName: 'Cem Brückenbauer' }, contact: { id: 's-2', title: '' } }),
  news('n-5', { kind: 'profile-expiring' }),
  news('n-6', { kind: 'profile-expired' }),
  news('n-7', { kind: 'offer-expiring', text: 'Leichte Sprache' }),
];

describe('<vr-idea-news>', () => {
  afterEach(() => {
    document.querySelector('vr-idea-news')?.remove();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('leads from news about people to the request, the own entry and the offers', async () => {
    const read: (readonly string[] | undefined)[] = [];
    const port: AccountPort = {
      me: () => Promise.resolve({ anonymous: false, can: [] }),
      markRead: async (ids) => void read.push(ids),
    };
    const list = document.createElement('vr-idea-news');
    let left = 0;
    list.addEventListener('vr-news-leave', () => left++);
    Object.assign(list, { port, page: { items: ITEMS, problems: [] } });
    document.body.append(list);
    await says(list, 'Henrik Aktendeckel möchte mit Ihnen sprechen: „Termine ohne Papier“.');
    await expect(list).to.be.accessible();
    const wayOf = (name: RegExp): string | null => byName(list, name, 'a').getAttribute('href')?.split('#')[1] ?? null;
    expect(wayOf(/^Henrik Aktendeckel/)).to.equal('vr-contact=r%201');
    expect(wayOf(/^Ida Funkenflug möchte mit Ihnen in Kontakt kommen/)).to.equal('vr-contact=r-2');
    expect(wayOf(/^Mirja Feldweg freut sich/)).to.equal('vr-contact=s-1');
    expect(wayOf(/^Cem Brückenbauer hat gerade keine Zeit/)).to.equal('vr-contact=s-2');
    expect(wayOf(/^Ihr Eintrag im Verzeichnis läuft bald ab/)).to.equal('vr-peer-profile');
    expect(wayOf(/^Ihr Eintrag im Verzeichnis ist abgelaufen/)).to.equal('vr-peer-profile');
    expect(wayOf(/^Eines Ihrer Angebote endet bald/)).to.equal('vr-peer-offers');
    one(list, 'a.item').focus();
    expect(focused()?.tagName).to.equal('A');
    await choose(list, /^Ida Funkenflug/);
    expect(location.hash).to.equal('#vr-contact=r-2');
    expect(read).to.deep.equal([['n-2']]);
    expect(left).to.equal(1);
  });
});
