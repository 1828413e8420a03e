import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { demand } from '../authorization/can.ts';
import type { Hub } from '../hub.ts';
import { HttpProblem, invalidFields } from '../http/http-problem.ts';
import { cleanPerson, type ImportedPerson } from './imported-person.ts';
import { ImportFileError } from './file/import-file-error.ts';
import { readPeopleFile, type ReadPeopleFile } from './file/read-people-file.ts';
import { fileSourceId, type ImportSource } from './import-source.ts';
import { PEER_IMPORT } from './peer-import-rules.ts';

const FIELDS = ['orgId', 'invite'];

interface Form {
  readonly fields: ReadonlyMap<string, string>;
  readonly content: Buffer;
}

async function readForm(request: FastifyRequest): Promise<Form> {
  if (!request.isMultipart()) throw new HttpProblem('unsupported-media-type', { detail: 'Send multipart/form-data.' });
  const fields = new Map<string, string>();
  let content: Buffer | undefined;
  const unknown: string[] = [];
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      // Every part is read to its end, or the rest of the form never comes.
      const bytes = await part.toBuffer();
      if (part.fieldname === 'file') content = bytes;
      else unknown.push(part.fieldname);
    } else if (FIELDS.includes(part.fieldname)) fields.set(part.fieldname, String(part.value));
    else unknown.push(part.fieldname);
  }
  if (unknown.length > 0) {
    throw invalidFields(
      unknown.map((field) => ({ field, code: 'unknown-field', message: 'is no field of this form' })),
    );
  }
  if (!content) throw invalidFields([{ field: 'file', code: 'required', message: 'is missing' }]);
  return { fields, content };
}

export interface ImportOrder {
  readonly source: ImportSource;
  readonly orgName: string;
  readonly invite: boolean;
  readonly file: ReadPeopleFile;
  readonly people: readonly ImportedPerson[];
  /** The same for the same file and wishes. */
  readonly digest: string;
}

/**
 * A file and what to do with it, as far as the caller may.
 * @throws HttpProblem naming the field that is wrong; what the file itself is not is told on `file`
 */
export async function readImportOrder(hub: Hub, request: FastifyRequest): Promise<ImportOrder> {
  const { fields, content } = await readForm(request);
  const orgId = fields.get('orgId') ?? '';
  const org = hub.directory.organisations.find(({ id }) => id === orgId);
  if (!org) {
    throw invalidFields([
      orgId === ''
        ? { field: 'orgId', code: 'required', message: 'is missing' }
        : { field: 'orgId', code: 'not-found', message: 'is no organisation of this hub' },
    ]);
  }
  demand(request.caller, 'create', { type: PEER_IMPORT, orgId });
  const told = fields.get('invite') ?? 'false';
  if (told !== 'true' && told !== 'false') {
    throw invalidFields([{ field: 'invite', code: 'not-allowed', message: 'must be true or false' }]);
  }
  try {
    const file = readPeopleFile(content, hub.config.limits.importPeople);
    return {
      source: {
        id: fileSourceId(orgId),
        source: file.kind === 'csv' ? 'import' : 'vcard',
        orgId,
        lockedFields: [],
      },
      orgName: org.name,
      invite: told === 'true',
      file,
      people: file.people.map((person) => cleanPerson(person, hub.directory)),
      digest: createHash('sha256').update(content).update(`${orgId} ${told}`).digest('base64url'),
    };
  } catch (error) {
    if (!(error instanceof ImportFileError)) throw error;
    const { code, message, limit } = error;
    throw invalidFields([{ field: 'file', code, message, ...(limit !== undefined && { limit }) }]);
  }
}
