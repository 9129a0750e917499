/** Guides and announcements. */
export const guides = {
  guideKind: { SOP: 'SOP', GUIDE: 'Panduan', FAQ: 'Tanya jawab' },
  announcementKind: { DISTURBANCE: 'Gangguan', MAINTENANCE: 'Pemeliharaan', INFO: 'Informasi' },
};
