import assert from 'node:assert/strict';
import { ANONYMOUS, type AccountCaller } from '../../../demo/hub/authorization/caller.ts';
import { CONSENT_VERSION } from '../../../demo/hub/peers/consent-text.ts';
import { NETWORK, type Answer, type Who } from '../participation/ideas-hub.ts';
import { startMeetingsHub, type MeetingsHub } from '../registration/meetings-hub.ts';
import type { Engine } from '../support/test-hub.ts';

/** `rosa` and `kalle` are of one unit, `ayla` of another one of their town, everybody else is elsewhere. */
const UNITS: Readonly<Record<string, string>> = { rosa: 'Bürgeramt', kalle: 'Bürgeramt', ayla: 'Stabsstelle' };

export interface PeersHub extends MeetingsHub {
  /** Publishes somebody's entry, after what they say in it. */
  publish(who: Who, input?: object, consent?: object): Promise<Answer>;
  /** Sends a portrait. */
  photo(who: Who, file: Buffer, fields?: Readonly<Record<string, string>>, key?: string): Promise<Answer>;
}

const callerOf = ({ id, displayName, org, roles }: (typeof NETWORK)[number]): AccountCaller => {
  const ref = { id: org.id, name: org.name };
  const unit = UNITS[id];
  return {
    kind: 'account',
    accountId: `account-${id}`,
    person: { id: `person-${id}`, displayName, org: ref },
    memberships: [{ org: ref, kind: org.kind, roles, ...(unit !== undefined && { unit }) }],
  };
};

const BOUNDARY = 'grenze-5e1d';

/** A hub whose people may have entries; mails wait to be looked at. */
export async function startPeersHub(engine: Engine): Promise<PeersHub> {
  const callers = new Map<string, AccountCaller>(NETWORK.map((person) => [person.id, callerOf(person)]));
  const hub = await startMeetingsHub(engine, {
    identify: ({ headers }) => callers.get(String(headers['x-test-person'])) ?? ANONYMOUS,
  });
  await hub.parts.jobs.start({ work: false, onError: () => undefined });
  const { close } = hub;
  return Object.assign(hub, {
    async close() {
      await hub.parts.jobs.stop();
      await close();
    },
    async publish(who: Who, input: object = {}, consent: object = {}) {
      const saved = await hub.as(who, 'PUT /me/profile', input);
      assert.equal(saved.status, 200, JSON.stringify(saved.body));
      const listed = await hub.as(who, 'PUT /me/profile/consent', {
        listed: true,
        textVersion: CONSENT_VERSION,
        ...consent,
      });
      assert.equal(listed.status, 200, JSON.stringify(listed.body));
      return listed;
    },
    async photo(
      who: Who,
      file: Buffer,
      fields: Readonly<Record<string, string>> = { alt: 'Rosa lacht' },
      key?: string,
    ) {
      const parts = Object.entries(fields).map(
        ([name, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      );
      const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="ich.png"\r\n\r\n`;
      const payload = Buffer.concat([Buffer.from(parts.join('') + head), file, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
      const answer = await hub.app.inject({
        method: 'POST',
        url: '/api/v1/me/profile/photo',
        payload,
        headers: {
          'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
          'x-test-person': who,
          ...(key && { 'idempotency-key': key }),
        },
      });
      return { status: answer.statusCode, headers: answer.headers, body: answer.json<unknown>() };
    },
  });
}
