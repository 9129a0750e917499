import { bareNip, checkIdentity, NIP_FORMAT, type Identity } from '../../../domain';
import type { Draft, Fault, Save } from './fault';

const REQUIRED = {
  government: 'Baris pertama kop',
  office: 'Baris kedua kop',
  officeName: 'Nama instansi',
  officeShortName: 'Nama singkat instansi',
  systemName: 'Nama sistem',
  city: 'Tempat penandatanganan',
  address: 'Alamat',
} as const;
const EXAMPLES: Readonly<Record<string, string>> = {
  postalCode: 'Kode pos terdiri atas lima angka.',
  phone: 'Telepon ditulis seperti (0752) 33369; beberapa nomor dipisah garis miring atau koma.',
  email: 'Pos-el ditulis seperti kominfo@kota.go.id.',
  site: 'Laman ditulis seperti kota.go.id.',
};
const SIGNERS = ['head', 'completionSigner', 'assignmentSigner', 'incidentSigner'] as const;

const typed = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

function signerFaults(draft: Draft, field: (typeof SIGNERS)[number]): Fault[] {
  const signer = draft[field];
  if (!signer || typeof signer !== 'object') return [];
  const { position, nip } = signer as Readonly<Record<string, unknown>>;
  const isWrong = typed(nip) !== '' && !NIP_FORMAT.test(bareNip(typed(nip)));
  return [
    ...(typed(position) ? [] : [{ field: `${field}.position`, message: 'Jabatan penanda tangan wajib diisi.' }]),
    ...(isWrong
      ? [{ field: `${field}.nip`, message: 'NIP terdiri atas 18 angka. Kosongkan bila pejabat tidak mempunyai NIP.' }]
      : []),
  ];
}

/** What would look wrong on every paper of the office. */
export const identityFaults = ({ draft }: Save): Fault[] => [
  ...Object.entries(REQUIRED).flatMap(([field, label]) =>
    typed(draft[field]) ? [] : [{ field, message: `${label} wajib diisi.` }],
  ),
  ...checkIdentity(draft as Partial<Identity>).map(({ field }) => ({
    field,
    message: EXAMPLES[field] ?? 'Isian ini tidak dapat dipakai pada dokumen. Periksa penulisannya.',
  })),
  ...SIGNERS.flatMap((field) => signerFaults(draft, field)),
];
