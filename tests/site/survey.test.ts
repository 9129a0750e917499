import http from 'node:http';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { barriers, beside, openStage, PHONE, SIGHTS, signIn, type Stage } from '../support/browser';
import { startSite } from '../support/servers';
import { outage, type PortalAccount } from '../support/world';

let stage: Stage;
let token: string;
beforeAll(async () => {
  stage = await openStage();
  token = (await (await stage.clerk()).getOpenSurvey({}))?.token ?? '';
});
afterAll(() => stage.close());

const ELEMENTS = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U8', 'U9'];
const choose = (page: Page, code: string, score: number): Promise<void> =>
  page.locator(`input[name="answers.${code}"][value="${score}"]`).check();
const send = (page: Page): Promise<void> => page.getByRole('button', { name: 'Kirim jawaban' }).click();
const count = async (): Promise<number> =>
  (
    await stage.database.query(
      'select count(*)::int as count from survey_responses r join survey_periods p on p.id = r.period_id ' +
        'where p.token = $1',
      [token],
    )
  ).rows[0].count as number;
const leaderAt = async (page: Page): Promise<void> => {
  await page.goto(`${stage.site.url}/masuk`);
  await signIn(page, stage.accounts.portal[3] as PortalAccount);
  await page.waitForURL('**/dasbor');
};

test('somebody with the link answers without signing in and without a script; what is missing is said, and nothing is lost', async () => {
  const page = await stage.open({ viewport: PHONE, javaScriptEnabled: false });
  const before = await count();
  await page.goto(`${stage.site.url}/survei/${token}`);
  expect(await page.getByRole('main').textContent()).toContain('Survei ini anonim');
  for (const code of ELEMENTS.filter((each) => each !== 'U3')) await choose(page, code, code === 'U4' ? 4 : 3);
  await page.getByLabel('Kelompok jabatan').selectOption({ label: 'Pelaksana' });
  await page.getByLabel('Saran').fill('Jaringan kelurahan mohon dipantau.');
  await send(page);
  expect(await page.locator('[data-error-list] a').allTextContents()).toEqual(['3. Waktu Penyelesaian wajib diisi.']);
  expect(await page.locator('[data-element="U3"] .error').count()).toBe(1);
  expect(await page.locator('input:checked').count()).toBe(8);
  expect(await page.getByLabel('Kelompok jabatan').inputValue()).toBe('STAFF');
  expect(await page.getByLabel('Saran').inputValue()).toBe('Jaringan kelurahan mohon dipantau.');
  expect(await count()).toBe(before);
  await choose(page, 'U3', 2);
  await send(page);
  await page.waitForURL('**/survei/terima-kasih');
  expect(await count()).toBe(before + 1);

  // Going back and sending once more, also with something changed, is no second answer.
  await page.goBack();
  await choose(page, 'U3', 4);
  await send(page);
  await page.waitForURL('**/survei/terima-kasih?sudah');
  expect(await count()).toBe(before + 1);
});

test('how far one has come shows while answering', async () => {
  const page = await stage.open({ javaScriptEnabled: false, reducedMotion: 'reduce' });
  await page.goto(`${stage.site.url}/survei/${token}`);
  const painted = (code: string) =>
    page.locator(`[data-step="${code}"]`).evaluate((step) => getComputedStyle(step).backgroundColor);
  const blank = await painted('U2');
  await choose(page, 'U2', 3);
  expect(await painted('U2')).not.toBe(blank);
  expect(await painted('U3')).toBe(blank);
});

