import type { bundles } from '../../../domain/contract/bundles';
import type { documents } from '../../../domain/contract/documents';
import type { Desk } from '../../desk/desk';
import { listBundles, openBundle, requestBundle } from '../../documents/bundles/ask';
import { readCatalogDocument } from '../../documents/catalog';
import { readExample } from '../../documents/example';
import { listSealKeys } from '../../documents/key';
import { listDocuments } from '../../documents/list';
import { mailDocument } from '../../documents/mail';
import { openDocument } from '../../documents/open';
import { prepareDocument } from '../../documents/prepare';
import { signDocument } from '../../documents/sign';
import { verifyDocument, verifyFile } from '../../documents/verify';
import { sendPdf, streamText, uploadedFile } from '../streams';
import type { HandlersOf } from './handlers-of';

type Rooms = typeof documents & typeof bundles;

/** Papers of tickets, their verification, and bundles of them. */
export const documentHandlers = (desk: Desk): HandlersOf<Rooms> => ({
  listDocuments: (caller, { number }) => listDocuments(desk, caller, number),
  readDocument: async (caller, request, ctx) => sendPdf(ctx, await openDocument(desk, caller, request)),
  prepareDocument: (caller, request) =>
    prepareDocument(desk, caller, request).then(() => listDocuments(desk, caller, request.number)),
  mailDocument: (caller, request) => mailDocument(desk, caller, request),
  signDocument: (caller, request) =>
    signDocument(desk, caller, request).then(() => listDocuments(desk, caller, request.number)),
  readCatalogDocument: async (caller, _, ctx) => sendPdf(ctx, await readCatalogDocument(desk, caller)),
  readExample: async (caller, { kind }, ctx) => sendPdf(ctx, await readExample(desk, caller, kind)),
  verifyDocument: (_, { code }) => verifyDocument(desk, code),
  verifyFile: (_, __, ctx) => verifyFile(desk, uploadedFile(ctx)),
  listSealKeys: async () => listSealKeys(desk),
  listBundles: (caller) => listBundles(desk, caller),
  requestBundle: (caller, request) => requestBundle(desk, caller, request),
  readBundle: async (caller, { id }, ctx) => streamText(ctx, await openBundle(desk, caller, id)),
});
