import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { HubConfig } from '../config/config.ts';
import type { Kysely } from 'kysely';
import type { HubTransaction, Tables } from '../database/database.ts';
import './upload-tables.ts';

/** Where the content of uploads is. */
export interface UploadStore {
  /** Keeps content before the transaction that names it is committed. */
  put(transaction: HubTransaction, key: string, content: Buffer): Promise<void>;
  /** undefined where there is none. */
  get(key: string): Promise<Buffer | undefined>;
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>;
  /** Keys of content older than an instant (epoch ms). */
  keysBefore(time: number): AsyncIterable<string>;
}

const KEY = /^[\w-]{1,128}$/;

/** Files in `<dataDir>/uploads`, in folders by the first two characters of their keys. */
class DiskStore implements UploadStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  #path(key: string): string {
    if (!KEY.test(key)) throw new Error('This is no key of an upload.');
    return join(this.#folder, key.slice(0, 2), key);
  }

  async put(_transaction: HubTransaction, key: string, content: Buffer): Promise<void> {
    const path = this.#path(key);
    await mkdir(join(path, '..'), { recursive: true });
    const draft = `${path}.new`;
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writeFile(content);
      // On the disk before the row that names it is.
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  }

  async get(key: string): Promise<Buffer | undefined> {
    try {
      return await readFile(this.#path(key));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.#path(key), { force: true });
  }

  async *keysBefore(time: number): AsyncIterable<string> {
    for (const name of await readdir(this.#folder, { recursive: true }).catch(() => [])) {
      const about = await stat(join(this.#folder, name)).catch(() => undefined);
      if (!about?.isFile() || about.mtimeMs >= time) continue;
      const key = name.split(/[/\\]/).pop() ?? '';
      if (KEY.test(key)) yield key;
      else await rm(join(this.#folder, name), { force: true });
    }
  }
}

/** Rows of the database: several hubs share them, and the database's own backup holds them. */
class DatabaseStore implements UploadStore {
  readonly #kysely: Kysely<Tables>;

  constructor(kysely: Kysely<Tables>) {
    this.#kysely = kysely;
  }

  async put(transaction: HubTransaction, key: string, content: Buffer): Promise<void> {
    await transaction
      .insertInto('uploadContent')
      .values({ key, content })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ content }))
      .execute();
  }

  async get(key: string): Promise<Buffer | undefined> {
    const row = await this.#kysely
      .selectFrom('uploadContent')
      .select('content')
      .where('key', '=', key)
      .executeTakeFirst();
    // PGlite gives a Uint8Array.
    return row && Buffer.from(row.content);
  }

  async remove(key: string): Promise<void> {
    await this.#kysely.deleteFrom('uploadContent').where('key', '=', key).execute();
  }

  async *keysBefore(): AsyncIterable<string> {
    // Content and row are written in one transaction: only removed rows leave content behind.
    const rows = await this.#kysely
      .selectFrom('uploadContent')
      .leftJoin('upload', 'upload.id', 'uploadContent.key')
      .select('uploadContent.key')
      .where('upload.id', 'is', null)
      .execute();
    for (const { key } of rows) yield key;
  }
}

export const openUploadStore = (config: Pick<HubConfig, 'dataDir' | 'uploads'>, kysely: Kysely<Tables>): UploadStore =>
  config.uploads.store === 'database' ? new DatabaseStore(kysely) : new DiskStore(join(config.dataDir, 'uploads'));
