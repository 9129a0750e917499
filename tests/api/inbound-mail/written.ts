interface Mail {
  readonly from: string;
  readonly to: string;
  readonly text?: string;
  readonly subject?: string;
  readonly id?: string;
  readonly headers?: readonly string[];
  readonly files?: readonly (readonly [name: string, bytes: Buffer])[];
}
let names = 0;
export const nextId = (): string => `<surel-${(names += 1)}@hp.test>`;
/** A mail as a person's program writes it. */
export function written({
  from,
  to,
  text = '',
  subject = 'Re: tiket',
  id = nextId(),
  headers = [],
  files = [],
}: Mail): string {
  const body = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', text];
  const parts = files.flatMap(([name, bytes]) => [
    '--b',
    `Content-Type: application/octet-stream; name="${name}"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="${name}"`,
    '',
    bytes.toString('base64').replaceAll(/.{76}/g, '$&\n'),
  ]);
  return [
    `From: Ratih <${from}>`,
    `To: <${to}>`,
    `Subject: ${subject}`,
    `Message-ID: ${id}`,
    'Date: Mon, 30 Nov 2026 09:00:00 +0700',
    'MIME-Version: 1.0',
    ...headers,
    ...(files.length ? ['Content-Type: multipart/mixed; boundary=b', '', '--b', ...body, ...parts, '--b--', ''] : body),
  ]
    .join('\n')
    .replaceAll('\n', '\r\n');
}
