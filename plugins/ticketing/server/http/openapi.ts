import { z } from 'zod';
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
