import { z } from 'zod';
import { STATUSES, WEBHOOK_EVENTS } from '../../domain';
import { contract, ENDPOINT_NAMES, endpointOf, type JsonDocument } from '../../domain/contract';

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

const header = (name: string, description: string) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
});
/** What we send to receivers that an administrator keeps. */
const WEBHOOK = {
  post: {
    operationId: 'ticketEvent',
    description:
      'Sent by us when something happened to a ticket; signed as Standard Webhooks says: `webhook-signature` is `v1,` and ' +
      'the Base64 of HMAC-SHA-256 over `webhook-id.webhook-timestamp.body`, keyed with the bytes that the secret holds in ' +
      'Base64 after `whsec_`. Refuse a time more than five minutes off. Answer with 2xx within ten seconds; redirects are ' +
      'not followed, and what fails is sent again for about a day. A message may come twice, under the same `webhook-id`.',
    security: [],
    parameters: [
      header('webhook-id', 'The message; the same at each attempt.'),
      header('webhook-timestamp', 'When this attempt was made, in seconds since 1970.'),
      header(
        'webhook-signature',
        'A signature, `v1,…`; for a day after the secret was renewed several, with a space between. One that fits is enough.',
      ),
    ],
    requestBody: {
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['event', 'at', 'number', 'status', 'link'],
            properties: {
              event: {
                enum: [...WEBHOOK_EVENTS, 'trial'],
                description: 'Of a confidential ticket always `confidential`.',
              },
              at: { type: 'string', format: 'date-time', description: 'When it happened, in UTC.' },
              number: { type: ['string', 'null'], description: 'The ticket; null in a trial.' },
              status: {
                enum: [...STATUSES, null],
                description: 'The status it led to; null of a confidential ticket.',
              },
              link: { type: 'string', format: 'uri' },
            },
          },
        },
      },
    },
    responses: { '2XX': { description: 'Received' } },
  },
};

/** The contract as an OpenAPI 3.1 document, made from the table and nothing beside it. */
export function openApi(title: string): JsonDocument {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const name of ENDPOINT_NAMES) {
    const { method, path, params, query, body, upload, status, permission, isPublic, stream, idempotent } =
      endpointOf(name);
    const place = path.replace(/:(\w+)/g, '{$1}');
    const content =
      body &&
      (upload
        ? {
            'multipart/form-data': {
              schema: {
                type: 'object',
                required: ['file'],
                properties: {
                  ...(schemaOf(body)['properties'] as object),
                  file: { type: 'string', contentMediaType: 'application/octet-stream' },
                },
              },
            },
          }
        : { 'application/json': { schema: schemaOf(body) } });
    (paths[place] ??= {})[method.toLowerCase()] = {
      operationId: name,
      description: isPublic ? 'Open to all' : `Permission: ${permission}`,
      ...(isPublic && { security: [] }),
      parameters: [
        ...parametersOf(params, 'path'),
        ...parametersOf(query, 'query'),
        ...(idempotent
          ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } }]
          : []),
      ],
      ...(content && { requestBody: { content } }),
      responses: {
        [String(status ?? 200)]: {
          description: 'OK',
          content: stream
            ? { 'application/octet-stream': {} }
            : {
                'application/json': {
                  schema: { type: 'object', required: ['data'], properties: { data: {}, meta: { type: 'object' } } },
                },
              },
        },
        default: {
          description: 'Refusal',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
        },
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title,
      version: '0.1.0',
      description:
        `${Object.keys(contract).length} endpoints, two doors: /api/ticketing (portal session or API token) ` +
        `and /ticketing (admin session).`,
    },
    servers: [{ url: '/api/ticketing' }, { url: '/ticketing' }],
    paths,
    webhooks: { ticket: WEBHOOK },
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Refusal: {
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
        },
      },
    },
    security: [{ bearer: [] }],
  };
}
