import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { ConfigError, loadConfig, type HubConfig } from '../../../demo/hub/config/config.ts';

describe('Configuration', () => {
  const folders: string[] = [];
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  function load(file: unknown, environment: Record<string, string> = {}): HubConfig {
    const folder = mkdtempSync(join(tmpdir(), 'hub-config-'));
    folders.push(folder);
    if (file !== undefined) {
      writeFileSync(join(folder, 'hub.config.json'), typeof file === 'string' ? file : JSON.stringify(file));
    }
    return loadConfig({ environment, folder });
  }

  /** The problems of a configuration, with the temporary folder taken out. */
  function problems(file: unknown, environment: Record<string, string> = {}): readonly string[] {
    try {
      load(file, environment);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      return error.problems.map((problem) => problem.replace(folders.at(-1) ?? '', '…'));
    }
    return [];
  }

  test('the environment is stronger than the file, and the file than the defaults', () => {
    const config = load(
      { title: 'Datei', port: 9000, limits: { bodyBytes: 2048 } },
      { PORT: '9001', CORS_ORIGINS: 'https://a.example, https://b.example', SEED: 'no', HUB_TITLE: '' },
    );
    assert.deepEqual([config.title, config.port, config.seed], ['Datei', 9001, false]);
    assert.deepEqual(config.cors.origins, ['https://a.example', 'https://b.example']);
    assert.deepEqual([config.limits.bodyBytes, config.limits.sourceSeconds], [2048, 20]);
  });

  test('secrets of webhooks may stand in the environment, and stand somewhere', () => {
    const file = { webhooks: [{ id: 'mein-tool', url: 'https://tool.stadt.example/hook' }] };
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    assert.equal(load(file, { WEBHOOK_SECRET_MEIN_TOOL: secret }).webhooks[0]?.secret, secret);
    assert.deepEqual(problems(file), ['"webhooks[0].secret" is missing: set it there or as WEBHOOK_SECRET_MEIN_TOOL.']);
    const [weak] = problems(file, { WEBHOOK_SECRET_MEIN_TOOL: 'geheim' });
    assert.match(weak ?? '', /^"webhooks\[0\]\.secret" .*must be whsec_ and 24 to 64 random bytes in base64/);
  });

  test('tokens of directories, too; none goes over a line that others read, and no message shows one', () => {
    const organisations = [{ id: 'stadt', name: 'Stadt', kind: 'administration' }];
    const directory = { id: 'idm', kind: 'scim', url: 'https://idm.stadt.example/scim/v2', org: 'stadt', label: 'IdM' };
    const file = { organisations, directories: [directory] };
    assert.equal(load(file, { DIRECTORY_TOKEN_IDM: 'sehr-geheim' }).directories[0]?.token, 'sehr-geheim');
    assert.deepEqual(problems(file), ['"directories[0].token" is missing: set it there or as DIRECTORY_TOKEN_IDM.']);
    const wrong = { organisations, directories: [{ ...directory, url: 'http://idm.stadt.example', org: 'nirgends' }] };
    assert.deepEqual(problems(wrong, { DIRECTORY_TOKEN_IDM: 'sehr-geheim' }), [
      '"directories[0].org" names "nirgends", which is not in "organisations".',
      '"directories[0].url" must start with https://: the token goes with every request.',
    ]);
    const [long] = problems(file, { DIRECTORY_TOKEN_IDM: 'sehr-geheim'.padEnd(5_000, '!') });
    assert.match(long ?? '', /token" .*must be 1 to 4000 characters\.$/);
    assert.doesNotMatch(long ?? '', /geheim/);
  });

  test('folders of the file lie beside it', () => {
    const config = load({ dataDir: 'daten', publicUrl: 'https://hub.example/' });
    assert.equal(config.dataDir, join(folders.at(-1) ?? '', 'daten'));
    assert.equal(config.publicUrl, 'https://hub.example');
  });

  test('each mistake is told at once, by its key, where it was made, with what is wanted', () => {
    assert.deepEqual(
      problems(
        {
          port: 70_000,
          retention: { auditDays: 'lang' },
          sources: [{ id: 'Ä', kind: 'rss', url: 'ftp://x', label: 'X' }],
        },
        { LOG_LEVEL: 'laut', SEED: 'vielleicht' },
      ).toSorted(),
      [
        '"logLevel" (from LOG_LEVEL) must be one of silent, fatal, error, warn, info, debug, but is "laut".',
        '"port" (in …/hub.config.json) must be a whole number from 0 to 65535, but is 70000.',
        '"retention.auditDays" (in …/hub.config.json) must be a whole number from 1 to 3650, but is "lang".',
        '"seed" (from SEED) must be true or false, but is "vielleicht".',
        '"sources[0].id" (in …/hub.config.json) must be a short name of a-z, 0-9 and -, but is "Ä".',
        '"sources[0].kind" (in …/hub.config.json) must be one of icalendar, feed, wordpress, drupal, mastodon, ghost, but is "rss".',
        '"sources[0].url" (in …/hub.config.json) must be an address that starts with https://, http://, webcal:// or file:, but is "ftp://x".',
      ],
    );
  });

  test('a key that does not exist, and one that is missing, are named', () => {
    assert.deepEqual(problems({ tittle: 'X', sources: [{ id: 'a', kind: 'icalendar', label: 'A' }] }).toSorted(), [
      '"sources[0].url" is missing.',
      '"tittle" (in …/hub.config.json) is not a key of the configuration.',
    ]);
  });

  test('names that point nowhere, and sets that are not safe, are told', () => {
    assert.deepEqual(
      problems({
        timeZone: 'Europe/Lindenhafen',
        organisations: [
          { id: 'a', name: 'A', kind: 'network', parentId: 'b' },
          { id: 'a', name: 'A', kind: 'network' },
        ],
        topics: [{ id: 't', label: { de: 'T', en: 'T' }, broader: 'u' }],
        sources: [{ id: 's', kind: 'icalendar', label: 'S', url: 'https://s.example/', org: 'c', timeZone: 'Mond' }],
      }),
      [
        '"organisations" holds the id "a" twice.',
        '"timeZone" must be a time zone such as Europe/Berlin, but is "Europe/Lindenhafen".',
        '"sources[0].timeZone" must be a time zone such as Europe/Berlin, but is "Mond".',
        '"sources[0].org" names "c", which is not in "organisations".',
        '"topics[0].broader" names "u", which is not in "topics".',
        '"organisations[0].parentId" names "b", which is not in "organisations".',
      ],
    );
    assert.match(problems({ signIn: { mode: 'proxy' } })[0] ?? '', /^"trustedProxies" must name the reverse proxy/);
    assert.match(problems({ signIn: { mode: 'oidc' } })[0] ?? '', /^"signIn.issuers" must name at least one/);
  });

  test('a file that is missing, is no JSON or no object is told by its name', () => {
    assert.deepEqual(problems(undefined, { HUB_CONFIG: 'weg.json' }), [
      'HUB_CONFIG names …/weg.json, but there is no such file.',
    ]);
    assert.match(problems('{"port": }')[0] ?? '', /^…\/hub\.config\.json is not readable JSON: /);
    assert.deepEqual(problems('[]'), ['…/hub.config.json must hold one JSON object.']);
  });
});
