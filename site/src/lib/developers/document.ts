import type { JsonDocument } from 'strapi-plugin-ticketing/contract';

/** A piece of JSON Schema, as far as our document uses it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema;
}
interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
  readonly example?: unknown;
}
interface Content {
  readonly schema?: Schema;
  readonly example?: unknown;
}
type Contents = Readonly<Record<string, Content>>;
interface Described {
  readonly operationId: string;
  readonly 'x-token-grant'?: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Contents };
  readonly responses: Readonly<Record<string, { readonly content: Contents }>>;
}
interface Document {
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** One endpoint, as the page tells of it. */
export interface Operation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** What a token has to be given for it; null where any will do. */
  readonly grant: string | null;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | null;
  /** As one types it. */
  readonly call: string;
  readonly status: string;
  readonly reply: Schema | null;
  /** What it answers in the example. */
  readonly answer: string;
}
/** A field of what is sent or answered; `depth` is how far inside it lies. */
export interface FieldLine {
  readonly name: string;
  readonly depth: number;
  readonly type: string;
  readonly isRequired: boolean;
  readonly about: string | null;
}

const MOST_DEPTH = 2;
const asJson = (value: unknown): string => JSON.stringify(value, null, 2);
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

function callOf(base: string, method: string, path: string, { parameters, requestBody }: Described): string {
  const given = (place: Parameter['in']) =>
    parameters.filter((each) => each.in === place && each.example !== undefined);
  const filled = given('path').reduce((place, { name, example }) => place.replace(`{${name}}`, String(example)), path);
  const asked = new URLSearchParams(given('query').map(({ name, example }) => [name, String(example)])).toString();
  const [[type, body] = []] = Object.entries(requestBody?.content ?? {});
  return [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${quoted(`${base}${filled}${asked && `?${asked}`}`)}`,
    `  -H ${quoted('Authorization: Bearer TOKEN')}`,
    ...given('header').map(({ name, example }) => `  -H ${quoted(`${name}: ${String(example)}`)}`),
    ...(body?.example === undefined
      ? []
      : [`  -H ${quoted(`Content-Type: ${type}`)}`, `  -d ${quoted(asJson(body.example))}`]),
  ].join(' \\\n');
}

function operationOf(base: string, method: string, path: string, described: Described): Operation {
  const [status, answered] = Object.entries(described.responses)[0] ?? ['200', { content: {} }];
  const [content] = Object.values(answered.content);
  const [body] = Object.values(described.requestBody?.content ?? {});
  const { example } = content ?? {};
  return {
    name: described.operationId,
    method: method.toUpperCase(),
    path,
    grant: described['x-token-grant'] ?? null,
    parameters: described.parameters,
    body: body?.schema ?? null,
    call: callOf(base, method.toUpperCase(), path, described),
    status,
    reply: content?.schema?.properties?.['data'] ?? null,
    answer: typeof example === 'string' ? example : asJson(example),
  };
}

/** Where the desk is called, and what may be asked of it. */
export function readDocument(given: JsonDocument): {
  readonly base: string;
  readonly operations: readonly Operation[];
} {
  const { servers, paths } = given as unknown as Document;
  const base = servers[0]?.url ?? '';
  return {
    base,
    operations: Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, described]) => operationOf(base, method, path, described)),
    ),
  };
}

const isNull = ({ type }: Schema): boolean => type === 'null';

/** The fields of a schema, each with its own below it, two steps deep. */
export function fieldsOf(given: JsonDocument, schema: Schema): FieldLine[] {
  const { schemas } = (given as unknown as Document).components;
  const whole = (part: Schema): Schema => (part.$ref ? (schemas[part.$ref.split('/').pop() ?? ''] ?? {}) : part);
  const typeOf = (part: Schema): string => {
    if (part.anyOf) return part.anyOf.map(typeOf).join(' | ');
    const { type, enum: values, const: value, items } = whole(part);
    if (values) return values.map((each) => JSON.stringify(each)).join(' | ');
    if (value !== undefined) return JSON.stringify(value);
    return type === 'array' && items ? `${typeOf(items)}[]` : (type ?? 'any');
  };
  const inside = (part: Schema): Schema => {
    const one = part.anyOf?.find((each) => !isNull(each)) ?? part;
    const found = whole(one);
    return found.type === 'array' && found.items ? inside(found.items) : found;
  };
  const linesOf = (part: Schema, depth: number): FieldLine[] => {
    const { properties = {}, required = [] } = inside(part);
    return Object.entries(properties).flatMap(([name, field]) => [
      {
        name,
        depth,
        type: typeOf(field),
        isRequired: required.includes(name),
        about: field.description ?? null,
      },
      ...(depth < MOST_DEPTH ? linesOf(field, depth + 1) : []),
    ]);
  };
  return linesOf(schema, 0);
}
