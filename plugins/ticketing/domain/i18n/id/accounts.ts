/** Passwords and devices. */
export const accounts = {
  strength: { WEAK: 'Belum memenuhi syarat', FAIR: 'Cukup kuat', STRONG: 'Kuat' },
  place: {
    THIS_SERVER: 'Server ini sendiri',
    INTERNAL: 'Jaringan internal',
    INTERNET: 'Internet',
    UNKNOWN: 'Tidak diketahui',
  },
  device: { both: '{browser} di {system}', unknown: 'Perangkat tidak dikenal' },
  accountClosed: 'Akun {name} tidak aktif lagi.',
};
