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
};
const COMMON: Readonly<Record<string, string>> = {
  createdAt: 'Dibuat',
  updatedAt: 'Diperbarui',
  createdBy: 'Dibuat oleh',
  updatedBy: 'Diperbarui oleh',
};

export const help: Record<string, string> = Object.fromEntries(
  Object.entries(FIELDS).flatMap(([uid, labels]) =>
    Object.entries({ ...COMMON, ...labels }).map(([field, label]) => [
      `content-manager.content-types.${uid}.${field}`,
      label,
    ]),
  ),
);
