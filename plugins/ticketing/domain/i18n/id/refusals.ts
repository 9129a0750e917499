/** Every refusal with what to do next, and what an administrator should mend. */
export const refusals = {
  refusal: {
    invalid: 'Ada isian yang perlu diperbaiki. Periksa bagian yang ditandai, lalu kirim lagi.',
    unknownParameter: 'Ada parameter yang tidak dikenal. Hapus parameter itu, lalu coba lagi.',
    tooSlow: 'Kiriman terlalu lama dan dihentikan. Periksa sambungan internet Anda, lalu kirim lagi.',
    malformedJson: 'Isi permintaan bukan JSON yang benar. Periksa penulisannya, lalu kirim lagi.',
    emptyFile: 'Berkas kosong atau tidak terkirim. Pilih berkas lalu unggah lagi.',
    unauthenticated: 'Anda belum masuk atau sesi Anda sudah berakhir. Masuk lagi, lalu lanjutkan.',
    notAllowed: 'Anda tidak berwenang melakukan ini. Hubungi koordinator atau administrator bila Anda memerlukannya.',
    notFound: 'Data tidak ditemukan, atau bukan milik unit Anda. Periksa nomornya.',
    unknownCode:
      'Tidak ada dokumen dengan kode ini. Periksa kodenya pada kertas, atau kirim berkas PDF-nya untuk diperiksa.',
    noSuchDocument:
      'Dokumen ini belum tersedia untuk keadaan tiket sekarang. Muat ulang tiketnya untuk melihat dokumen yang ada.',
    noCertificate:
      'Sertifikat instansi belum dipasang, tidak berlaku lagi, atau tidak cocok dengan kuncinya. Hubungi administrator sistem.',
    notByMail:
      'Dokumen ini tidak dapat dikirim lewat surel: layanannya rahasia, dokumennya belum final, atau pemohonnya tidak punya alamat surel. Buka dokumennya, lalu cetak atau simpan.',
    mailPaused:
      'Alamat surel itu sedang tidak menerima surat. Periksa alamatnya, lalu pilih “coba lagi” di profil pemiliknya; atau buka dokumennya dan cetak.',
    wrongStatus:
      'Tindakan ini tidak dapat dilakukan karena status tiket sudah ' +
      '{status}. Muat ulang untuk melihat keadaan terbaru.',
    awaitingApproval:
      'Pekerjaan belum dapat dimulai karena menunggu persetujuan {approver}. Catat persetujuannya lebih dahulu.',
    awaitingDisposition: 'Layanan ini memerlukan disposisi sebelum dikerjakan. Catat disposisinya lebih dahulu.',
    awaitingLetter: 'Layanan ini memerlukan Surat Tugas sebelum diselesaikan. Catat Surat Tugasnya lebih dahulu.',
    awaitingDocuments:
      'Permintaan belum dapat diverifikasi karena dokumen wajib belum dilampirkan: {documents}. Kembalikan untuk dilengkapi; nama dokumennya disebut dengan sendirinya.',
    answerStillAwaited:
      'Pemohon masih punya waktu untuk menjawab. Tiket baru dapat ditutup tanpa tanggapan setelah batas ' +
      'waktunya lewat.',
    settingsChanged: 'Pengaturan ini baru saja diubah orang lain. Muat ulang, periksa perubahannya, lalu simpan lagi.',
    notUndoable:
      'Perubahan ini tidak dapat dikembalikan dari entrinya, karena entri tidak memuat seluruh isinya semula. Ubah lewat halaman pengaturannya.',
    calendarInUse:
      '{calendar} tidak dapat dihapus: hari kerja kantor, layanan, atau tiket yang pernah dijanjikan menurutnya masih memakainya. Ubah saja jamnya.',
    unknownTicket: 'Tiket {ticket} tidak ditemukan, atau Anda tidak berwenang melihatnya. Periksa nomornya.',
    wrongLink: 'Kedua tiket tidak dapat dikaitkan seperti ini: {problem}. Pilih tiket atau kaitan lain.',
    wrongDisposition:
      'Disposisi berjalan dari Kepala Dinas ke Bidang, tim, lalu petugas. Pilih tingkat setelah disposisi terakhir.',
    unknownDocument:
      'Berkas surat tidak ada di antara lampiran tiket ini. Unggah berkasnya lebih dahulu, lalu pilih lagi.',
    fixedAuthority: 'Wewenang ini tidak dapat diubah, agar administrator tidak terkunci dari pengaturan.',
    unknownCalendar: 'Kalender {calendar} tidak dikenal. Pilih kalender dari daftar.',
    alreadyTaken: 'Tiket ini sudah diambil oleh {assignee}. Pilih tiket lain, atau hubungi {assignee}.',
    idempotencyKeyReused: 'Kunci Idempotency-Key ini sudah dipakai untuk isi yang berbeda. Gunakan kunci baru.',
    surveyUpcoming: 'Survei ini belum dibuka. Buka lagi tautannya pada hari survei dimulai.',
    surveyClosed: 'Survei ini sudah ditutup, jadi jawaban tidak dapat dikirim lagi. Terima kasih atas perhatian Anda.',
    tooLarge: 'Isi yang dikirim terlalu besar (paling besar {limit}). Perkecil, lalu kirim lagi.',
    fileTooLarge: 'Berkas terlalu besar (paling besar {limit}). Perkecil atau bagi berkasnya, lalu unggah lagi.',
    fileTypeRefused: 'Jenis berkas ini tidak diterima. Kirim salah satu dari: {accepted}.',
    unsafeFile: 'Berkas ini tidak diterima karena {reason}. Kirim isinya dengan cara lain, lalu unggah lagi.',
    notJson: 'Kirim isi sebagai JSON (Content-Type: application/json).',
    missingFields: 'Isian wajib belum lengkap. Lengkapi bagian yang ditandai, lalu kirim lagi.',
    invalidForm: 'Ada isian formulir layanan yang perlu diperbaiki. Periksa bagian yang ditandai, lalu kirim lagi.',
    unknownCategory: 'Layanan {category} tidak ada dalam katalog. Pilih layanan dari katalog.',
    inactiveCategory: 'Layanan {category} sedang tidak dibuka. Pilih layanan lain dari katalog.',
    unknownSkpd: 'SKPD {skpd} tidak dikenal. Pilih SKPD dari daftar.',
    inactiveSkpd: 'SKPD {skpd} sudah tidak aktif. Hubungi administrator untuk memindahkan akun ke unit penggantinya.',
    unknownColleague:
      'Rekan yang disebut tidak ada, tidak aktif, atau tidak boleh membaca ini. Hapus namanya dari tulisan, lalu kirim lagi.',
    unknownAssignee: 'Petugas yang dipilih tidak ada atau tidak aktif. Pilih petugas dari daftar.',
    unknownTeam: 'Tim {team} tidak dikenal. Pilih tim dari daftar.',
    tooManyFiles: 'Lampiran sudah mencapai batas {limit} berkas. Hapus yang tidak perlu sebelum menambah.',
    accountWithoutSkpd: 'Akun Anda belum terhubung ke SKPD. Hubungi administrator untuk melengkapinya.',
    linkSpent: 'Tautan ini sudah dipakai, sudah kedaluwarsa, atau tidak lengkap. Minta tautan baru.',
    signOnUnverified:
      'Layanan masuk belum memastikan alamat email Anda. Pastikan email Anda di sana, atau hubungi administrator.',
    signOnUnknown:
      'Anda dikenal layanan masuk, tetapi belum punya akun di sini. Hubungi administrator untuk dibuatkan akun, dengan email atau NIP yang sama.',
    signOnAmbiguous:
      'Email dan NIP Anda tidak cocok dengan satu akun yang sama, jadi belum pasti akun mana milik Anda. Hubungi administrator untuk membetulkannya.',
    signOnClosed: 'Akun Anda di sini belum aktif atau dinonaktifkan. Hubungi administrator bila Anda memerlukannya.',
    signOnRefused: 'Layanan masuk membatalkan atau menolak permintaan ini. Coba lagi, atau masuk dengan kata sandi.',
    signOnSpent:
      'Percobaan masuk ini sudah dipakai, kedaluwarsa, atau bukan dari peramban ini. Mulai lagi dari halaman Masuk.',
    storeUnreachable:
      'Tempat penyimpanan lampiran sedang tidak dapat dihubungi, jadi berkas belum dapat disimpan atau dibuka. Tidak ada yang hilang; coba lagi beberapa menit lagi.',
    signOnUnreachable: 'Layanan masuk sedang tidak dapat dihubungi. Coba lagi nanti, atau masuk dengan kata sandi.',
    accountBlocked: 'Akun ini dinonaktifkan. Aktifkan lagi akunnya sebelum mengirim tautan.',
    ownAccount: 'Akun Anda sendiri tidak dapat dinonaktifkan di sini. Minta administrator lain melakukannya.',
    highestAccount: 'Ini akun Super Admin. Hanya Super Admin lain yang dapat mengubahnya, pada Pengaturan > Pengguna.',
    notInvited: 'Akun ini sudah pernah dipakai. Pemiliknya memilih “Lupa kata sandi” bila tidak dapat masuk.',
    tooManyRequests: 'Terlalu banyak percobaan. Tunggu {seconds} detik, lalu coba lagi.',
    unexpected:
      'Terjadi kesalahan di sistem; data Anda tidak berubah. Coba lagi, atau hubungi meja layanan dengan ' +
      'kode {requestId}.',
    unavailable: 'Layanan sedang tidak dapat dihubungi. Tunggu sebentar, lalu coba lagi.',
    storageFull:
      'Penyimpanan sistem penuh, sehingga belum ada yang disimpan. Beri tahu Diskominfo, lalu coba lagi nanti.',
    readOnly: 'Sistem sedang dirawat: data dapat dibaca, tetapi belum dapat diubah. Coba lagi nanti.',
  },
  fileProblem: {
    encrypted: 'arsipnya dikunci dengan kata sandi, sehingga isinya tidak dapat diperiksa',
    nested: 'di dalam arsip ada arsip lain',
    tooBig: 'isi arsip terlalu besar atau terlalu banyak setelah dibuka',
    executable: 'di dalamnya ada program yang dapat dijalankan',
    macro: 'dokumennya berisi makro',
    broken: 'berkasnya rusak atau bukan berkas sesuai akhirannya',
  },
  linkProblem: {
    itself: 'sebuah tiket tidak dapat dikaitkan dengan dirinya sendiri',
    exists: 'kaitan itu sudah ada',
    hasParent: 'tiket itu sudah bagian dari tiket lain',
    isChild: 'tiket induk tidak boleh bagian dari tiket lain',
    isParent: 'tiket yang menjadi induk tidak boleh menjadi bagian dari tiket lain',
    closed: 'hanya tiket yang belum selesai dapat menjadi bagian atau induk',
    confidential: 'tiket rahasia tidak boleh menjadi induk tiket yang tidak rahasia',
    missing: 'kaitan itu tidak ada',
  },
  warning: {
    lettersStandStill:
      '{count} surat seharusnya sudah terkirim, tetapi tidak ada yang keluar selama lima menit. Periksa server surel.',
    lettersFailed: '{count} surat gagal dikirim dalam 24 jam terakhir. Periksa sebabnya, lalu kirim ulang.',
    pushStandsStill:
      '{count} kabar ke perangkat seharusnya sudah terkirim, tetapi tidak ada yang keluar selama lima menit. Periksa ' +
      'apakah server ini mencapai internet.',
    whatsAppStandsStill:
      '{count} pesan WhatsApp seharusnya sudah terkirim, tetapi tidak ada yang keluar selama lima menit. Periksa ' +
      'gerbangnya.',
    shortMessagesFailed:
      '{count} kabar ke perangkat atau lewat WhatsApp gagal dikirim dalam 24 jam terakhir. Periksa sebabnya, lalu ' +
      'kirim ulang.',
    yearWithoutHolidays:
      'Tahun {year} belum memiliki data hari libur nasional. Tenggat pada ' +
      'tahun itu masih perkiraan; isi hari liburnya begitu SKB terbit.',
    brokenCalendar:
      'Kalender kerja {calendar} tidak dapat dipakai: jam bukanya bertumpuk, ' +
      'periodenya terbalik, atau tidak ada jam kerja sama sekali. Tenggat layanan yang ' +
      'memakainya dihitung dengan kalender terakhir yang benar sampai diperbaiki.',
    teamWithoutMembers:
      'Tim {team} menangani layanan tetapi tidak beranggota. Tambahkan anggota agar tiketnya ada yang mengerjakan.',
  },
};
