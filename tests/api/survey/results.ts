import { scoreOf, tallyOf } from 'strapi-plugin-ticketing/domain';
import { answers, period, send, SKM, world } from './stage';

test('the result is what the domain makes of the same answers, and who may not read it does not', async () => {
  const { token, id } = await period('Hasil');
  const given = ['444434434', '333433423', '444444444', '223423332', '434434434', '343434343', '111111111'];
  const genders = ['FEMALE', 'FEMALE', 'FEMALE', 'FEMALE', 'FEMALE', 'MALE', undefined];
  for (const [index, digits] of given.entries())
    await send(
      token,
      { answers: answers(digits), profile: genders[index] ? { gender: genders[index] } : {} },
      { from: `192.0.2.${index}` },
    ).expect(201);
  const expected = scoreOf(
    SKM,
    tallyOf(
      SKM,
      given.map((digits) => ({ answers: answers(digits) })),
    ),
  );
  for (const reader of [
    await world.leader(),
    await world.staff('Administrator Demo'),
    await world.staff('Laila Safitri'),
  ]) {
    const { score, period: read } = await reader.getSurveyResult({ id });
    expect(score).toMatchObject({
      ikm: expected?.ikm,
      grade: expected?.grade,
      index: expected?.index,
      elements: expected?.elements.map(({ code, nrr, tally, total }) => ({ code, nrr, tally, total })),
    });
    expect(read).toMatchObject({
      responses: 7,
      population: 120,
      sampleSize: 92,
      state: 'OPEN',
      link: expect.stringMatching(new RegExp(`/survei/${token}$`)),
    });
  }
  expect((await (await world.leader()).listSurveyPeriods({})).find((each) => each.id === id)).toMatchObject({
    name: 'Hasil',
    responses: 7,
  });
  for (const stranger of [await world.clerk(), await world.staff('Galih Ramadhan')]) {
    for (const attempt of [
      () => stranger.getSurveyResult({ id }),
      () => stranger.listSurveyPeriods({}),
      () => stranger.listSurveySuggestions({ id }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'notAllowed' });
  }
  await expect((await world.leader()).getSurveyResult({ id: 999_999 })).rejects.toMatchObject({ code: 'notFound' });
});

test('while fewer than five have answered nobody reads their words, and small groups stay hidden after that', async () => {
  const { token, id } = await period('Sedikit');
  const leader = await world.leader();
  const answer = (index: number, gender: string, suggestion: string | null) =>
    send(
      token,
      { answers: answers('344434434'), profile: { gender }, suggestion },
      { from: `192.0.2.${100 + index}` },
    ).expect(201);
  for (const [index, gender] of ['FEMALE', 'FEMALE', 'MALE', 'FEMALE'].entries())
    await answer(index, gender, index === 0 ? 'Petugas Galih kurang ramah' : null);
  expect(await leader.getSurveyResult({ id })).toMatchObject({
    areWordsWithheld: true,
    score: { ikm: expect.any(Number) },
  });
  expect(await leader.listSurveySuggestions({ id })).toMatchObject({ rows: [], pagination: { total: 0 } });
  expect(
    (await leader.getSurveyResult({ id })).profile.flatMap(({ groups }) => groups.map((group) => group.count)),
  ).toEqual(expect.not.arrayContaining([expect.any(Number)]));
  for (const [index, gender] of ['FEMALE', 'FEMALE', 'FEMALE'].entries()) await answer(10 + index, gender, null);
  const { areWordsWithheld, profile } = await leader.getSurveyResult({ id });
  expect(areWordsWithheld).toBe(false);
  expect(profile.find(({ key }) => key === 'gender')?.groups.map(({ code, count: shown }) => [code, shown])).toEqual([
    ['FEMALE', 6],
    ['MALE', null],
    ['UNSAID', null],
  ]);
  expect((await leader.listSurveySuggestions({ id })).rows).toEqual(['Petugas Galih kurang ramah']);
});
