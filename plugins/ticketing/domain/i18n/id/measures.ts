/**
 * What numbers are called and mean. A measure's sentence, its cohort's, its clock's and the one on confidential tickets
 * together are the text behind the "?" beside it.
 */
export const measures = {
  measure: {
    received: ['Masuk', 'Tiket yang diajukan, apa pun keadaannya sekarang.'],
    receivedNew: ['Masuk, masih Baru', 'Dari tiket yang diajukan: yang sekarang berstatus Baru.'],
    receivedInProgress: [
      'Masuk, sedang Diproses',
      'Dari tiket yang diajukan: yang sekarang dikerjakan, termasuk yang menunggu pemohon atau pihak ketiga.',
    ],
    receivedResolved: [
      'Masuk, sudah Selesai',
      'Dari tiket yang diajukan: yang sekarang Selesai, kapan pun selesainya.',
    ],
    receivedRejected: ['Masuk, Ditolak', 'Dari tiket yang diajukan: yang sekarang Ditolak.'],
    receivedCancelled: ['Masuk, Dibatalkan', 'Dari tiket yang diajukan: yang sekarang Dibatalkan.'],
    receivedOverdue: [
      'Masuk, lewat tenggat',
      'Dari tiket yang diajukan: yang belum selesai dan sekarang melewati tenggat penyelesaian. Permintaan mendadak ' +
        'tidak dihitung.',
    ],
    receivedUnmeasured: [
      'Masuk, Selesai, tidak diukur',
      'Dari tiket yang diajukan dan sudah Selesai: yang diminta lebih mendadak daripada syarat layanannya, dan yang ' +
        'sudah selesai di sistem lama sebelum diimpor, tanpa janji waktu. Tidak tepat waktu dan tidak pula terlambat.',
    ],
    receivedLate: [
      'Masuk, Selesai terlambat',
      'Dari tiket yang diajukan dan sudah Selesai: yang selesai sesudah tenggat.',
    ],
    receivedOnTime: [
      'Tepat waktu dari yang masuk',
      'Dari tiket yang diajukan dan sudah Selesai: bagian yang selesai sebelum tenggat. Yang tidak diukur ' +
        'dikeluarkan dari pembagi.',
    ],
    answered: ['Ditanggapi', 'Tiket yang pertama kali ditanggapi petugas.'],
    answeredLate: ['Ditanggapi terlambat', 'Tiket yang tanggapan pertamanya sesudah tenggat tanggapan.'],
    answeredOnTime: ['Ditanggapi tepat waktu', 'Bagian tiket yang tanggapan pertamanya sebelum tenggat tanggapan.'],
    resolved: ['Selesai dalam periode', 'Tiket yang diselesaikan, kapan pun diajukannya.'],
    resolvedUnmeasured: [
      'Selesai, tidak diukur',
      'Tiket yang diselesaikan dan diminta lebih mendadak daripada syarat layanannya, atau sudah selesai di sistem ' +
        'lama sebelum diimpor, tanpa janji waktu. Tidak tepat waktu dan tidak pula terlambat.',
    ],
    resolvedLate: ['Selesai terlambat', 'Tiket yang diselesaikan sesudah tenggatnya.'],
    resolvedAgain: ['Selesai sesudah dibuka kembali', 'Tiket yang diselesaikan dan pernah dibuka kembali.'],
    resolvedOnTime: [
      'Selesai tepat waktu',
      'Bagian tiket yang diselesaikan sebelum tenggatnya. Yang tidak diukur dikeluarkan dari pembagi.',
    ],
    rated: ['Dinilai', 'Tiket yang diselesaikan dan dinilai pemohon.'],
    dissatisfied: ['Tidak puas', 'Tiket yang diselesaikan dan dinilai 1 atau 2.'],
    satisfied: ['Puas', 'Bagian tiket yang dinilai 3 atau 4, dari yang dinilai.'],
    rating: ['Penilaian', 'Rata-rata penilaian pemohon, dari 1 sampai 4. Bukan bagian dari indeks survei.'],
    opened: ['Dibuka', 'Berapa kali pekerjaan dimulai: tiket diajukan, dibuka kembali, atau dipulihkan.'],
    closed: ['Ditutup', 'Berapa kali pekerjaan berakhir: Selesai, Ditolak, atau Dibatalkan.'],
    reopened: ['Dibuka kembali', 'Berapa kali hasil pekerjaan dikembalikan karena belum tuntas.'],
    replies: ['Dijawab pemohon', 'Berapa kali tiket yang menunggu pemohon berjalan lagi atau berakhir.'],
    replyMinutes: ['Rata-rata menunggu pemohon', 'Rata-rata lama tiket menunggu pemohon.'],
    replyMedian: ['Median menunggu pemohon', 'Separuh penantian terhadap pemohon paling lama sekian.'],
    replyP90: ['P90 menunggu pemohon', 'Sembilan dari sepuluh penantian terhadap pemohon paling lama sekian.'],
    effortMinutes: ['Jam kerja tercatat', 'Waktu kerja yang dicatat petugas pada tiket.'],
    effortEntries: ['Catatan kerja', 'Berapa kali petugas mencatat waktu kerja.'],
    capacityMinutes: ['Kapasitas', 'Jam kerja menurut kalender kerja, dikurangi cuti yang dicatat.'],
    capacityUsed: ['Kapasitas terpakai', 'Jam kerja tercatat dibagi kapasitas orang atau tim pada baris itu.'],
    open: ['Belum selesai', 'Tiket yang belum berakhir.'],
    openNew: ['Baru', 'Tiket berstatus Baru.'],
    openInProgress: ['Diproses', 'Tiket yang dikerjakan, termasuk yang menunggu pemohon atau pihak ketiga.'],
    inHand: ['Dikerjakan', 'Tiket yang dikerjakan dan tidak menunggu siapa pun.'],
    waitingRequester: ['Menunggu pemohon', 'Tiket yang menunggu jawaban pemohon.'],
    waitingThirdParty: ['Menunggu pihak ketiga', 'Tiket yang menunggu pihak di luar kantor ini dan pemohon.'],
    overdue: [
      'Lewat tenggat',
      'Tiket belum selesai yang melewati tenggat penyelesaian. Permintaan mendadak tidak dihitung. Hanya untuk saat ' +
        'ini.',
    ],
    dueToday: [
      'Jatuh tempo hari ini',
      'Tiket belum selesai yang tenggat penyelesaiannya tiba sebelum hari ini berakhir dan belum lewat. Yang ' +
        'waktunya sedang berhenti dan permintaan mendadak tidak dihitung. Hanya untuk saat ini.',
    ],
    unassigned: ['Belum ditugaskan', 'Tiket belum selesai yang belum punya petugas.'],
    openOneDay: ['Umur 0–1 hari kerja', 'Tiket belum selesai yang diajukan paling lama satu hari kerja lalu.'],
    openFiveDays: ['Umur 2–5 hari kerja', 'Tiket belum selesai yang diajukan dua sampai lima hari kerja lalu.'],
    openTwentyDays: [
      'Umur 6–20 hari kerja',
      'Tiket belum selesai yang diajukan enam sampai dua puluh hari kerja lalu.',
    ],
    openLonger: ['Umur > 20 hari kerja', 'Tiket belum selesai yang diajukan lebih dari dua puluh hari kerja lalu.'],
    oldest: ['Tertua', 'Hari pengajuan tiket belum selesai yang paling lama.'],
    oldestForRequester: ['Menunggu pemohon sejak', 'Hari mulai penantian terlama terhadap pemohon.'],
    oldestForThirdParty: ['Menunggu pihak ketiga sejak', 'Hari mulai penantian terlama terhadap pihak ketiga.'],
    responseMinutes: ['Rata-rata waktu tanggap', 'Rata-rata waktu sampai tanggapan pertama petugas.'],
    responseMedian: ['Median waktu tanggap', 'Separuh tiket ditanggapi dalam waktu paling lama sekian.'],
    responseP90: ['P90 waktu tanggap', 'Sembilan dari sepuluh tiket ditanggapi dalam waktu paling lama sekian.'],
    responseMinutesAlways: ['Rata-rata waktu tanggap 24×7', 'Rata-rata waktu sampai tanggapan pertama petugas.'],
    responseMedianAlways: ['Median waktu tanggap 24×7', 'Separuh tiket ditanggapi dalam waktu paling lama sekian.'],
    responseP90Always: [
      'P90 waktu tanggap 24×7',
      'Sembilan dari sepuluh tiket ditanggapi dalam waktu paling lama sekian.',
    ],
    resolutionMinutes: [
      'Rata-rata waktu penyelesaian',
      'Rata-rata waktu dari pengajuan sampai Selesai, tanpa jeda menunggu pemohon.',
    ],
    resolutionMedian: ['Median waktu penyelesaian', 'Separuh tiket selesai dalam waktu paling lama sekian.'],
    resolutionP90: ['P90 waktu penyelesaian', 'Sembilan dari sepuluh tiket selesai dalam waktu paling lama sekian.'],
    resolutionMinutesAlways: [
      'Rata-rata waktu penyelesaian 24×7',
      'Rata-rata waktu dari pengajuan sampai Selesai, tanpa jeda menunggu pemohon.',
    ],
    resolutionMedianAlways: ['Median waktu penyelesaian 24×7', 'Separuh tiket selesai dalam waktu paling lama sekian.'],
    resolutionP90Always: [
      'P90 waktu penyelesaian 24×7',
      'Sembilan dari sepuluh tiket selesai dalam waktu paling lama sekian.',
    ],
  },
  cohort: {
    SUBMITTED:
      'Menurut hari pengajuan (WIB); status adalah status saat laporan dibuat. Ditolak dan Dibatalkan ikut dihitung ' +
      'pada yang masuk dan punya kolom sendiri. Tiket yang dibuka kembali tetap satu tiket pada hari pengajuannya.',
    ANSWERED: 'Menurut hari tanggapan pertama (WIB), juga bila itu penolakan.',
    RESOLVED:
      'Menurut hari hasil terakhir (WIB). Ditolak dan Dibatalkan tidak termasuk. Tiket yang dibuka kembali keluar ' +
      'dari hitungan sampai selesai lagi, lalu dihitung pada hari itu.',
    OPENED: 'Menurut hari kejadian (WIB). Yang dihitung kejadian: satu tiket dapat dihitung lebih dari sekali.',
    CLOSED: 'Menurut hari kejadian (WIB). Yang dihitung kejadian: satu tiket dapat dihitung lebih dari sekali.',
    REOPENED:
      'Menurut hari pembukaan kembali (WIB). Yang dihitung kejadian: satu tiket dapat dihitung lebih dari sekali.',
    REPLIED: 'Menurut hari penantian berakhir (WIB). Yang dihitung kejadian, dalam waktu kalender.',
    WORKED: 'Menurut hari kerja dicatat (WIB), pada petugas yang mencatat, apa pun status tiketnya.',
    OPEN:
      'Keadaan pada akhir hari terakhir periode, atau sekarang bila hari itu belum lewat, menurut riwayat tiket. ' +
      'Kelompok adalah kelompok tiket sekarang. Ditolak dan Dibatalkan tidak termasuk; yang dibuka kembali ' +
      'termasuk.',
  },
  clock: {
    working: 'Dalam jam kerja menurut kalender layanan; layanan 24×7 dihitung terpisah.',
    always: 'Hanya layanan 24×7, dalam jam yang berjalan terus.',
    quantile: 'Dibulatkan ke atas ke batas kelas waktu, sehingga periode dapat dijumlahkan.',
  },
  aboutConfidential:
    'Tiket rahasia yang tidak boleh Anda baca tidak termasuk; jumlahnya ada pada satu baris tersendiri.',
  dimension: {
    status: 'Status',
    skpd: 'SKPD',
    category: 'Kategori',
    service: 'Layanan',
    priority: 'Prioritas',
    channel: 'Saluran',
    officer: 'Petugas',
    team: 'Tim',
    month: 'Bulan',
  },
  nobody: { officer: 'Belum ditugaskan', team: 'Tanpa tim', other: 'Lainnya' },
  comparison: {
    previous: 'Periode sebelumnya',
    lastYear: 'Periode yang sama tahun lalu',
    range: 'Periode pilihan',
    none: 'Tanpa pembanding',
  },
  reportNote: {
    small: 'Bagian dan rata-rata dari kurang dari {limit} tiket ditandai: terlalu sedikit untuk disimpulkan.',
    unfinished: 'Periode ini belum selesai; pembandingnya hari yang sama, {from} sampai {to}.',
    now: 'Jumlah yang belum selesai adalah keadaan saat laporan dibuat.',
    confidential: 'Tiket rahasia yang tidak Anda baca dihitung pada satu baris tersendiri, di luar jumlah.',
    times:
      'Sebagian angka menghitung kejadian: satu tiket dapat dihitung lebih dari sekali, dan muncul sekali dalam ' +
      'daftar.',
    rolledUp: 'SKPD yang berganti dihitung pada penggantinya.',
    cut: 'Hanya {limit} tiket terbaru yang ditampilkan; semuanya ada dalam ekspor tiket.',
  },
};
