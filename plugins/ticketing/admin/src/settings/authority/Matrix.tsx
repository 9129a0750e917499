import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { ROLES, type Permission } from '../../../../domain';
import { Panel } from '../../parts/Panel';
import { useWords } from '../../words';
import { StackedTable } from '../../parts/StackedTable';
import { CellButton } from './CellButton';
import { permissionsOf, THEMES } from './themes';
import type { EditedCell } from './useEdits';

/** In pixels of the screen: where each permission stands above its roles. */
const PHONE_BELOW = 1080;
const Table = styled(StackedTable)`
  th,
  td {
    vertical-align: top;
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  thead th,
  tbody th,
  td::before {
    padding: ${({ theme }) => theme.spaces[2]};
  }
  tbody th {
    overflow-wrap: anywhere;
  }
  tr[data-changed='true'] > th {
    border-left: 3px solid ${({ theme }) => theme.colors.primary600};
  }
  @media (min-width: ${PHONE_BELOW}px) {
    tbody th {
      width: 20%;
    }
  }
  @media (max-width: ${PHONE_BELOW - 1}px) {
    tr {
      padding-block: ${({ theme }) => theme.spaces[2]};
      border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
    }
    tbody th {
      border: 0;
    }
    td {
      border: 0;
      display: grid;
      grid-template-columns: 11rem minmax(0, 1fr);
      align-items: start;
    }
    td > * {
      grid-column: 2;
    }
  }
`;

interface Props {
  readonly cells: readonly EditedCell[];
  readonly onlyChanged: boolean;
  readonly canEdit: boolean;
  readonly onOpen: (cell: EditedCell) => void;
  readonly onReset: (cell: EditedCell) => void;
}

/** Who may do what: a row for each permission, a column for each role, a panel for each theme. */
export function Matrix({ cells, onlyChanged, canEdit, onOpen, onReset }: Props) {
  const { t, w } = useWords();
  const rowOf = (may: Permission) => cells.filter((cell) => cell.may === may);
  const isTouched = (may: Permission) => rowOf(may).some(({ isChanged, isEdited }) => isChanged || isEdited);
  const themes = THEMES.map((theme) => ({
    theme,
    rows: permissionsOf(theme).filter((may) => !onlyChanged || isTouched(may)),
  })).filter(({ rows }) => rows.length > 0);
  if (themes.length === 0)
    return (
      <Typography variant="omega" textColor="neutral600">
        {t('authority.nothingChanged')}
      </Typography>
    );
  return (
    <>
      {themes.map(({ theme, rows }) => (
        <Panel key={theme} title={t(`theme.${theme}`)}>
          <Table $below={PHONE_BELOW}>
            <thead>
              <tr>
                <Typography tag="th" scope="col" variant="sigma" textColor="neutral600">
                  {t('authority.permission')}
                </Typography>
                {ROLES.map((role) => (
                  <Typography key={role} tag="th" scope="col" variant="sigma" textColor="neutral600">
                    {w.role[role]}
                  </Typography>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((may) => (
                <tr key={may} data-permission={may} data-changed={isTouched(may)}>
                  <Typography tag="th" scope="row" variant="omega" fontWeight="semiBold" textColor="neutral800">
                    {w.permission[may]}
                  </Typography>
                  {rowOf(may).map((cell) => (
                    <td key={cell.role} data-column={w.role[cell.role]}>
                      <div>
                        <CellButton
                          cell={cell}
                          canEdit={canEdit}
                          onOpen={() => onOpen(cell)}
                          onReset={() => onReset(cell)}
                        />
                      </div>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </Table>
        </Panel>
      ))}
    </>
  );
}
