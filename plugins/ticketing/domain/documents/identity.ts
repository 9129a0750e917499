import { EMAIL_FORMAT, NIP_FORMAT } from '../form';
import type { Issue } from '../refusal';

/** Paper a city's offices print on. F4 is what Indonesia calls folio: 215 × 330 mm. */
export const PAPERS = ['A4', 'F4'] as const;
export type Paper = (typeof PAPERS)[number];
/** Width and height in PDF points (1/72 inch). */
export const PAPER_POINTS: Readonly<Record<Paper, readonly [width: number, height: number]>> = {
  A4: [595.28, 841.89],
  F4: [609.45, 935.43],
};

/** What a city calls its units; the law moves from the first to the second. Source: domain rules 0.2. */
export const UNIT_TERMS = ['SKPD', 'Perangkat Daerah'] as const;
export type UnitTerm = (typeof UNIT_TERMS)[number];

/** For which papers an official signs. */
export const SIGNING_DUTIES = ['HEAD', 'COMPLETION', 'ASSIGNMENT', 'INCIDENT'] as const;
export type SigningDuty = (typeof SIGNING_DUTIES)[number];

/** An official whose block stands on papers. The signature itself is never ours to make. */
export interface Signatory {
  readonly duty: SigningDuty;
  /** As it stands above the signature: `Kepala Dinas Komunikasi dan Informatika`. */
  readonly position: string;
  readonly name: string | null;
  readonly rank: string | null;
  /** 18 digits, or null: some who sign have none, and none is ever invented. */
  readonly nip: string | null;
}

/** Who this office is: what letterheads, footers and terms are made of. One per installation, edited in the panel. */
export interface Identity {
  /** First line of the kop: `PEMERINTAH KOTA …`. */
  readonly government: string;
  /** Second line, the office by its full name. */
  readonly office: string;
  /** The same as people say it in a sentence. */
  readonly officeName: string;
  readonly officeShortName: string;
  /** Place that stands before the date of a letter. */
  readonly city: string;
  readonly systemName: string;
  readonly unitTerm: UnitTerm;
  readonly address: string;
  readonly postalCode: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly site: string | null;
  readonly serviceHours: string | null;
  readonly paper: Paper;
  readonly signatories: readonly Signatory[];
}

/** A NIP as people group it, `19850101 201001 1 001`, without what lies between the digits. */
export const bareNip = (nip: string): string => nip.replace(/[\s.]/g, '');
/** A NIP as letters print it, in its four groups: birth, appointment, sex, number. */
export const groupedNip = (nip: string): string => nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4');

/** Who signs for this duty: the one named for it, else the head of the office. */
export const signatoryFor = ({ signatories }: Identity, duty: SigningDuty): Signatory | null =>
  signatories.find((one) => one.duty === duty) ?? signatories.find((one) => one.duty === 'HEAD') ?? null;

const FORMATS: readonly (readonly [keyof Identity, RegExp])[] = [
  ['postalCode', /^\d{5}$/],
  ['email', EMAIL_FORMAT],
  ['phone', /^[+()\d][\d\s()./,-]{4,60}$/],
  ['site', /^(https?:\/\/)?[a-z0-9-]+(\.[a-z0-9-]+)+(\/\S*)?$/i],
];

/** What of a changed identity would look wrong on paper. Only what is given is judged. */
export function checkIdentity(given: Partial<Identity>): Issue[] {
  const formats = FORMATS.flatMap(([field, format]): Issue[] => {
    const value = given[field];
    return typeof value === 'string' && value !== '' && !format.test(value) ? [{ field, code: 'wrongFormat' }] : [];
  });
  const signatories = (given.signatories ?? []).flatMap(({ nip, duty }, index, all): Issue[] => {
    const wrong: Issue[] =
      nip && !NIP_FORMAT.test(bareNip(nip)) ? [{ field: `signatories.${index}.nip`, code: 'wrongFormat' }] : [];
    const isTaken = all.findIndex((other) => other.duty === duty) < index;
    return isTaken ? [...wrong, { field: `signatories.${index}.duty`, code: 'taken' }] : wrong;
  });
  return [...formats, ...signatories];
}
