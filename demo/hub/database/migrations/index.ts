import type { Migration } from 'kysely/migration';
import { base } from './0001-base.ts';
import { accountsAndUploads } from './0002-accounts-and-uploads.ts';
import { ideas } from './0003-ideas.ts';
import { signIn } from './0004-sign-in.ts';
import { ideaSearch } from './0005-idea-search.ts';
import { meetings } from './0006-meetings.ts';
import { peers } from './0007-peers.ts';
import { contacts } from './0008-contacts.ts';
import { peerSearch } from './0009-peer-search.ts';
import { peerImports } from './0010-peer-imports.ts';
import { posts } from './0011-posts.ts';
import { sources } from './0012-sources.ts';

/**
 * Every migration in the order of its name. A migration that has been published is never changed: what comes later is a
 * new one. They run on PGlite and on PostgreSQL 15 and newer alike.
 */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-base': base,
  '0002-accounts-and-uploads': accountsAndUploads,
  '0003-ideas': ideas,
  '0004-sign-in': signIn,
  '0005-idea-search': ideaSearch,
  '0006-meetings': meetings,
  '0007-peers': peers,
  '0008-contacts': contacts,
  '0009-peer-search': peerSearch,
  '0010-peer-imports': peerImports,
  '0011-posts': posts,
  '0012-sources': sources,
};
