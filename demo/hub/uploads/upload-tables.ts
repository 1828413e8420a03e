import type { Generated } from 'kysely';

export interface UploadTable {
  /** Also the key of its content. */
  id: string;
  createdBy: string | null;
  orgId: string | null;
  visibility: string;
  unit: string | null;
  mediaType: string;
  fileName: string;
  alt: string | null;
  bytes: number;
  width: number | null;
  height: number | null;
  /** Of the content as it is kept, hexadecimal. */
  sha256: string;
  createdAt: Generated<Date>;
}

/** An object that shows an upload. What no object shows is removed after a day. */
export interface UploadUseTable {
  uploadId: string;
  objectType: string;
  objectId: string;
}

export interface UploadContentTable {
  key: string;
  content: Buffer;
}

declare module '../database/tables.ts' {
  interface Tables {
    upload: UploadTable;
    uploadUse: UploadUseTable;
    uploadContent: UploadContentTable;
  }
}
