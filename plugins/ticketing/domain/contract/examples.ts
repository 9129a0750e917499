import type { TokenGrant } from '../access';
import type { EndpointName, Request } from './index';

/**
 * How another system uses the contract, one call after the other: what it was given, what it sends, and the part of the
 * answer that matters. A test sends each of them to a real desk. `{number}` is the ticket that the first one files.
 */
export interface Example {
  readonly endpoint: EndpointName;
  /** Without it the call is refused; null where any token will do. */
  readonly grant: TokenGrant | null;
  /** Path parameters, query and body as one flat object. */
  readonly request: Readonly<Record<string, unknown>>;
  /** What stands under `data`, shortened; text of a file. */
  readonly reply: unknown;
}

const example = <N extends EndpointName>(
  endpoint: N,
  grant: TokenGrant | null,
  request: Request<N>,
  reply: unknown,
): Example => ({ endpoint, grant, request: request as Readonly<Record<string, unknown>>, reply });

const NUMBER = '{number}';
const SUBMITTED = '2026-11-30T01:12:45.310Z';
const SERVICE = { code: 'NET-01', name: 'Gangguan internet' };
const UNIT = { code: 'DISDIKBUD', name: 'Dinas Pendidikan dan Kebudayaan' };
const summary = {
  number: NUMBER,
  title: 'Internet di loket pelayanan mati',
  status: 'NEW',
  priority: 'HIGH',
  category: SERVICE,
  skpd: UNIT,
  assignee: null,
  channel: 'WHATSAPP',
  isConfidential: false,
  isOverdue: false,
  submittedAt: SUBMITTED,
  resolutionDueAt: '2026-12-01T01:12:45.310Z',
};

export const EXAMPLES: readonly Example[] = [
  example(
    'submitTicket',
    'fileOnBehalf',
    {
      skpd: 'DISDIKBUD',
      channel: 'WHATSAPP',
      category: 'NET-01',
      title: 'Internet di loket pelayanan mati',
      description: 'Sejak pukul delapan seluruh loket tidak dapat terhubung ke internet.',
      impact: 'MEDIUM',
      urgency: 'HIGH',
      contact: { name: 'Ratih Kusuma', phone: '0812-0000-0201', email: 'ratih.kusuma@bukittinggi.test' },
      form: {
        lokasi: 'Gedung A lantai 1',
        cakupan_gangguan: 'Satu gedung',
        jenis_koneksi: 'Fiber optik',
        waktu_kejadian: '2026-11-30T08:00',
      },
    },
    {
      number: NUMBER,
      status: 'NEW',
      priority: 'HIGH',
      submittedAt: SUBMITTED,
      responseDueAt: '2026-11-30T02:12:45.310Z',
      resolutionDueAt: '2026-12-01T01:12:45.310Z',
      missingDocuments: [],
      attachments: [],
    },
  ),
  example(
    'getCatalog',
    'tickets',
    {},
    {
      categories: [SERVICE],
      skpd: [UNIT],
      teams: [{ code: 'TIM-INFRA', name: 'Tim Infrastruktur' }],
    },
  ),
  example('listTickets', 'tickets', { q: 'Internet di loket', pageSize: 5 }, [summary]),
  example(
    'getTicket',
    'tickets',
    { number: NUMBER },
    {
      ...summary,
      description: 'Sejak pukul delapan seluruh loket tidak dapat terhubung ke internet.',
      contact: { name: 'Ratih Kusuma', phone: '•••201', email: 'r•••@bukittinggi.test' },
      isContactMasked: true,
      attachments: [],
    },
  ),
  example(
    'commentOnTicket',
    'comment',
    { number: NUMBER, body: 'Loket dua sudah tersambung lagi.' },
    {
      number: NUMBER,
      status: 'NEW',
    },
  ),
];
