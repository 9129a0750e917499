import type { Schema } from '../../site/src/lib/developers/document';

export type Schemas = Readonly<Record<string, unknown>>;

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

/** Where a value is not what its schema says, place by place; as much of JSON Schema as our document uses. */
export function strays(given: unknown, value: unknown, schemas: Schemas, at = 'data'): string[] {
  const schema = given as Schema;
  if (schema.$ref) return strays(schemas[schema.$ref.split('/').pop() ?? ''], value, schemas, at);
  if (schema.anyOf) {
    const tried = schema.anyOf.map((one) => strays(one, value, schemas, at));
    return tried.some((found) => found.length === 0) ? [] : (tried.sort((a, b) => a.length - b.length)[0] ?? []);
  }
  if (schema.enum && !schema.enum.includes(value)) return [`${at}: ${JSON.stringify(value)} is in no list`];
  if ('const' in schema && schema.const !== value) return [`${at}: ${JSON.stringify(value)}`];
  if (schema.type && schema.type !== typeOf(value)) return [`${at}: ${typeOf(value)} for ${schema.type}`];
  if (Array.isArray(value))
    return value.flatMap((one, index) => strays(schema.items ?? {}, one, schemas, `${at}[${index}]`));
  if (typeOf(value) !== 'object') return [];
  const fields = value as Readonly<Record<string, unknown>>;
  return [
    ...(schema.required ?? []).filter((name) => !(name in fields)).map((name) => `${at}.${name} is missing`),
    ...Object.entries(fields).flatMap(([name, one]) => {
      const inner = schema.properties?.[name] ?? schema.additionalProperties;
      if (inner) return strays(inner, one, schemas, `${at}.${name}`);
      return schema.properties ? [`${at}.${name} is told of nowhere`] : [];
    }),
  ];
}

/** Where a real answer lacks what an example of it shows: names and kinds of values, not the values. */
export function lacks(example: unknown, real: unknown, at = 'data'): string[] {
  if (typeOf(example) !== typeOf(real))
    return example === null ? [] : [`${at}: ${typeOf(real)} for ${typeOf(example)}`];
  if (Array.isArray(example)) return example.length ? lacks(example[0], (real as unknown[])[0], `${at}[0]`) : [];
  if (typeOf(example) !== 'object') return [];
  return Object.entries(example as object).flatMap(([name, value]) =>
    lacks(value, (real as Record<string, unknown>)[name], `${at}.${name}`),
  );
}
