import type { Page } from 'playwright-core';
import { readQr } from '../../support/pdf';
import { openCollector, type Collector } from '../../support/collector';
import { openStage, type Stage } from '../../support/browser';

export let stage: Stage;
export let collector: Collector;
export let clerk: Page;
export let ticket: string;
let survey: string;
/** A final Berita Acara as anybody may hold it: its file, its code, and the seal behind the # of its QR. */
export let report: { readonly bytes: Buffer; readonly code: string; readonly seal: string };
beforeAll(async () => {
  collector = await openCollector();
  stage = await openStage({
    env: {
      LOG_FORMAT: 'json',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20pengumpul',
    },
  });
  clerk = await stage.open();
  await stage.clerkAt(clerk);
  await clerk.waitForURL('**/beranda');
  survey = (await (await stage.clerk()).getOpenSurvey({}))?.token ?? '';
  ticket = (await (await stage.clerk()).listTickets({ pageSize: 1 })).rows[0]?.number ?? '';
  report = await issueReport();
});

async function issueReport(): Promise<typeof report> {
  const api = await stage.clerk();
  const [done] = (await api.listTickets({ status: 'RESOLVED', pageSize: 1 })).rows;
  const number = done?.number ?? '';
  const bytes = Buffer.from(await (await api.readDocument({ number, kind: 'completion-report' })).arrayBuffer());
  const address = new URL(await readQr(bytes));
  return { bytes, code: address.pathname.split('/').at(-1) ?? '', seal: address.hash };
}
afterAll(async () => {
  await stage.close();
  await collector.close();
});

export const places = (): string[] => [
  '/',
  '/beranda',
  '/tiket/baru',
  '/tiket/baru?layanan=NET-01',
  '/tiket/baru?layanan=PUB-01',
  '/tiket',
  '/tiket?q=tidakadayangcocok',
  `/tiket/${ticket}`,
  '/tiket/TIK-2026-99999',
  `/survei/${survey}`,
  '/survei/terima-kasih',
  '/survei/AAAAAAAAAAAAAAAAAAAAAA',
  '/pengembang',
  '/verifikasi',
  `/verifikasi/${report.code}${report.seal}`,
  '/verifikasi/0000-0000-0000-0000',
];
