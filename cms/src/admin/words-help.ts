/** What the fields of guides and announcements are called in Strapi's own screens. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'api::guide.guide': {
    title: 'Judul',
    slug: 'Alamat halaman',
    kind: 'Jenis',
    isActive: 'Aktif (tampil di portal)',
    summary: 'Ringkasan',
    body: 'Isi (Markdown)',
    services: 'Layanan terkait',
    keywords: 'Kata kunci, dipisah koma',
    order: 'Urutan',
    englishTitle: 'Judul dalam bahasa Inggris',
    englishSummary: 'Ringkasan dalam bahasa Inggris',
    englishBody: 'Isi dalam bahasa Inggris (Markdown)',
  },
  'api::announcement.announcement': {
    title: 'Judul',
    kind: 'Jenis',
    isActive: 'Aktif (tampil di portal)',
    startsAt: 'Mulai',
    endsAt: 'Berakhir',
    body: 'Isi (Markdown)',
    services: 'Layanan terdampak',
    ticketNumber: 'Nomor tiket gangguan',
  },
  'api::identity.identity': {
    government: 'Baris pertama kop (pemerintah daerah)',
    office: 'Baris kedua kop (perangkat daerah)',
    officeName: 'Nama instansi di dalam kalimat',
    officeShortName: 'Nama singkat instansi',
    systemName: 'Nama sistem pada dokumen',
    city: 'Tempat penandatanganan',
    unitTerm: 'Sebutan unit',
    logo: 'Lambang daerah (PNG, JPG, atau SVG)',
    address: 'Alamat',
    postalCode: 'Kode pos',
    phone: 'Telepon',
    email: 'Pos-el',
    site: 'Laman',
    serviceHours: 'Jam layanan',
    paper: 'Ukuran kertas',
    head: 'Kepala perangkat daerah',
    completionSigner: 'Mengetahui pada Berita Acara (bila bukan kepala)',
    assignmentSigner: 'Penanda tangan Surat Tugas (bila bukan kepala)',
    incidentSigner: 'Penanggung jawab laporan insiden (bila bukan kepala)',
  },
};
const PARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'identity.signatory': { position: 'Jabatan', name: 'Nama', rank: 'Pangkat', nip: 'NIP (18 angka)' },
};
const COMMON: Readonly<Record<string, string>> = {
  createdAt: 'Dibuat',
  updatedAt: 'Diperbarui',
  createdBy: 'Dibuat oleh',
  updatedBy: 'Diperbarui oleh',
};

const labelled = (kind: string, table: typeof FIELDS, common: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(table).flatMap(([uid, labels]) =>
      Object.entries({ ...common, ...labels }).map(([field, label]) => [
        `content-manager.${kind}.${uid}.${field}`,
        label,
      ]),
    ),
  );

export const help: Record<string, string> = {
  ...labelled('content-types', FIELDS, COMMON),
  ...labelled('components', PARTS, {}),
};
