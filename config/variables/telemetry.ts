import { CMS, SERVERS, type Variable } from './variable.ts';

/** What the processes tell of themselves: logs, measures, traces. */
export const TELEMETRY = [
  {
    name: 'LOG_LEVEL',
    kind: ['error', 'warn', 'info', 'http', 'debug'],
    default: 'http',
    readBy: SERVERS,
    purpose: {
      id: 'seberapa banyak yang dicatat; http: satu baris tiap permintaan',
      en: 'how much is logged; http: a line for each request',
    },
  },
  {
    name: 'LOG_FORMAT',
    kind: ['text', 'json'],
    default: 'text',
    readBy: SERVERS,
    purpose: {
      id: 'bentuk catatan: teks, atau JSON untuk pengumpul log',
      en: 'how lines are written: text, or JSON for whoever gathers logs',
    },
  },
  {
    name: 'METRICS_TOKEN',
    kind: 'text',
    readBy: CMS,
    purpose: {
      id: 'kunci untuk membaca GET /metrics (Prometheus); tanpa ini halaman itu tidak ada',
      en: 'key to read GET /metrics (Prometheus); without it there is no such page',
    },
  },
  {
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    kind: 'url',
    readBy: SERVERS,
    purpose: {
      id: 'pengumpul OpenTelemetry (OTLP/HTTP) yang menerima jejak tiap permintaan; tanpa ini tidak ada yang dikirim',
      en: 'collector of OpenTelemetry (OTLP/HTTP) that is sent a trace of each request; without it nothing is sent',
    },
  },
  {
    name: 'OTEL_EXPORTER_OTLP_HEADERS',
    kind: 'text',
    readBy: SERVERS,
    purpose: {
      id: 'kepala permintaan untuk pengumpul, misalnya authorization=Bearer%20…; boleh lewat …_FILE',
      en: 'headers for the collector, such as authorization=Bearer%20…; may be given as …_FILE',
    },
  },
  {
    name: 'OTEL_TRACES_SAMPLER_ARG',
    kind: 'text',
    default: '1',
    readBy: SERVERS,
    purpose: { id: 'bagian jejak yang dikirim, 0 sampai 1', en: 'share of traces that is sent, 0 to 1' },
  },
] as const satisfies readonly Variable[];
