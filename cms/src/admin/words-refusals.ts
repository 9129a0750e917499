/** What Strapi's server refuses in English, and what a browser says of a line that is down, as people here read it. */
const REFUSALS: Readonly<Record<string, string>> = {
  Unauthorized: 'Sesi Anda sudah berakhir. Masuk lagi, lalu ulangi.',
  'Missing or invalid credentials': 'Sesi Anda sudah berakhir. Masuk lagi, lalu ulangi.',
  'Missing refresh token': 'Sesi Anda sudah berakhir. Masuk lagi, lalu ulangi.',
  'Invalid refresh token': 'Sesi Anda sudah berakhir. Masuk lagi, lalu ulangi.',
  'Session expired. Please log in again.': 'Sesi Anda sudah berakhir. Masuk lagi, lalu ulangi.',
  Forbidden: 'Anda tidak berwenang melakukan ini. Hubungi administrator bila memerlukannya.',
  'Forbidden access': 'Anda tidak berwenang melakukan ini. Hubungi administrator bila memerlukannya.',
  'Policy Failed': 'Anda tidak berwenang melakukan ini. Hubungi administrator bila memerlukannya.',
  'Not Found': 'Data ini tidak ada, atau sudah dihapus orang lain.',
  'Entity not found': 'Data ini tidak ada, atau sudah dihapus orang lain.',
  'Document not found': 'Data ini tidak ada, atau sudah dihapus orang lain.',
  'Invalid credentials': 'Kata sandi keliru. Periksa kembali, lalu coba lagi.',
  'Too many requests, please try again later.': 'Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi.',
  'Too Many Requests': 'Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi.',
  'Entity too large': 'Kiriman terlalu besar. Perkecil berkasnya, lalu coba lagi.',
  'Payload Too Large': 'Kiriman terlalu besar. Perkecil berkasnya, lalu coba lagi.',
  'Email already taken': 'Email ini sudah dipakai akun lain.',
  'A user with this email address already exists': 'Email ini sudah dipakai akun lain.',
  'This attribute must be unique': 'Isian ini sudah dipakai data lain.',
  'This reset password token has expired': 'Tautan ini sudah tidak berlaku. Minta tautan baru di halaman masuk.',
  'Invalid registrationToken': 'Undangan ini sudah tidak berlaku. Minta undangan baru kepada administrator.',
  'Invalid registration info': 'Undangan ini sudah tidak berlaku. Minta undangan baru kepada administrator.',
  'You must have at least one user with super admin role.':
    'Paling sedikit satu akun harus menjadi administrator sistem.',
  'You cannot delete your own user': 'Akun Anda sendiri tidak dapat dihapus.',
  // All that the page of one's own account is told of a password that is not the present one.
  ValidationError: 'Ada isian yang keliru. Periksa kembali, terutama kata sandi Anda saat ini.',
  'Internal Server Error': 'Terjadi kesalahan pada sistem. Coba lagi; bila terulang, hubungi administrator.',
  'Server Error': 'Terjadi kesalahan pada sistem. Coba lagi; bila terulang, hubungi administrator.',
  'Unknown error': 'Terjadi kesalahan. Coba lagi.',
  'Something went wrong': 'Terjadi kesalahan. Coba lagi.',
  // A line that is down, in the words of Chromium, Firefox and Safari.
  'Failed to fetch': 'Sambungan ke sistem terputus. Periksa jaringan, lalu coba lagi.',
  'NetworkError when attempting to fetch resource.': 'Sambungan ke sistem terputus. Periksa jaringan, lalu coba lagi.',
  'Load failed': 'Sambungan ke sistem terputus. Periksa jaringan, lalu coba lagi.',
};
/** Where Strapi looks them up: everywhere, in master data, and, as it was mended, on its page of signing in. */
const PLACES = ['apiError.', 'content-manager.apiError.', 'upload.apiError.', 'Auth.apiError.'] as const;

export const refusals: Record<string, string> = {
  ...Object.fromEntries(
    PLACES.flatMap((place) => Object.entries(REFUSALS).map(([said, sentence]) => [place + said, sentence])),
  ),
  'Auth.apiError.Invalid credentials': 'Email atau kata sandi keliru. Periksa kembali, lalu coba lagi.',
};
