import { Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

/** A plain table of what was found; the first cell of a row names it. */
export const Rows = ({ label, head, rows }: Props) => (
  <Table colCount={head.length} rowCount={rows.length + 1} aria-label={label}>
    <Thead>
      <Tr>
        {head.map((title) => (
          <Th key={title}>
            <Typography variant="sigma">{title}</Typography>
          </Th>
        ))}
      </Tr>
    </Thead>
    <Tbody>
      {rows.map(({ key, cells }) => (
        <Tr key={key}>
          {cells.map((cell, index) => (
            <Td key={head[index]}>
              <Typography variant="omega" fontWeight={index === 0 ? 'semiBold' : 'regular'}>
                {cell}
              </Typography>
            </Td>
          ))}
        </Tr>
      ))}
    </Tbody>
  </Table>
);
