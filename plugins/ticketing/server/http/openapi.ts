import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ENDPOINT_NAMES, endpointOf, type Endpoint, type EndpointName, type JsonDocument } from '../../domain/contract';
import { EXAMPLES, type Example } from '../../domain/contract/examples';
import { WEBHOOK } from './openapi-webhook';

interface Described {
  readonly replies: Readonly<Partial<Record<string, object | null>>>;
  readonly schemas: Readonly<Record<string, object>>;
}
let described: Described | null = null;
/** What each endpoint answers, read off its type when the plugin was built; null where that is a file. */
const replies = (): Described =>
  (described ??= JSON.parse(readFileSync(path.join(__dirname, '../../replies.json'), 'utf8')) as Described);

const schemaOf = (schema: z.ZodType): Record<string, unknown> =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>;

const parametersOf = (schema: z.ZodType | undefined, place: 'path' | 'query') => {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema) as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: of,
  }));
};

/** Examples as they are read: with the number of some ticket. */
const SHOWN = JSON.parse(JSON.stringify(EXAMPLES).replaceAll('{number}', 'TIK-2026-00557')) as readonly Example[];

/** The part of an example's request that travels in the body. */
const bodyIn = ({ path, query }: Endpoint, { request }: Example): object =>
  Object.fromEntries(
    Object.entries(request).filter(
      ([name]) => !path.includes(`:${name}`) && !parametersOf(query, 'query').some((one) => one.name === name),
    ),
  );

function bodyOf({ body, upload }: Endpoint, examples: object) {
  if (!body) return null;
  if (!upload) return { 'application/json': { schema: schemaOf(body), ...examples } };
  const file = { type: 'string', contentMediaType: 'application/octet-stream' };
  const properties = { ...(schemaOf(body)['properties'] as object), file };
  return { 'multipart/form-data': { schema: { type: 'object', required: ['file'], properties } } };
}

function replyOf(name: EndpointName, { stream, paged }: Endpoint, example: Example | undefined) {
  if (stream) return { 'application/octet-stream': example ? { example: example.reply } : {} };
  const properties = {
    data: replies().replies[name] ?? {},
    ...(paged && { meta: { type: 'object', properties: { pagination: { $ref: '#/components/schemas/Pagination' } } } }),
  };
  return {
    'application/json': {
      schema: { type: 'object', required: ['data'], properties },
      ...(example && { example: { data: example.reply } }),
    },
  };
}

const KEY = { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } };
function operationOf(name: EndpointName) {
  const row = endpointOf(name);
  const example = SHOWN.find(({ endpoint }) => endpoint === name);
  const content = bodyOf(row, example && row.body ? { example: bodyIn(row, example) } : {});
  return {
    operationId: name,
    description: row.isPublic ? 'Open to all' : `Permission: ${row.permission}`,
    ...(row.isPublic && { security: [] }),
    ...(example?.grant && { 'x-token-grant': example.grant }),
    parameters: [
      ...[...parametersOf(row.params, 'path'), ...parametersOf(row.query, 'query')].map((one) => ({
        ...one,
        ...(example && one.name in example.request && { example: example.request[one.name] }),
      })),
      // One of its own for each: a key that comes back with something else is refused.
      ...(row.idempotent ? [{ ...KEY, ...(example && { example: `lapor-557-${name}` }) }] : []),
    ],
    ...(content && { requestBody: { content } }),
    responses: {
      [String(row.status ?? 200)]: { description: 'OK', content: replyOf(name, row, example) },
      default: {
        description: 'Refusal',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
      },
    },
  };
}

const REFUSAL = {
  type: 'object',
  properties: {
    data: { type: 'null' },
    error: {
      type: 'object',
      required: ['status', 'name', 'message', 'details'],
      properties: {
        status: { type: 'integer' },
        name: { type: 'string' },
        message: { type: 'string' },
        details: { type: 'object', required: ['code'], properties: { code: { type: 'string' } } },
      },
    },
  },
};
const PAGINATION = {
  type: 'object',
  required: ['page', 'pageSize', 'pageCount', 'total'],
  properties: Object.fromEntries(['page', 'pageSize', 'pageCount', 'total'].map((name) => [name, { type: 'integer' }])),
};

/** Of these schemas those that something names, and those that they name. */
function named(something: unknown, schemas: Readonly<Record<string, object>>): Readonly<Record<string, object>> {
  const found: Record<string, object> = {};
  const look = (at: unknown): void => {
    for (const [, name = ''] of JSON.stringify(at).matchAll(/#\/components\/schemas\/(\w+)/g)) {
      const schema = schemas[name];
      if (!schema || name in found) continue;
      found[name] = schema;
      look(schema);
    }
  };
  look(something);
  return found;
}

/** The contract as an OpenAPI 3.1 document, made from the table and nothing beside it; of these endpoints. */
export function openApi(title: string, names: readonly EndpointName[] = ENDPOINT_NAMES): JsonDocument {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const name of names) {
    const { method, path } = endpointOf(name);
    (paths[path.replace(/:(\w+)/g, '{$1}')] ??= {})[method.toLowerCase()] = operationOf(name);
  }
  return {
    openapi: '3.1.0',
    info: {
      title,
      version: '0.1.0',
      description:
        `${names.length} endpoints, two doors: /api/ticketing (portal session or API token) ` +
        `and /ticketing (admin session).`,
    },
    servers: [{ url: '/api/ticketing' }, { url: '/ticketing' }],
    paths,
    webhooks: { ticket: WEBHOOK },
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: named(paths, { ...replies().schemas, Refusal: REFUSAL, Pagination: PAGINATION }),
    },
    security: [{ bearer: [] }],
  };
}

/** What other systems use, for whoever writes one: the endpoints there are examples of, in their order. */
export const openApiForSystems = (title: string, address: string): JsonDocument => ({
  ...openApi(
    title,
    EXAMPLES.map(({ endpoint }) => endpoint),
  ),
  servers: [{ url: address }],
});
