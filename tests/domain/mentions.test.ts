import { nameBeingTyped, namedIn, saidParts, whoIsMeant } from 'strapi-plugin-ticketing/domain';

const people = ['Siti', 'Siti Rahma', 'H. Ahmad (Pol.)', 'Nia Ñusta'].map((name, id) => ({ id, name }));
const named = (text: string) => namedIn(text, people).map(({ name }) => name);

test.each([
  ['@Siti tolong lihat', ['Siti']],
  ['Mohon @siti rahma, lihat', ['Siti Rahma']],
  ['@Siti Rahmawati', ['Siti']],
  ['@Sitinurbaya', []],
  ['siti@Siti.id', []],
  ['(@H. Ahmad (Pol.)) dan @Nia Ñusta', ['H. Ahmad (Pol.)', 'Nia Ñusta']],
  ['tanpa siapa pun', []],
])('%s names %p', (text, expected) => {
  expect(named(text)).toEqual(expected);
  const parts = saidParts(
    text,
    people.map(({ name }) => name),
  );
  expect(parts.map((part) => part.text).join('')).toBe(text);
});

test('the name being typed is what stands between the last @ and the cursor, on one line', () => {
  expect(nameBeingTyped('Halo @si', 8)).toEqual({ at: 5, typed: 'si' });
  expect(nameBeingTyped('Halo @siti rah dan', 14)).toEqual({ at: 5, typed: 'siti rah' });
  expect(nameBeingTyped('@', 1)).toEqual({ at: 0, typed: '' });
  for (const text of ['surel a@b', '@siti\nlalu', 'tanpa']) expect(nameBeingTyped(text, text.length)).toBeNull();
});

test('whoever may be meant is found by the beginning of any name, the first name first, and no longer once it stands there', () => {
  const meant = (typed: string) => whoIsMeant(typed, people).map(({ name }) => name);
  expect(meant('')).toHaveLength(4);
  expect(meant('rah')).toEqual(['Siti Rahma']);
  expect(meant('nusta')).toEqual(['Nia Ñusta']);
  expect(meant('siti ')).toEqual(['Siti Rahma']);
  expect(meant('Siti Rahma ')).toEqual([]);
  expect(meant('!')).toEqual([]);
});
