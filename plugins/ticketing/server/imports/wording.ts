import type { AccountField } from '../../domain';
import type { ImportFaultCode, ImportField, MessageField, ServiceField, UnitField } from '../../domain/imports';

/** What is said of one kind of list of master data. */
export interface ListWords<Field extends string> {
  readonly field: Readonly<Record<Field, string>>;
  /** A first line such a list may have. */
  readonly heads: string;
  readonly wouldMake: string;
  readonly made: string;
}

/** What an import says; `{name}` is filled in. */
export interface ImportWords {
  readonly field: Readonly<Record<ImportField, string>>;
  readonly units: ListWords<UnitField>;
  readonly services: ListWords<ServiceField>;
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
  readonly people: ListWords<AccountField>;
  readonly staff: ListWords<AccountField>;
  readonly messages: Pick<ListWords<MessageField>, 'field' | 'heads'>;
  readonly messagesWouldMake: string;
  readonly messagesMade: string;
  readonly leftOut: string;
  readonly listHeads: string;
  /** What a line changes of what is here. */
  readonly changes: string;
  readonly change: string;
  readonly nothing: string;
  readonly yes: string;
  readonly no: string;
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
