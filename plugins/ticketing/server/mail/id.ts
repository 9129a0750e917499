import type { Letters } from './wording';

/** Letters in Indonesian: who, when, what happened, and what to do if it was somebody else. */
export const id: Letters = {
  greeting: 'Yth. {name},',
  closing: 'Hormat kami,',
  automatic:
    'Surat ini dikirim otomatis oleh sistem. Kami tidak pernah meminta kata sandi Anda lewat surel, telepon, ' +
    'atau WhatsApp.',
  why: 'Kenapa saya menerima ini?',
  preferences: 'Atur pemberitahuan',
  account: 'Surat ini menyangkut keamanan akun Anda, dan karena itu selalu dikirim.',
  copy: 'Bila tombol tidak dapat ditekan, salin alamat ini ke peramban:',
  open: 'Buka halamannya',
  stop: 'Berhenti menerima surat seperti ini',
  digest: {
    late: 'Terlambat ({count})',
    today: 'Jatuh tempo hari ini ({count})',
    next: 'Berikutnya ({count})',
    asked: 'Menunggu jawaban pemohon ({count})',
    team: 'Di antrian tim Anda, belum ada petugasnya: {count}',
    more: 'dan {count} lagi',
    queue: 'Buka antrian',
    board: 'Buka dasbor',
    nothing: 'Selama pekan itu tidak ada tiket yang masuk atau selesai, dan tidak ada yang masih terbuka.',
  },
  ticket: {
    number: 'Nomor',
    title: 'Judul',
    status: 'Status',
    officer: 'Petugas',
    unit: 'SKPD',
    open: 'Buka tiket',
    nobody: 'belum ditetapkan',
    hidden: 'permintaan layanan rahasia',
    confidential: 'Layanan ini rahasia: isinya tidak dikirim lewat surel. Bacalah pada halaman tiket.',
    answer:
      'Balas surat ini untuk menulis komentar pada tiket, boleh dengan lampiran. Komentar dibaca semua yang mengikuti tiket ini.',
  },
  answered: {
    onlyFiles: '(Lampiran dikirim lewat surel.)',
    refusedFile: '[Lampiran surel “{file}” tidak diterima: {reason}]',
  },
  trial: {
    subject: 'Percobaan surel dari {system}',
    said: 'Surat ini dikirim dari pengaturan surel untuk mencobanya. Bila Anda membacanya, pengaturan sudah benar.',
  },
  of: {
    reset: {
      subject: 'Atur ulang kata sandi',
      said: [
        'Pada {when} ada permintaan untuk mengatur ulang kata sandi akun ' +
          '{username} (perangkat: {device}; alamat jaringan: {address}).',
        'Tekan tombol di bawah untuk membuat kata sandi baru. Tautan ini hanya dapat dipakai satu kali dan ' +
          'berlaku sampai {until}.',
      ],
      button: 'Buat kata sandi baru',
      after: [
        'Bukan Anda yang meminta? Abaikan surat ini: tanpa tautan di atas kata sandi Anda tidak berubah. ' +
          'Bila surat seperti ini datang berulang kali, beri tahu administrator di {office}.',
      ],
    },
    invite: {
      subject: 'Buat kata sandi untuk akun Anda',
      said: [
        'Administrator menyiapkan akun {system} untuk Anda pada {when}. Nama pengguna Anda: {username}.',
        'Tekan tombol di bawah untuk membuat kata sandi Anda sendiri. Tautan ini hanya dapat dipakai satu ' +
          'kali dan berlaku sampai {until}.',
      ],
      button: 'Buat kata sandi',
      after: [
        'Tautan sudah tidak berlaku? Minta administrator mengirim yang baru, atau pilih “Lupa kata sandi” ' +
          'pada halaman masuk.',
        'Bila Anda tidak merasa memerlukan akun ini, abaikan surat ini dan beri tahu administrator.',
      ],
    },
    passwordChanged: {
      subject: 'Kata sandi Anda sudah diganti',
      said: [
        'Kata sandi akun {username} diganti pada {when} (perangkat: {device}; alamat jaringan: {address}).',
        'Semua perangkat lain yang masuk dengan akun ini sudah dikeluarkan.',
      ],
      after: [
        'Bukan Anda yang menggantinya? Segera buat kata sandi baru lewat “Lupa kata sandi” di ' +
          '{site}/lupa-sandi, lalu beri tahu administrator di {office}.',
      ],
    },
    confirmEmail: {
      subject: 'Konfirmasi alamat email baru',
      said: [
        'Pada {when} pemilik akun {username} meminta agar alamat emailnya ' +
          'menjadi {email} (perangkat: {device}; alamat jaringan: {address}).',
        'Tekan tombol di bawah untuk membenarkannya. Tautan ini hanya dapat dipakai satu kali dan berlaku ' +
          'sampai {until}. Sebelum itu alamat yang lama tetap berlaku.',
      ],
      button: 'Periksa dan konfirmasi',
      after: ['Bukan Anda yang meminta? Abaikan surat ini; tidak ada yang berubah.'],
    },
    emailChanged: {
      subject: 'Alamat email akun Anda akan berubah',
      said: [
        'Pada {when} ada permintaan mengganti alamat email akun {username} ' +
          'menjadi {email} (perangkat: {device}; alamat jaringan: {address}).',
        'Perubahan berlaku setelah alamat yang baru dikonfirmasi.',
      ],
      after: [
        'Bukan Anda yang meminta? Segera ganti kata sandi Anda di {site}/lupa-sandi; tautan ' +
          'konfirmasinya ikut gugur. Lalu beri tahu administrator di {office}.',
      ],
    },
    tryAddress: {
      subject: 'Alamat email Anda menerima surat lagi',
      said: [
        'Surat-surat sebelumnya ke {email} ditolak server surelnya, sehingga kami berhenti mengirim. Pada {when} Anda ' +
          'meminta agar dicoba lagi.',
        'Bila Anda membaca surat ini, alamat Anda menerima surat lagi dan pemberitahuan dikirim seperti biasa. Tidak ada ' +
          'yang perlu dilakukan.',
      ],
      after: [],
      why: 'Anda meminta agar alamat ini dicoba lagi.',
    },
    report: {
      subject: '{title}: {from} sampai {to}',
      said: [
        'Terlampir laporan {reports} untuk {from} sampai {to}, dibuat otomatis pada {when}.',
        'Angkanya adalah yang boleh Anda baca sendiri di {system}. Arti tiap angka ada di dalam berkas.',
      ],
      button: 'Buka laporan',
      after: [],
      why: 'Administrator memasukkan Anda sebagai penerima laporan terjadwal “{title}”. Mintalah kepadanya bila tidak perlu lagi.',
    },
    paper: {
      subject: '[{number}] {document}',
      said: [
        'Terlampir {document} untuk tiket {number}: “{title}”, sebagai PDF seperti yang berlaku pada {when}.',
        'Dokumen berkode dapat diperiksa keasliannya di {site}/verifikasi.',
      ],
      button: 'Buka tiket',
      after: [],
      why: '{sender} meminta agar dokumen ini dikirim kepada Anda.',
    },
  },
};
