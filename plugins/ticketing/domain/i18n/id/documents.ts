/** Documents (PDF): which there are, whether one still holds, and in what duty somebody signs. */
export const documents = {
  document: {
    'request-form': 'Formulir Permohonan',
    receipt: 'Tanda Terima',
    'completion-report': 'Berita Acara Penyelesaian Pekerjaan',
    'assignment-letter': 'Surat Tugas',
    disposition: 'Lembar Disposisi',
    history: 'Riwayat Tiket',
    'incident-report': 'Laporan Insiden',
  },
  documentState: { FINAL: 'Final', PREVIEW: 'Pratinjau', PRINTOUT: 'Cetakan' },
  documentStanding: { VALID: 'Berlaku', REPLACED: 'Sudah digantikan' },
  signingDuty: {
    HEAD: 'Kepala perangkat daerah',
    COMPLETION: 'Mengetahui pada Berita Acara',
    ASSIGNMENT: 'Penanda tangan Surat Tugas',
    INCIDENT: 'Penanggung jawab laporan insiden',
  },
};
