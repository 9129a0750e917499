import type { Instrument } from './questionnaire';

/**
 * The nine elements of Permenpan-RB 14/2017 with the wording of its questionnaire, spoken to "Anda". Our services cost
 * nothing: the fourth element says so with "gratis" as 4. Source: domain rules 4.4.
 */
export const SKM_2017: Instrument = {
  id: 'SKM-2017',
  source: 'Permenpan-RB 14/2017',
  elements: [
    {
      code: 'U1',
      name: { id: 'Persyaratan', en: 'Requirements' },
      question: {
        id: 'Bagaimana pendapat Anda tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?',
        en: 'How well do the requirements fit the kind of service?',
      },
      answers: {
        id: ['Tidak sesuai', 'Kurang sesuai', 'Sesuai', 'Sangat sesuai'],
        en: ['Not at all', 'Not quite', 'Well', 'Very well'],
      },
    },
    {
      code: 'U2',
      name: { id: 'Sistem, Mekanisme dan Prosedur', en: 'System, mechanism and procedure' },
      question: {
        id: 'Bagaimana pendapat Anda tentang kemudahan prosedur pelayanan kami?',
        en: 'How easy is our procedure?',
      },
      answers: {
        id: ['Tidak mudah', 'Kurang mudah', 'Mudah', 'Sangat mudah'],
        en: ['Not easy', 'Not quite easy', 'Easy', 'Very easy'],
      },
    },
    {
      code: 'U3',
      name: { id: 'Waktu Penyelesaian', en: 'Time to completion' },
      question: {
        id: 'Bagaimana pendapat Anda tentang kecepatan kami dalam memberikan pelayanan?',
        en: 'How fast do we serve you?',
      },
      answers: {
        id: ['Tidak cepat', 'Kurang cepat', 'Cepat', 'Sangat cepat'],
        en: ['Not fast', 'Not quite fast', 'Fast', 'Very fast'],
      },
    },
    {
      code: 'U4',
      name: { id: 'Biaya/Tarif', en: 'Cost' },
      question: {
        id: 'Bagaimana pendapat Anda tentang kewajaran biaya atau tarif pelayanan?',
        en: 'How fair is the cost of the service?',
      },
      answers: {
        id: ['Sangat mahal', 'Cukup mahal', 'Murah', 'Gratis'],
        en: ['Very expensive', 'Rather expensive', 'Cheap', 'Free of charge'],
      },
    },
    {
      code: 'U5',
      name: { id: 'Produk Spesifikasi Jenis Pelayanan', en: 'Product of the service' },
      question: {
        id: 'Bagaimana pendapat Anda tentang kesesuaian hasil pelayanan dengan yang tercantum dalam standar pelayanan?',
        en: 'How well does the result match what the service standard promises?',
      },
      answers: {
        id: ['Tidak sesuai', 'Kurang sesuai', 'Sesuai', 'Sangat sesuai'],
        en: ['Not at all', 'Not quite', 'Well', 'Very well'],
      },
    },
    {
      code: 'U6',
      name: { id: 'Kompetensi Pelaksana', en: 'Competence of staff' },
      question: {
        id: 'Bagaimana pendapat Anda tentang kemampuan petugas dalam pelayanan?',
        en: 'How competent are our officers?',
      },
      answers: {
        id: ['Tidak kompeten', 'Kurang kompeten', 'Kompeten', 'Sangat kompeten'],
        en: ['Not competent', 'Not quite competent', 'Competent', 'Very competent'],
      },
    },
    {
      code: 'U7',
      name: { id: 'Perilaku Pelaksana', en: 'Conduct of staff' },
      question: {
        id: 'Bagaimana pendapat Anda tentang kesopanan dan keramahan petugas?',
        en: 'How polite and friendly are our officers?',
      },
      answers: {
        id: ['Tidak sopan dan ramah', 'Kurang sopan dan ramah', 'Sopan dan ramah', 'Sangat sopan dan ramah'],
        en: [
          'Not polite or friendly',
          'Not quite polite and friendly',
          'Polite and friendly',
          'Very polite and friendly',
        ],
      },
    },
    {
      code: 'U8',
      name: { id: 'Sarana dan Prasarana', en: 'Facilities' },
      question: {
        id: 'Bagaimana pendapat Anda tentang kualitas sarana dan prasarana pelayanan?',
        en: 'How good are the facilities of the service?',
      },
      answers: { id: ['Buruk', 'Cukup', 'Baik', 'Sangat baik'], en: ['Poor', 'Fair', 'Good', 'Very good'] },
    },
    {
      code: 'U9',
      name: { id: 'Penanganan Pengaduan, Saran dan Masukan', en: 'Handling of complaints and suggestions' },
      question: {
        id: 'Bagaimana pendapat Anda tentang penanganan pengaduan, saran, dan masukan pengguna layanan?',
        en: 'How well are complaints and suggestions of users handled?',
      },
      answers: {
        id: ['Tidak ada', 'Ada tetapi tidak berfungsi', 'Berfungsi kurang maksimal', 'Dikelola dengan baik'],
        en: ['There is no handling', 'There is, but it does not work', 'Works, but not fully', 'Well managed'],
      },
    },
  ],
  profile: [
    {
      key: 'gender',
      question: { id: 'Jenis kelamin', en: 'Gender' },
      options: [
        { code: 'FEMALE', label: { id: 'Perempuan', en: 'Female' } },
        { code: 'MALE', label: { id: 'Laki-laki', en: 'Male' } },
      ],
    },
    {
      key: 'education',
      question: { id: 'Pendidikan terakhir', en: 'Highest education' },
      options: [
        { code: 'SCHOOL', label: { id: 'SMA/sederajat atau di bawahnya', en: 'Secondary school or below' } },
        { code: 'DIPLOMA', label: { id: 'D1–D3', en: 'Diploma (D1–D3)' } },
        { code: 'BACHELOR', label: { id: 'D4/S1', en: 'Bachelor (D4/S1)' } },
        { code: 'POSTGRADUATE', label: { id: 'S2/S3', en: 'Master or doctorate (S2/S3)' } },
      ],
    },
    {
      key: 'position',
      question: { id: 'Kelompok jabatan', en: 'Kind of position' },
      options: [
        { code: 'MANAGER', label: { id: 'Pejabat struktural', en: 'Managerial office' } },
        { code: 'SPECIALIST', label: { id: 'Jabatan fungsional', en: 'Functional office' } },
        { code: 'STAFF', label: { id: 'Pelaksana', en: 'Administrative staff' } },
        { code: 'OTHER', label: { id: 'Non-ASN atau lainnya', en: 'Not a civil servant, or other' } },
      ],
    },
  ],
};
