/**
 * What every endpoint answers, as JSON Schema, read off the types of the contract, for the OpenAPI document. Argument: the
 * file it is written to.
 */
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { ROOT } from './verb.ts';

type Schema = Readonly<Record<string, unknown>>;

const PLUGIN = path.join(ROOT, 'plugins/ticketing');
const CONTRACT = path.join(PLUGIN, 'domain/contract/index.ts');
const PLACE = '#/components/schemas/';
/** Helpers of the language, whose names say nothing about what is in them. */
const HELPERS = ['__type', 'Record', 'Partial', 'Readonly', 'Pick', 'Omit', 'Extract', 'Exclude'];

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(path.join(PLUGIN, 'tsconfig.json'), (file) => ts.sys.readFile(file)).config,
  ts.sys,
  PLUGIN,
);
const program = ts.createProgram([CONTRACT], { ...options, noEmit: true });
const checker = program.getTypeChecker();
const schemas: Record<string, Schema> = {};
const names = new Map<ts.Type, string>();
const is = (type: ts.Type, flags: ts.TypeFlags): boolean => (type.flags & flags) !== 0;

/** What is written above it, on one line. */
const wordsOf = (symbol: ts.Symbol): string =>
  ts.displayPartsToString(symbol.getDocumentationComment(checker)).replace(/\s+/g, ' ');

const schemasOf = (types: readonly ts.Type[]): Schema[] =>
  types.flatMap((type): Schema[] => {
    const schema = schemaOf(type);
    return schema ? [schema] : [];
  });

/** Of a union its literals as one list, everything else one by one; what may be left out is no part of it. */
function union(types: readonly ts.Type[]): Schema {
  const literals = types.filter((type) => type.isLiteral());
  const isEither = types.filter((type) => is(type, ts.TypeFlags.BooleanLiteral)).length === 2;
  const others = types.filter((type) => !type.isLiteral() && !(isEither && is(type, ts.TypeFlags.BooleanLiteral)));
  const parts: Schema[] = schemasOf(others);
  if (isEither) parts.unshift({ type: 'boolean' });
  // The compiler orders them by when it met them, which changes with everything else.
  if (literals.length) parts.unshift({ enum: literals.map(({ value }) => value).sort() });
  return parts.length === 1 && parts[0] ? parts[0] : { anyOf: parts };
}

function object(type: ts.Type): Schema {
  const kept = checker.getPropertiesOfType(type).flatMap((property) => {
    const schema = schemaOf(checker.getTypeOfSymbol(property));
    const said = wordsOf(property);
    return schema
      ? [{ property, schema: { ...schema, ...(said && !('$ref' in schema) && { description: said }) } }]
      : [];
  });
  const required = kept.filter(({ property }) => !(property.flags & ts.SymbolFlags.Optional));
  const others = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  return {
    type: 'object',
    ...(kept.length && { properties: Object.fromEntries(kept.map(({ property, schema }) => [property.name, schema])) }),
    ...(required.length && { required: required.map(({ property }) => property.name) }),
    ...(others && { additionalProperties: schemaOf(others) ?? {} }),
  };
}

/** The name it is kept under, where it has one of its own. */
function nameOf(type: ts.Type): string | null {
  const name = type.aliasSymbol?.name ?? (type.isClassOrInterface() ? type.symbol.name : undefined);
  return name === undefined || HELPERS.includes(name) || type.aliasTypeArguments?.length ? null : name;
}

function named(type: ts.Type, name: string): Schema {
  let kept = names.get(type);
  if (kept === undefined) {
    kept = name;
    for (let next = 2; kept in schemas; next += 1) kept = `${name}${next}`;
    names.set(type, kept);
    schemas[kept] = {};
    const said = wordsOf(type.aliasSymbol ?? type.symbol);
    schemas[kept] = { ...(said && { description: said }), ...object(type) };
  }
  return { $ref: `${PLACE}${kept}` };
}

/** Null for what no JSON holds: nothing, and answers that are files. */
function schemaOf(type: ts.Type): Schema | null {
  if (is(type, ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive)) return {};
  if (is(type, ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Never)) return null;
  if (is(type, ts.TypeFlags.Null)) return { type: 'null' };
  if (type.isLiteral()) return { const: type.value };
  if (is(type, ts.TypeFlags.BooleanLiteral)) return { const: checker.typeToString(type) === 'true' };
  if (type.isUnion()) return union(type.types.filter((each) => !is(each, ts.TypeFlags.Undefined)));
  if (is(type, ts.TypeFlags.StringLike)) return { type: 'string' };
  if (is(type, ts.TypeFlags.NumberLike)) return { type: 'number' };
  if (checker.isArrayType(type) || checker.isTupleType(type)) {
    const items = schemasOf(checker.getTypeArguments(type as ts.TypeReference));
    return { type: 'array', items: items.length === 1 ? items[0] : { anyOf: items } };
  }
  const name = nameOf(type);
  if (name === 'Response') return null;
  return name === null ? object(type) : named(type, name);
}

const source = program.getSourceFile(CONTRACT);
const module = source && checker.getSymbolAtLocation(source);
const table = module && checker.getExportsOfModule(module).find(({ name }) => name === 'contract');
if (!table) throw new Error('the contract was not found');
const replies = checker.getPropertiesOfType(checker.getTypeOfSymbol(table)).map((row) => {
  const reply = checker.getPropertyOfType(checker.getTypeOfSymbol(row), 'reply');
  return [row.name, reply ? schemaOf(checker.getTypeOfSymbol(reply)) : null] as const;
});
const [, , file = ''] = process.argv;
fs.writeFileSync(file, JSON.stringify({ replies: Object.fromEntries(replies), schemas }));