/** Stands between portal and cms and notes which calls carry a session. */
async function listen(): Promise<{
  url: string;
  heard: { place: string; hasSession: boolean }[];
  stop(): Promise<void>;
}> {
  const heard: { place: string; hasSession: boolean }[] = [];
  const server = http.createServer((request, response) => {
    heard.push({ place: `${request.method} ${request.url}`, hasSession: request.headers.authorization !== undefined });
    request.pipe(
      http.request(stage.cms.url + request.url, { method: request.method, headers: request.headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      }),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    heard,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

test('the answer of somebody who is signed in leaves the portal without their session, and they are not invited again', async () => {
  const wire = await listen();
  const site = await startSite(wire, path.join(process.env['TEST_DATA_DIR'] ?? '', `${stage.databaseName}-site`));
  try {
    const page = await stage.open();
    await page.goto(`${site.url}/masuk`);
    await signIn(page, stage.accounts.portal[0] as PortalAccount);
    await page.waitForURL('**/beranda');
    await page.getByRole('link', { name: 'Isi survei' }).click();
    for (const code of ELEMENTS) await choose(page, code, 4);
    await send(page);
    await page.waitForURL('**/survei/terima-kasih');
    const ofSurvey = wire.heard.filter(({ place }) => place.includes('/surveys/'));
    expect(ofSurvey.map(({ place }) => place)).toContain(`POST /api/ticketing/surveys/${token}/responses`);
    expect(ofSurvey.filter(({ hasSession }) => hasSession)).toEqual([]);
    expect(wire.heard.some(({ hasSession }) => hasSession)).toBe(true);
    await page.goto(`${site.url}/beranda`);
    await page.getByRole('heading', { name: 'Sedang berjalan' }).waitFor();
    expect(await page.getByRole('link', { name: 'Isi survei' }).count()).toBe(0);
  } finally {
    await site.stop();
    await wire.stop();
  }
});

test('an invitation stands beside the work and goes away for good, without a script', async () => {
  const page = await stage.open({ javaScriptEnabled: false, viewport: PHONE });
  await stage.clerkAt(page, stage.accounts.portal[2] as PortalAccount);
  expect(await page.getByRole('link', { name: 'Isi survei' }).getAttribute('href')).toBe(`/survei/${token}`);
  await page.getByRole('button', { name: 'Jangan tampilkan lagi' }).click();
  await page.getByRole('link', { name: 'Ajukan permintaan' }).first().waitFor();
  expect(await page.getByRole('link', { name: 'Isi survei' }).count()).toBe(0);
  await page.reload();
  expect(await page.getByRole('link', { name: 'Isi survei' }).count()).toBe(0);
});

test('a survey that closes in the meantime says so and gives back what was written; a wrong link is told apart', async () => {
  const page = await stage.open({ javaScriptEnabled: false });
  await page.goto(`${stage.site.url}/survei/${token}`);
  for (const code of ELEMENTS) await choose(page, code, 3);
  await page.getByLabel('Saran').fill('Terlambat sedikit.');
  await stage.database.query('update survey_periods set is_active = false where token = $1', [token]);
  try {
    await send(page);
    await page.getByRole('heading', { name: 'Survei ini sudah ditutup' }).waitFor();
    expect(await page.getByRole('main').textContent()).toContain('Terlambat sedikit.');
    await page.goto(`${stage.site.url}/en/survei/${token}`);
    await page.getByRole('heading', { name: 'This survey is closed' }).waitFor();
  } finally {
    await stage.database.query('update survey_periods set is_active = true where token = $1', [token]);
  }
  await stage.database.query('update survey_periods set starts_on = current_date + 2 where token = $1', [token]);
  await page.goto(`${stage.site.url}/survei/${token}`);
  await page.getByRole('heading', { name: 'Survei ini belum dibuka' }).waitFor();
  await stage.database.query('update survey_periods set starts_on = current_date - 20 where token = $1', [token]);
  expect((await page.goto(`${stage.site.url}/survei/AAAAAAAAAAAAAAAAAAAAAA`))?.status()).toBe(404);
  await page.getByRole('heading', { name: 'Survei tidak ditemukan' }).waitFor();
});

test('the leader reads the index of a period with its grade, elements and suggestions, also without a script', async () => {
  const leader = await stage.leader();
  const closed = (await leader.listSurveyPeriods({})).find(
    ({ state, responses }) => state === 'CLOSED' && responses > 0,
  );
  const { score } = await leader.getSurveyResult({ id: closed?.id ?? 0 });
  const page = await stage.open({ javaScriptEnabled: false });
  await leaderAt(page);
  await page.getByRole('link', { name: 'Lihat hasil survei' }).click();
  await page.getByLabel('Periode survei').selectOption(String(closed?.id));
  await page.getByRole('button', { name: 'Tampilkan' }).click();
  expect(await page.locator('[data-ikm]').textContent()).toBe(
    score?.ikm.toLocaleString('id-ID', { minimumFractionDigits: 2 }),
  );
  expect(await page.locator('[data-grade]').textContent()).toContain(score?.grade);
  expect(await page.locator('tr[data-element]').count()).toBe(9);
  expect(await page.getByRole('main').textContent()).toContain('Formulirnya sudah ringkas.');
  const clerk = await stage.open();
  await stage.clerkAt(clerk);
  await clerk.waitForURL('**/beranda');
  expect((await clerk.goto(`${stage.site.url}/survei-hasil`))?.status()).toBe(403);
});

test('the results have no barriers in any scheme or language, and fit a small phone', async () => {
  const page = await stage.open();
  await leaderAt(page);
  const found: Record<string, string[]> = {};
  for (const [colorScheme, language] of SIGHTS) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${stage.site.url}${language}/survei-hasil`, { waitUntil: 'networkidle' });
    const problems = await barriers(page);
    if (problems.length) found[`${colorScheme}${language}`] = problems;
  }
  expect(found).toEqual({});
  await page.setViewportSize({ width: 320, height: 640 });
  for (const place of ['/survei-hasil', '/dasbor']) {
    await page.goto(`${stage.site.url}${place}`, { waitUntil: 'networkidle' });
    expect([place, await beside(page)]).toEqual([place, []]);
  }
});

test('errors in the questionnaire have no barriers either', async () => {
  const page = await stage.open();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${stage.site.url}/survei/${token}`);
    await send(page);
    await page.getByText('Ada yang perlu diperbaiki').first().waitFor();
    expect(await page.locator('.field.has-error').count()).toBe(9);
    expect(await barriers(page)).toEqual([]);
  }
});

test('a rating is one tap, and words may follow it, without a script', async () => {
  const [clerk, officer] = [await stage.clerk(), await stage.staff('Galih Ramadhan')];
  const { number } = await clerk.submitTicket(outage());
  await officer.actOnTicket({ number, action: 'claim' });
  await officer.actOnTicket({ number, action: 'resolve', resolutionSummary: 'Konektor diganti.' });
  const page = await stage.open({ javaScriptEnabled: false, viewport: PHONE });
  await stage.clerkAt(page);
  await page.goto(`${stage.site.url}/tiket/${number}`);
  await page.getByRole('button', { name: 'Puas', exact: false }).nth(2).click();
  await page.getByRole('heading', { name: 'Terima kasih atas penilaian Anda: Puas' }).waitFor();
  expect(await clerk.getTicket({ number })).toMatchObject({ rating: 3, ratingComment: null });
  await page.getByLabel('Ulasan').fill('Cepat.');
  await page.getByRole('button', { name: 'Kirim ulasan' }).click();
  await page.getByText('Ulasan Anda tersimpan').waitFor();
  expect(await clerk.getTicket({ number })).toMatchObject({ rating: 3, ratingComment: 'Cepat.' });
});
