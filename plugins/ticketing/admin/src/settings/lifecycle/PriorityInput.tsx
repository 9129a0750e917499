import { SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { IMPACTS, PRIORITIES, URGENCIES, type PriorityMatrix } from '../../../../domain';
import { useWords } from '../../words';
import { StackedTable } from '../../parts/StackedTable';
import { withPriority } from './values';

const Table = styled(StackedTable)`
  th,
  td {
    padding: ${({ theme }) => theme.spaces[2]};
    vertical-align: middle;
    overflow-wrap: anywhere;
  }
  td::before {
    padding-bottom: ${({ theme }) => theme.spaces[1]};
  }
`;

interface Props {
  readonly value: PriorityMatrix;
  readonly standard: PriorityMatrix;
  readonly isDisabled: boolean;
  readonly onChange: (matrix: PriorityMatrix) => void;
}

/** Which priority the two plain questions propose: three by three. */
export function PriorityInput({ value, standard, isDisabled, onChange }: Props) {
  const { t, w } = useWords();
  return (
    <Table $below={768}>
      <thead>
        <tr>
          <Typography tag="th" scope="col" variant="sigma" textColor="neutral600">
            {w.field.impact}
          </Typography>
          {URGENCIES.map((urgency) => (
            <Typography key={urgency} tag="th" scope="col" variant="sigma" textColor="neutral600">
              {w.urgency[urgency]}
            </Typography>
          ))}
        </tr>
      </thead>
      <tbody>
        {IMPACTS.map((impact) => (
          <tr key={impact}>
            <Typography tag="th" scope="row" variant="omega" fontWeight="semiBold" textColor="neutral800">
              {w.impact[impact]}
            </Typography>
            {URGENCIES.map((urgency) => (
              <td key={urgency} data-column={w.urgency[urgency]}>
                <SingleSelect
                  aria-label={`${w.impact[impact]}, ${w.urgency[urgency]}`}
                  value={value[impact][urgency]}
                  disabled={isDisabled}
                  onChange={(chosen) => {
                    const priority = PRIORITIES.find((each) => each === chosen);
                    if (priority) onChange(withPriority(value, impact, urgency, priority));
                  }}
                >
                  {PRIORITIES.map((priority) => (
                    <SingleSelectOption key={priority} value={priority}>
                      {w.priority[priority]}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
                {value[impact][urgency] !== standard[impact][urgency] && (
                  <Typography variant="pi" textColor="primary700" tag="p">
                    {t('settings.standard', { value: w.priority[standard[impact][urgency]] })}
                  </Typography>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
