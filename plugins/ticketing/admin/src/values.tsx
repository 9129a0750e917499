import { Typography } from '@strapi/design-system';
import type { StrapiApp } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { languageOf, words } from '../../domain';

/** Strapi's name for the question which columns a list of master data shows. */
const COLUMNS = 'Admin/CM/pages/ListView/inject-column-in-table';

/** Values of master data as people read them, under the names by which Strapi's forms and filters look them up. */
export function valueWords(locale: string): Record<string, string> {
  const { priority, guideKind, announcementKind } = words(languageOf(locale));
  return { ...priority, ...guideKind, ...announcementKind, 'SKM-2017': 'SKM (Permenpan-RB 14/2017)' };
}

function Value({ value }: { readonly value: string }) {
  const { formatMessage } = useIntl();
  return (
    <Typography maxWidth="30rem" ellipsis textColor="neutral800">
      {formatMessage({ id: value, defaultMessage: value })}
    </Typography>
  );
}

interface Column {
  readonly name: string;
  readonly attribute?: { readonly type?: string };
  readonly cellFormatter?: (row: Readonly<Record<string, unknown>>) => React.ReactNode;
}
interface Shown {
  readonly displayedHeaders: readonly Column[];
}
const worded = (column: Column): Column =>
  column.attribute?.type === 'enumeration'
    ? { ...column, cellFormatter: (row) => <Value value={String(row[column.name] ?? '')} /> }
    : column;

/** Strapi's lists show a value of a choice as it is kept; here they show its word, as its forms do. */
export const wordValues = (app: Pick<StrapiApp, 'registerHook'>): void =>
  app.registerHook(COLUMNS, (shown: Shown) => ({
    ...shown,
    displayedHeaders: shown.displayedHeaders.map(worded),
  }));
