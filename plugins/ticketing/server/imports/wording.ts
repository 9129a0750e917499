import type { ImportFaultCode, ImportField, UnitField } from '../../domain/imports';

/** What an import says; `{name}` is filled in. */
export interface ImportWords {
  readonly field: Readonly<Record<ImportField, string>>;
  readonly unitField: Readonly<Record<UnitField, string>>;
  /** What is wrong with a line, and what to do. */
  readonly fault: Readonly<Record<ImportFaultCode, string>>;
  readonly at: string;
  readonly atLine: string;
  readonly more: string;
  readonly opened: string;
  readonly headAt: string;
  readonly used: string;
  readonly unmapped: string;
  readonly encoding: Readonly<Record<'utf-8' | 'utf-16le' | 'windows-1252', string>>;
  readonly separator: Readonly<Record<';' | ',' | '\t', string>>;
  readonly progress: string;
  readonly unknownValues: string;
  readonly unknownValue: string;
  readonly officers: string;
  readonly wouldMake: string;
  readonly made: string;
  readonly wouldMakeUnits: string;
  readonly madeUnits: string;
  readonly unitHeads: string;
  readonly numbers: string;
  readonly dry: string;
  readonly again: string;
  readonly badMapping: string;
  readonly badMappingAt: string;
  readonly noColumns: string;
  readonly noColumn: string;
  readonly heads: string;
  readonly or: string;
}
