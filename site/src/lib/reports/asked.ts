import { contract, type Request } from 'strapi-plugin-ticketing/contract';
import { REPORTS, type ReportName } from 'strapi-plugin-ticketing/domain';
import type { Period } from './periods';

/** What a report is narrowed by, named as the API does, in the words of the address. */
export const REPORT_FILTERS = {
  skpd: 'skpd',
  category: 'kategori',
  service: 'layanan',
  priority: 'prioritas',
  channel: 'saluran',
  status: 'status',
  team: 'tim',
  assignee: 'petugas',
  by: 'menurut',
  compare: 'banding',
  compareFrom: 'banding-dari',
  compareTo: 'banding-sampai',
  rollUp: 'gabung',
} as const;
export type ReportFilter = keyof typeof REPORT_FILTERS;
const NAMES = Object.keys(REPORT_FILTERS) as ReportFilter[];
export type Asked = Partial<Record<ReportFilter, string>>;

/** Reports the cms answers, in the order of the table of reports. */
const ANSWERED: readonly string[] = contract.getReport.params.shape.report.options;
export const OFFERED: readonly ReportName[] = REPORTS.filter((name) => ANSWERED.includes(name));
const TAKEN: readonly string[] = Object.keys(contract.getReport.query.shape);
/** Whether the cms knows this filter. */
export const isTaken = (name: ReportFilter): boolean => TAKEN.includes(name);

/** What the address asks for; blanks are left out. */
export const askedOf = ({ searchParams }: Pick<URL, 'searchParams'>): Asked =>
  Object.fromEntries(
    NAMES.map((name) => [name, searchParams.getAll(REPORT_FILTERS[name]).filter(Boolean).join(',')] as const).filter(
      ([name, value]) => value !== '' && isTaken(name),
    ),
  );
/** The same as part of an address. */
export const queryOfAsked = (asked: Asked): Readonly<Record<string, string>> =>
  Object.fromEntries(NAMES.flatMap((name) => (asked[name] ? [[REPORT_FILTERS[name], asked[name]]] : [])));

/** The request for the client; null when the address holds something no filter can be. */
export function requestOf(
  report: ReportName,
  asked: Asked,
  { from, to }: Pick<Period, 'from' | 'to'>,
): Request<'getReport'> | null {
  const query = { ...asked, from, to };
  return contract.getReport.query.safeParse(query).success ? ({ report, ...query } as Request<'getReport'>) : null;
}
