/** The SLA clocks and their verdicts. */
export const sla = {
  slaClock: { RESPONSE: 'Tanggapan', READINESS: 'Kesiapan', RESOLUTION: 'Penyelesaian' },
  verdict: {
    ON_TIME: 'Tepat waktu',
    LATE: 'Terlambat',
    RUNNING: 'Berjalan',
    PAUSED: 'Dijeda',
    NOT_COUNTED: 'Tidak dihitung',
  },
};
