import type { Core } from '@strapi/strapi';
import { bareNip, type Identity, type Signatory, type SigningDuty } from '../../domain';
import { UID } from '../database/content-types';
import { rowsOf, sql } from '../database/sql';
import { connection } from '../database/transaction';

/** The emblem as Strapi's media library keeps it; `url` is its place below the served folder. */
export interface LogoFile {
  readonly url: string;
  readonly hash: string;
}
export interface OfficeIdentity extends Identity {
  readonly logo: LogoFile | null;
}

type SignerRow = { readonly [K in 'position' | 'name' | 'rank' | 'nip']?: string | null };
const SIGNERS: Readonly<Record<string, SigningDuty>> = {
  head: 'HEAD',
  completionSigner: 'COMPLETION',
  assignmentSigner: 'ASSIGNMENT',
  incidentSigner: 'INCIDENT',
};
type Row = Omit<OfficeIdentity, 'signatories'> & { readonly [K in keyof typeof SIGNERS]?: SignerRow | null };

const orNull = (text: string | null | undefined): string | null => text?.trim() || null;
const toSignatory = (duty: SigningDuty, { position, name, rank, nip }: SignerRow): Signatory => ({
  duty,
  position: position?.trim() ?? '',
  name: orNull(name),
  rank: orNull(rank),
  nip: nip ? bareNip(nip) || null : null,
});

/** What papers say where nobody has written an identity: nothing that could pass for one. */
const UNWRITTEN: OfficeIdentity = {
  government: 'PEMERINTAH DAERAH',
  office: 'IDENTITAS INSTANSI BELUM DIISI',
  officeName: 'Instansi',
  officeShortName: 'Instansi',
  city: '',
  systemName: 'Sistem Ticketing',
  unitTerm: 'SKPD',
  address: '',
  postalCode: null,
  phone: null,
  email: null,
  site: null,
  serviceHours: null,
  paper: 'A4',
  signatories: [],
  logo: null,
};

const toIdentity = (row: Row): OfficeIdentity => ({
  government: row.government,
  office: row.office,
  officeName: row.officeName,
  officeShortName: row.officeShortName,
  city: row.city,
  systemName: row.systemName,
  unitTerm: row.unitTerm,
  address: row.address,
  postalCode: orNull(row.postalCode),
  phone: orNull(row.phone),
  email: orNull(row.email),
  site: orNull(row.site),
  serviceHours: orNull(row.serviceHours),
  paper: row.paper,
  signatories: Object.entries(SIGNERS).flatMap(([field, duty]) => {
    const signer = (row as Readonly<Record<string, unknown>>)[field] as SignerRow | null | undefined;
    return signer?.position ? [toSignatory(duty, signer)] : [];
  }),
  logo: row.logo ? { url: row.logo.url, hash: row.logo.hash } : null,
});

const PARTS = { logo: true, ...Object.fromEntries(Object.keys(SIGNERS).map((field) => [field, true])) };

/** Who the office is, as of now; read again only when it was saved again. */
export function keepIdentity(strapi: Core.Strapi): () => Promise<OfficeIdentity> {
  let kept: { version: string; identity: Promise<OfficeIdentity> } | null = null;
  return async () => {
    const [row] = await rowsOf<{ version: string }>(
      connection(strapi),
      sql`select coalesce(max(id || ':' || updated_at::text), '') as version from identities`,
    );
    const version = row?.version ?? '';
    if (kept?.version !== version) {
      const reading = strapi.db.query(UID.identity as typeof UID.guide).findOne({ populate: PARTS as never });
      const identity = (reading as unknown as Promise<Row | null>).then((found) =>
        found ? toIdentity(found) : UNWRITTEN,
      );
      kept = { version, identity };
      // A failed read must not be remembered as the answer.
      identity.catch(() => {
        kept = null;
      });
    }
    return kept.identity;
  };
}
