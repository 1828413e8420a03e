import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PeersPort } from '../../../src/backend/ports.ts';
import { SimilarSearch } from '../../../src/elements/idea-submission/similar-search.ts';
import type { Peer } from '../../../src/model/peer.ts';

const person = (id: string): Peer => ({ id, displayName: id }) as Peer;

/** People by the word that finds them; tells which words were asked for. */
function directory(byWord: Readonly<Record<string, readonly string[] | Error>>): { port: PeersPort; asked: string[] } {
  const asked: string[] = [];
  const list: PeersPort['list'] = async ({ q = '' }) => {
    asked.push(q);
    const found = byWord[q] ?? [];
    if (found instanceof Error) throw found;
    return { items: found.map(person), problems: [] };
  };
  return { port: { list }, asked };
}

/** Titles that stand there once the writer has paused. */
const found = (port: PeersPort, text: string): Promise<string[]> =>
  new Promise((resolve) => {
    const search: SimilarSearch = new SimilarSearch({
      ideas: () => undefined,
      events: () => undefined,
      peers: () => port,
      today: () => '2026-03-10',
      onChange: () => resolve(search.items.map(({ title }) => title)),
    });
    search.look(text);
  });

describe('people for an idea that is being written', () => {
  it('are those who say its telling words, whoever says most of them first', async () => {
    const { port, asked } = directory({
      sitzungsvorlagen: ['ada', 'ben'],
      burgerinnen: ['cem'],
      formulare: ['ben'],
    });
    assert.deepEqual(await found(port, 'Wir möchten Formulare und Sitzungsvorlagen für Bürgerinnen in Ruhe'), [
      'ben',
      'ada',
    ]);
    assert.equal(asked.length, 3);
    assert.ok(!asked.some((word) => ['mochten', 'ruhe', 'wir'].includes(word)), asked.join());
  });

  it('are asked for once by a word that stands there twice', async () => {
    const { port, asked } = directory({ formulare: ['ada'] });
    assert.deepEqual(await found(port, 'Formulare, immer neue Formulare'), ['ada']);
    assert.deepEqual(asked, ['formulare']);
  });

  it('are not looked for by words that say nothing', async () => {
    const { port, asked } = directory({});
    assert.deepEqual(await found(port, 'Unsere neue Idee ist so'), []);
    assert.deepEqual(asked, []);
  });

  it('still come by the other words when one question fails', async () => {
    const { port } = directory({ sitzungsvorlagen: new Error('down'), formulare: ['ada'] });
    assert.deepEqual(await found(port, 'Sitzungsvorlagen und Formulare'), ['ada']);
  });
});
