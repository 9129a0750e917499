import { at, LOREM, identity, head, ticket, contact, files, form, entries, frame, proof, short } from './material';

/** The papers of a day like any other. */
export const normal = {
  'request-form': {
    frame,
    body: {
      ticket,
      description: LOREM,
      impact: 'Satu SKPD / gedung',
      urgency: 'Pekerjaan terhenti',
      requester: 'Sri Wahyuni',
      contact,
      form,
      files,
    },
  },
  receipt: {
    frame: { ...frame, state: 'FINAL' as const, proof: short },
    body: {
      ticket,
      contact,
      responseDueAt: at('2026-11-20T03:15:00Z'),
      resolutionDueAt: at('2026-11-23T02:15:00Z'),
      files,
      address: 'https://tiket.kotacontoh.example/tiket/TIK-2026-00557',
    },
  },
  'completion-report': {
    frame: { ...frame, state: 'FINAL' as const, proof },
    body: {
      ticket,
      letterNumber: '500.12/17/Kominfo/2026',
      day: '2026-11-23',
      executor: {
        name: 'Galih Ramadhan, S.Kom.',
        nip: '198501012010011001',
        position: 'Pranata Komputer Ahli Muda',
        unit: identity.officeName,
      },
      requester: { name: 'Sri Wahyuni', nip: null, position: 'Kepala Subbagian Umum', unit: ticket.skpd },
      witness: head,
      location: 'Gedung A lantai 2, ruang pelayanan',
      startedAt: at('2026-11-20T03:00:00Z'),
      finishedAt: at('2026-11-20T07:15:00Z'),
      workDone: LOREM,
      result: 'Internet di ruang pelayanan lantai dua kembali normal; kecepatan terukur 94 Mbps di sepuluh titik.',
      helpers: ['Ahmad Fauzi'],
      photos: [],
      files,
      leftOut: 0,
    },
  },
  'assignment-letter': {
    frame: { ...frame, state: 'FINAL' as const, proof: short },
    body: {
      ticket,
      letterNumber: '800.1.11.1/21/Kominfo/2026',
      day: '2026-11-20',
      officers: [
        { name: 'Galih Ramadhan', nip: '198501012010011001', position: 'Pranata Komputer Ahli Muda', unit: null },
        { name: 'Ahmad Fauzi', nip: null, position: null, unit: null },
      ],
      instruction: 'Memperbaiki sambungan internet di ruang pelayanan dan mengujinya bersama petugas unit.',
      location: 'Gedung A lantai 2, ruang pelayanan',
      dueAt: at('2026-11-23T02:15:00Z'),
      signatory: head,
    },
  },
  disposition: {
    frame,
    body: {
      ticket,
      contact,
      description: LOREM,
      dispositions: [
        {
          at: '2026-11-20T02:40:00Z',
          by: 'Rina Marlina',
          level: 'Bidang',
          recipient: 'Bidang Infrastruktur TIK',
          instruction: 'Tindak lanjuti hari ini.',
          letterNumber: '045/117',
          letterDate: '2026-11-20',
          document: null,
        },
        {
          at: '2026-11-20T02:55:00Z',
          by: 'Rina Marlina',
          level: 'Petugas',
          recipient: 'Galih Ramadhan',
          instruction: 'Periksa sakelar lantai dua.',
          letterNumber: null,
          letterDate: null,
          document: null,
        },
      ],
      signatory: head,
    },
  },
  history: {
    frame,
    body: {
      ticket,
      status: 'Selesai',
      assignee: 'Galih Ramadhan',
      description: LOREM,
      contact,
      form,
      files,
      resolvedAt: at('2026-11-20T07:15:00Z'),
      result: LOREM,
      entries,
    },
  },
  'incident-report': {
    frame,
    body: {
      ticket: { ...ticket, isConfidential: true, service: 'Insiden siber' },
      status: 'Diproses',
      reporter: { name: 'Sri Wahyuni', unit: ticket.skpd, contact },
      description: LOREM,
      form,
      entries,
      impact: 'Pelayanan publik / banyak SKPD',
      urgency: 'Pekerjaan terhenti',
      affected: 3,
      result: null,
      signatory: head,
    },
  },
  'service-catalog': {
    frame,
    body: {
      categories: [
        {
          code: 'NET',
          name: 'Jaringan & Internet',
          services: [
            {
              code: 'NET-01',
              name: 'Gangguan koneksi internet',
              kind: 'Insiden',
              team: 'Infrastruktur',
              response: '1 jam',
              resolution: '7 jam 30 menit',
              scope: null,
            },
            {
              code: 'NET-02',
              name: 'Pemasangan titik jaringan baru',
              kind: 'Permintaan',
              team: 'Infrastruktur',
              response: '4 jam',
              resolution: '3 hari kerja',
              scope: 'Di luar waktu pengadaan barang.',
            },
          ],
        },
      ],
    },
  },
};
export type Papers = typeof normal;
export const PAPER_KINDS = Object.keys(normal) as (keyof Papers)[];
