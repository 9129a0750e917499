/** The smallest files that are what they say. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
export const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count ' +
    '0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);
export const HTML = Buffer.from('<!doctype html><script>alert(document.cookie)</script>');
export const EXECUTABLE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(512, 1)]);

/** What the client sends as a file. */
export const fileOf = (name: string, bytes: Buffer): { name: string; blob: Blob } => ({
  name,
  blob: new Blob([new Uint8Array(bytes)]),
});
