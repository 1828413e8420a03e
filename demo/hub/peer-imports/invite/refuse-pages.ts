import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { ANONYMOUS } from '../../authorization/caller.ts';
import { audit } from '../../audit/audit.ts';
import type { HubTransaction } from '../../database/database.ts';
import type { Hub } from '../../hub.ts';
import { holdProfile, PEERS_TOPIC } from '../../peers/peer-store.ts';
import { deleteEntry } from '../../peers/profile-writes.ts';
import { demandOwnPage } from '../../sign-in/own-page.ts';
import type { Invitations } from '../../sign-in/invitations/invitations.ts';
import { html } from '../../sign-in/page/html.ts';
import { sendPage, type PageLook } from '../../sign-in/page/sign-in-page.ts';
import { PEER_IMPORT } from '../peer-import-rules.ts';
import { eraseDraft, rememberRefusal } from '../refuse-import.ts';
import { heldLines, INVITE_WORDS } from './invite-words.ts';

interface Options {
  readonly hub: Hub;
  readonly invitations: Invitations;
  readonly look: (request: FastifyRequest) => PageLook;
}

interface Refused {
  readonly hasAccount: boolean;
  /** Id of the picture, to be removed once the refusal holds. */
  readonly photo: string | null;
}

/** Erases what is held for somebody's entry; an account that they have stays. */
async function refuse(hub: Hub, transaction: HubTransaction, personId: string): Promise<Refused> {
  const row = await holdProfile(transaction, personId);
  await rememberRefusal(transaction, personId);
  const account = await transaction
    .selectFrom('account')
    .select('id')
    .where('personId', '=', personId)
    .executeTakeFirst();
  if (account) {
    await transaction.deleteFrom('invitation').where('personId', '=', personId).execute();
    if (row) await deleteEntry(hub, transaction, row);
  } else await eraseDraft(transaction, personId);
  // Not who it was: that is what they do not want.
  await audit(transaction, ANONYMOUS, { action: 'peer-import.refuse', object: { type: PEER_IMPORT, id: 'entry' } });
  return { hasAccount: account !== undefined, photo: row?.photoId ?? null };
}

/** `/sign-in/refuse`: what is held of somebody whom others have named, and how they have it erased. */
export const refusePages: FastifyPluginAsyncTypebox<Options> = async (app, { hub, invitations, look }) => {
  const { config, database, directory } = hub;
  const body = Type.Object({ secret: Type.String({ maxLength: 200 }) });

  app.get('/sign-in/refuse', { schema: { hide: true } }, (request, reply) => {
    const page = look(request);
    const words = INVITE_WORDS[page.lang];
    return sendPage(reply, page, {
      title: words.refuseTitle,
      script: true,
      body: html`<div data-valid hidden>
          <h1>${words.refuseTitle}</h1>
          <p>${words.refuseIntro}</p>
          <h2>${words.held}</h2>
          <dl data-held></dl>
          <form method="post" action="${page.base}/sign-in/refuse" data-link data-check="${page.base}/sign-in/refuse/check">
            <input type="hidden" name="secret" />
            <button>${words.refuseButton}</button>
          </form>
          <p><a data-keep href="${page.base}/sign-in/link">${words.keepButton}</a></p>
        </div>
        <div data-invalid hidden>
          <h1>${words.refuseTitle}</h1>
          <p role="alert">${words.over}</p>
          <p><a class="button" href="${page.base}/sign-in">${page.words.title}</a></p>
        </div>
        <noscript><p role="alert">${page.words.needsScript}</p></noscript>
        <p data-waiting aria-busy="true"></p>`,
    });
  });

  app.post(
    '/sign-in/refuse/check',
    {
      schema: {
        hide: true,
        body,
        response: {
          200: Type.Object({
            valid: Type.Boolean(),
            known: Type.Boolean(),
            held: Type.Array(Type.Tuple([Type.String(), Type.String()])),
          }),
        },
      },
    },
    async (request) => {
      demandOwnPage(request, config);
      const personId = await invitations.personOf(request.body.secret);
      const entry =
        personId === undefined
          ? undefined
          : await database.kysely
              .selectFrom('peerProfile')
              .select(['imported', 'orgId'])
              .where('personId', '=', personId)
              .executeTakeFirst();
      if (!entry) return { valid: false, known: true, held: [] };
      const { lang } = look(request);
      const orgName = entry.orgId === null ? '' : (directory.orgRef(entry.orgId)?.name ?? entry.orgId);
      const held = heldLines(entry.imported, orgName, INVITE_WORDS[lang], lang);
      return { valid: true, known: true, held: held.map(([label, value]): [string, string] => [label, value]) };
    },
  );

  app.post('/sign-in/refuse', { schema: { hide: true, body } }, async (request, reply) => {
    demandOwnPage(request, config);
    const page = look(request);
    const words = INVITE_WORDS[page.lang];
    const personId = await invitations.personOf(request.body.secret);
    if (personId === undefined) {
      return sendPage(reply, page, {
        title: words.refuseTitle,
        status: 400,
        body: html`<h1>${words.refuseTitle}</h1>
          <p role="alert">${words.over}</p>
          <p><a class="button" href="${page.base}/sign-in">${page.words.title}</a></p>`,
      });
    }
    const { hasAccount, photo } = await database.write([PEERS_TOPIC], (transaction) =>
      refuse(hub, transaction, personId),
    );
    if (photo !== null) await hub.uploads.store.remove(photo);
    return sendPage(reply, page, {
      title: words.refusedTitle,
      body: html`<h1>${words.refusedTitle}</h1>
        <p role="status">${hasAccount ? words.refusedAccount : words.refused}</p>`,
    });
  });
};
